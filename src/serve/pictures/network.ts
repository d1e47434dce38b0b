/**
 * The network of actors as two pictures, cooperation and conflict apart: actors on a circle, a line between two as wide
 * as stories tell of something done between them. In, pairs; out, both pictures, each with its table behind it.
 */
import { type NetworkLink, RELATIONS, type Relation } from "../../store/network-queries.js";
import { layOutCircle } from "../../views/circle-layout.js";
import { actorPath } from "../actor-name.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { count, drawName, groupDigits, shorten } from "../wording.js";

/** Actors on a circle. */
const NODES = 18;

/** The picture has units of its own: it shrinks with the page, and its names stay readable on a phone. */
const SIZE = 440;
const MIDDLE = SIZE / 2;
const RADIUS = 112;
const WIDEST = 7;

/** Characters of a name beside its node. */
const NAME = 17;

const TITLES: Readonly<Record<Relation, string>> = {
  cooperation: "Cooperation",
  conflict: "Conflict",
};

/** Both pictures; nothing where no story has two sides. */
export function drawNetwork(links: readonly NetworkLink[]): Markup | undefined {
  if (links.length === 0) return undefined;
  return html`<div class="networks">${joinMarkup(
    RELATIONS.map((relation) =>
      drawRelation(
        relation,
        links.filter((link) => link.relation === relation),
      ),
    ),
  )}</div>`;
}

function drawRelation(relation: Relation, links: readonly NetworkLink[]): Markup {
  const title = TITLES[relation];
  if (links.length === 0) {
    return html`<figure class="picture network"><h3>${title}</h3><p class="none">None is told between two that are named.</p></figure>`;
  }
  const names = new Map(
    links.flatMap(({ actor, recipient }) => [actor, recipient]).map((a) => [a.key, a.name]),
  );
  const layout = layOutCircle(
    links.map(({ actor, recipient, stories }) => ({ a: actor.key, b: recipient.key, weight: stories })),
    NODES,
  );
  const places = new Map(layout.nodes.map((key, i) => [key, placeNode(i, layout.nodes.length)]));
  const most = Math.max(...layout.ties.map(({ weight }) => weight));
  return html`<figure class="picture network ${relation}">
<h3>${title}</h3>
<svg viewBox="0 0 ${SIZE} ${SIZE}" role="group" aria-label="${title} between ${layout.nodes.length} actors; the table below has the same">
${joinMarkup(
  layout.ties.map(({ a, b, weight }) => {
    const [from, to] = [places.get(a), places.get(b)];
    if (from === undefined || to === undefined) return undefined;
    const width = Math.max(1, WIDEST * Math.sqrt(weight / most)).toFixed(1);
    const words = `${shorten(names.get(a) ?? a, 60)} and ${shorten(names.get(b) ?? b, 60)}: ${count(weight, "story", "stories")}`;
    return html`<path class="tie" d="M${from.x} ${from.y}Q${MIDDLE} ${MIDDLE} ${to.x} ${to.y}" stroke-width="${width}"><title>${words}</title></path>\n`;
  }),
)}${joinMarkup(layout.nodes.map((key, i) => drawNode(key, names.get(key) ?? key, i, layout.nodes.length)))}</svg>
${drawTable(title, links)}
</figure>
`;
}

interface Place {
  readonly x: string;
  readonly y: string;
  /** In degrees, clockwise from the right. */
  readonly angle: number;
}

/** The first node stands on top, the others follow clockwise. */
function placeNode(i: number, n: number): Place {
  const angle = (360 * i) / n - 90;
  const radians = (angle * Math.PI) / 180;
  return {
    x: (MIDDLE + RADIUS * Math.cos(radians)).toFixed(1),
    y: (MIDDLE + RADIUS * Math.sin(radians)).toFixed(1),
    angle,
  };
}

/** A node with its name running outwards; on the left half the name is turned, so that it is not upside down. */
function drawNode(key: string, name: string, i: number, n: number): Markup {
  const { x, y, angle } = placeNode(i, n);
  const isLeft = angle > 90;
  const turn = isLeft ? angle - 180 : angle;
  return html`<a href="${actorPath(key)}" aria-label="${shorten(name, 80)}"><g transform="translate(${x} ${y}) rotate(${turn.toFixed(1)})"><circle r="4"/><text x="${isLeft ? -9 : 9}" y="4" text-anchor="${isLeft ? "end" : "start"}">${shorten(name, NAME)}</text></g><title>${shorten(name, 120)}</title></a>
`;
}

function drawTable(title: string, links: readonly NetworkLink[]): Markup {
  return html`<details class="behind"><summary>${title} as a table</summary>
<table class="plain"><thead><tr><th scope="col">Who acts</th><th scope="col">On whom</th><th scope="col" class="number">Stories</th></tr></thead>
<tbody>${joinMarkup(
    links.map(
      ({ actor, recipient, stories }) =>
        html`<tr><td><a href="${actorPath(actor.key)}">${drawName(actor.name, 60)}</a></td><td><a href="${actorPath(recipient.key)}">${drawName(recipient.name, 60)}</a></td><td class="number">${groupDigits(stories)}</td></tr>\n`,
    ),
  )}</tbody></table></details>`;
}
