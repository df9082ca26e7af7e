/** Elements side by side, such as the cells of a table that is none, which styles set in another order than the source. */
import { allElements, attributeOf, extentOf, styleOf, type HtmlElement } from './html-elements.js';
import type { Look } from './look.js';
import type { StyleSheets, ValueAspect } from './style-sheets.js';
import { placeDeclared } from './traits.js';

/** Longer text, in characters, is an article that is set beside a menu, and no row of a table. */
const LONGEST_ROW = 300;

/** Whether styles set what is in an element in another order, and figures with it. */
export function isReordering(element: HtmlElement, { isArranged }: Look, sheets: StyleSheets): boolean {
  if (element.tagName === 'svg') return !isDrawnInOrder(element);
  const children = element.childNodes.filter((node): node is HtmlElement => 'tagName' in node);
  if (children.length < 2) return false;
  const places = children.map((child) => placeOf(child, sheets));
  if (!isArranged && places.every(({ isStated }) => !isStated)) return false;
  const extents = children.map(extentOf);
  const filled = extents.filter(({ length }) => length > 0);
  if (filled.length < 2 || !filled.some(({ hasDigit }) => hasDigit)) return false;
  if (filled.some(({ length }) => length > LONGEST_ROW)) return false;
  return isArranged || !isInOrder(places.filter((_, at) => extents[at]?.length !== 0));
}

interface Place {
  /** Whether any style says anything of it. */
  readonly isStated: boolean;
  /** False where some of it is not known. */
  readonly isKnown: boolean;
  readonly isRight: boolean;
  /** Order, row and column. */
  readonly keys: readonly (number | undefined)[];
}

function placeOf(element: HtmlElement, sheets: StyleSheets): Place {
  const own = placeDeclared((property) => styleOf(element, property));
  const valuesOf = (aspect: keyof typeof own & ValueAspect): readonly string[] => {
    const values = sheets.valuesOf(element, aspect, own[aspect]);
    return values[0]?.isCertain === false
      ? ['', ...values.map(({ value }) => value)]
      : values.map(({ value }) => value);
  };
  const float = valuesOf('float');
  const keys = (['order', 'grid-row', 'grid-column'] as const).map(valuesOf);
  return {
    isStated: float.some((value) => /right|end/u.test(value)) || keys.some((values) => values.length > 0),
    isKnown: keys.every((values) => values.length < 2 && values.every((value) => /^(?:\d+\b|auto)/u.test(value))),
    isRight: float.some((value) => /right|end/u.test(value)),
    keys: keys.map(([value = '']) => (/^\d/u.test(value) ? Number.parseInt(value, 10) : undefined)),
  };
}

/** Whether elements are seen in the order of the source, row by row. */
function isInOrder(places: readonly Place[]): boolean {
  if (places.some(({ isKnown }) => !isKnown)) return false;
  if (places.slice(0, -1).some(({ isRight }) => isRight)) return false;
  return places.every((place, at) => {
    const before = places[at - 1];
    if (before === undefined) return true;
    const differing = place.keys.map((key, k) => (key ?? 0) - (before.keys[k] ?? 0)).find((step) => step !== 0);
    return differing === undefined || differing > 0;
  });
}

/** Texts of a drawing that differ by less in height, in its own units, stand in one line. */
const SAME_LINE = 4;

/** Whether the texts of a drawing stand in the order in which they are read: from the top, and from the left in a line. */
function isDrawnInOrder(drawing: HtmlElement): boolean {
  const elements = allElements(drawing).filter((each) => each !== drawing);
  const texts = elements.filter(({ tagName }) => tagName === 'text' || tagName === 'tspan');
  const placed = texts.filter((text) => attributeOf(text, 'x') !== undefined || attributeOf(text, 'y') !== undefined);
  if (placed.length < 2) return true;
  if (elements.some((each) => attributeOf(each, 'transform') !== undefined)) return false;
  const at = (text: HtmlElement, name: string): number => Number.parseFloat(attributeOf(text, name) ?? '0');
  return placed.every((text, k) => {
    const before = placed[k - 1];
    if (before === undefined) return true;
    const down = at(text, 'y') - at(before, 'y');
    return Math.abs(down) < SAME_LINE ? at(text, 'x') > at(before, 'x') : down > 0;
  });
}
