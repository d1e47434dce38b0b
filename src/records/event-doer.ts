/**
 * Who stands as subject and object of a word, where the sentence says so only by way of another one: passive, relative
 * clause, coordination, control.
 *
 * The relations are those of Universal Dependencies; what is shared in Enhanced UD (Schuster and Manning, LREC 2016)
 * is found here when asked for.
 */
import { UPOS } from "../language/doc.js";
import {
  childBy,
  type EventView,
  FARTHEST,
  findAntecedent,
  hasMarker,
  isFiniteVerb,
  isInfinitive,
  isPassiveVerb,
  isRelative,
  isVerb,
} from "./event-view.js";
import { relationOf } from "./frame-match.js";

const PRON = UPOS.indexOf("PRON");
const DET = UPOS.indexOf("DET");

/** Who does what verb `i` says: its subject, or the agent of a passive; -1 where nobody is told. */
export function findDoer(view: EventView, i: number): number {
  if (!isPassiveVerb(view, i)) return findSubject(view, i, 0);
  const agent = findAgent(view, i);
  if (agent >= 0) return agent;
  // "was condemned and rejected by the council": the agent stands with the last of them.
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    if (relationOf(view.doc, child) !== "conj" || !isPassiveVerb(view, child)) continue;
    const shared = findAgent(view, child);
    if (shared >= 0) return shared;
  }
  if (relationOf(view.doc, i) === "conj" && isPassiveVerb(view, view.doc.head[i]))
    return findAgent(view, view.doc.head[i]);
  return -1;
}

function findAgent(view: EventView, i: number): number {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (relation === "obl:agent" || (relation === "obl" && hasMarker(view, child, "by"))) return child;
  }
  return findStrayAgent(view, i, 0);
}

/** "was described as a massacre by the elders": an agent that the tree hangs on a word between. */
function findStrayAgent(view: EventView, i: number, depth: number): number {
  if (depth >= 3) return -1;
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (child < i || !/^(obl|obj|xcomp|nmod|advcl)$/.test(relation)) continue;
    if (depth > 0 && hasMarker(view, child, "by") && !isVerb(view, child)) return child;
    const deeper = findStrayAgent(view, child, depth + 1);
    if (deeper >= 0) return deeper;
  }
  return -1;
}

/** To whom it is done: the object, or the subject of a passive; -1 where nobody is told. */
export function findUndergoer(view: EventView, i: number): number {
  const { doc } = view;
  if (isPassiveVerb(view, i)) {
    const subject = findSubject(view, i, 0);
    return subject === findAgent(view, i) ? -1 : subject;
  }
  const own = childBy(view, i, "obj");
  if (own >= 0) return findAntecedent(view, own);
  // "charged him with murder": one object is the object, whatever the tree calls it.
  const indirect = childBy(view, i, "iobj");
  if (indirect >= 0) return findAntecedent(view, indirect);
  // "helped the mayor rebuild the town": the tree gives the person helped to the second verb.
  const clause = childBy(view, i, "ccomp");
  if (clause >= 0 && doc.names.xpos[doc.xpos[clause]] === "VB" && !hasMarker(view, clause, "that")) {
    const subject = childBy(view, clause, "nsubj");
    if (subject >= 0 && subject > i && childBy(view, clause, "aux") < 0) return subject;
  }
  // "the village that the rebels burned", "the village the rebels burned"
  if (relationOf(doc, i) === "acl:relcl" && childBy(view, i, "ccomp", "xcomp") < 0 && !isSetIn(view, i)) {
    const subject = childBy(view, i, "nsubj");
    if (subject >= 0 && !isRelative(view, subject)) return doc.head[i];
  }
  // "condemned and rejected the vote"
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    if (relationOf(doc, child) !== "conj" || !isVerb(view, child)) continue;
    if (childBy(view, i, "obl", "ccomp", "xcomp") >= 0 || childBy(view, child, "nsubj") >= 0) break;
    const shared = childBy(view, child, "obj");
    if (shared >= 0) return shared;
  }
  return -1;
}

/** "the city where the envoys met": the noun before the clause is its place or time. */
function isSetIn(view: EventView, clause: number): boolean {
  const first = view.firstChild[clause];
  for (let child = first; child >= 0 && child < clause; child = view.nextSibling[child])
    if (/^(where|when|why|how)$/.test(view.doc.lemma[child].toLowerCase())) return true;
  return false;
}

