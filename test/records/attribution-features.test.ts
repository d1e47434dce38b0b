/** Features of cues: each is of the template that explanations name. */
import { beforeAll, expect, test } from "vitest";
import { FeatureList, first, follow, template } from "../../src/learn/feature-hash.js";
import { addCueFeatures, listCueTemplates } from "../../src/records/attribution-features.js";
import { makeAttributionView } from "../../src/records/attribution-view.js";
import { loadResources, type Resources } from "../../src/resources.js";

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

test("each feature of a cue has its template", () => {
  const doc = resources.analyse(
    "The warden said that the herders had promised to tell the council on Friday.",
  );
  const view = makeAttributionView(doc, [], resources.cues);
  const features = new FeatureList();
  for (let i = 0; i < view.length; i++) {
    const templates = listCueTemplates(view, i);
    addCueFeatures(features, view, i);
    expect(features.length).toBe(templates.length);
    const featureOf = (wanted: number) => features.values[templates.indexOf(wanted)];
    expect(featureOf(2)).toBe(template(2) ^ view.lemma[i]);
    expect(featureOf(50)).toBe(template(50) ^ first(view.cueClass[i]) ^ follow(view.xpos[i]));
    const child = view.firstChild[i];
    if (child >= 0)
      expect(featureOf(32)).toBe(template(32) ^ first(view.deprel[child]) ^ follow(view.lemma[child]));
    if (templates.includes(45))
      expect(templates.filter((t) => t === 35 || t === 44 || t === 45)).toHaveLength(3);
  }
});
