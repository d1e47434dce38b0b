/** One text read for the tests of actors: its mentions in words, and who any words of it stand for. */
import { expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { findActors } from "../../src/mentions/actors.js";
import type { ResolvedActor } from "../../src/mentions/source-resolver.js";
import { loadResources } from "../../src/resources.js";

const { analyse, names } = await loadResources({ withoutAttribution: true });

export interface ReadActors {
  /** Each mention as `text = id or name`. */
  readonly found: readonly string[];
  /** The mention that `text` opens: its id, or its name where it has none. */
  idOf(text: string): string | undefined;
  /** `person: title class @ body id` of each mention with an office. */
  readonly offices: readonly string[];
  /** Resolves the `nth` place (from 1) of `phrase`. */
  resolve(phrase: string, nth?: number): ResolvedActor;
  readonly text: string;
}

/** Reads `text` as an article published on `published`. */
export function readActors(text: string, published?: string): ReadActors {
  const { article } = makeArticle({
    origin: "case",
    text,
    ...(published ? { metadata: { published } } : {}),
  });
  const doc = analyse(text);
  const actors = findActors(doc, article, names);
  const { mentions } = actors;
  const show = ({ ref }: { ref: { id?: string; name: string } }) => ref.id ?? `"${ref.name}"`;
  const resolve = (phrase: string, nth = 1): ResolvedActor => {
    let at = -1;
    for (let n = 0; n < nth; n++) at = text.indexOf(phrase, at + 1);
    if (at < 0) throw new Error(`"${phrase}" does not stand ${nth} times in "${text}"`);
    const words = Array.from({ length: doc.length }, (_, i) => i).filter(
      (i) => doc.start[i] >= at && doc.end[i] <= at + phrase.length,
    );
    return actors.resolve(words);
  };
  return {
    text,
    resolve,
    found: mentions.map((mention) => `${mention.ref.text} = ${show(mention)}`),
    idOf: (written) => {
      const mention = mentions.find(({ ref }) => ref.text === written);
      return mention && show(mention);
    },
    offices: mentions.flatMap(({ ref, office }) =>
      office ? [`${ref.name}: ${office.title} [${office.class}] @ ${office.of?.id ?? "-"}`] : [],
    ),
  };
}

/** Text, the words of a mention, its id (or its name in quotation marks), the date of the article. */
type Case = readonly [text: string, mention: string, id: string, published?: string];

/** A test for each case. */
export function testCases(cases: readonly Case[]): void {
  const rows = cases.map(([text, mention, id, published]) => ({ text, mention, id, published }));
  test.each(rows)("$text [$mention] is $id", ({ text, mention, id, published }) => {
    const { idOf, found } = readActors(text, published);
    expect(idOf(mention), found.join("; ")).toBe(id);
  });
}