/** The grammatical subject of `i`, its own or one that it shares with another verb or noun; -1 for none. */
export function findSubject(view: EventView, i: number, steps: number): number {
  const { doc } = view;
  const own = childBy(view, i, "nsubj", "nsubj:pass", "nsubj:outer");
  if (own >= 0) {
    const antecedent = findAntecedent(view, own);
    return antecedent === own ? own : (findBearer(view, antecedent) ?? antecedent);
  }
  const head = doc.head[i];
  if (head < 0 || steps >= FARTHEST) return -1;
  const relation = relationOf(doc, i);
  switch (relation) {
    case "acl":
      if (!isInfinitive(view, i)) return isAddressed(view, i) ? findDoer(view, doc.head[head]) : head;
      return findBearer(view, head) ?? findSubjectOfNoun(view, head, steps);
    case "acl:relcl":
      return findBearer(view, head) ?? head;
    case "amod":
      return head;
    case "conj":
      return isVerb(view, head) || childBy(view, head, "nsubj", "nsubj:pass") >= 0
        ? findSubject(view, head, steps + 1)
        : -1;
    case "xcomp": {
      const user = findUser(view, i);
      if (user >= 0) return user;
      if (!isPassiveVerb(view, head) && isObjectControlled(view, head))
        return findAntecedent(view, childBy(view, head, "iobj", "obj"));
      return isVerb(view, head) || childBy(view, head, "nsubj", "cop") >= 0
        ? findSubject(view, head, steps + 1)
        : findSubjectOfNoun(view, head, steps);
    }
    case "advcl": {
      if (isFiniteVerb(view, i)) return -1;
      const user = findUser(view, i);
      if (user >= 0) return user;
      // "accused the mayor of hiding it", "kept them from leaving": the object does it.
      const controls =
        hasMarker(view, i, "of", "from", "into") ||
        (hasMarker(view, i, "for") && !TAKES_THINGS.has(doc.lemma[head].toLowerCase()));
      const object = controls && !isPassiveVerb(view, head) ? childBy(view, head, "obj") : -1;
      return object >= 0 ? findAntecedent(view, object) : findSubject(view, head, steps + 1);
    }
    case "parataxis":
      // "was jeered in Lima; was praised by Peru"
      if (isPassiveVerb(view, i) && isVerb(view, head) && i > head) return findSubject(view, head, steps + 1);
      return isInfinitive(view, i) ? findSubject(view, head, steps + 1) : -1;
    case "ccomp":
      return isInfinitive(view, i) ? findSubject(view, head, steps + 1) : -1;
    default:
      return -1;
  }
}

/** Verbs whose own subject acts in their infinitive although they have an object ("promised them to leave"). */
const KEEPS_SUBJECT = new Set([
  "promise",
  "threaten",
  "vow",
  "pledge",
  "use",
  "take",
  "hold",
  "make",
  "call",
  "phone",
  "telephone",
  "meet",
  "visit",
]);

/** Verbs whose object does nothing in a clause with "for" ("imposed sanctions for violating the truce"). */
const TAKES_THINGS = new Set(
  "impose use need give have take pay spend seek set hold make launch face serve offer lift send win".split(
    " ",
  ),
);

/** Verbs of taking something up for an end; who is "called on by" others acts himself. */
const TAKES_UP = new Set(["use", "employ", "hold", "take", "build", "carry"]);

/** "the rope used by the thief to climb in": the agent of the passive that an infinitive is the purpose of; -1 for none. */
function findUser(view: EventView, infinitive: number): number {
  const { doc } = view;
  const passive = doc.head[infinitive];
  if (!isInfinitive(view, infinitive) || !isPassiveVerb(view, passive)) return -1;
  const isUse = TAKES_UP.has(doc.lemma[passive].toLowerCase());
  return isUse ? findAgent(view, passive) : -1;
}

/** "called the mayor to convey support": the object of a verb whose subject acts in its infinitive `i`; -1 for none. */
export function findPurposeObject(view: EventView, i: number): number {
  const { doc } = view;
  const head = doc.head[i];
  if (head < 0 || !/^(xcomp|advcl)$/.test(relationOf(doc, i)) || !isInfinitive(view, i)) return -1;
  return KEEPS_SUBJECT.has(doc.lemma[head].toLowerCase()) ? childBy(view, head, "iobj", "obj") : -1;
}

