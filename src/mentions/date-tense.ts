/**
 * Which way a date without a year points: by the verbs around it.
 *
 * In: a sentence's tokens and where the expression stands. Out: -1 past, 1 future, 0 not said. Method: the
 * nearest cue before the expression in its clause, then the nearest behind it: a modal or a word of planning
 * looks forward, a past form looks back. Works on words alone, before any tagging; irregular verbs are listed.
 */
import type { DateTokens } from "./date-tokens.js";
import { MONTHS, WEEKDAYS } from "./date-words.js";

const FUTURE = new Set(
  "will wo shall ll would scheduled slated due expected upcoming forthcoming planned plans plan planning intends tomorrow ahead expire expires opens begins starts convenes resumes departs".split(
    " ",
  ),
);
const PAST = new Set(
  (
    "was were had did has have been said told met began went took came held killed fell rose grew lost won left made gave found saw hit shot fought " +
    "broke brought built bought became kept led sent spoke stood struck thought wrote felt fled got heard knew laid paid ran sold sought spent swore " +
    "threw withdrew chose drew drove flew rode sank since ended taken given seen written spoken known shown driven chosen stolen " +
    "fallen grown begun done gone drawn sworn thrown torn worn beaten forgotten hidden bitten born"
  ).split(" "),
);
const MODALS = new Set(["may", "might", "must", "should", "can"]);
/** Words before "to" and a verb that make it a plan. */
const PLANNING = new Set(
  (
    "agreed agree agrees plan plans planned planning expected expects expect schedule scheduled due vowed vow want wants wanted promise promised promises hope hopes hoped " +
    "intend intends intended proposed propose proposes call calls called urged decided set about preparing prepare prepares invited pledged likely ready poised bound is are am going unlikely needs need aims aim slated"
  ).split(" "),
);
/** Words in -ed that are no past tense. */
const NOT_PAST = new Set("united hundred red armed related based proposed aged".split(" "));
/** Words that make a date share the verb of the one before. */
const JOINTS = new Set(["and", "or", "to", "until", "through", "but"]);
const RELATIVES = new Set(["which", "who", "whose", "where"]);
/** How far a cue may stand; a past verb farther off says little, the past being assumed anyway. */
const REACH = 24;
const PAST_REACH = 8;
const OPENERS = new Set("in on at by since before after during from between late early until".split(" "));

/** -1, 0 or 1 for the expression at tokens `from … to - 1`. */
export function findDirection(t: DateTokens, from: number, to: number): -1 | 0 | 1 {
  const back = scanBack(t, from);
  const isEnd = t.is(from - 1, "until") || t.is(from - 1, "till");
  if (isEnd && back === -1 && isStillSo(t, from - 1)) return 1;
  if (back !== 0) return back;
  const ahead = scanAhead(t, to, from <= 1 || (from <= 7 && OPENERS.has(t.lower(0))));
  // A deadline lies ahead unless a verb says that it has passed.
  return ahead === 0 && (isEnd || t.is(from - 1, "by")) ? 1 : ahead;
}

/** "has been closed until Monday", "is shut until Monday": what still holds ends later. */
function isStillSo(t: DateTokens, from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - PAST_REACH); i--) {
    if (isBreak(t, i) || PAST_HELPERS.has(t.lower(i))) return false;
    if (PRESENT_HELPERS.has(t.lower(i))) return true;
  }
  return false;
}

const PRESENT_HELPERS = new Set("is are has have remains remain stays stay".split(" "));
const PAST_HELPERS = new Set("was were had did".split(" "));

function scanBack(t: DateTokens, from: number): -1 | 0 | 1 {
  let crossed = false;
  const joined = JOINTS.has(t.lower(from - 1)) || JOINTS.has(t.lower(from - 2));
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    if (isBreak(t, i)) return 0;
    if (t.at(i).text === ",") crossed = true;
    // "will pay on Nov. 15 to holders as of Oct. 31": the first date has used up the verb.
    if (!joined && t.isCapital(i) && (MONTHS.has(t.lower(i)) || WEEKDAYS.has(t.lower(i)))) return 0;
    const cue = readCue(t, i);
    // A past verb beyond a comma belongs to another clause: "has announced cuts, with closures in October".
    if (cue !== 0) return cue === -1 && (crossed || from - i > PAST_REACH) ? 0 : cue;
  }
  return 0;
}

