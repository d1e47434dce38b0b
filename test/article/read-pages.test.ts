import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../src/article/front-matter.js";
import { decodeEntities } from "../../src/article/html-entity.js";
import { isUnparseable, scanHtml, stripRaw } from "../../src/article/html-scan.js";
import { readHtml } from "../../src/article/read-html.js";
import { readMarkdown } from "../../src/article/read-markdown.js";

const ONE =
  "The harbour council voted on Tuesday to reopen the northern pier after a strike of six weeks, its chairman said in a statement.";
const TWO =
  "“We have an agreement that both sides can live with,” the chairman told reporters, adding that the ferries would sail again soon.";
const THREE =
  "The strike began in March, when the ferry company cut two of its five lines and laid off forty of its sailors without notice.";

const PAGE = `<!doctype html>
<html lang="en-GB"><head><title>Pier to reopen | Coastal Tribune</title>
<meta property="og:site_name" content="Coastal Tribune">
<meta property="og:title" content="Pier to reopen | Coastal Tribune">
<meta property="article:published_time" content="2021-03-04T10:22:00+00:00">
<meta name="author" content="Ana Prado"></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main><article><h1>Pier to reopen</h1><p class="byline">By Ana Prado</p><time datetime="2021-03-04">4 March 2021</time>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<figure><img src="x.jpg"><figcaption>The pier on Monday. Photo: Tom Webb</figcaption></figure>
<p>${ONE}</p><p>${TWO}</p>
<aside><p>Sign up for our morning newsletter</p></aside>
<p><a href="/other">Ferry company names a new director after a long search</a></p>
<p>${THREE}</p>
<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Harbour fire is out</a></li></ul></div>
</article></main><footer><p>© 2021 Coastal Tribune</p></footer></body></html>`;

describe("readHtml", () => {
  test("the article's paragraphs and nothing else", () => {
    const page = readHtml(PAGE);
    expect(page?.text).toBe([ONE, TWO, THREE].join("\n\n"));
    expect(page?.isShallow).toBe(false);
  });

  test("metadata from meta elements", () => {
    expect(readHtml(PAGE)?.metadata).toEqual({
      title: "Pier to reopen",
      byline: ["Ana Prado"],
      outlet: "Coastal Tribune",
      published: "2021-03-04T10:22:00+00:00",
      language: "en-GB",
    });
  });

  test("JSON-LD in a graph, with references, before meta elements", () => {
    const data = {
      "@graph": [
        { "@type": "Organization", "@id": "#org", name: "Northern Herald" },
        { "@type": "Person", "@id": "#ana", name: "Ana Prado" },
        {
          "@type": ["NewsArticle"],
          headline: "Pier will &amp;quot;reopen&amp;quot;",
          datePublished: "2021-03-05",
          author: [{ "@id": "#ana" }, { name: "Tom Webb" }],
          publisher: { "@id": "#org" },
        },
      ],
    };
    const page = readHtml(
      PAGE.replace("</head>", `<script type="application/ld+json">${JSON.stringify(data)}</script></head>`),
    );
    expect(page?.metadata).toMatchObject({
      byline: ["Ana Prado", "Tom Webb"],
      outlet: "Northern Herald",
      published: "2021-03-05",
    });
  });

  test("broken JSON-LD falls back to meta elements", () => {
    const page = readHtml(
      PAGE.replace("</head>", '<script type="application/ld+json">{"@type": "NewsArticle",</script></head>'),
    );
    expect(page?.metadata.outlet).toBe("Coastal Tribune");
  });

  test("credits above the text go into the metadata", () => {
    const page = readHtml(
      `<html><body><article><h1>Pier to reopen</h1><p>By Ana Prado, Example News Agency</p><p>Published: 4 March 2021</p><p>${ONE}</p><p>${TWO}</p><p>${THREE}</p></article></body></html>`,
    );
    expect(page?.text).toBe([ONE, TWO, THREE].join("\n\n"));
    expect(page?.metadata).toMatchObject({
      title: "Pier to reopen",
      byline: ["Ana Prado"],
      agency: "Example News Agency",
      published: "2021-03-04",
    });
  });

  test("a date from time, or from the address", () => {
    const body = `<body><article><p>${ONE}</p><p>${TWO}</p></article></body>`;
    expect(
      readHtml(
        `<html><head></head>${body.replace("<p>", '<time datetime="2021-03-04T10:00Z">4 March</time><p>')}</html>`,
      )?.metadata.published,
    ).toBe("2021-03-04T10:00Z");
    expect(
      readHtml(
        `<html><head><link rel="canonical" href="https://example.org/2021/03/04/pier"></head>${body}</html>`,
      )?.metadata.published,
    ).toBe("2021-03-04");
  });

  test("fragments: lists, breaks, entities, white space", () => {
    expect(
      readHtml(
        `<p>${ONE}</p>\n<ul><li>First  item</li><li>Second&nbsp;item</li></ul><p>a<br>b<br><br>c &amp; d &#8217;</p>`,
      )?.text,
    ).toBe(`${ONE}\n\nFirst item\n\nSecond\u00a0item\n\na\nb\n\nc & d ’`);
  });

  test("pages without text", () => {
    for (const html of [
      "",
      "<html></html>",
      "<html><body><script>x()</script></body></html>",
      "<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>",
    ]) {
      expect(readHtml(html), html).toBeNull();
    }
  });

  test("pages that no tree takes are scanned", () => {
    const deep = `<html><head><title>Pier to reopen</title></head><body>${"<div>".repeat(20_000)}<p>${ONE}</p><p>${TWO}</p>`;
    expect(isUnparseable(deep)).toBe(true);
    expect(readHtml(deep)).toMatchObject({ text: `${ONE}\n\n${TWO}`, isShallow: true });
  });

  test("any markup: nothing throws", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<article>",
        "<html>",
        "<body>",
        "<",
        ">",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp",
        "<table><tr><td>",
        "<svg>",
        "<br>",
        ONE,
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        expect(readHtml(html)).toEqual(readHtml(html));
        scanHtml(html);
      }),
      { numRuns: 200 },
    );
  });
});

