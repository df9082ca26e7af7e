/** Pages whose content is not in their file: a script makes it when the page is opened, or a frame fetches it. */
import type { MarkupPage } from '../../model/index.js';
import { allElements, attributeOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { textLength } from './lifted-hiding.js';

/** With less text than this, in characters, a page shows no report; menus and the line at the foot have some hundred. */
const LEAST_TEXT = 200;
/** A page that shows so little and holds so many times as much hides it. */
const HIDDEN_TIMES = 5;
/** A place that a script is to fill, as templates write it; the request of a page without scripts. */
const TEMPLATE = /\{\{[^{}]{1,80}\}\}/u;
const ASKS_FOR_SCRIPTS = /javascript/iu;

/** Where the content of a page is that its file does not hold; `undefined` where nothing says that it is elsewhere. */
export function contentElsewhere(root: HtmlElement, shown: string): MarkupPage['elsewhere'] {
  const elements = allElements(root);
  const isOf = (...names: readonly string[]): readonly HtmlElement[] =>
    elements.filter(({ tagName }) => names.includes(tagName));
  const frames = isOf('iframe', 'frame', 'embed', 'object').filter(
    (frame) =>
      attributeOf(frame, 'srcdoc') === undefined && ['src', 'data'].some((name) => isAddress(attributeOf(frame, name))),
  );
  const isBare = shown.replace(/\s/gu, '').length < LEAST_TEXT;
  const asks = isOf('noscript').some((element) => ASKS_FOR_SCRIPTS.test(textOf(element)));
  if (isOf('script').length > 0 && isBare && textLength(elements) >= HIDDEN_TIMES * LEAST_TEXT) return 'hidden';
  if (isOf('script').length > 0 && (isBare || TEMPLATE.test(shown) || asks)) return 'script';
  return frames.length > 0 ? 'frame' : undefined;
}

function isAddress(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '' && !/^\s*(?:about:|javascript:)/iu.test(value);
}
