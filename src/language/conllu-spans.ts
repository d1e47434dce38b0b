/**
 * Spans of the words of a multi-word token within its written form.
 *
 * In: the written form ("don't", French "du") and the forms of its words. Out: where each word ends; a word
 * begins where the one before it ends. Words that are written as they are take their own characters, from
 * both ends inwards; one word that is left takes what is left ("del" = "de" + "el": "de" is written, "l" is
 * "el"). Where more than one is left, the first takes all of it and the others are empty.
 */

/** End of each word in `written`, in UTF-16 code units; the last is its length. */
export function alignWords(written: string, forms: readonly string[]): number[] {
  const ends = new Array<number>(forms.length).fill(0);
  const lower = written.toLowerCase();
  const folds = lower.length === written.length;
  const same = (form: string, at: number): boolean =>
    at >= 0 && (folds ? lower.startsWith(form.toLowerCase(), at) : written.startsWith(form, at));
  let first = 0;
  let last = forms.length - 1;
  let from = 0;
  let to = written.length;
  while (first < last && same(forms[first], from) && from + forms[first].length < to) {
    from += forms[first].length;
    ends[first++] = from;
  }
  while (last > first && same(forms[last], to - forms[last].length) && to - forms[last].length > from) {
    ends[last] = to;
    to -= forms[last--].length;
  }
  for (let w = first; w <= last; w++) ends[w] = to;
  return ends;
}
