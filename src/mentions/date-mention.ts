import type { Span } from "../core/evidence.js";
import type { DateValue } from "../core/records.js";

/** A time expression and what it stands for. */
export interface DateMention extends Span {
  readonly value: DateValue;
  /** TIMEX3 type (ISO 24617-1). */
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value, where it says more than EDTF does: `P3D`, `2020-W16`, `PRESENT_REF`. */
  readonly timex?: string;
  /** What read it. */
  readonly rule: string;
}
