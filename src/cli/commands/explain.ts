import type { Command } from "commander";
import { makeArticle } from "../../article/make-article.js";
import type { ArticleRecord } from "../../core/records.js";
import { UserError } from "../../core/user-error.js";
import { loadResources, type Resources } from "../../resources.js";
import { explainArticleEvents, explainStatements } from "../../serve/explain-words.js";
import { Store } from "../../store/store.js";
import { explainEvent, printEvent } from "../explain-event.js";
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
    .argument("[id]", "id of a statement, an event or a story")
    .description(
      "why a statement or an event was found, why a story was joined, or why words of a text were not taken for one",
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
    if (record?.kind === "statement") {
      const article = (await store.findRecord(record.article)) as ArticleRecord;
      const statements = await explainStatement(record, article, store, resources);
      return { json: { statements }, lines: statements.map(printStatement) };
    }
    if (record?.kind === "event") {
      const article = (await store.findRecord(record.article)) as ArticleRecord;
      if (article.codebook !== resources.codebookName)
        process.stderr.write(
          `${article.codebook ?? "no codebook"} coded this event, ${resources.codebookName} explains it: the rows may differ\n`,
        );
      const events = explainEvent(record, article, resources);
      return { json: { events }, lines: events.map(printEvent) };
    }
    if (record?.kind === "story") return await explainStoredStory(record, store);
    throw new UserError(
      "unknown-id",
      `${id}: no statement, event or story has this id in ${options.store}`,
      "rapporteur export --kind event lists them; rapporteur show prints any other record with its rule.",
    );
  } finally {
    store.close();
  }
}
