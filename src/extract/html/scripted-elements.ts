/** Elements whose text a script inside the page writes when it is opened. What scripts in files of their own do is not known. */
import { allElements, attributeOf, textOf, type HtmlElement } from './html-elements.js';

/** What scripts call to write into an element. */
const WRITES = /\b(?:innerHTML|innerText|textContent|outerHTML|nodeValue)\b|\.(?:html|text|val|append|prepend)\(/u;
/** Names of elements as scripts look them up. */
const LOOKED_UP =
  /(?:getElementById|getElementsByClassName|querySelector(?:All)?|\$|jQuery)\(\s*(["'`])(?<name>[^"'`]+)\1|(?<bare>[\w$]+)\.(?:innerHTML|innerText|textContent)\s*\+?=/gu;
const WRITES_IN_PLACE = /\bdocument\s*\.\s*write(?:ln)?\b/u;

/** Whether a script writes what an element of a page shows; by the name or the class that it looks the element up by. */
export function scriptedElements(root: HtmlElement): (element: HtmlElement) => boolean {
  const scripts = allElements(root).filter(({ tagName }) => tagName === 'script');
  const names = new Set(
    scripts
      .map(textOf)
      .filter((code) => WRITES.test(code))
      .flatMap((code) => [...code.matchAll(LOOKED_UP)].flatMap(({ groups }) => namesIn(groups ?? {}))),
  );
  if (names.size === 0) return hasBinding;
  return (element) => {
    const id = attributeOf(element, 'id')?.trim();
    const classes = attributeOf(element, 'class')?.split(/\s+/u) ?? [];
    return [id, ...classes].some((name) => name !== undefined && names.has(name)) || hasBinding(element);
  };
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

/** Whether an element names what a library of scripts is to write into it. */
export function hasBinding({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name }) => BINDING.test(name));
}
