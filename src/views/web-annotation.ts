/**
 * W3C Web Annotations (JSON-LD): in, marks and the article that they stand in; out, one annotation each. Head and tail
 * make the annotations, parted by {@link ANNOTATION_SEPARATOR}, one AnnotationPage.
 *
 * TextPositionSelector counts code points, as the standard asks, of the article's text as `export` writes it; of an HTML
 * page that is the text without its markup. TextQuoteSelector finds the words where positions have moved.
 */
import { tellWord } from "./according-to.js";
import type { AnnotationMark } from "./annotation-marks.js";
import type { CodePointIndex } from "./code-points.js";

export const ANNOTATION_HEAD =
  '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:rapporteur:annotations","type":"AnnotationPage","items":[\n';
export const ANNOTATION_SEPARATOR = ",\n";
export const ANNOTATION_TAIL = "\n]}\n";

/** Characters on either side that tell a quotation from others with the same words. */
const CONTEXT = 32;

export interface AnnotatedText {
  readonly origin: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly text: string;
}

export function writeAnnotation(
  mark: AnnotationMark,
  article: AnnotatedText,
  points: CodePointIndex,
): string {
  const { text } = article;
  const says = mark.chain === undefined ? mark.says : `${mark.says} (${tellWord(mark.chain, article)})`;
  return JSON.stringify({
    id: `urn:rapporteur:${mark.record}:${mark.number}`,
    type: "Annotation",
    motivation: "describing",
    body: [
      ...mark.tags.map((value) => ({ type: "TextualBody", purpose: "tagging", value })),
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: says },
    ],
    target: {
      source: makeReference(article.origin),
      selector: [
        { type: "TextPositionSelector", start: points.before(mark.start), end: points.before(mark.end) },
        {
          type: "TextQuoteSelector",
          exact: mark.exact,
          prefix: text.slice(wholeFrom(text, mark.start - CONTEXT), mark.start),
          suffix: text.slice(mark.end, wholeTo(text, mark.end + CONTEXT)),
        },
      ],
    },
  });
}

function wholeFrom(text: string, at: number): number {
  const from = Math.max(0, at);
  return /[\uDC00-\uDFFF]/.test(text[from] ?? "") ? from + 1 : from;
}

function wholeTo(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") ? at - 1 : at;
}

/** Where a text came from as an IRI reference: an address as it is, a path with what no reference can hold escaped. */
export function makeReference(origin: string): string {
  const whole = origin.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "\uFFFD",
  );
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(whole);
  const escaped = encodeURI(whole);
  if (isAddress) return escaped.replace(/%25(?=[0-9a-f]{2})/gi, "%");
  const path = escaped.replaceAll("?", "%3F");
  return /^[^/]*:/.test(path) ? `./${path}` : path;
}