/** Beyond a comma only where the date opens its sentence: "On May 3, the council will …". */
function scanAhead(t: DateTokens, to: number, opens: boolean): -1 | 0 | 1 {
  for (let i = to; i < Math.min(t.length, to + REACH); i++) {
    if (isBreak(t, i)) return 0;
    // "the talks, which began in May, would resume": over the relative clause.
    if (t.at(i).text === "," && RELATIVES.has(t.lower(i + 1))) {
      i++;
      while (i < to + 2 * REACH && t.at(i).text !== ",") i++;
      continue;
    }
    if (t.at(i).text === "," && !opens) return 0;
    const cue = readCue(t, i);
    if (cue !== 0) return cue === -1 && !opens && i - to > PAST_REACH ? 0 : cue;
  }
  return 0;
}

function isBreak(t: DateTokens, i: number): boolean {
  const { text } = t.at(i);
  // "said that …": what is said has its own verb.
  if (t.is(i, "that") || t.is(i, "because") || t.is(i, "while")) return true;
  return text === ";" || text === "“" || text === "”" || text === '"' || text === "(" || text === ")";
}

function readCue(t: DateTokens, i: number): -1 | 0 | 1 {
  const word = t.lower(i);
  if (t.at(i).kind !== "word") return 0;
  if (
    word === "to" &&
    t.at(i + 1).kind === "word" &&
    !t.isCapital(i + 1) &&
    !/^(?:the|a|an|this|that|its|his|her|their|about|be)$/.test(t.lower(i + 1))
  )
    return PLANNING.has(t.lower(i - 1)) ? 1 : 0;
  if (word === "to" && t.is(i + 1, "be")) return 1;
  if (MODALS.has(word) && !t.isCapital(i)) return t.is(i + 1, "have") || t.is(i + 2, "have") ? 0 : 1;
  if (FUTURE.has(word)) {
    if (word === "would" || word === "due") return word === "due" && t.is(i + 1, "to") ? 0 : 1;
    return 1;
  }
  if (PAST.has(word)) {
    // "has to", "have been scheduled", "had been due" leave it to the next cue.
    // "to be held", "will be met": the modal decides.
    if (t.is(i - 1, "be") || t.is(i - 1, "being")) return 0;
    if ((word === "has" || word === "have" || word === "been") && looksAhead(t, i + 1)) return 1;
    if ((word === "has" || word === "have" || word === "had") && t.is(i + 1, "to")) return 0;
    return -1;
  }
  if (word.length > 4 && word.endsWith("ed") && !word.endsWith("eed") && !NOT_PAST.has(word)) {
    // "to be held", "will be released": the modal decides.
    return t.is(i - 1, "be") || t.is(i - 1, "being") ? 0 : -1;
  }
  return 0;
}

function looksAhead(t: DateTokens, i: number): boolean {
  const at = t.is(i, "been") ? i + 1 : i;
  return (
    t.is(at, "scheduled") ||
    t.is(at, "planned") ||
    t.is(at, "set") ||
    t.is(at, "slated") ||
    t.is(at, "called")
  );
}

/** Verbs whose date is that of the saying. */
const SAYING = new Set(
  "said says say told tells added adds stated states reported reports wrote writes confirmed".split(" "),
);
/** Words between such a verb and its date: "told reporters late on Tuesday", "said in a statement on Tuesday". */
const BETWEEN_SAYING = new Set(
  "on in at to a an the late early here reporters journalists parliament statement interview news press conference briefing".split(
    " ",
  ),
);

/** True if the date at `from` tells when something was said. */
export function isReportDate(t: DateTokens, from: number): boolean {
  let at = from - 1;
  while (BETWEEN_SAYING.has(t.lower(at))) at--;
  return SAYING.has(t.lower(at));
}
