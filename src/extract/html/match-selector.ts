/** Whether a selector of a style sheet names an element, as far as that is followed here. */
import { AttributeAction, SelectorType, type AttributeSelector, type Selector } from 'css-what';
import { attributeOf, parentOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';

/** Whether a selector names an element; `maybe` where that is not followed here. */
export type Match = 'yes' | 'no' | 'maybe';

/** Matches from the right: what stands last is the element, what stands before it are those around it. */
export function matches(selector: readonly Selector[], element: HtmlElement): Match {
  const at = selector.findLastIndex(isCombinator);
  const own = allOf(selector.slice(at + 1).map((token) => matchesToken(token, element)));
  const combinator = selector[at];
  if (own === 'no' || combinator === undefined) return own;
  const before = selector.slice(0, at);
  if (combinator.type === SelectorType.Child) {
    const parent = parentOf(element);
    return parent === undefined ? 'no' : allOf([own, matches(before, parent)]);
  }
  // Neighbours are not followed.
  return combinator.type === SelectorType.Descendant ? allOf([own, matchesAround(before, element)]) : 'maybe';
}

function isCombinator({ type }: Selector): boolean {
  return (
    type === SelectorType.Descendant ||
    type === SelectorType.Child ||
    type === SelectorType.Adjacent ||
    type === SelectorType.Sibling ||
    type === SelectorType.Parent ||
    type === SelectorType.ColumnCombinator
  );
}

function matchesAround(selector: readonly Selector[], element: HtmlElement): Match {
  let found: Match = 'no';
  for (let around = parentOf(element); around !== undefined; around = parentOf(around)) {
    const match = matches(selector, around);
    if (match === 'yes') return 'yes';
    if (match === 'maybe') found = 'maybe';
  }
  return found;
}

function allOf(found: readonly Match[]): Match {
  if (found.includes('no')) return 'no';
  return found.includes('maybe') ? 'maybe' : 'yes';
}

/** States that a page just opened is not in. */
const PASSING_STATES: ReadonlySet<string> = new Set(['hover', 'focus', 'focus-within', 'active', 'target', 'visited']);

function matchesToken(token: Selector, element: HtmlElement): Match {
  if (token.type === SelectorType.Universal) return 'yes';
  if (token.type === SelectorType.Tag) return token.name.toLowerCase() === element.tagName ? 'yes' : 'no';
  if (token.type === SelectorType.Attribute) return matchesAttribute(token, element);
  if (token.type === SelectorType.Pseudo) return PASSING_STATES.has(token.name) ? 'no' : 'maybe';
  return 'no';
}

function matchesAttribute({ name, action, value }: AttributeSelector, element: HtmlElement): Match {
  const own = attributeOf(element, name);
  if (own === undefined) return 'no';
  if (action === AttributeAction.Exists) return 'yes';
  if (action === AttributeAction.Equals) return own === value ? 'yes' : 'no';
  if (action === AttributeAction.Element) return own.split(/\s+/u).includes(value) ? 'yes' : 'no';
  const test = value === '' ? undefined : PARTS_OF_VALUE[action];
  return test === undefined ? 'maybe' : test(own, value) ? 'yes' : 'no';
}

const PARTS_OF_VALUE: Partial<Record<AttributeAction, (own: string, value: string) => boolean>> = {
  [AttributeAction.Any]: (own, value) => own.includes(value),
  [AttributeAction.Start]: (own, value) => own.startsWith(value),
  [AttributeAction.End]: (own, value) => own.endsWith(value),
  [AttributeAction.Hyphen]: (own, value) => own === value || own.startsWith(`${value}-`),
};
