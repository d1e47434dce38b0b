import { expect, test } from "vitest";
import { readConllu } from "../../src/language/conllu.js";
import { mixFeature } from "../../src/learn/feature-hash.js";
import { LinearModel } from "../../src/learn/linear-model.js";
import { collectTopicWords, TOPICS, weighTopics } from "../../src/records/article-topic.js";

const [{ parsed: match }] = readConllu(`1	Ngozi	Ngozi	PROPN	NNP	_	2	nsubj	_	_
2	scored	score	VERB	VBD	_	0	root	_	_
3	a	a	DET	DT	_	5	det	_	_
4	late	late	ADJ	JJ	_	5	amod	_	_
5	goal	goal	NOUN	NN	_	2	obj	_	_
6	.	.	PUNCT	.	_	2	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	_
2	scored	score	VERB	VBD	_	0	root	_	_
3	again	again	ADV	RB	_	2	advmod	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

`).docs;

test("the different verbs, nouns and adjectives speak for a topic, no names", () => {
  expect(collectTopicWords(match).size).toBe(3);
});

test("a topic's weight is a mean, drawn towards nought where words are few", () => {
  const bits = 12;
  const table = new Int8Array(TOPICS.length << bits);
  const sport = TOPICS.indexOf("sport");
  for (const word of collectTopicWords(match))
    table[(mixFeature(word) & ((1 << bits) - 1)) * TOPICS.length + sport] = 100;
  const weights = weighTopics(match, new LinearModel({ classes: TOPICS.length, bits, scale: 0.02, table }));
  expect(weights[sport]).toBeCloseTo((3 * 2) / (3 + 40));
  expect(weights[TOPICS.indexOf("politics")]).toBe(0);
});
