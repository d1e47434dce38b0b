/** What a name of the lexicon stands for. */

/** What a name in the lexicon is. */
export type NameClass =
  | "state"
  | "adjective"
  | "demonym"
  | "capital"
  | "seat"
  | "body"
  | "group"
  | "office"
  | "title"
  | "qualifier"
  | "holder";

/** One reading of a name. */
export interface NameEntry {
  readonly class: NameClass;
  /** Id of the actor; of the office or title class where it is one of many states'. */
  readonly id: string;
  /** Canonical name. */
  readonly name: string;
  readonly country?: string;
  readonly sector?: string;
  readonly cameo?: string;
  readonly wikidata?: string;
  /** EDTF years between which the name stands for this; absent is open. */
  readonly from?: string;
  readonly to?: string;
  /** For an office or a title: what follows the state's CAMEO code. */
  readonly suffix?: string;
  /** For an office or a title: the states in which alone the word has this meaning. */
  readonly states?: readonly string[];
  /** For a title that names its body ("UN chief"): that body; for an office-holder, whose office it is. */
  readonly of?: NameEntry;
  /** For an office-holder: the class of the title. */
  readonly title?: string;
  /** For a title: a rank or a rite's, borne beside an office ("spokesman Colonel NAME"). */
  readonly style?: true;
  /** For a seat or body: also the name of a town or land ("Brussels", "Somaliland"). */
  readonly town?: true;
  /** For a body: the body that it is part of. */
  readonly parent?: string;
  /** Stands for this only where the article speaks of it otherwise too. */
  readonly context?: boolean;
}

/** A reading, or what makes it when its name is first looked up. */
export type NameReading = NameEntry | (() => NameEntry);
