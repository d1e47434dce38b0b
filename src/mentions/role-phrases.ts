/**
 * Phrases of office read off the chunks of a sentence:
 * "Kenya's Deputy Foreign Minister NAME", "the Chinese Foreign Ministry's spokesman", "NAME, the ambassador of X to Y",
 * "the ministry of defence of X".
 *
 * Out: one phrase for each title or office, with its state or body and its name where they stand beside it.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Chunk } from "./chunks.js";
import { isFollowedByTitle, readOwners, readOwnersRight } from "./phrase-owners.js";
import { joinAppositions, shareTitles } from "./role-appositions.js";
import { boundEntry, type RolePhrase } from "./role-phrase.js";
import { readTitlePhrase } from "./title-phrase.js";

/** Sectors of offices that are the state's in which they are: "the junta in Guinea", not "voters in Georgia". */
const GOVERNS_THERE = /^(GOV|LEG|JUD|MIL|COP|SPY|OPP|REB|PRM)$/;
/** Offices that stand in another state: "the embassy in Taipei". */
const ABROAD = /^(embassy|consulate|permanent-mission|trade-mission)$/;

/** All phrases of one sentence, in the order of the text. */
export function findRolePhrases(
  doc: ParsedDoc,
  forms: readonly string[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c];
    if (chunk.class === "title" || chunk.class === "qualifier") {
      const phrase = readTitlePhrase(doc, forms, chunks, c);
      if (phrase !== undefined) {
        phrases.push(phrase.phrase);
        c = phrase.last;
      }
    } else if (chunk.class === "office" && !isFollowedByTitle(forms, chunks, c)) {
      phrases.push(readOfficePhrase(forms, chunks, c));
    }
  }
  const named = joinAppositions(doc, forms, phrases, chunks);
  return shareAdjectives(forms, shareTitles(doc, forms, named, chunks), chunks);
}

function readOfficePhrase(forms: readonly string[], chunks: readonly Chunk[], c: number): RolePhrase {
  const left = readOwners(forms, chunks, c - 1);
  let { body, state } = left;
  let to = chunks[c].to;
  const next = chunks[c + 1];
  if (state === undefined && next?.class === "word" && /^(of|in)$/i.test(forms[next.from])) {
    const right = readOwnersRight(forms, chunks, c + 2);
    const isOfThere = /^of$/i.test(forms[next.from]) || GOVERNS_THERE.test(chunks[c].entries[0].sector ?? "");
    const isAbroad = !/^of$/i.test(forms[next.from]) && ABROAD.test(chunks[c].entries[0].id);
    if (isOfThere && !isAbroad && (right?.state !== undefined || right?.body !== undefined)) {
      state = right.state;
      body ??= right.body;
      to = chunks[right.last].to;
    }
  }
  const office = boundEntry(chunks[c], state);
  return {
    from: left.from ?? chunks[c].from,
    to,
    office,
    ...(body ? { body } : {}),
    ...(state ? { state } : {}),
  };
}

/** "the Chilean and Bolivian delegations": the first adjective stands for a delegation of its own. */
function shareAdjectives(
  forms: readonly string[],
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  return phrases.flatMap((phrase) => {
    let k = chunks.findIndex((chunk) => chunk.from === phrase.from);
    if (phrase.name !== undefined || chunks[k]?.class !== "adjective") return [phrase];
    const shared = [phrase];
    while (chunks[k - 2]?.class === "adjective" && /^(,|and)$/i.test(forms[chunks[k - 1].from])) {
      k -= 2;
      const { from, to, entries } = chunks[k];
      shared.unshift({ ...phrase, from, to, state: entries[0], owner: { from, to } });
    }
    return shared;
  });
}
