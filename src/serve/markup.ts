/** Markup as the views make it: nothing from an article becomes a tag. */
export * from "../views/markup.js";
