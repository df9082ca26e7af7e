/** Finds the rules of sheets that may name an element: a site's sheets hold thousands, and one names a few elements. */
import { AttributeAction, SelectorType, type Selector } from 'css-what';
import { attributeOf, type HtmlElement } from './html-elements.js';
import type { LookRule } from './sheet-rules.js';

/** Rules in their order, the lightest first. */
export class RuleIndex {
  readonly #order = new Map<LookRule, number>();
  /** By aspect, and by what the last part of their selector asks for. */
  readonly #rules = new Map<string, Map<string, LookRule[]>>();

  /** @param rules in the order of the sheets */
  constructor(rules: readonly LookRule[]) {
    for (const [at, rule] of [...rules].sort((a, b) => a.weight - b.weight).entries()) {
      this.#order.set(rule, at);
      const ofAspect = this.#rules.get(rule.aspect) ?? new Map<string, LookRule[]>();
      this.#rules.set(rule.aspect, ofAspect);
      const key = keyOf(rule.selector);
      const known = ofAspect.get(key);
      if (known) known.push(rule);
      else ofAspect.set(key, [rule]);
    }
  }

  /** The rules about an aspect that may name an element, the lightest first. */
  rulesFor(aspect: string, element: HtmlElement): readonly LookRule[] {
    const ofAspect = this.#rules.get(aspect);
    if (ofAspect === undefined) return [];
    const found = keysOf(element).flatMap((key) => ofAspect.get(key) ?? []);
    return found.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }
}

const ANY = '*';

/** What an element must have for the last part of a selector to name it: an id, a class or a tag; else `*`. */
function keyOf(selector: readonly Selector[]): string {
  const at = selector.findLastIndex(({ type }) => COMBINATORS.has(type));
  const keys = selector.slice(at + 1).flatMap((token) => {
    if (token.type === SelectorType.Tag) return [token.name.toLowerCase()];
    if (token.type !== SelectorType.Attribute) return [];
    if (token.name === 'id' && token.action === AttributeAction.Equals) return [`#${token.value}`];
    return token.name === 'class' && token.action === AttributeAction.Element ? [`.${token.value}`] : [];
  });
  return keys.find((key) => key.startsWith('#')) ?? keys.find((key) => key.startsWith('.')) ?? keys[0] ?? ANY;
}

const COMBINATORS: ReadonlySet<SelectorType> = new Set([
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
  SelectorType.Parent,
  SelectorType.ColumnCombinator,
]);

/** Each rule has one key, so that none is found twice. */
function keysOf(element: HtmlElement): readonly string[] {
  const id = attributeOf(element, 'id');
  const classes = new Set(attributeOf(element, 'class')?.split(/\s+/u));
  return [ANY, element.tagName, ...[...classes].map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
}
