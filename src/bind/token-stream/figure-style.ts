/** How a dump sets its figures apart, and what that leaves open about the digits of a row. */
import type { Digits, Seam } from './digit-readings.js';
import type { StreamFigure } from './stream.js';

/**
 * `whole`: white space parts figures, and only figures. `spaced`: digits apart by one space, figures by more. `loose`: so, but in
 * hardly any row; what one space parts may be two figures. `torn`: every digit apart, nothing tells where a figure ends.
 * `merged`: white space parts figures, but some have grown together. `mixed`: nothing of it holds for all rows.
 */
export type FigureStyle = 'whole' | 'spaced' | 'loose' | 'torn' | 'merged' | 'mixed';

/** The figures of a row, and how many it should have. */
export interface CountedRow {
  readonly figures: readonly StreamFigure[];
  readonly columnCount: number;
}

/** Where so large a share of the rows has exactly as many figures as columns, the others are faults. */
const MOST_ROWS = 0.7;

/** Tells the style of a dump from all its rows. */
export function styleOf(rows: readonly CountedRow[]): FigureStyle {
  const filled = rows.filter((row) => row.figures.length > 0);
  const whole = filled.filter((row) => row.figures.length === row.columnCount);
  if (whole.length === filled.length) return 'whole';
  const spaced = filled.filter((row) => groupCount(row.figures) === row.columnCount);
  if (spaced.length > whole.length && spaced.length >= MOST_ROWS * filled.length) {
    return spaced.filter(isTorn).length >= FEWEST_TORN ? 'spaced' : 'loose';
  }
  if (filled.every((row) => row.figures.every((figure) => figure.text.length === 1))) return 'torn';
  if (whole.length >= MOST_ROWS * filled.length) return 'whole';
  return filled.every((row) => row.figures.length <= row.columnCount) ? 'merged' : 'mixed';
}

/** Rows of several figures whose digits are apart, and which have one figure a column all the same, are so many no accident. */
const FEWEST_TORN = 2;

function isTorn({ figures, columnCount }: CountedRow): boolean {
  return columnCount > 1 && figures.length > columnCount;
}

/** Whether one space parts digits of one figure. */
export function isSpacedOut(style: FigureStyle): boolean {
  return style === 'spaced' || style === 'loose';
}

const isNear = (figure: StreamFigure): boolean => figure.gap === 'space' || figure.gap === 'none';

function groupCount(figures: readonly StreamFigure[]): number {
  return figures.filter((figure, at) => at === 0 || !isNear(figure)).length;
}

/**
 * The digits of a row, with what its style leaves open between them; `undefined` where a mark stands among them that is no
 * sign of the digit behind it.
 */
export function digitsOf(row: readonly StreamFigure[], style: FigureStyle): Digits | undefined {
  const isSign = (figure: StreamFigure, at: number): boolean =>
    (isSpacedOut(style) || style === 'torn') && figure.printed === '-' && row[at + 1]?.gap === 'space';
  const figures = row.map((figure, at) =>
    figure.text === '' && isSign(figure, at) ? { ...figure, text: '-' } : figure,
  );
  if (figures.some((figure) => figure.text === '')) return undefined;
  const text = figures.map((figure) => figure.text).join('');
  const seams: Seam[] = [];
  for (const [at, figure] of figures.entries()) {
    const between = at === 0 ? 'apart' : seamBetween(figure, style);
    const inside = style === 'whole' || isSpacedOut(style) ? 'joined' : 'open';
    for (const k of Array.from(figure.text).keys()) seams.push(k === 0 ? between : inside);
  }
  return { text, seams: seams.map((seam, at) => seamAt(text, at, seam)) };
}

function seamBetween(figure: StreamFigure, style: FigureStyle): Seam {
  if (style === 'torn') return 'open';
  if (isSpacedOut(style)) return isNear(figure) ? 'joined' : 'apart';
  if (style === 'mixed') return isNear(figure) ? 'open' : 'apart';
  return 'apart';
}

/** A sign begins a figure and goes with the digit behind it; a point or comma goes with both sides. */
function seamAt(text: string, at: number, seam: Seam): Seam {
  const here = text[at] ?? '';
  const before = text[at - 1] ?? '';
  if (/[.,]/u.test(here) || /[.,+-]/u.test(before)) return 'joined';
  return /[+-]/u.test(here) ? 'apart' : seam;
}
