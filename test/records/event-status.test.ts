/** What is told of an event: that it happened, is planned, asked for, denied, left open. */
import { expect, test } from "vitest";
import { readEvents } from "./read-events.js";

/** `TYPE status` of each event. */
function tell(text: string): string[] {
  return readEvents(text).map(({ type, status }) => `${type} ${status}`);
}

test.each([
  ["the purpose of a plan", "Portugal will publish a letter to condemn Morocco.", "ACCUSE planned"],
  ["the purpose of a duty", "Chad should travel to Tripoli to meet Libya.", "CONSULT demanded"],
  ["what a wish is to lead to", "Peru would like to fly to Quito to condemn Ecuador.", "ACCUSE planned"],
  ["the means of what is possible", "Norway may offend Russia by condemning Belarus.", "ACCUSE possible"],
  ["a purpose that came about", "Kenya sent an envoy to Juba to condemn Sudan.", "ACCUSE asserted"],
  ["opposition that is announced", "Portugal will oppose Morocco.", "REJECT planned"],
  ["opposition that is planned", "Portugal plans to oppose Morocco.", "REJECT planned"],
  ["a refusal is made now", "Portugal will not meet Morocco.", "REJECT asserted"],
  ["the near future", "Kenya is going to help Somalia.", "AGREE planned"],
  ["the near future, negated", "Kenya is not going to meet Somalia.", "REJECT asserted"],
  ["behind 'after', in the present", "The port opens after Chad meets Libya.", "CONSULT planned"],
  ["behind 'after', in the past", "The port opened after Chad met Libya.", "CONSULT asserted"],
  [
    "a case that may come",
    "Norway closes the port in case Russian troops attack Georgian soldiers.",
    "ASSAULT conditional",
  ],
  ["a subject that denies", "Not every state condemned Brazil.", "ACCUSE denied"],
  ["a demand under a condition", "If he lied, Morocco must apologise to Spain.", "CONCEDE demanded"],
  ["who backs a plan", "Mali thanked Chad for the plan, backed by France on Monday.", "SUPPORT asserted"],
  ["'d for had", "The envoy from Chad, who'd praised Libya in May, left.", "SUPPORT asserted"],
  ["told to", "Kenya told Somalia to withdraw its troops.", "REQUEST asserted"],
  ["what one would urge", "Chad would urge Libya to leave, it said.", "REQUEST planned"],
  ["what one politely urges", "We would urge Libya to leave, Chad said.", "REQUEST asserted"],
  ["arrangements", "Chad is making arrangements to sue Libya.", "ACCUSE planned"],
  ["talks that will take place", "Talks between Chad and Libya will take place on Monday.", "AGREE planned"],
  ["what somebody is sent to do", "The king of Chad sent guards to arrest Ana Sol.", "COERCE planned"],
  ["what somebody is sent to tell", "The king of Chad sent an envoy to meet Ana Sol.", "CONSULT asserted"],
  ["an order that is defied stands", "Chadian nurses defied Mali's curfew.", "COERCE asserted"],
  ["who is asked to ask", "Kenya asked Chad to put pressure on Mali.", "REQUEST demanded"],
  ["dispute of an accusation", "Oslo disputed the accusations by Chad.", "REJECT asserted"],
])("%s", (_, text, told) => {
  expect(tell(text)).toContain(told);
});

test.each([
  ["pressure to leave", "The bishops put pressure on Chad to free the pilots."],
  ["an appeal to leave", "Kenya issued an appeal to the rebels to free the pilots."],
  ["pressed to leave", "Kenya pressed Chad to free the pilots."],
])("what is asked for is not done: %s", (_, text) => {
  expect(tell(text)).toEqual(["REQUEST asserted"]);
});
