import type { Command } from "commander";
import { makeArticle } from "../../article/make-article.js";
import type { AnyRecord, ArticleRecord, WithinArticle } from "../../core/records.js";
import { UserError } from "../../core/user-error.js";
import { loadResources, type Resources } from "../../resources.js";
import { explainArticleEvents, explainStatements } from "../../serve/explain-words.js";
import { Store } from "../../store/store.js";
import { explainAccount } from "../explain-account.js";
import { explainEvent, printEvent } from "../explain-event.js";
import { explainLinks, printLink } from "../explain-links.js";
import { explainName } from "../explain-name.js";
import { explainPassage } from "../explain-passage.js";
import { explainRule, printRule } from "../explain-rule.js";
import { explainStatement, printStatement } from "../explain-statement.js";
import { explainStoredStory } from "../explain-story.js";
import { DEFAULT_STORE } from "../store-option.js";
import { sanitise } from "../terminal.js";

interface ExplainOptions {
  readonly store: string;
  readonly actors?: string;
  readonly text?: string;
  readonly json?: boolean;
}

/** What is printed: as JSON, or as lines. */
interface Explained {
  readonly json: unknown;
  readonly lines: readonly string[];
}

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .argument("[id]", "id of a record or of an actor")
    .description(
      "why a record was found and how its actors, places and dates were linked, or why words of a text were not taken for one",
    )
    .option("--text <text>", "explain this text instead of a stored record")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--actors <file>", "a table of actors of your own, as for read")
    .option("--json", "print as JSON")
    .action(async (id: string | undefined, options: ExplainOptions) => {
      const resources = await loadResources(options.actors === undefined ? {} : { actors: options.actors });
      const { json, lines } =
        options.text !== undefined
          ? explainText(options.text, resources)
          : await explainRecord(id, options, resources);
      process.stdout.write(
        options.json ? `${JSON.stringify(json, null, 2)}\n` : `${sanitise(lines.join("\n\n"))}\n`,
      );
    });
}

/** The cues and the triggers of a text. */
function explainText(text: string, resources: Resources): Explained {
  const { article } = makeArticle({ origin: "text", text });
  const statements = explainStatements(resources.analyse(article.text), resources);
  const events = explainArticleEvents(article, resources);
  return {
    json: { statements, events },
    lines: [...statements.map(printStatement), ...events.map(printEvent)],
  };
}

async function explainRecord(
  id: string | undefined,
  options: ExplainOptions,
  resources: Resources,
): Promise<Explained> {
  if (id === undefined)
    throw new UserError(
      "nothing-to-explain",
      "neither an id nor --text was given",
      'For example: rapporteur explain --text "The minister said no."',
    );
  const store = await Store.openReadOnly(options.store);
  try {
    const record = await store.findRecord(id);
    const explained = record && (await explainStored(record, store, resources));
    if (explained !== undefined) return explained;
    const name = await explainName(id, store, resources.names);
    if (name !== undefined) return { json: name.json, lines: [name.lines.join("\n")] };
    throw new UserError(
      "unknown-id",
      `${id}: no record that can be explained and no actor has this id in ${options.store}`,
      "rapporteur export --kind event lists events with their ids, rapporteur actors who is named.",
    );
  } finally {
    store.close();
  }
}

/** Undefined for what nothing was inferred for: an article, a problem. */
async function explainStored(
  record: AnyRecord,
  store: Store,
  resources: Resources,
): Promise<Explained | undefined> {
  switch (record.kind) {
    case "article":
    case "problem":
      return undefined;
    case "story":
      return explainStoredStory(record, store);
    case "passage":
      return explainPassage(record, store);
    case "account":
      return explainAccount(record);
    default:
      return explainWithin(record, store, resources);
  }
}

/** Why the record was coded, then how its actors, places and dates were linked. */
async function explainWithin(record: WithinArticle, store: Store, resources: Resources): Promise<Explained> {
  const article = (await store.findRecord(record.article)) as ArticleRecord;
  const links = explainLinks(record, article, resources);
  const linkLines = links.map(printLink);
  if (record.kind === "statement") {
    const statements = await explainStatement(record, article, store, resources);
    return { json: { statements, links }, lines: [...statements.map(printStatement), ...linkLines] };
  }
  if (record.kind === "event") {
    if (article.codebook !== resources.codebookName)
      process.stderr.write(
        `${article.codebook ?? "no codebook"} coded this event, ${resources.codebookName} explains it: the rows may differ\n`,
      );
    const events = explainEvent(record, article, resources);
    return { json: { events, links }, lines: [...events.map(printEvent), ...linkLines] };
  }
  const rule = explainRule(record, resources);
  return { json: { [record.kind]: record.id, ...rule, links }, lines: [printRule(rule), ...linkLines] };
}
