/**
 * What a reader hands over: one article's text with what the file says about it besides.
 */

/** What the file says about the article outside of its text: columns, meta elements, front matter. */
export interface ArticleMetadata {
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly outlet?: string;
  readonly agency?: string;
  /** As written in the file: ISO 8601, RFC 2822, "24 October 1962", seconds or milliseconds since 1970. */
  readonly published?: string;
  readonly url?: string;
  /** Language tag (`en`, `en-GB`). */
  readonly language?: string;
}

/** An article as read, before its header is looked for. */
export interface ArticleDraft {
  /** Path or URL, with `#` and an id where one file holds several articles. */
  readonly origin: string;
  readonly text: string;
  readonly metadata?: ArticleMetadata;
}
