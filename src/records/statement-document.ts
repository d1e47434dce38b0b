/**
 * Documents and stations: a source, or what a statement hangs on, that names its channel by itself.
 *
 * "The declaration reads", "issued a letter in which he asks", "The two published a communique. It says": whatever
 * else the sentence tells, the channel is the document. In: words of a draft and the table of channels. Out: the word
 * that names the channel, or the channel itself.
 */
import type { ActorRef } from "../core/records.js";
import { getForm, UPOS } from "../language/doc.js";
import { relationSet } from "../language/relation-set.js";
import { hasForm } from "../language/spelling.js";
import type { AttributionView } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelRow, ChannelTable } from "./channel-table.js";
import { mayBegin } from "./cue-first-words.js";
import { fitsRow, relationOf } from "./frame-match.js";
import { paragraphOf } from "./quotation-kind.js";
import { findRowsAt } from "./row-lookup.js";
import type { StatementDraft } from "./statement-draft.js";

/** A word that names the channel of a statement. */
export interface NamedChannel {
  readonly channel: Channel;
  readonly word: number;
}

const NOUN = UPOS.indexOf("NOUN");
const RELATIVE = relationSet("acl:relcl");
/** Relations of a verb that shares the clause of its head. */
const SHARED = relationSet("conj", "xcomp", "ccomp");

/** Channels that a table's noun names as the place of the saying; as a source they are bodies ("the committee said"). */
const PLACES: ReadonlySet<Channel> = new Set(["broadcast", "testimony", "meeting", "survey"]);

/** What a message of a state is called ("China's note"). */
const STATE_MESSAGE: Channel = "note verbale";

/** The word of `words` that none of the others governs. */
export function headOfPhrase(view: AttributionView, words: readonly number[]): number {
  // Mostly the first or second of them: a set would cost more.
  for (const i of words) if (!view.isPunctuation[i] && !words.includes(view.doc.head[i])) return i;
  return words[0];
}

/** The channel that the noun `head` names by itself ("statement", "letter", "report"). */
export function documentChannel(
  { doc, lemma }: AttributionView,
  head: number,
  channels: ChannelTable,
): Channel | undefined {
  if (!mayBegin(channels.firstWords, lemma[head])) return undefined;
  const rows = channels.byFirstWord.get(doc.lemma[head].toLowerCase())?.filter(isNoun) ?? [];
  // "a telegram" is one, though "on Telegram" is not.
  return (rows.find(isSubject) ?? rows[0])?.channel;
}

/** `channel`, or the narrower one that it is where a state has issued it ("China's note", "the Chinese note"). */
export function channelOfIssuer(channel: Channel, { id, country }: ActorRef): Channel {
  const isState = id === undefined ? country !== undefined : id.startsWith("state:");
  return channel === "message" && isState ? STATE_MESSAGE : channel;
}

/** The document that is the source itself, or the one in whose relative clause the cue stands; null for none. */
export function findDocument(
  view: AttributionView,
  draft: StatementDraft,
  channels: ChannelTable,
): NamedChannel | null {
  const head = draft.source.length === 0 ? -1 : headOfPhrase(view, draft.source);
  const word =
    head >= 0 && isDocument(view, head, channels) ? head : describedDocument(view, draft, channels);
  if (word < 0) return null;
  return { word, channel: documentChannel(view, word, channels)! };
}

/** True for a noun that as a subject is a text: a row lets it say something. */
function isDocument({ doc, lemma }: AttributionView, word: number, channels: ChannelTable): boolean {
  if (doc.upos[word] !== NOUN || !mayBegin(channels.firstWords, lemma[word])) return false;
  const rows = channels.byFirstWord.get(doc.lemma[word].toLowerCase());
  return rows?.some((row) => isNoun(row) && isSubject(row) && !PLACES.has(row.channel)) ?? false;
}

function isSubject(row: ChannelRow): boolean {
  return row.frame.deprel.includes("nsubj");
}

function isNoun(row: ChannelRow): boolean {
  return row.pos === "NOUN" && row.spellings[0].length === 1;
}

/** "a letter in which he asks for talks": the noun that the cue's relative clause hangs on; -1 for none. */
function describedDocument(view: AttributionView, draft: StatementDraft, channels: ChannelTable): number {
  const { doc } = view;
  let clause = draft.anchor;
  while (clause >= 0 && SHARED.has(doc, clause)) clause = doc.head[clause];
  if (clause < 0 || !RELATIVE.has(doc, clause)) return -1;
  const noun = doc.head[clause];
  if (documentChannel(view, noun, channels) === undefined) return -1;
  for (let child = view.firstChild[clause]; child >= 0; child = view.nextSibling[child]) {
    if (!/^(which|where|whereby)$/i.test(getForm(doc, child)) || relationOf(doc, child) === "nsubj") continue;
    return noun;
  }
  return -1;
}

/**
 * "Both ministers issued a press release. It says …", "The resolution names three ports. It asks …": the document that
 * the sentence before made known or had as its subject; -1 for none.
 */
export function documentBefore(view: AttributionView, pronoun: number, channels: ChannelTable): number {
  const { doc } = view;
  const s = view.sentenceOf[pronoun] - 1;
  if (!hasForm(doc, pronoun, "it") || s < 0) return -1;
  if (paragraphOf(view, doc.sentence[s]) !== paragraphOf(view, pronoun)) return -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    const relation = relationOf(doc, i);
    if (!/^(obj|nsubj|nsubj:pass|root)$/.test(relation) || !isDocument(view, i, channels)) continue;
    if (relation !== "obj" && (doc.head[i] === view.root[s] || relation === "root")) return i;
    if (findRowsAt(channels, doc, i).some((row) => fitsRow(view, row, i))) return i;
  }
  return -1;
}

/** The word of the source that says that it is on the air ("Radio Ocean", "state television"); -1 if none. */
export function findStation(view: AttributionView, draft: StatementDraft, channels: ChannelTable): number {
  const { doc } = view;
  const head = draft.source.length === 0 ? -1 : headOfPhrase(view, draft.source);
  for (const word of draft.source) {
    if ((word !== head && doc.head[word] !== head) || !mayBegin(channels.firstWords, view.lemma[word]))
      continue;
    const rows = channels.byLemma.get(doc.lemma[word].toLowerCase());
    if (rows?.some((row) => row.channel === "broadcast" && row.pos === "NOUN" && isSubject(row))) return word;
  }
  return -1;
}
