/** Mentions that the actors of the article already are, each with the kind of entity that it names. */
import { getForm, type ParsedDoc } from "../language/doc.js";
import type { ActorMention } from "./actor-mention.js";
import type { AddEntity, EntityInput } from "./entity-mention.js";
import { addName, kindOfName, type NameVotes } from "./entity-names.js";
import {
  isAbbreviatedAdjective,
  isAttribute,
  isDefinite,
  isPlural,
  nameStart,
  withDeterminer,
} from "./entity-words.js";
import type { Toponym } from "./place-mention.js";

export function addActors(input: EntityInput, votes: NameVotes, add: AddEntity): void {
  const { doc, toponyms } = input;
  const places = new Set(
    toponyms.flatMap(({ from, to, use }) => (use === "place" || use === "actor" ? [`${from} ${to}`] : [])),
  );
  for (const mention of input.actors.mentions) {
    const { from, to, kind, office, rule } = mention;
    switch (kind) {
      case "person":
        addPerson(input, mention, votes, add);
        break;
      case "role": {
        const isGroup = isPlural(doc, office === undefined ? to - 1 : office.to - 1);
        const first = withDeterminer(doc, from, to);
        // "a deputy" is somebody, "as deputy" an office
        if (isGroup || first < from || /^\p{Lu}/u.test(getForm(doc, from)))
          add(first, to, isGroup ? "group" : "person", "actor");
        break;
      }
      case "state":
        if (isAbbreviatedAdjective(doc, from, to)) break;
        add(from, to, "place", "actor");
        // a state that is spoken of with "the" mostly acts
        if (isDefinite(doc, from, to)) add(from - 1, to, "group", "actor");
        break;
      case "seat":
        add(from, to, "place", "actor");
        break;
      case "group":
        add(from, to, isAttribute(doc, from, to) && rule !== "demonym" ? "nationality" : "group", "actor");
        break;
      case "name":
        // "the Horn of Africa Otieno Were": a place and a person that one run of capitals joins
        if (!places.has(`${from} ${to}`)) addName(input, placeEnd(toponyms, from, to), to, votes, add);
        break;
      default:
        addBody(input, mention, add);
    }
  }
}

/** Where a place of several words ends that a longer run begins with; `from` where none does. */
function placeEnd(toponyms: readonly Toponym[], from: number, to: number): number {
  const place = toponyms.find((t) => t.from === from && t.to > from + 1 && t.to < to);
  return place?.to ?? from;
}

function addPerson(
  input: EntityInput,
  { from, to, office, rule }: ActorMention,
  votes: NameVotes,
  add: AddEntity,
): void {
  const { doc, table } = input;
  const name = office?.to ?? from;
  const told = kindOfName(doc, table, name, to);
  const isThing =
    hasGroupWord(input, name, to) || told === "none" || (told === "place" && office === undefined);
  if (isThing && rule !== "table of office-holders") {
    addName(input, from, to, votes, add);
    return;
  }
  add(from, to, "person", "actor");
  // the name without the title before it, or behind it
  if (office !== undefined && office.from > from + 1)
    add(from, nameEnd(doc, from, office.from), "person", "actor");
  if (office !== undefined && office.from <= from + 1) add(nameStart(doc, from, to), to, "person", "actor");
}

/** "Amina Otieno[, the deputy governor]" */
function nameEnd(doc: ParsedDoc, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (getForm(doc, i) === ",") return i;
  return from;
}

/** "Amber Computer Society" is nobody's given and family name. */
function hasGroupWord({ doc, table }: EntityInput, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (table.name.get(getForm(doc, i)) === "group") return true;
  return false;
}

function addBody({ doc, table }: EntityInput, { from, to, kind }: ActorMention, add: AddEntity): void {
  const described = to === from + 1 ? table.common.get(doc.lemma[from].toLowerCase()) : undefined;
  const isGroup = described === undefined || (described === "person" && isPlural(doc, from));
  add(kind === "body" ? from : withDeterminer(doc, from, to), to, isGroup ? "group" : described, "actor");
  if (kind === "body" && isDefinite(doc, from, to)) add(from - 1, to, "group", "actor");
}
