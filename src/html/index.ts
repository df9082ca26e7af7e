/** Pages for people: escaping, the frame of a page, its style. */
export { COLOURS } from './base-style.js';
export { both, htmlFrame } from './document.js';
export { html, type Html } from './escape.js';
