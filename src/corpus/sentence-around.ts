/**
 * The sentence that a span stands in, by full stops and paragraphs alone: enough to compare words and to show them,
 * without analysing the text again.
 */
import type { Span } from "../core/evidence.js";

/** Characters on either side beyond which no end is looked for. */
const REACH = 600;

export function sentenceSpan(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < REACH && !endsBefore(text, from)) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !endsAt(text, to)) to++;
  while (from < start && /\s/.test(text[from])) from++;
  return { start: from, end: to };
}

export function sentenceAround(text: string, span: Span): string {
  const { start, end } = sentenceSpan(text, span);
  return text.slice(start, end);
}

/** Whether a sentence ends right before `at`. */
function endsBefore(text: string, at: number): boolean {
  if (text[at - 1] === "\n") return true;
  return /\s/.test(text[at] ?? "") && closes(text, at);
}

function endsAt(text: string, at: number): boolean {
  if (text[at] === "\n") return true;
  return /\s/.test(text[at]) && closes(text, at);
}

/** A full stop, with or without closing marks, before `at`, that is no abbreviation's. */
function closes(text: string, at: number): boolean {
  let i = at - 1;
  while (i > 0 && /["'”’)\]]/.test(text[i])) i--;
  if (text[i] === "!" || text[i] === "?") return true;
  if (text[i] !== ".") return false;
  const next = text.slice(at).match(/^\s+(\S)/)?.[1] ?? "";
  if (/[a-z]/.test(next)) return false;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, i - 12), i))?.[0] ?? "";
  return !/^(\p{L}|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|\p{L}\.\p{L}(\.\p{L})*)$/u.test(
    word,
  );
}
