/** What placed boxes draw: rules, by their borders or by being as thin as a line, and the edges of sheets. */
import { bboxOfCorners, type Bbox, type Ruling } from '../../../model/index.js';
import { parseColour } from '../../markup/colours.js';
import type { HtmlElement } from '../html-elements.js';
import { applied } from './affine.js';
import type { Frame } from './box-places.js';
import type { StatedStyle } from './stated-styles.js';

/** A box no thicker than this, in pixels, is a line. */
const THICKEST_PX = 3;
/** A sheet is larger than this both ways, in pixels; a smaller box is a cell or holds some lines. */
export const LEAST_SHEET_PX = 300;

/** What a box draws, in pixels of the page. */
export interface DrawnBox {
  readonly rulings: readonly Ruling[];
  /** The box where it is the edge of a sheet. */
  readonly sheet?: Bbox;
}

const NOTHING: DrawnBox = { rulings: [] };

/** What an element draws around or in its box. */
export function drawnBy(element: HtmlElement, { toPage, width, height }: Frame, stated: StatedStyle): DrawnBox {
  const isThin = (width ?? Infinity) <= THICKEST_PX || (height ?? Infinity) <= THICKEST_PX;
  const grounds = [stated(element, 'background'), stated(element, 'background-color')];
  const isDrawn = isBorder(stated(element, 'border') ?? '') || (isThin && grounds.some(isColour));
  if (!isDrawn || (width === undefined && height === undefined)) return NOTHING;
  const [x0, y0] = applied(toPage, 0, 0);
  const [x1, y1] = applied(toPage, width ?? 0, height ?? 0);
  const box = bboxOfCorners(x0, y0, x1, y1);
  const [across, down] = [box.x1 - box.x0, box.bottom - box.top];
  if (Math.min(across, down) > LEAST_SHEET_PX) return { rulings: [], sheet: box };
  const horizontal = (position: number): Ruling => rule('horizontal', position, [box.x0, box.x1]);
  const vertical = (position: number): Ruling => rule('vertical', position, [box.top, box.bottom]);
  if (down <= THICKEST_PX) {
    return across > THICKEST_PX ? { rulings: [horizontal((box.top + box.bottom) / 2)] } : NOTHING;
  }
  if (across <= THICKEST_PX) return { rulings: [vertical((box.x0 + box.x1) / 2)] };
  return { rulings: [horizontal(box.top), horizontal(box.bottom), vertical(box.x0), vertical(box.x1)] };
}

function rule(
  orientation: Ruling['orientation'],
  position: number,
  [start, end]: readonly [start: number, end: number],
): Ruling {
  return { orientation, position, start, end, thickness: 1, source: 'stroke' };
}

const LINES = /^(?:solid|dashed|dotted|double|groove|ridge|inset|outset)$/u;
const WIDTHS = /^(?:thin|medium|thick|[\d.]+(?:px|pt|em)?)$/u;

/** Whether a border is drawn; browsers pass over one of which they do not know a word. */
function isBorder(value: string): boolean {
  const words = value.split(/\s+(?![^(]*\))/u).filter((word) => word !== '');
  const isKnown = words.every((word) => LINES.test(word) || WIDTHS.test(word) || parseColour(word) !== undefined);
  return (
    isKnown && words.some((word) => LINES.test(word)) && !words.some((word) => /^0(?:\.0+)?(?:px|pt|em)?$/u.test(word))
  );
}

function isColour(value: string | undefined): boolean {
  return value !== undefined && value !== '' && (parseColour(value)?.alpha ?? 0) > 0;
}
