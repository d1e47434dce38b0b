/**
 * What must hold for every text, however odd: in, an article with what was made of it; out, the laws that are broken,
 * in words.
 *
 * The document's: words in order, nothing but white space between them, one root a sentence, no cycle. The record's:
 * every span lies in the text and holds exactly the words that it claims, every statement is told in the words of its
 * evidence, what a record points at exists, nothing is an empty string, no id twice, no character is cut in half.
 */
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import type { Evidence, Span } from "../src/core/evidence.js";
import type { ArticleRecord, WithinArticle } from "../src/core/records.js";
import type { ParsedDoc } from "../src/language/doc.js";

const HALF = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** Broken laws of the words, sentences and trees of one text. */
export function checkDoc(doc: ParsedDoc): string[] {
  const broken: string[] = [];
  const { text, length, start, end, sentence, head } = doc;
  let at = 0;
  for (let i = 0; i < length; i++) {
    if (start[i] < at || end[i] <= start[i] || end[i] > text.length)
      broken.push(`word ${i} at ${start[i]}-${end[i]}, behind ${at}`);
    if (text.slice(at, start[i]).trim() !== "") broken.push(`characters lost before word ${i}`);
    at = end[i];
  }
  if (text.slice(at).trim() !== "") broken.push("characters lost at the end");
  const depth = new Int32Array(length).fill(-1);
  for (let s = 0; s + 1 < sentence.length; s++) {
    let roots = 0;
    for (let i = sentence[s]; i < sentence[s + 1]; i++) {
      if (head[i] < 0) roots++;
      else if (head[i] < sentence[s] || head[i] >= sentence[s + 1])
        broken.push(`the head of word ${i} stands outside its sentence`);
      if (!reachesRoot(head, depth, i)) broken.push(`word ${i} hangs in a cycle`);
    }
    if (roots !== 1) broken.push(`sentence ${s} has ${roots} roots`);
  }
  return broken;
}

/** True if the heads above word i lead to a root; `depth` remembers those that do. */
function reachesRoot(head: Int32Array, depth: Int32Array, i: number): boolean {
  const path: number[] = [];
  let node = i;
  while (node >= 0 && depth[node] < 0) {
    if (path.length > head.length) return false;
    path.push(node);
    node = head[node];
  }
  let above = node < 0 ? 0 : depth[node];
  while (path.length > 0) depth[path.pop() as number] = ++above;
  return true;
}

/** Broken laws of an article and its records. */
export function checkRecords({ article, records, problems }: AnalysedArticle): string[] {
  const broken = checkArticle(article);
  const ids = new Set<string>();
  for (const record of records) {
    const say = (what: string) => broken.push(`${record.kind} ${record.id} (${record.rule}): ${what}`);
    if (ids.has(record.id)) say("its id stands twice");
    ids.add(record.id);
    if (record.article !== article.id) say(`belongs to ${record.article}`);
    for (const fault of checkEvidence(article, record.evidence)) say(fault);
    for (const field of findEmptyStrings(record)) say(`${field} is an empty string`);
    for (const fault of checkWritten(article, record)) say(fault);
  }
  // JSON escapes half characters, and only those, in this way.
  if (!HALF.test(JSON.stringify(article.text)) && HALF.test(JSON.stringify([article, records])))
    broken.push("a character of the text is cut in half");
  for (const record of records) {
    for (const id of pointedAt(record))
      if (!ids.has(id)) broken.push(`${record.kind} ${record.id} points at ${id}, which is not there`);
  }
  for (const { code, message, start, end } of problems) {
    if (code === "analysis-failed") broken.push(message);
    if (start !== undefined && end !== undefined && !isInside(article.text, { start, end }))
      broken.push(`problem ${code} at ${start}-${end}`);
  }
  return broken;
}

function checkArticle(article: ArticleRecord): string[] {
  const shown = [...article.evidence, ...article.boilerplate];
  return [...checkEvidence(article, shown), ...findEmptyStrings({ ...article, text: "-" })].map(
    (fault) => `article: ${fault}`,
  );
}

/** Evidence that is not what it claims to be. */
function checkEvidence(
  article: ArticleRecord,
  evidence: readonly (Omit<Evidence, "part"> & { part: string })[],
) {
  const broken: string[] = [];
  for (const { start, end, text, part, article: of } of evidence) {
    if (!isInside(article.text, { start, end }))
      broken.push(`${part} at ${start}-${end} of ${article.text.length}`);
    else if (article.text.slice(start, end) !== text)
      broken.push(`${part} at ${start}-${end} is other words`);
    if (of !== article.id) broken.push(`${part} is shown in ${of}`);
  }
  return broken;
}

/** Fields that say "as written" and are not. */
function checkWritten(article: ArticleRecord, record: WithinArticle): string[] {
  const broken: string[] = [];
  if (record.kind === "statement") {
    const content = record.evidence.filter((e) => e.part === "content").map((e) => e.text);
    if (content.join(" ") !== record.content) broken.push("its content is not its evidence's words");
  }
  const { date } = record;
  const written = new Set(textsOf(record));
  // The words of a date in the file's metadata stand outside the text.
  if (date?.text !== undefined && record.kind === "role") written.delete(date.text);
  for (const text of written) if (!article.text.includes(text)) broken.push(`"${text}" is not in the text`);
  return broken;
}

/** Values of all fields `text` of the record, evidence aside. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, field]) => {
    if (key === "evidence") return [];
    return key === "text" && typeof field === "string" ? [field] : textsOf(field);
  });
}

function findEmptyStrings(value: unknown, path = ""): string[] {
  if (value === "") return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, field]) =>
    findEmptyStrings(field, path === "" ? key : `${path}.${key}`),
  );
}

/** Ids of the statements that a record names. */
function pointedAt(record: WithinArticle): string[] {
  const chain = "attribution" in record ? record.attribution.flatMap((link) => link.statement ?? []) : [];
  return record.kind === "statement" && record.parent !== null ? [...chain, record.parent] : chain;
}

function isInside(text: string, { start, end }: Span): boolean {
  return start >= 0 && start < end && end <= text.length;
}
