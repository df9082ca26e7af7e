/** What fields of forms show: forms that bodies fill in are published as they are. */
import { attributeOf, parentOf, styleOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';

/** Fields whose value is shown as it is. */
const SHOWN = /^(?:text|number|tel|search|url|email|button|submit|reset|)$/u;
/** Fields whose value is not shown, or not as it is written: a mark, a position, a date in the reader's way. */
const UNSHOWN = /^(?:checkbox|radio|hidden|file|image|color)$/u;

/** What a field shows; uncertain where a figure may stand in it that is not its text. */
export function inputText(element: HtmlElement): { readonly text: string; readonly isUncertain: boolean } {
  const type = attributeOf(element, 'type')?.trim().toLowerCase() ?? '';
  const value = attributeOf(element, 'value') ?? '';
  if (SHOWN.test(type)) {
    return { text: value, isUncertain: value === '' && DIGIT.test(attributeOf(element, 'placeholder') ?? '') };
  }
  return { text: '', isUncertain: !UNSHOWN.test(type) && DIGIT.test(value) };
}

const DIGIT = /\p{N}/u;

/** What a list to choose from shows: what is chosen in it. Uncertain where it shows several lines. */
export function selectText(element: HtmlElement): { readonly text: string; readonly isUncertain: boolean } {
  const options = optionsOf(element);
  const chosen =
    options.findLast((option) => attributeOf(option, 'selected') !== undefined) ??
    options.find((option) => attributeOf(option, 'disabled') === undefined);
  const isOpen = attributeOf(element, 'multiple') !== undefined || Number(attributeOf(element, 'size') ?? 1) > 1;
  const label = (chosen && attributeOf(chosen, 'label')) ?? '';
  const text = label === '' && chosen ? textOf(chosen) : label;
  return { text, isUncertain: isOpen && DIGIT.test(textOf(element)) };
}

function optionsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes
    .filter((child): child is HtmlElement => 'tagName' in child)
    .flatMap((child) => (child.tagName === 'option' ? [child] : optionsOf(child)));
}

/** Whether a browser writes a number before an item of a list. */
export function isNumbered(item: HtmlElement): boolean {
  const list = parentOf(item);
  if (list?.tagName === 'ol') return true;
  const styles = [item, ...(list ? [list] : [])].map(
    (element) => `${styleOf(element, 'list-style')} ${styleOf(element, 'list-style-type')}`,
  );
  return /decimal|roman|ideographic|informal|formal|counter|"/u.test(styles.join(' '));
}
