/**
 * English words that are written with a period: the period belongs to the word.
 *
 * All are lower-case and without the final period. They were written down by hand from newspaper style.
 * A word is in one of the first four tables, which say what follows it; {@link takesPeriod} in
 * tokens-abbreviations.ts applies them.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Titles, ranks and other words that stand before a name: "Gen. Ivanov", "St. Petersburg". */
export const BEFORE_NAME = words(`
  mr mrs ms mx dr prof st ste sen sens rep reps gov govs pres lt col gen maj capt cpt cmdr cdr sgt cpl pvt
  adm brig ens det insp supt hon rev fr msgr bros mme mlle mlles messrs atty amb asst ass't assoc dep dir sec
  ft mt pte sra srta ald comdr ret vs v cf approx
`);

/** Words before a number: "No. 5", "pp. 10-12", "Art. 3", "c. 1580". */
export const BEFORE_NUMBER = words(`
  no nos vol vols p pp art arts para paras fig figs ch chap sect par ver c ca b d ext
`);

/** Months as news style shortens them: a day follows, perhaps without a space ("Oct.23"). */
export const MONTHS = words(`jan feb mar apr jun jul aug sep sept oct nov dec`);

/** Weekdays as news style shortens them. */
export const WEEKDAYS = words(`mon tue tues wed weds thu thur thurs fri sat sun`);

/** Companies, places, units, Latin, degrees: a sentence may end with one. */
export const OTHERS = words(`
  inc corp co cos ltd llc plc dept depts univ assn inst intl natl govt admin est etc al eg ie esp
  jr sr esq phd md ba ma bsc msc
  ave blvd rd hwy pkwy sq bldg apt
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore pa
  penn tenn tex vt va wash wis wyo ont que alta
  oz lb lbs tsp tbsp yr yrs mos hr hrs min mins cu mph tel attn incl excl misc ed eds orig refs viz conf
`);

/** Abbreviations that count only with a capital: "Co.", "Gen.", "Mass." */
export const CAPITAL = words(`
  co cos gen col rev det dep dir sec hon pres fr ens lt
  ala ariz ark calif colo conn del fla ga kan ky la mich minn mont neb nev okla ore penn tenn tex vt va wis wyo
  ont que alta jan feb apr aug sept oct nov dec mon tue tues weds thu thurs fri pa mo
`);

/** Abbreviations that are common words or names too: they count only with a capital before a capital, number or comma. */
export const AMBIGUOUS = words(`
  sat sun wed mar jun jul sep ill ind miss mass wash ret est inst conf min tel ed eds ma md ba sq cu sen
`);

/** True if the word `lower` (no final period) is a known abbreviation. */
export function isAbbreviation(lower: string): boolean {
  return (
    OTHERS.has(lower) ||
    BEFORE_NAME.has(lower) ||
    MONTHS.has(lower) ||
    WEEKDAYS.has(lower) ||
    BEFORE_NUMBER.has(lower)
  );
}