test("stripRaw leaves out scripts and comments, keeps JSON-LD", () => {
  expect(stripRaw('a<script>var x = "<p>";</script >b<!-- <p> -->c<style>p{}</style>d')).toBe("abcd");
  expect(stripRaw('<script type="application/ld+json">{}</script>')).toContain("{}");
  expect(stripRaw("a<!-- never closed")).toBe("a");
});

test("scanHtml takes the densest run", () => {
  const menu = '<ul><li><a href="/">Home</a></li><li><a href="/n">News of the harbour</a></li></ul>';
  const blocks = scanHtml(
    `${menu}<p>${ONE}</p><figure>x</figure><p>${TWO}</p><p>Short.</p><p>${THREE}</p>${menu}<p>Contact</p>`,
  );
  expect(blocks.map((b) => b.text)).toEqual([ONE, TWO, "Short.", THREE]);
});

test("decodeEntities", () => {
  expect(decodeEntities("&lt;a&gt; &amp;amp; &#8217; &#x2019; &#146; &nosuch; & x")).toBe(
    "<a> &amp; ’ ’ ’ &nosuch; & x",
  );
});

describe("readMarkdown", () => {
  test("readable text without marks", () => {
    const { text, metadata } = readMarkdown(
      `# Pier *to* reopen\n\nThe **council** voted on [Tuesday](https://example.org "x") to\nreopen the _northern_ pier.<!-- note -->\n\n> “We have \`an\` agreement,” he said.\n> It holds.\n\n![pier](pier.jpg)\n\n* First item\n* Second \\*item\\*\n\n1. One\n2) Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n\n~~~\ncode  here\n~~~\n\nsnake_case_word and 2 * 3 * 4 &amp; more\n\n[ref]: https://example.org\n`,
      "a.md",
    );
    expect(text.split("\n\n")).toEqual([
      "Pier to reopen",
      "The council voted on Tuesday to reopen the northern pier.",
      "“We have an agreement,” he said. It holds.",
      "First item",
      "Second *item*",
      "1. One",
      "2. Two",
      "a | b",
      "1 | 2",
      "---",
      "code  here",
      "snake_case_word and 2 * 3 * 4 & more",
    ]);
    expect(metadata?.title).toBe("Pier to reopen");
  });

  test("front matter is metadata", () => {
    const { text, metadata } = readMarkdown(
      `---\ntitle: "Pier: to reopen"\nauthor:\n  - Ana Prado\n  - Tom Webb\ndate: 2021-03-04 # first edition\noutlet: Coastal Tribune\ntags: [a, b]\n---\n\n${ONE}\n`,
      "a.md",
    );
    expect(text).toBe(ONE);
    expect(metadata).toEqual({
      title: "Pier: to reopen",
      byline: ["Ana Prado", "Tom Webb"],
      published: "2021-03-04",
      outlet: "Coastal Tribune",
    });
  });

  test("TOML front matter; a rule at the top is none", () => {
    expect(readFrontMatter('+++\ntitle = "Pier"\n+++\ntext')?.fields.get("title")).toBe("Pier");
    expect(readFrontMatter("---\n\nText.\n\n---\n")).toBeNull();
  });

  test("setext headings", () => {
    expect(readMarkdown(`Pier to reopen\n===\n\n${ONE}`, "a.md")).toMatchObject({
      text: `Pier to reopen\n\n${ONE}`,
      metadata: { title: "Pier to reopen" },
    });
  });
});
