/**
 * The way data walks, from an article to its records; read it top to bottom.
 */
import type { AnalysedArticle } from "./core/analysed-article.js";
import { makeProblem } from "./core/problem.js";
import type { ArticleRecord, ProblemRecord, WithinArticle } from "./core/records.js";
import { UserError } from "./core/user-error.js";
import type { ParsedDoc } from "./language/doc.js";
import { findActors } from "./mentions/actors.js";
import { findDates } from "./mentions/dates.js";
import { findPlaces } from "./mentions/places.js";
import { findDatings } from "./records/datings.js";
import { codeArticle } from "./records/events.js";
import { findPositions } from "./records/positions.js";
import { findQuantities } from "./records/quantities.js";
import { findQuotationProblems } from "./records/quotation-problems.js";
import { findDocQuotations } from "./records/quotations.js";
import { findReferences } from "./records/references.js";
import { raiseReportingVerbs } from "./records/reporting-verbs.js";
import { findRoles } from "./records/roles.js";
import { findStatements } from "./records/statements.js";
import type { Resources } from "./resources.js";

/**
 * Everything that one article holds. Pure: the same article and resources give the same records.
 * `problems` are those met when the article was read; they come first in the result.
 * @throws UserError where a table is first read here and a row of it is wrong
 */
export function analyseArticle(
  article: ArticleRecord,
  resources: Resources,
  problems: readonly ProblemRecord[] = [],
): AnalysedArticle {
  if (article.language !== null && article.language !== "en") {
    const problem = makeProblem(
      "unsupported-language",
      `the text is in "${article.language}"; only English is analysed`,
      {
        origin: article.origin,
        article: article.id,
        hint: "The article is kept; give its trees with --conllu to have it analysed.",
      },
    );
    return { article, records: [], problems: [...problems, problem] };
  }
  try {
    return analyseParsed(article, resources.analyse(article.text), resources, problems);
  } catch (error) {
    // A table or weight file that cannot be read is no fault of the article: it ends the run and says which.
    if (error instanceof UserError) throw error;
    const problem = makeProblem("analysis-failed", error instanceof Error ? error.message : String(error), {
      origin: article.origin,
      article: article.id,
      hint: "The article is kept without records. Please report this with the article's text.",
    });
    return { article, records: [], problems: [...problems, problem] };
  }
}

/** The same for a text that has been parsed already, by this program or another. */
export function analyseParsed(
  article: ArticleRecord,
  parsed: ParsedDoc,
  resources: Resources,
  problems: readonly ProblemRecord[] = [],
): AnalysedArticle {
  const { quotations, ...found } = readMentions(article, parsed, resources);
  const { doc, actors } = found;
  const { stances, issueWords: words, issues, cues } = resources;
  const { codebook } = resources;
  const { events, leftOut } = codeArticle({ ...found, codebook, models: resources.events });
  const records: WithinArticle[] = [
    ...found.statements,
    ...events,
    ...findReferences({ ...found, codebook, events, leftOut }),
    ...findPositions({ ...found, stances, words, issues, cues }),
    ...findQuantities({ ...found, tables: resources.quantities }),
    ...findDatings({ ...found, happenings: resources.happenings }),
    ...findRoles(article, doc, actors.mentions),
  ];
  return {
    article: { ...article, codebook: resources.codebookName },
    records,
    problems: [...problems, ...findQuotationProblems(article, quotations)],
  };
}

/** What events, positions and figures are read from: tree, actors, dates, places and who says what. */
export function readMentions(article: ArticleRecord, parsed: ParsedDoc, resources: Resources) {
  const doc = raiseReportingVerbs(parsed, resources.cues);
  const quotations = findDocQuotations(doc);
  const actors = findActors(doc, article, resources.names);
  const dates = findDates(doc, article, resources.holidays);
  const { cues, channels, occasions, attribution: models } = resources;
  const places = findPlaces(doc, article, actors.mentions, resources.gazetteer);
  const said = { article, doc, quotations, actors, dates, cues, channels, occasions, models };
  return { article, doc, quotations, actors, dates, places, statements: findStatements(said) };
}
