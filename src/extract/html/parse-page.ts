/** Parses a page as the HTML standard says, by parse5. */
import { parse } from 'parse5';
import type { HtmlElement } from './html-elements.js';

/** In XHTML these may be closed at once (`<script src="…"/>`); HTML would take the rest of the page for their content. */
const CLOSED_AT_ONCE = /<(script|style|title|iframe|textarea|noscript)\b([^<>]*)\/>/giu;

/** The element `html` of a page. */
export function parsePage(text: string): HtmlElement | undefined {
  const isXhtml = /^\s*<\?xml\b/u.test(text);
  const document = parse(isXhtml ? text.replace(CLOSED_AT_ONCE, '<$1$2></$1>') : text);
  return document.childNodes.find((node): node is HtmlElement => node.nodeName === 'html');
}
