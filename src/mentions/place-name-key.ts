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

/** What each unit folds to, plus one; 0 where none was asked for yet. */
const FOLDED = new Int32Array(LAST_TABLED + 1);

function foldFirst(unit: number): number {
  const folded = foldTabled(unit);
  FOLDED[unit] = folded + 1;
  return folded;
}

function foldTabled(unit: number): number {
  const sign = String.fromCharCode(unit);
  if ("'’‘ʻʼʾʿ`´.".includes(sign)) return SKIPPED;
  if (" -\t\n\r\u00a0".includes(sign)) return JOINT;
  const lower = sign.toLowerCase();
  if (/\p{M}/u.test(lower)) return SKIPPED;
  const letter = lower.normalize("NFD")[0];
  const folded = UNDIVIDED[letter] ?? letter;
  return /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : STOP;
}

/** Folds one UTF-16 code unit: a letter or digit, {@link SKIPPED}, {@link JOINT} or {@link STOP}. */
export function foldUnit(unit: number): number {
  if (unit <= LAST_TABLED) return FOLDED[unit] === 0 ? foldFirst(unit) : FOLDED[unit] - 1;
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

/**
 * The hash of a whole name, as along a text: what joins words counts only between two. The packed gazetteer has it for
 * every name, so a change here needs another GAZETTEER_FORMAT and the file packed anew.
 */
export function hashName(name: string): number {
  let hash = HASH_START;
  let isJoined = false;
  for (let i = 0; i < name.length; i++) {
    const folded = foldUnit(name.charCodeAt(i));
    if (folded === JOINT) isJoined = true;
    else if (folded !== SKIPPED) {
      if (isJoined) hash = hashUnit(hash, JOINT);
      isJoined = false;
      hash = hashUnit(hash, folded);
    }
  }
  return hash;
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
