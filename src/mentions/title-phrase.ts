/** A title with what stands left and right of it: "Kenya's Deputy Foreign Minister NAME". */
import type { ParsedDoc } from "../language/doc.js";
import { isBodyWord } from "./body-words.js";
import type { Chunk } from "./chunks.js";
import { readOwners, readOwnersRight } from "./phrase-owners.js";
import { boundEntry, isName, type RolePhrase, writtenName } from "./role-phrase.js";

/** Titles that lead to a place of service, not to the state served: "ambassador to Baku". */
const LEADS_TO = new Set(["of", "for", "to", "at", "in", "with"]);

/** Classes of titles borne in another state or at a body: "ambassador to Baku", "representative at NATO". */
const SERVES_AT =
  /^(ambassador|permanent-representative|envoy|special-representative|high-representative|special-rapporteur|consul|diplomat|adviser|commissioner|high-commissioner)$/;

/** A title run at chunk `c` with what stands left and right of it. */
export function readTitlePhrase(
  doc: ParsedDoc,
  forms: readonly string[],
  chunks: readonly Chunk[],
  c: number,
): { phrase: RolePhrase; last: number } | undefined {
  let end = c;
  while (
    end + 1 < chunks.length &&
    (chunks[end + 1].class === "title" || chunks[end + 1].class === "qualifier")
  )
    end++;
  if (!chunks.slice(c, end + 1).some((k) => k.class === "title")) return undefined;
  // "National" in "the National Security Bureau" is a word of its name.
  if (isName(chunks[end + 1]) && namesBody(forms, chunks[end + 1])) return undefined;
  const own = findOwn(chunks.slice(c, end + 1));
  const titles = chunks.slice(c, chunks.indexOf(own) + 1);
  const left = readOwners(forms, chunks, c - 1);
  let last = end;
  let name: Chunk | undefined;
  let { office, body, state, span: owner } = left;
  let next = chunks[last + 1];
  if (next?.class === "word" && LEADS_TO.has(forms[next.from].toLowerCase())) {
    const right = readOwnersRight(forms, chunks, last + 2);
    const preposition = forms[next.from].toLowerCase();
    const isOwn =
      right !== undefined &&
      (preposition === "of" ||
        isName(chunks[skipTitles(forms, chunks, right.last + 1)]) ||
        (SERVES_AT.test(own.entries[0].id) && isBelow(doc, right.span, titles[0].from, own.to)) ||
        (preposition === "for" && isBelow(doc, right.span, titles[0].from, own.to)));
    if (right !== undefined && isOwn) {
      const serves = forms[next.from].toLowerCase() !== "to" && forms[next.from].toLowerCase() !== "in";
      if (serves) {
        office ??= right.office;
        body ??= right.body;
        state ??= right.state;
        owner ??= right.span;
      }
      last = right.last;
      next = chunks[last + 1];
    }
  }
  let at = last + 1;
  if (last > end && next?.class === "word" && forms[next.from] === ",") at++;
  // "ambassador to Lima Dr NAME": an honorific may stand before the name.
  while (
    at > end + 1 &&
    (chunks[at]?.class === "title" || chunks[at]?.class === "qualifier") &&
    isName(chunks[at + 1])
  )
    at++;
  if (isName(chunks[at])) {
    name = chunks[at];
    last = at;
  }
  // "Prime Minister NAME of X": whose the title is may stand behind the name.
  if (name !== undefined && (body ?? state) === undefined && isWord(forms, chunks[last + 1], "of")) {
    const right = readOwnersRight(forms, chunks, last + 2);
    if (right !== undefined) {
      ({ body, state } = right);
      office ??= right.office;
      owner ??= right.span;
      last = right.last;
    }
  }
  const status = left.first === undefined ? undefined : readStatus(chunks[left.first - 1]);
  const entry = boundEntry(own, state);
  const words = titles.flatMap((t) => forms.slice(t.from, t.to));
  if (entry.of !== undefined) {
    // "UN chief", "US secretary of state": the first word is whose title it is.
    if (entry.of.class === "body") body ??= entry.of;
    else state ??= entry.of;
    words.splice(own.from - titles[0].from, 1);
  }
  if (status !== undefined) words.unshift(...forms.slice(status.from, status.to));
  const text = words.join(" ").toLowerCase().replace(/ - /g, "-");
  const gender = genderOf(words);
  return {
    phrase: {
      from: status?.from ?? left.from ?? titles[0].from,
      to: chunks[last].to,
      title: {
        from: titles[0].from,
        to: own.to,
        text: name === undefined ? text : inSingular(text),
        entry,
        ...(gender ? { gender } : {}),
      },
      ...(office ? { office } : {}),
      ...(body ? { body } : {}),
      ...(state ? { state } : {}),
      ...(owner ? { owner } : {}),
      ...(name ? { name: writtenName(name) } : {}),
    },
    last,
  };
}

/** The chunk behind a comma and titles of courtesy. */
function skipTitles(forms: readonly string[], chunks: readonly Chunk[], c: number): number {
  let k = isWord(forms, chunks[c], ",") ? c + 1 : c;
  while (chunks[k]?.class === "title" || chunks[k]?.class === "qualifier") k++;
  return k;
}

/** True where the tree hangs the words of `span` on words `from` to `to`. */
function isBelow(
  doc: ParsedDoc,
  span: { from: number; to: number } | undefined,
  from: number,
  to: number,
): boolean {
  if (span === undefined) return false;
  for (let i = span.from; i < span.to; i++) if (doc.head[i] >= from && doc.head[i] < to) return true;
  return false;
}

/** The last title; a rank behind an office is a form of address ("spokesman Colonel NAME"). */
function findOwn(run: readonly Chunk[]): Chunk {
  const titles = run.filter((chunk) => chunk.class === "title");
  return titles.findLast((chunk) => chunk.entries[0].style === undefined) ?? titles[titles.length - 1];
}

function isWord(forms: readonly string[], chunk: Chunk | undefined, word: string): boolean {
  return chunk?.class === "word" && forms[chunk.from].toLowerCase() === word;
}

/** "head of the Polish National Security Bureau": no person is called so. */
function namesBody(forms: readonly string[], { from, to }: Chunk): boolean {
  return to - from > 1 && isBodyWord(forms[to - 1]);
}

/** "former" in "the former Bolivian president": it tells of the title behind the state's name. */
function readStatus(chunk: Chunk | undefined): Chunk | undefined {
  const isStatus = chunk?.entries.some((e) => /^mod-(former|acting|outgoing|designate)$/.test(e.id));
  return isStatus ? chunk : undefined;
}

/** "foreign ministers" of which this name is one: "foreign minister". */
function inSingular(title: string): string {
  return title.replace(/^(.*?[^s])s(?= of | for |$)/, (whole, one: string) =>
    / (of|for) /.test(one) ? whole : one,
  );
}

function genderOf(words: readonly string[]): "female" | "male" | undefined {
  for (const word of words) {
    if (/(woman|women|queen|princess|empress|duchess|baroness|mrs\.?|ms\.?|lady|madame|sheikha)$/i.test(word))
      return "female";
    if (
      /([a-z]man|king|prince|emperor|duke|mr\.?|sir|lord|sheikh|ayatollah|pope|patriarch|cardinal|imam)$/i.test(
        word,
      )
    )
      return "male";
  }
  return undefined;
}
