/** Looks for points that binarisation lost: a figure must not grow tenfold because a dot was faint. */
import type { CellGlyph, CellInk } from './cell-glyph.js';

/** Digits stand further apart than this, in shares of their height, where a point is between them. */
const LEAST_GAP = 0.2;
/** A point reaches from this far above the line that digits stand on to this far below. */
const REACH = { above: 0.25, below: 0.12 };
/** A spot is doubted that is darker than this share of the way from the paper to the print. */
const FAINT = 0.25;

/** The glyphs with one more, `.` or nothing, wherever the grey between two digits shows a spot that is no ink. */
export function withFaintPoints(glyphs: readonly CellGlyph[], cell: CellInk): readonly CellGlyph[] {
  return glyphs.flatMap((glyph, k) => {
    const next = glyphs[k + 1];
    if (glyph.features === undefined || next?.features === undefined) return [glyph];
    const spot = faintSpot(glyph, next, cell);
    return spot === undefined ? [glyph] : [glyph, spot];
  });
}

function faintSpot({ box: left }: CellGlyph, { box: right }: CellGlyph, cell: CellInk): CellGlyph | undefined {
  const { image, digitPx } = cell;
  if (right.x0 - left.x1 < LEAST_GAP * digitPx) return undefined;
  const base = Math.min(left.y1, right.y1);
  const y0 = Math.max(0, Math.round(base - REACH.above * digitPx));
  const y1 = Math.min(image.heightPx, Math.round(base + REACH.below * digitPx));
  // What blurs out of the digits themselves is no spot: one pixel on either side is left out.
  const box = { x0: left.x1 + 1, x1: right.x0 - 1, y0, y1 };
  const [darkest, paper] = greyRange(cell, box);
  const [print] = greyRange(cell, left);
  if (paper - darkest <= FAINT * (paper - print)) return undefined;
  const odds = new Map([
    ['.', 0.6],
    ['', 0.4],
  ]);
  return { box, isOwn: () => false, odds, isWhole: false };
}

function greyRange({ image }: CellInk, box: CellGlyph['box']): readonly [number, number] {
  let [darkest, lightest] = [255, 0];
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const value = image.data[y * image.widthPx + x] ?? 255;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  return [darkest, lightest];
}
