/** What styles say of where elements stand and how large their letters are, by their own style or a sheet inside the page. */
import { allElements, styleOf, textOf, type HtmlElement } from '../html-elements.js';
import { RuleIndex } from '../rule-index.js';
import { rulesOfSheet } from '../sheet-rules.js';
import { isSheetConditional, isSheetInUse, possibleValues } from '../style-sheets.js';
import type { Declared } from '../traits.js';

/** Properties by which text is placed. */
const PROPERTIES = [
  'position',
  'left',
  'top',
  'right',
  'bottom',
  'width',
  'height',
  'margin-left',
  'transform',
  'transform-origin',
  'display',
  'visibility',
  'color',
  'border',
  'background',
  'background-color',
  'font-size',
  'font-family',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'white-space',
  'text-align',
] as const;

/** A property by which text is placed. */
export type Placing = (typeof PROPERTIES)[number];

/** What is said of an element, in lower case: empty where nothing is, `undefined` where it depends on what is not followed here. */
export type StatedStyle = (element: HtmlElement, property: Placing) => string | undefined;

/** Whether a page may place its text at all: reading its sheets once more costs as much as reading the page. */
export function mayPlaceText(elements: readonly HtmlElement[]): boolean {
  return elements.some((element) =>
    element.tagName === 'style'
      ? /position\s*:\s*absolute/iu.test(textOf(element))
      : styleOf(element, 'position') === 'absolute',
  );
}

/** Reads the sheets inside a page for what they say of places. */
export function statedStyles(root: HtmlElement): StatedStyle {
  const rules = allElements(root)
    .filter(isSheetInUse)
    .flatMap((style) => {
      return rulesOfSheet(textOf(style), isSheetConditional(style), (declared, isNarrow) =>
        isNarrow
          ? []
          : PROPERTIES.map((aspect) => ({ aspect, says: valueIn(declared, aspect) })).filter(({ says }) => says !== ''),
      ).rules;
    });
  const index = new RuleIndex(rules);
  return (element, property) => {
    const own = valueIn((each) => styleOf(element, each), property);
    const values = possibleValues(element, index.rulesFor(property, element), own === '' ? undefined : own);
    const [first] = values;
    if (first === undefined) return '';
    const stated = first.isCertain ? first.value : '';
    return values.every(({ value }) => value === stated) ? stated : undefined;
  };
}

/** The value of a property, or what a list of all properties of a font says of it: `italic 12px/1.5 SimSun, serif`. */
function valueIn(declared: Declared, property: Placing): string {
  const value = declared(property).toLowerCase();
  const inFont = FONT.exec(declared('font').toLowerCase())?.groups?.[property.replace('-', '')];
  return value === '' ? (inFont ?? '') : value;
}

const FONT =
  /^(?:[\w-]+\s+)*?(?<fontsize>[\d.]+(?:px|pt|r?em|%))(?:\s*\/\s*(?<lineheight>[\d.]+[a-z%]*))?\s+(?<fontfamily>[^;]+)$/u;
