/**
 * Files that no program should have written: in, a size; out, the bytes of a page, a table or JSON lines of about that
 * many characters, each of a kind that a reader would trip over.
 */
import { SeededRandom } from "../src/learn/seeded-random.js";

/** A file: its ending tells the reader. */
export interface FileFamily {
  readonly ending: string;
  readonly make: (size: number) => string;
}

const BODY = "Kenya's envoy said on Monday that Chad had freed 14 sailors near Mombasa. ";

export const FILE_FAMILIES: Readonly<Record<string, FileFamily>> = {
  "nested elements": { ending: ".html", make: (size) => `<html><body>${repeat("<div>", size)}${BODY}` },
  "nested formatting": { ending: ".html", make: (size) => `<p>${repeat("<b><i>", size)}${BODY}` },
  "elements closed in the wrong order": {
    ending: ".html",
    make: (size) => `<p>${repeat("<b>a<p>b</b>c</i></p>", size)}`,
  },
  "tables in tables": { ending: ".html", make: (size) => repeat(`<table><tr><td>${BODY}`, size) },
  "an element's attributes": {
    ending: ".html",
    make: (size) => `<p ${repeat("a=1 b='2\" c ", size)}>${BODY}</p>`,
  },
  "opened elements": { ending: ".html", make: (size) => `<html>${repeat("<", size)}` },
  "opened comments": { ending: ".html", make: (size) => `<html>${repeat("<!-- <!", size)}` },
  "character references": {
    ending: ".html",
    make: (size) => `<p>${repeat("&amp;&#0;&#xD800;&#1114112;&zwj;&x", size)}`,
  },
  "links in a list": { ending: ".html", make: (size) => `<ul>${repeat("<li><a href=/>more", size)}${BODY}` },
  paragraphs: { ending: ".html", make: (size) => `<article>${repeat(`<p>${BODY}</p>`, size)}` },
  "line breaks": { ending: ".html", make: (size) => `<article>${repeat("a<br><br>", size)}` },
  scripts: {
    ending: ".html",
    make: (size) => `<html>${repeat("<script>if (a</b) '</scr'</script>", size)}${BODY}`,
  },
  "metadata of pages": {
    ending: ".html",
    make: (size) => `<head>${repeat('<meta name="author" content="A B">', size)}</head><p>${BODY}`,
  },
  "structured data": {
    ending: ".html",
    make: (size) => `<script type="application/ld+json">${repeat('{"@graph":[', size)}</script><p>${BODY}`,
  },
  "nested values": { ending: ".jsonl", make: (size) => `{"text":${repeat("[", size)}` },
  "nested and closed values": {
    ending: ".jsonl",
    make: (size) => `{"text":"${BODY}","a":${repeat("[", size / 2)}${repeat("]", size / 2)}}`,
  },
  "short lines": { ending: ".jsonl", make: (size) => repeat('{"text":"A"}\n', size) },
  "broken lines": { ending: ".jsonl", make: (size) => repeat('{"text":"A\n', size) },
  "fields of a line": {
    ending: ".jsonl",
    make: (size) => `{${repeat('"a":1,', size)}"text":"${BODY}"}`,
  },
  "one document": { ending: ".json", make: (size) => `[${repeat('{"text":"A"},', size)}{"text":"B"}]` },
  "an opened cell": { ending: ".csv", make: (size) => `title,text\na,"${repeat(`${BODY},\n`, size)}` },
  "quotation marks in cells": { ending: ".csv", make: (size) => `title,text\n${repeat('"",""""', size)}` },
  "cells of a row": { ending: ".csv", make: (size) => `title,text\n${repeat("a,", size)}` },
  "cells of the head": { ending: ".csv", make: (size) => `${repeat("title,", size)}text\na,b` },
  "rows of too few cells": { ending: ".csv", make: (size) => `title,text\n${repeat("a\n", size)}` },
  emphasis: { ending: ".md", make: (size) => repeat("**a_[b](", size) },
  "nested quotations": { ending: ".md", make: (size) => `${repeat("> ", size)}${BODY}` },
  "front matter": { ending: ".md", make: (size) => `---\n${repeat("title: a\n", size)}---\n${BODY}` },
  "random bytes": { ending: ".txt", make: (size) => drawBytes(size) },
};

function repeat(part: string, size: number): string {
  return part.repeat(Math.ceil(size / part.length));
}

function drawBytes(size: number): string {
  const random = new SeededRandom(size);
  return Array.from({ length: size }, () => String.fromCharCode(Math.floor(random.next() * 256))).join("");
}
