/**
 * What the style sheets inside a page say of its elements: which are shown, in what font, and what is written beside them. Sheets
 * elsewhere are not at hand, and scripts are not run: what they do is not known.
 */
import { allElements, attributeOf, styleOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { matches, type Match } from './match-selector.js';
import { RuleIndex } from './rule-index.js';
import { IMPORTANT, rulesOfSheet, isForAll, type FontFace, type LookRule, type Side } from './sheet-rules.js';
import type { Trait } from './traits.js';

/**
 * Whether style sheets show an element: it takes no room at all (`absent`), takes it and shows nothing (`invisible`), or that
 * depends on the window, or on what is not followed here (`uncertain`).
 */
export type Visibility = 'shown' | 'absent' | 'invisible' | 'uncertain';

const PROPERTIES = ['display', 'visibility'] as const;

/** A value that an element may have; only one of several has it for certain. */
export interface PossibleValue {
  readonly value: string;
  readonly isCertain: boolean;
}

/** What is stated of an element as a value. */
export type ValueAspect = 'color' | 'background' | 'room' | 'float' | 'order' | 'grid-row' | 'grid-column';

/** What the sheets inside a page say of its elements. */
export interface StyleSheets {
  readonly visibilityOf: (element: HtmlElement) => Visibility;
  /**
   * Whether an element has a trait, its own style included (`own`); `undefined` where nothing says anything of it, `maybe`
   * where that depends on what is not followed here.
   */
  readonly traitOf: (element: HtmlElement, trait: Trait, own: boolean | undefined) => Match | undefined;
  /** Colours of letters and of what is behind them, the width of what is cut off beyond it; its own style included (`own`). */
  readonly valuesOf: (element: HtmlElement, aspect: ValueAspect, own?: string) => readonly PossibleValue[];
  /** What sheets may write before or after what is in an element (`content`), and how: the last one outweighs the others. */
  readonly contentsOf: (element: HtmlElement, side: Side) => readonly PossibleValue[];
  readonly contentShapesOf: (element: HtmlElement, side: Side) => readonly PossibleValue[];
  /** Lists of fonts, as `font-family` or `font` states them. */
  readonly fontsOf: (element: HtmlElement) => readonly PossibleValue[];
  readonly fontFaces: readonly FontFace[];
  /** Whether the page has sheets in files of their own. */
  readonly hasOthers: boolean;
}

/** Reads the sheets inside a page. */
export function readStyleSheets(root: HtmlElement): StyleSheets {
  const elements = allElements(root);
  const sheets = elements.filter(isSheetInUse).map((style) => rulesOfSheet(textOf(style), isSheetConditional(style)));
  const rules = new RuleIndex(sheets.flatMap((sheet) => sheet.rules));
  const valuesOf = (element: HtmlElement, aspect: string, own?: string): readonly PossibleValue[] =>
    possibleValues(element, rules.rulesFor(aspect, element), own);
  return {
    visibilityOf: (element) => {
      const states = PROPERTIES.map((property) => {
        // What an own style hides is left out as such.
        const own = styleOf(element, property) === '' ? undefined : 'shown';
        return stateOf(valuesOf(element, property, own), 'shown') ?? 'shown';
      });
      return (['absent', 'invisible', 'uncertain'] as const).find((state) => states.includes(state)) ?? 'shown';
    },
    traitOf: (element, trait, own) => {
      const stated = own === undefined ? undefined : own ? 'yes' : 'no';
      const state = stateOf(valuesOf(element, trait, stated), 'no');
      return state === 'uncertain' ? 'maybe' : state === undefined ? undefined : state === 'yes' ? 'yes' : 'no';
    },
    valuesOf,
    contentsOf: (element, side) => valuesOf(element, `${side}:content`),
    contentShapesOf: (element, side) => valuesOf(element, `${side}:shape`),
    fontsOf: (element) => valuesOf(element, 'font-family'),
    fontFaces: sheets.flatMap((sheet) => sheet.fontFaces),
    hasOthers: elements.some(isReference),
  };
}

/** A sheet for paper says nothing of what is on the screen. */
export function isSheetInUse(element: HtmlElement): boolean {
  return element.tagName === 'style' && !/^\s*print\s*$/iu.test(attributeOf(element, 'media') ?? '');
}

/** Whether a sheet holds only in some windows, or is in another language, which a script may make into one. */
export function isSheetConditional(style: HtmlElement): boolean {
  const isCss = /^\s*(?:text\/css\s*)?$/iu.test(attributeOf(style, 'type') ?? '');
  return !isCss || !isForAll(attributeOf(style, 'media') ?? '');
}

function isReference(element: HtmlElement): boolean {
  if (element.tagName === 'link') return /stylesheet/iu.test(attributeOf(element, 'rel') ?? '');
  return element.tagName === 'style' && /@import/iu.test(textOf(element));
}

/**
 * What the rules give an element, the lightest first: what one gives for certain outweighs all before it. Its own style
 * outweighs all but those marked as important.
 */
export function possibleValues(
  element: HtmlElement,
  rules: readonly LookRule[],
  own: string | undefined,
): readonly PossibleValue[] {
  let values: PossibleValue[] = own === undefined ? [] : [{ value: own, isCertain: true }];
  for (const { selector, isConditional, weight, says } of rules) {
    if (own !== undefined && weight < IMPORTANT) continue;
    const match = matches(selector, element);
    if (match === 'yes' && !isConditional) values = [{ value: says, isCertain: true }];
    else if (match !== 'no') values.push({ value: says, isCertain: false });
  }
  return values;
}

/** The one value that all agree on; where no rule says anything for certain, `plain` goes without saying. */
function stateOf(values: readonly PossibleValue[], plain: string): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const stated = first.isCertain ? first.value : plain;
  if (values.some(({ value }) => value !== stated)) return 'uncertain';
  return first.isCertain ? stated : undefined;
}