/** Verbs by which somebody turns to another in writing. */
const WRITES = new Set("write send file submit petition appeal address email lodge".split(" "));

/** True for a verb by which somebody turns to another in writing. */
export function isWriting(view: EventView, verb: number): boolean {
  return isVerb(view, verb) && WRITES.has(view.doc.lemma[verb].toLowerCase());
}

/** Nouns of open ground, on which people gather and which does nothing. */
const GROUND = new Set(
  "street road square avenue boulevard highway motorway park plaza courtyard".split(" "),
);

/**
 * "wrote to the council accusing the mayor", "took to the streets denouncing him": a participle behind the one written
 * to, or the place gathered in, is the subject's.
 */
function isAddressed(view: EventView, clause: number): boolean {
  const { doc } = view;
  const noun = doc.head[clause];
  const verb = doc.head[noun];
  if (verb < 0 || !isVerb(view, verb)) return false;
  if (GROUND.has(doc.lemma[noun].toLowerCase())) return doc.names.xpos[doc.xpos[clause]] === "VBG";
  if (!isWriting(view, verb)) return false;
  if (doc.names.xpos[doc.xpos[clause]] !== "VBG" || !relationOf(doc, noun).startsWith("obl")) return false;
  return hasMarker(view, noun, "to", "with");
}

/** Nouns whose "of" names who is to do what their infinitive says. */
const DONE_BY_OWNER = new Set(
  "attempt bid decision effort failure intention move plan pledge promise refusal threat vow willingness".split(
    " ",
  ),
);

/** "its decision to leave": whoever owns the noun; else the subject of the verb whose object it is. */
function findSubjectOfNoun(view: EventView, noun: number, steps: number): number {
  const owner = childBy(view, noun, "nmod:poss");
  if (owner >= 0) return owner;
  const { doc } = view;
  const head = doc.head[noun];
  // "praised the efforts of a bishop to mediate"
  if (DONE_BY_OWNER.has(doc.lemma[noun].toLowerCase()))
    for (let child = view.firstChild[noun]; child >= 0; child = view.nextSibling[child])
      if (relationOf(doc, child) === "nmod" && hasMarker(view, child, "of", "by")) return child;
  if (head >= 0 && isVerb(view, head) && /^(obj|obl|xcomp)/.test(relationOf(doc, noun)))
    return findDoerOrSubject(view, head, steps + 1);
  for (let child = view.firstChild[noun]; child >= 0; child = view.nextSibling[child])
    if (/^(amod|compound)$/.test(relationOf(doc, child))) return child;
  return childBy(view, noun, "nmod");
}

/** "Chad was one of the first states to sign": what a predicate noun is said of; undefined for any other noun. */
function findBearer(view: EventView, noun: number): number | undefined {
  const { doc } = view;
  const head = doc.head[noun];
  const isOneOf = head >= 0 && relationOf(doc, noun) === "nmod" && doc.lemma[head].toLowerCase() === "one";
  // "Chad was a neighbour and an ally who …": what joins the predicate is said of its subject too.
  const isJoined = head >= 0 && relationOf(doc, noun) === "conj" && childBy(view, noun, "nsubj", "cop") < 0;
  const predicate = isJoined || (isOneOf && hasMarker(view, noun, "of", "among")) ? head : noun;
  if (childBy(view, predicate, "cop") < 0) return undefined;
  const own = childBy(view, predicate, "nsubj");
  // "Chad met them and is an ally who …"
  const shares = own < 0 && relationOf(doc, predicate) === "conj" && isVerb(view, doc.head[predicate]);
  const subject = shares ? childBy(view, doc.head[predicate], "nsubj") : own;
  // "It was the army that shelled the town" says of "it" nothing.
  if (subject < 0 || doc.upos[subject] === PRON || doc.upos[subject] === DET) return undefined;
  return subject;
}

/** True where a verb's object, not its subject, does what its infinitive says ("wants the mayor to resign"). */
export function isObjectControlled(view: EventView, verb: number): boolean {
  return childBy(view, verb, "obj", "iobj") >= 0 && !KEEPS_SUBJECT.has(view.doc.lemma[verb].toLowerCase());
}

function findDoerOrSubject(view: EventView, i: number, steps: number): number {
  return isPassiveVerb(view, i) ? findDoer(view, i) : findSubject(view, i, steps);
}
