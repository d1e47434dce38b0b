/**
 * The page script: a statement's words and its note light up together, and j and k walk from statement
 * to statement; selected words can be asked about. Everything here is also there without it, by links.
 */

/** All pieces of each statement, its marks in the text and its note, by the statement's id. */
const pieces = new Map();
for (const element of document.querySelectorAll("[data-s]")) {
  const id = element.dataset.s;
  if (pieces.has(id)) pieces.get(id).push(element);
  else pieces.set(id, [element]);
}
const text = document.querySelector(".text");
const numbers = [...document.querySelectorAll(".text .ref")];

let lit;
let pointed;
let focused;

function light(id) {
  if (id === lit) return;
  for (const element of pieces.get(lit) ?? []) element.classList.remove("lit");
  for (const element of pieces.get(id) ?? []) element.classList.add("lit");
  lit = id;
}

/** The innermost statement that an element belongs to. */
function statementOf(element) {
  return element instanceof Element ? element.closest("[data-s]")?.dataset.s : undefined;
}

/** The statement that the address points to. */
function statementOfAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  return id === "" ? undefined : statementOf(document.getElementById(id));
}

function update() {
  light(pointed ?? focused ?? statementOfAddress());
}

function step(by) {
  const at = numbers.findIndex((number) => statementOf(number) === (focused ?? statementOfAddress()));
  const next = numbers[at < 0 ? (by > 0 ? 0 : numbers.length - 1) : at + by];
  if (next === undefined) return;
  next.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  next.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

/** How far, in pixels, notes may hang behind their paragraph before the text waits for them. */
const SLACK = 420;

/** Space between the notes of two paragraphs, in pixels. */
const BETWEEN = 10;

/**
 * On a wide page, moves notes out of the flow: each stands beside its paragraph or below the notes before
 * it, so that many notes leave no hole in the text. All sizes are read before anything is written.
 */
function placeNotes() {
  const blocks = [...text.querySelectorAll(":scope > .block")];
  const wide = matchMedia("(min-width: 66rem)").matches;
  for (const block of blocks) block.style.minHeight = "";
  text.style.minHeight = "";
  text.classList.toggle("placed", wide);
  if (!wide) return;
  const sizes = blocks.map((block) => {
    const notes = block.querySelector(":scope > .notes");
    return { block, notes, height: block.offsetHeight, notesHeight: notes?.offsetHeight ?? 0 };
  });
  const gap = blocks.length > 0 ? Number.parseFloat(getComputedStyle(blocks[0]).marginBottom) : 0;
  let top = 0;
  let free = 0;
  for (const { block, notes, height, notesHeight } of sizes) {
    let room = height;
    if (notes !== null) {
      const at = Math.max(top, free);
      notes.style.top = `${at}px`;
      free = at + notesHeight + BETWEEN;
      room = Math.max(height, free - SLACK - gap - top);
      if (room > height) block.style.minHeight = `${room}px`;
    }
    top += room + gap;
  }
  text.style.minHeight = `${free}px`;
}

if (text !== null && pieces.size > 0) {
  placeNotes();
  addEventListener("resize", placeNotes);
  document.addEventListener("pointerover", (event) => {
    pointed = statementOf(event.target);
    update();
  });
  document.documentElement.addEventListener("pointerleave", () => {
    pointed = undefined;
    update();
  });
  document.addEventListener("focusin", (event) => {
    focused = statementOf(event.target);
    update();
  });
  addEventListener("hashchange", () => {
    focused = undefined;
    update();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]"))
      return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;
  update();
}

/** Selected words of the text can be asked about: the link at the edge leads to the sentence that they begin in. */
const ask = document.querySelector("a.ask");
if (ask !== null && text !== null) {
  const why = ask.pathname;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const node = range?.startContainer;
    const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest("p[data-start]");
    ask.hidden = !paragraph;
    if (!paragraph) return;
    const before = document.createRange();
    before.selectNodeContents(paragraph);
    before.setEnd(range.startContainer, range.startOffset);
    ask.href = `${why}?at=${Number(paragraph.dataset.start) + before.toString().length}`;
  });
}
