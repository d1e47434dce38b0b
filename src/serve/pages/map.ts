/** Where things happen, as reported: stories by place, on a map without anything from elsewhere. */
import { findStoryMap, type MapPlace, type StoryMap } from "../../store/map-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { addressWith, isFiltered, readFilter } from "../filter.js";
import { drawFound } from "../filter-form.js";
import { fitView, listSteps, type MapView, readView, writeView } from "../map-view.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { countInView, drawMap } from "../pictures/map.js";
import { drawRecordView } from "../record-view.js";
import { drawStoryForm, loadStoryChoices, STORY_FIELDS, type StoryChoices } from "../story-filter.js";
import { count, drawName, groupDigits, shorten } from "../wording.js";

/** The body of `/map.json`. */
export interface MapData extends StoryMap {
  readonly filter: RecordFilter;
  readonly view: MapView;
  readonly choices: StoryChoices;
}

const PATH = "/map";

/** Places on the map and in its table. */
const PLACES = 400;

export const mapPage: Page<MapData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, STORY_FIELDS);
    const view = readView(query);
    return {
      filter,
      view,
      ...(await findStoryMap(store, filter, PLACES)),
      choices: await loadStoryChoices(store),
    };
  },

  draw(data) {
    const { filter, total, placed, placeCount } = data;
    const at = writeView(data.view);
    return drawRecordView({
      title: "Map",
      section: "map",
      kind: "story",
      filter,
      empty: placeCount === 0 && !isFiltered(filter) ? EMPTY : undefined,
      summary: "Where things happen, as reported. Each story counts once at each of its places.",
      form: drawStoryForm(PATH, "Filter the map", data.choices, { ...filter, at }),
      found: drawFound(
        `${count(placed, "story", "stories")} at ${count(placeCount, "place")}`,
        filter,
        addressWith(PATH, {}, { at }),
        placed < total &&
          `${groupDigits(total - placed)} without a known place ${total - placed === 1 ? "is" : "are"} left out.`,
      ),
      list: drawPicture(data),
    });
  },
};

const EMPTY = ["No places", "No story in this store has a place that the gazetteer knows."] as const;

function drawPicture({ filter, view, places, placeCount }: MapData): Markup {
  const address = (to: MapView) => addressWith(PATH, filter, { at: writeView(to) });
  const fitted = fitView(places.map(({ lat, lon, stories }) => ({ lat, lon, weight: stories })));
  const steps = listSteps(view);
  if (writeView(fitted) !== writeView(view)) steps.unshift(["Where the stories are", fitted]);
  const inView = countInView(places, view);
  return html`<nav class="codes" aria-label="Part of the world"><ul>${steps.map(
    ([name, to]) => html`<li><a href="${address(to)}">${name}</a></li>\n`,
  )}</ul></nav>
<figure class="picture">
${drawMap(places, view, (place) => placeAddress(place, filter))}
<figcaption><span class="key cooperation"></span> left half: cooperation <span class="key conflict"></span> right half: conflict. A half is as large as its number of stories; a country stands in its middle.${
    inView < places.length && ` ${count(inView, "place")} of ${groupDigits(places.length)} lie in this part.`
  }${placeCount > places.length && ` Drawn are the ${groupDigits(places.length)} places with the most stories.`}
<br>Borders as the Natural Earth atlas has them, coordinates as GeoNames has them; neither is a position of this program.</figcaption>
${drawTable(places, filter)}
</figure>`;
}

function placeAddress(place: MapPlace, filter: RecordFilter): string {
  return addressWith("/timeline", filter, { place: place.key });
}

function drawTable(places: readonly MapPlace[], filter: RecordFilter): Markup {
  return html`<details class="behind"><summary>The same as a table</summary>
<table class="plain"><thead><tr><th scope="col">Place</th><th scope="col">Country</th><th scope="col" class="number">cooperation</th><th scope="col" class="number">conflict</th><th scope="col" class="number">stories</th><th scope="col">On the map</th></tr></thead>
<tbody>${joinMarkup(
    places.map((place) => {
      const { name, country, cooperation, conflict, stories, lat, lon } = place;
      return html`<tr><th scope="row"><a href="${placeAddress(place, filter)}">${drawName(name, 60)}</a></th><td>${country !== null && shorten(country, 10)}</td><td class="number">${groupDigits(cooperation)}</td><td class="number">${groupDigits(conflict)}</td><td class="number">${groupDigits(stories)}</td><td><a href="${addressWith(PATH, filter, { at: writeView({ lat, lon, zoom: 16 }) })}" aria-label="${shorten(name, 60)} on the map">nearer</a></td></tr>\n`;
    }),
  )}</tbody></table></details>`;
}
