/** Elements whose text a script inside the page writes when it is opened. What scripts in files of their own do is not known. */
import { allElements, attributeOf, textOf, type HtmlElement } from './html-elements.js';

/** What scripts call to write into an element. */
const WRITES =
  /\b(?:innerHTML|innerText|textContent|outerHTML|nodeValue)\b|\.(?:html|text|val|append|prepend)\(|\.value\s*=(?!=)/u;
/** Names of elements as scripts look them up. */
const LOOKED_UP =
  /(?:getElementById|getElementsBy(?:Class|Tag)Name|querySelector(?:All)?|find|children|\$|jQuery)\(\s*(["'`])(?<name>[^"'`]+)\1|(?<![\w$])(?<bare>[\w$]+)\.(?:innerHTML|innerText|textContent|value)\s*\+?=(?!=)/gu;
/** What scripts call to set elements in another order. */
const MOVES =
  /\b(?:insertBefore|insertAfter|insertAdjacentElement|appendChild|appendTo|prependTo|replaceChildren|replaceWith|replaceChild)\b|\.(?:before|after)\(/u;
/** The way to the rows and cells of a table that does not name them. */
const BY_TABLE = /\.(?:rows|cells|tBodies)\b/u;
const TABLE_PARTS: ReadonlySet<string> = new Set(['td', 'th', 'tr']);
const WRITES_IN_PLACE = /\bdocument\s*\.\s*write(?:ln)?\b/u;

/**
 * Whether a script writes what an element of a page shows; by the name or the class that it looks the element up by. Cells are
 * looked up by their kind as well, and moved.
 */
export function scriptedElements(root: HtmlElement): (element: HtmlElement) => boolean {
  const codes = codesOf(root);
  const names = new Set(codes.filter((code) => WRITES.test(code)).flatMap(lookedUpIn));
  const areCells = codes.some((code) => (WRITES.test(code) || MOVES.test(code)) && looksUpCells(code));
  return (element) => {
    if (areCells && (element.tagName === 'td' || element.tagName === 'th')) return true;
    const id = attributeOf(element, 'id')?.trim();
    const classes = attributeOf(element, 'class')?.split(/\s+/u) ?? [];
    return (
      [id, ...classes].some((name) => name !== undefined && names.has(name)) || hasBinding(element) || countsUp(element)
    );
  };
}

/** The scripts inside a page. */
export function codesOf(root: HtmlElement): readonly string[] {
  return allElements(root)
    .filter(({ tagName }) => tagName === 'script')
    .map(textOf);
}

/** The names by which a script looks elements up. */
export function lookedUpIn(code: string): readonly string[] {
  return [...code.matchAll(LOOKED_UP)].flatMap(({ groups }) => namesIn(groups ?? {}));
}

function looksUpCells(code: string): boolean {
  return BY_TABLE.test(code) || lookedUpIn(code).some((name) => TABLE_PARTS.has(name));
}

function namesIn({ name, bare }: Readonly<Record<string, string | undefined>>): readonly string[] {
  return (name ?? bare ?? '').split(/[^\w\u0080-\uffff-]+/u).filter((part) => part !== '');
}

/** Whether an element is a script that writes where it stands. */
export function writesInPlace(element: HtmlElement): boolean {
  if (element.tagName !== 'script') return false;
  return attributeOf(element, 'src') !== undefined || WRITES_IN_PLACE.test(textOf(element));
}

/** Attributes by which libraries of scripts are told what to write into an element. */
const BINDING = /^(?:ng-bind(?:-html)?|v-text|v-html|x-text|data-bind|th:text|\[innertext\])$/u;

/** Attributes that say up to which figure a script counts in an element, or what figure it is to set there. */
const COUNTS_TO =
  /^data-(?:[\w-]*-)?(?:to|end|final|target|stop|count(?:er|up|to)?|value|val|num(?:ber)?|figure|total)$/u;
const COUNT = /^\s*[-+]?\d[\d,]*(?:\.\d+)?\s*$/u;

/** Whether an element shows one figure and keeps another, which a script counts up to when the page is opened. */
function countsUp(element: HtmlElement): boolean {
  const kept = element.attrs.filter(({ name, value }) => COUNTS_TO.test(name) && COUNT.test(value));
  if (kept.length === 0) return false;
  const shown = textOf(element).normalize('NFKC');
  return COUNT.test(shown) && kept.some(({ value }) => numberOf(value) !== numberOf(shown));
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** Whether an element names what a library of scripts is to write into it. */
export function hasBinding({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name }) => BINDING.test(name));
}
