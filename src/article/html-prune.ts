/**
 * Parts of a page that are not its article, told by what the page's authors call them.
 *
 * In: a parsed page, which is changed. Out: nothing; elements whose name, role, class or id says navigation,
 * sharing, related links, newsletter, comments, advertising, picture or author box are removed, unless they
 * hold a good part of the page's paragraphs (a template may call everything "related-content-page").
 * Kohlschütter et al. 2010 show that such cues with text density separate boilerplate well.
 */
import type { HtmlElement } from "./html-node.js";

const ALWAYS =
  "script,style,noscript,template,iframe,object,embed,svg,canvas,button,input,select,textarea,dialog,audio,video,picture,figure,figcaption,aside,nav,[hidden],[aria-hidden=true],[role=navigation],[role=complementary],[role=banner],[role=contentinfo],[role=search],[role=dialog],[role=menu],[role=toolbar],[role=alert]";

/** Words of class names and ids, cut at hyphens, underscores and capitals. */
const WORDS =
  /^(?:ads?|advert|advertisement|advertising|adslot|sponsor(?:ed)?|promo|promos|promotion|outbrain|taboola|share|sharing|sharebar|sharetools|social|socials|addthis|sharethis|newsletter|newsletters|subscribe|subscription|signup|optin|paywall|related|recommended|recommendation|recommendations|recirc|recirculation|trending|popular|mostread|mostpopular|readmore|morenews|morestories|comments?|disqus|respond|breadcrumbs?|pagination|pager|toolbar|toolbox|tools|masthead|menu|sidebar|rail|caption|captions|gallery|slideshow|carousel|slider|lightbox|photocredit|credit|tags|taglist|bio|authorbio|authorbox|authorinfo|cookie|cookies|consent|popup|modal|overlay|print|skip|donate|livefyre|widget|screenreader|visuallyhidden|sronly)$/iu;
/** Pairs of such words. */
const PHRASES =
  /(?:^|[\s_-])(?:most[_-]?(?:read|popular|viewed)|read[_-]?(?:more|next|also)|more[_-]?(?:stories|news|from|on)|also[_-]?(?:read|like)|author[_-]?(?:bio|box|info|card|about|description)|about[_-]?(?:the[_-]?)?author|email[_-]?(?:signup|alert|capture)|sign[_-]?up|photo[_-]?(?:credit|caption)|image[_-]?(?:credit|caption|count)|media[_-]?caption|wp[_-]caption(?:[_-]text)?|sr[_-]only|screen[_-]reader|visually[_-]hidden|skip[_-](?:link|to)|post[_-]?(?:tags|meta|share|nav|navigation)|entry[_-]?(?:tags|meta|footer)|article[_-]?(?:tags|share|tools|footer)|video[_-]?(?:player|title|playlist)|print[_-]only|no[_-]?print|pull[_-]?quote)(?:$|[\s_-])/iu;
/** Names that are the article's own, whatever else they hold. */
const KEPT =
  /(?:^|[\s_-])(?:article[_-]?(?:body|text|content)|entry[_-]content|post[_-](?:body|content)|story[_-]?(?:body|text|content)|body[_-]?(?:text|copy)|main[_-]content)(?:$|[\s_-])/iu;

/** Share of the page's paragraph text that no removed element may hold. */
const MOST_TEXT = 0.3;

/** Removes what is not the article. */
export function pruneDocument(root: HtmlElement): void {
  const total = Math.max(1, countParagraphText(root));
  for (const element of [...root.querySelectorAll(ALWAYS)]) {
    if (holdsLittle(element, total)) element.remove();
  }
  for (const element of [...root.querySelectorAll("[class],[id]")]) {
    if (/^(?:HTML|BODY|ARTICLE|MAIN|P|A|EM|I|B|STRONG|H1)$/iu.test(element.tagName)) continue;
    const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (name.length > 400 || KEPT.test(name)) continue;
    if (
      (PHRASES.test(name) || splitName(name).some((word) => WORDS.test(word))) &&
      holdsLittle(element, total)
    ) {
      element.remove();
    }
  }
  for (const element of [...root.querySelectorAll("[style]")]) {
    if (
      /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute("style") ?? "") &&
      holdsLittle(element, total)
    ) {
      element.remove();
    }
  }
}

function splitName(name: string): string[] {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[\s_:-]+/u);
}

function holdsLittle(element: HtmlElement, total: number): boolean {
  return countParagraphText(element) <= MOST_TEXT * total;
}

function countParagraphText(root: HtmlElement): number {
  let count = 0;
  for (const paragraph of root.querySelectorAll("p")) count += paragraph.textContent.length;
  return count;
}
