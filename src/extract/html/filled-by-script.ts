/** Cells that are blank in the file and may be filled by a script when the page is opened. */
import type { HtmlElement } from './html-elements.js';

/** Attributes by which libraries of scripts are told what to write into an element. */
const BINDING = /^(?:ng-bind(?:-html)?|v-text|v-html|x-text|data-bind|th:text|\[innertext\])$/u;
/** A figure kept beside the element that it is shown in. */
const FIGURE = /^\s*\d[\d,.]*\s*$/u;

/**
 * Whether a script may fill a cell: it holds no text, and it or an element in it names what to write there, or an element
 * in it keeps a figure in an attribute. Attributes of the cell itself count its place.
 */
export function isFilledByScript(cell: HtmlElement): boolean {
  const inside = elementsIn(cell);
  if ([cell, ...inside].some((element) => holdsText(element) || FIELDS.has(element.tagName))) return false;
  return hasBinding(cell) || inside.some((element) => hasBinding(element) || keepsFigure(element));
}

/** What a field of a form shows is known. */
const FIELDS = new Set(['input', 'select', 'textarea', 'table']);

function holdsText({ childNodes }: HtmlElement): boolean {
  return childNodes.some((node) => node.nodeName === '#text' && 'value' in node && node.value.trim() !== '');
}

function hasBinding({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name }) => BINDING.test(name));
}

function keepsFigure({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name, value }) => name.startsWith('data-') && FIGURE.test(value.normalize('NFKC')));
}

/** Elements around a figure; whatever is deeper is no cell of a form. */
const DEEPEST = 8;

function elementsIn(element: HtmlElement, depth = 0): readonly HtmlElement[] {
  if (depth > DEEPEST) return [];
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child, depth + 1)] : []));
}
