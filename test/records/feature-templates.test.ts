/**
 * The features that weights were trained for: of a sentence with its tree, and tables of its own, so that nothing but the
 * templates and their mixing changes them. A fingerprint that is no longer right asks for new weights.
 */
import { expect, test } from "vitest";
import { readConllu } from "../../src/language/conllu.js";
import { FeatureList, mixFeature } from "../../src/learn/feature-hash.js";
import { LinearModel } from "../../src/learn/linear-model.js";
import type { ArticleActors } from "../../src/mentions/actors.js";
import { collectWalk } from "../../src/records/attribution.js";
import { ATTRIBUTION_TEMPLATES, addCueFeatures, CONTENT } from "../../src/records/attribution-features.js";
import { addVerifierFeatures } from "../../src/records/attribution-verifier.js";
import { makeAttributionView } from "../../src/records/attribution-view.js";
import { AttributionWalk } from "../../src/records/attribution-walk.js";
import { parseCueTable } from "../../src/records/cue-table.js";
import type { ComposedEvent } from "../../src/records/event-composition.js";
import { EVENT_TEMPLATES, EventJudge, type EventModels } from "../../src/records/event-model.js";
import type { Party } from "../../src/records/event-party.js";
import { makeEventView } from "../../src/records/event-view.js";
import { findDocQuotations } from "../../src/records/quotations.js";

const TREE = `# newdoc
# text = "We will not pay," the envoy told the council.
1	"	"	PUNCT	\`\`	_	5	punct	_	SpaceAfter=No
2	We	we	PRON	PRP	_	5	nsubj	_	_
3	will	will	AUX	MD	_	5	aux	_	_
4	not	not	PART	RB	_	5	advmod	_	_
5	pay	pay	VERB	VB	_	10	ccomp	_	SpaceAfter=No
6	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
7	"	"	PUNCT	''	_	5	punct	_	_
8	the	the	DET	DT	_	9	det	_	_
9	envoy	envoy	NOUN	NN	_	10	nsubj	_	_
10	told	tell	VERB	VBD	_	0	root	_	_
11	the	the	DET	DT	_	12	det	_	_
12	council	council	NOUN	NN	_	10	obj	_	SpaceAfter=No
13	.	.	PUNCT	.	_	10	punct	_	_

# text = He left.
1	He	he	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`;
const CUES = [
  "lemma\tpos\tframe\tcommitment\tstrength\tquote\texample\tnegative",
  "tell\tVERB\tsource=nsubj content=ccomp|quote addressee=obj\tassert\t0.9\tyes\tHe [cue told] her that it rained.\t",
].join("\n");

const [{ parsed: doc }] = readConllu(TREE).docs;
const TOLD = 9;

/** A table in which no word speaks for a topic. */
const TOPICLESS = new LinearModel({ classes: 5, bits: 1, scale: 1, table: new Int8Array(10) });

/** All features that were added, mixed as for a table of weights, as one number. */
class Fingerprint {
  #hash = 0x811c9dc5;

  add({ values, length }: FeatureList): void {
    for (let i = 0; i < length; i++) this.#hash = Math.imul(this.#hash ^ mixFeature(values[i]), 0x01000193);
  }

  toString(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, "0");
  }
}

test("the templates of attributions are those that the weights are marked with", () => {
  const view = makeAttributionView(doc, findDocQuotations(doc), parseCueTable(CUES, "cues.tsv"));
  const fingerprint = new Fingerprint();
  const features = new FeatureList();
  for (let i = 0; i < view.length; i++) {
    addCueFeatures(features, view, i);
    fingerprint.add(features);
  }
  const walk = new AttributionWalk(view);
  walk.setCues([TOLD]);
  walk.run(TOLD, 0, 1, [TOLD], (_, list) => {
    fingerprint.add(list);
    return CONTENT;
  });
  addVerifierFeatures(features, view, collectWalk(walk, TOLD), 0.7);
  fingerprint.add(features);
  expect(`${fingerprint}`, "train again: see ATTRIBUTION_TEMPLATES").toBe(ATTRIBUTION_TEMPLATES.fingerprint);
});

test("the templates of events are those that the weights are marked with", () => {
  const partyAt = (head: number): Party => ({
    ref: { id: "office:TST:envoy", name: "Envoy" },
    span: { start: doc.start[head - 1], end: doc.end[head] },
    head,
    kinds: new Set(["person"]),
    isLinked: true,
    isPlural: false,
  });
  const event = {
    match: {
      row: { pos: "VERB", when: [], frame: { recipient: [] } },
      words: 1,
      trigger: TOLD,
      first: TOLD,
      last: TOLD,
      carrier: -1,
      paths: ["nsubj"],
      failed: [],
      actorHead: -1,
      recipientHead: -1,
    },
    type: "REJECT",
    mode: null,
    status: "asserted",
    actors: [partyAt(8)],
    recipients: [partyAt(11)],
    operators: [{ operator: "negated" }],
    typedBy: undefined,
  } as unknown as ComposedEvent;
  const actors = { mentions: [] } as unknown as ArticleActors;
  const judge = new EventJudge({ view: makeEventView(doc), actors, statements: [] }, {
    topic: TOPICLESS,
  } as EventModels);
  const fingerprint = new Fingerprint();
  fingerprint.add(judge.listSigns(event, { type: 0.6, none: 0.1 }));
  expect(`${fingerprint}`, "train again: see EVENT_TEMPLATES").toBe(EVENT_TEMPLATES.fingerprint);
});
