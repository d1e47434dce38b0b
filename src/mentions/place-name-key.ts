/**
 * The key under which a place name is looked up: letters without case and marks, words without what joins them.
 *
 * In: code units of a name or a text. Out: one folded code unit each, so that "St.-Étienne", "ST ETIENNE" and
 * "St Etienne" have one key. Nothing is allocated: the finder walks the text itself.
 * Limit: one letter is folded to one letter; other romanisations are names of their own (data/places/spellings.tsv).
 */

/** What {@link foldUnit} says of a sign that is no part of a key. */
export const SKIPPED = 0;
/** What joins two words: a space, a hyphen. */
export const JOINT = 32;
/** What ends a name: a comma, a bracket. */
export const STOP = 0xffff;

const FIRST_LETTER = 0xc0;
const LAST_TABLED = 0x1eff;
/** Letters that Unicode does not take apart into a letter and a mark. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  æ: "a",
  ð: "d",
  ø: "o",
  þ: "t",
  ß: "s",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  œ: "o",
  ŧ: "t",
  ə: "a",
  ǝ: "a",
  ɛ: "e",
};

const FOLDED = makeFoldTable();

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(LAST_TABLED + 1);
  for (let unit = 0; unit <= LAST_TABLED; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    const letter = lower.normalize("NFD")[0];
    const folded = UNDIVIDED[letter] ?? letter;
    table[unit] = /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : STOP;
    if (/\p{M}/u.test(lower)) table[unit] = SKIPPED;
  }
  for (const sign of "'’‘ʻʼʾʿ`´.") if (sign.charCodeAt(0) <= LAST_TABLED) table[sign.charCodeAt(0)] = SKIPPED;
  for (const sign of " -\t\n\r\u00a0") table[sign.charCodeAt(0)] = JOINT;
  return table;
}

/** Folds one UTF-16 code unit: a letter or digit, {@link SKIPPED}, {@link JOINT} or {@link STOP}. */
export function foldUnit(unit: number): number {
  if (unit <= LAST_TABLED) return FOLDED[unit];
  if (unit === 0x2019 || unit === 0x2018) return SKIPPED;
  return unit >= 0x2010 && unit <= 0x2015 ? JOINT : STOP;
}

/** True for a capital letter. */
export function isCapital(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  if (unit < FIRST_LETTER || unit > LAST_TABLED) return false;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}

/** Start of a hash (FNV-1a, 32 bits). */
export const HASH_START = 0x811c9dc5;

/** The hash with one more folded unit. */
export function hashUnit(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

/** The key of a whole name; "" where a sign in it ends names. */
export function makePlaceKey(name: string): string {
  let key = "";
  for (let i = 0; i < name.length; i++) {
    const folded = foldUnit(name.charCodeAt(i));
    if (folded === STOP) return "";
    if (folded === SKIPPED || (folded === JOINT && (key === "" || key.endsWith(" ")))) continue;
    key += String.fromCharCode(folded);
  }
  return key.trimEnd();
}
