/**
 * What a format could not hold: in, the losses that writing each record told of; out, one line for a person.
 *
 * A format that leaves something out without a word would change what the record says.
 */

/** Each loss, for one and for several. */
export const LOSSES = {
  "no-place": ["event without a place", "events without a place"],
  "no-date": ["event without a date", "events without a date"],
  "no-code": ["event without a CAMEO code", "events without a CAMEO code"],
  "not-asserted": [
    "event that is not told as done (denied, planned, demanded, conditional, possible)",
    "events that are not told as done (denied, planned, demanded, conditional, possible)",
  ],
  "no-story": ["event in no story (read again to join it)", "events in no story (read again to join them)"],
  "no-text": ["record whose article is missing", "records whose articles are missing"],
  "more-actors": ["actor beside the first", "actors beside the first"],
  "more-recipients": ["recipient beside the first", "recipients beside the first"],
  "more-places": ["place beside the first", "places beside the first"],
  "no-coordinates": ["place without coordinates", "places without coordinates"],
  "rough-date": [
    "date that is no single day (its first day is written)",
    "dates that are no single day (their first day is written)",
  ],
  "report-date": [
    "event dated by its first report, having no date of its own",
    "events dated by their first report, having no date of their own",
  ],
  attribution: ["chain of attribution", "chains of attribution"],
  "no-evidence": ["record without evidence", "records without evidence"],
  "more-notes": [
    "report beyond those in the notes of its claim",
    "reports beyond those in the notes of their claims",
  ],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>;

export type Loss = keyof typeof LOSSES;

/** Dates that had to be written otherwise are in the file all the same. */
const CHANGES: readonly Loss[] = ["rough-date", "report-date"];

export class LossTally {
  readonly #counts = new Map<Loss, number>();

  add(loss: Loss, times = 1): void {
    if (times > 0) this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + times);
  }

  count(loss: Loss): number {
    return this.#counts.get(loss) ?? 0;
  }

  /** "left out: 12 events without a place; written otherwise: …"; undefined where nothing was lost. */
  toLine(): string | undefined {
    const word = (isChange: boolean) =>
      (Object.keys(LOSSES) as Loss[])
        .filter((loss) => this.#counts.has(loss) && CHANGES.includes(loss) === isChange)
        .map((loss) => {
          const n = this.count(loss);
          return `${n.toLocaleString("en")} ${LOSSES[loss][n === 1 ? 0 : 1]}`;
        });
    const parts = [
      ["left out", word(false)],
      ["written otherwise", word(true)],
    ] as const;
    const told = parts
      .filter(([, list]) => list.length > 0)
      .map(([what, list]) => `${what}: ${list.join(", ")}`);
    return told.length === 0 ? undefined : told.join("; ");
  }
}
