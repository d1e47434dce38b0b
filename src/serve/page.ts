/**
 * What a page is: an address, the data it shows, and the HTML that shows it. The `.json` twin at the
 * same address answers with the data and nothing else. Types only: the page script takes this file's name when built.
 */
import type { Store } from "../store/store.js";
import type { ExportView } from "./export-link.js";
import type { Markup } from "./markup.js";
import type { Section } from "./navigation.js";

/** What a page may know about a request. */
export interface PageRequest {
  /** Decoded value of the path's `:id`; "" where the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
}

/** What the layout puts a frame around. */
export interface Sheet {
  /** Title of the window. */
  readonly title: string;
  /** Which entry of the navigation this page belongs to. */
  readonly section: Section | "none";
  /** Width of the page: lists are wide, texts have margins of their own. */
  readonly shape: "list" | "reading";
  readonly body: Markup;
  /** What the page shows, where it can be had as files. */
  readonly view?: ExportView;
}

export interface Page<Data> {
  /** `/articles` or `/articles/:id`. */
  readonly path: string;
  /**
   * What the page shows, and the body of its twin.
   * @throws PageError where there is nothing to show.
   */
  load(store: Store, request: PageRequest): Promise<Data>;
  draw(data: Data, request: PageRequest): Sheet;
}
