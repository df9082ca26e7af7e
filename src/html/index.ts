/** Pages for people: escaping, the frame of a page, its style. */
export { COLOURS } from './base-style.js';
export { both, htmlFrame, type HtmlFrame } from './document.js';
export { escapeHtml, html, type Html, type HtmlValue } from './escape.js';
