/**
 * Accounts of labels: the same doers under words of which each takes a side, "rebels" in one report and "separatists"
 * in another.
 *
 * In: the events of a story and the table of labels. Out: an account where two reports have different labels of one
 * kind for those who did it and neither has the other's; by what name a group is known stands beside them.
 * Limits: whoever is called by a label in one report and by a plain word in another ("gunmen") gives no account.
 */
import type { Evidence } from "../core/evidence.js";
import type { AccountRecord, ActorRef, EventRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import type { Label, LabelTable } from "./label-table.js";

/** A label as a report uses it of those who did it. */
interface Labelled {
  readonly event: EventRecord;
  readonly label: Label;
  readonly shown: Evidence;
}

/** The account of what those who did it are called; undefined where nobody takes a side, or all the same. */
export function findLabelAccount(
  members: readonly EventRecord[],
  labels: LabelTable,
  question: string,
): AccountRecord | undefined {
  const labelled = members.flatMap((event) => labelsOf(event, labels));
  const ofArticle = new Map<string, Set<string>>();
  for (const { event, label } of labelled)
    ofArticle.set(event.article, (ofArticle.get(event.article) ?? new Set()).add(label.name));
  const differs = labelled.find((a) =>
    labelled.some(
      (b) =>
        a.label.kind === b.label.kind &&
        !ofArticle.get(a.event.article)?.has(b.label.name) &&
        !ofArticle.get(b.event.article)?.has(a.label.name),
    ),
  );
  if (differs === undefined) return undefined;
  const answers = labelled
    .filter(({ label }) => label.kind === differs.label.kind)
    .map(({ event, label, shown }) => answer(event, label.name, shown));
  const names = members.flatMap((event) =>
    event.actors.filter(isGroup).flatMap((ref) => {
      const shown = shownBy(event, ref);
      return shown === undefined || labels.find(shown.text) !== undefined
        ? []
        : [answer(event, ref.name, shown)];
    }),
  );
  return makeAccount("name", question, [...answers, ...names], "conflict", "label");
}

function labelsOf(event: EventRecord, labels: LabelTable): Labelled[] {
  return event.actors.flatMap((ref) => {
    const shown = shownBy(event, ref);
    const label = shown === undefined ? undefined : labels.find(shown.text);
    return shown === undefined || label === undefined ? [] : [{ event, label, shown }];
  });
}

function shownBy({ evidence }: EventRecord, { text }: ActorRef): Evidence | undefined {
  return evidence.find((e) => e.part === "actor" && e.text === text);
}

function isGroup({ id }: ActorRef): boolean {
  return id?.startsWith("group:") ?? false;
}

function answer(event: EventRecord, value: string, shown: Evidence): Answer {
  const { article, attribution } = event;
  return { value, text: shown.text, article, attribution, evidence: [shown] };
}
