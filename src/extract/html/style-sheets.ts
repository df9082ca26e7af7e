/**
 * What the style sheets inside a page say of which of its elements are shown. Sheets in files of their own are not at hand, and
 * scripts are not run: what they show or hide is not known.
 */
import {
  AttributeAction,
  parse as parseSelectors,
  SelectorType,
  type AttributeSelector,
  type Selector,
} from 'css-what';
import { CssSyntaxError, parse as parseSheet, type Container, type Declaration, type Root } from 'postcss';
import { allElements, attributeOf, styleOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { TRAITS, traitsOf, type Trait } from './traits.js';

/**
 * Whether style sheets show an element: it takes no room at all (`absent`), takes it and shows nothing (`invisible`), or that
 * depends on the window, or on what is not followed here (`uncertain`).
 */
export type Visibility = 'shown' | 'absent' | 'invisible' | 'uncertain';

const PROPERTIES = ['display', 'visibility'] as const;

/** What a rule decides: a property that shows or hides, or a trait, which an element then has (`yes`) or has not (`no`). */
type Aspect = (typeof PROPERTIES)[number] | Trait;
type Said = Exclude<Visibility, 'uncertain'> | 'yes' | 'no';

/** What the sheets inside a page say of its elements. */
export interface StyleSheets {
  readonly visibilityOf: (element: HtmlElement) => Visibility;
  /** `undefined` where no sheet says anything of it; `maybe` where that depends on what is not followed here. */
  readonly traitOf: (element: HtmlElement, trait: Trait) => Match | undefined;
}

/** What one selector says of one aspect of what it names. */
interface LookRule {
  readonly aspect: Aspect;
  readonly says: Said;
  readonly selector: readonly Selector[];
  /** True inside a condition: a width, a feature. */
  readonly isConditional: boolean;
  /** The greater wins; of the same weight the later. */
  readonly weight: number;
}

/** Reads the sheets inside a page. */
export function readStyleSheets(root: HtmlElement): StyleSheets {
  const rules = new Map<Aspect, LookRule[]>([...PROPERTIES, ...TRAITS].map((aspect) => [aspect, []]));
  const all = allElements(root)
    .filter(({ tagName }) => tagName === 'style')
    .flatMap((style) => rulesOfSheet(textOf(style), !isForAll(attributeOf(style, 'media') ?? '')))
    .sort((a, b) => a.weight - b.weight);
  for (const rule of all) rules.get(rule.aspect)?.push(rule);
  return {
    visibilityOf: (element) => {
      const states = PROPERTIES.map((property) =>
        // An element's own style comes before any sheet.
        styleOf(element, property) === '' ? stateOf(element, rules.get(property) ?? [], 'shown') : 'shown',
      );
      return (['absent', 'invisible', 'uncertain'] as const).find((state) => states.includes(state)) ?? 'shown';
    },
    traitOf: (element, trait) => {
      const state = stateOf(element, rules.get(trait) ?? [], undefined);
      return state === 'uncertain' ? 'maybe' : state === undefined ? undefined : state === 'yes' ? 'yes' : 'no';
    },
  };
}

function stateOf<T extends Said | undefined>(
  element: HtmlElement,
  rules: readonly LookRule[],
  unsaid: T,
): Said | 'uncertain' | T {
  let state: Said | 'uncertain' | T = unsaid;
  for (const rule of rules) {
    const match = matches(rule.selector, element);
    if (match === 'no') continue;
    if (match === 'yes' && !rule.isConditional) state = rule.says;
    else if (state !== rule.says && !(state === undefined && rule.says === 'no')) state = 'uncertain';
  }
  return state;
}

/** Media that every reader on a screen has. */
function isForAll(media: string): boolean {
  return /^\s*(?:(?:only\s+)?(?:all|screen)\s*)?$/iu.test(media);
}

function rulesOfSheet(text: string, isConditional: boolean): readonly LookRule[] {
  const sheet = parseLeniently(text.replace(/<!--|-->/gu, ' '));
  return sheet === undefined ? [] : rulesIn(sheet, isConditional);
}

/** A sheet in which a brace is missing says nothing for certain; it is passed over as one in a file of its own is. */
function parseLeniently(text: string): Root | undefined {
  try {
    return parseSheet(text);
  } catch (error) {
    if (error instanceof CssSyntaxError) return undefined;
    throw error;
  }
}

/** Conditions within one another; a sheet beyond it was made to harm, and says nothing. */
const DEEPEST = 64;

function rulesIn(container: Container, isConditional: boolean, depth = 0): readonly LookRule[] {
  if (depth > DEEPEST) return [];
  return (container.nodes ?? []).flatMap((node): readonly LookRule[] => {
    if (node.type === 'atrule') {
      const isPlain = node.name === 'layer' || (node.name === 'media' && isForAll(node.params));
      const isForPaper = node.name === 'media' && /^\s*print\s*$/iu.test(node.params);
      return isForPaper ? [] : rulesIn(node, isConditional || !isPlain, depth + 1);
    }
    if (node.type !== 'rule') return [];
    const declarations = node.nodes.flatMap((each) => (each.type === 'decl' ? [each] : []));
    const selectors = selectorsOf(node.selector);
    return saidBy(declarations).flatMap(({ important, ...said }) =>
      selectors.map((selector) => {
        const weight = specificityOf(selector) + (important ? IMPORTANT : 0);
        return { ...said, selector, isConditional, weight };
      }),
    );
  });
}

/** What the declarations of one rule say. */
function saidBy(
  declarations: readonly Declaration[],
): readonly { readonly aspect: Aspect; readonly says: Said; readonly important: boolean }[] {
  const properties = declarations.flatMap(({ prop, value, important }) => {
    const aspect = PROPERTIES.find((each) => each === prop.toLowerCase());
    const says = SAYS[value.trim().toLowerCase()] ?? 'shown';
    return aspect === undefined ? [] : [{ aspect, says, important: important === true }];
  });
  const declared = new Map(declarations.map(({ prop, value }) => [prop.toLowerCase(), value.trim().toLowerCase()]));
  const traits = traitsOf((property) => declared.get(property) ?? '');
  const important = declarations.some((each) => each.important === true);
  const ofTraits = [...traits].map(([aspect, has]): { aspect: Aspect; says: Said; important: boolean } => ({
    aspect,
    says: has ? 'yes' : 'no',
    important,
  }));
  return [...properties, ...ofTraits];
}

/** Values of `display` and `visibility` that hide. */
const SAYS: Readonly<Record<string, Exclude<Visibility, 'uncertain'>>> = {
  none: 'absent',
  collapse: 'absent',
  hidden: 'invisible',
};

/** Selectors of a kind that is not known here name nothing, as in a browser. */
function selectorsOf(text: string): readonly (readonly Selector[])[] {
  try {
    return parseSelectors(text);
  } catch {
    return [];
  }
}

const IMPORTANT = 1e9;

/** Ids, then classes, attributes and pseudo-classes, then tags ("Calculating a selector's specificity", CSS Selectors 4). */
function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, token) => {
    if (token.type === SelectorType.Attribute) return sum + (token.name === 'id' ? 1e6 : 1e3);
    if (token.type === SelectorType.Pseudo) return sum + 1e3;
    return token.type === SelectorType.Tag ? sum + 1 : sum;
  }, 0);
}

/** Whether a selector names an element; `maybe` where that is not followed here. */
export type Match = 'yes' | 'no' | 'maybe';

/** Matches from the right: what stands last is the element, what stands before it are those around it. */
function matches(selector: readonly Selector[], element: HtmlElement): Match {
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

function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
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
  return 'maybe';
}
