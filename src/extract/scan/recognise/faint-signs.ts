/** Looks for points and minus signs that binarisation lost: a figure must not grow tenfold because a dot was faint. */
import type { PixelBox } from '../grey-image.js';
import type { CellGlyph, CellInk } from './cell-glyph.js';
import { POINT_GAP } from './signs.js';

/** All shares of the height of a digit. A point reaches from this far above the line that digits stand on to this far below. */
const FOOT = { above: 0.25, below: 0.12 };
/** A minus lies this far above that line, and begins and ends this far left of the first digit. */
const MINUS = { least: 0.2, most: 0.65, from: 0.85, to: 0.1, width: 0.25, clear: 0.25 };
/** What blurs out of the foot of a digit reaches no further. */
const BLUR = 0.15;
/** In a gap this wide, and so much wider than the narrowest of the figure, a point stood that left no trace. */
const EMPTY = { least: 0.4, wider: 0.2 };
/** In a gap this wide a point is likely, and a fainter spot is one. */
const LIKELY_GAP = 0.34;
/** Shares of the way from the paper to the print: how dark a spot is at least, and by how much darker than beside it. */
const DARK = { point: 0.25, likelyPoint: 0.15, minus: 0.16 };
const PEAK = 0.04;

/** The glyphs with one more, a sign or nothing, wherever a spot that is no ink, or a gap, shows that a sign may have stood. */
export function withFaintSigns(glyphs: readonly CellGlyph[], cell: CellInk): readonly CellGlyph[] {
  const gaps = glyphs.slice(1).map((glyph, k) => glyph.box.x0 - (glyphs[k]?.box.x1 ?? 0));
  const narrowest = Math.min(...gaps);
  const found = glyphs.flatMap((glyph, k) => {
    const next = glyphs[k + 1];
    const gap = (gaps[k] ?? 0) / cell.digitPx;
    if (glyph.features === undefined || next?.features === undefined || gap < POINT_GAP) return [glyph];
    const isEmpty = gap > EMPTY.least && gap - narrowest / cell.digitPx > EMPTY.wider;
    const box = footBetween(glyph, next, cell);
    const least = gap > LIKELY_GAP ? DARK.likelyPoint : DARK.point;
    return isEmpty || hasSpot(box, glyph, { cell, least }) ? [glyph, mayBe('.', box)] : [glyph];
  });
  const [first] = glyphs;
  const minus = first?.features === undefined ? undefined : faintMinus(first, cell);
  return minus ? [mayBe('-', minus), ...found] : found;
}

function mayBe(sign: string, box: PixelBox): CellGlyph {
  const odds = new Map([
    [sign, 0.6],
    ['', 0.4],
  ]);
  return { box, isOwn: () => false, odds, isWhole: false };
}

function footBetween({ box: left }: CellGlyph, { box: right }: CellGlyph, { image, digitPx }: CellInk): PixelBox {
  const base = Math.min(left.y1, right.y1);
  const y0 = Math.max(0, Math.round(base - FOOT.above * digitPx));
  const y1 = Math.min(image.heightPx, Math.round(base + FOOT.below * digitPx));
  return { x0: left.x1, x1: right.x0, y0, y1 };
}

/** Whether something in a gap is darker than its paper, and is not what blurs out of the digits on its sides. */
function hasSpot(box: PixelBox, { box: digit }: CellGlyph, { cell, least }: { cell: CellInk; least: number }): boolean {
  const [, paper] = greyRange(cell, box);
  const [print] = greyRange(cell, digit);
  const darkness = Array.from({ length: box.x1 - box.x0 }, (_, k) => {
    const [darkest] = greyRange(cell, { ...box, x0: box.x0 + k, x1: box.x0 + k + 1 });
    return (paper - darkest) / (paper - print);
  });
  const blur = Math.ceil(BLUR * cell.digitPx);
  return darkness.some((value, k) => {
    if (value <= least) return false;
    if (value > DARK.point && k >= blur && k < darkness.length - blur) return true;
    return Math.min(...darkness.slice(0, k)) < value - PEAK && Math.min(...darkness.slice(k + 1)) < value - PEAK;
  });
}

/** Where a stroke left of a number is darker than what is above and below it. */
function faintMinus({ box }: CellGlyph, cell: CellInk): PixelBox | undefined {
  const { image, digitPx } = cell;
  const pixels = (share: number): number => Math.round(share * digitPx);
  const from = Math.max(0, box.x0 - pixels(MINUS.from));
  const [print, paper] = greyRange(cell, { ...box, x0: from });
  const [width, clear] = [Math.max(3, pixels(MINUS.width)), Math.max(3, pixels(MINUS.clear))];
  // Of two rows, since grain darkens single pixels.
  const darkness = (x: number, y: number): number => {
    if (y < 0 || y + 1 >= image.heightPx) return 0;
    let sum = 0;
    for (let at = y * image.widthPx + x, end = at + width; at < end; at++)
      sum += (image.data[at] ?? 255) + (image.data[at + image.widthPx] ?? 255);
    return (paper - sum / (2 * width)) / Math.max(1, paper - print);
  };
  for (let x = from; x + width <= box.x0 - pixels(MINUS.to); x++)
    for (let y = box.y1 - pixels(MINUS.most); y < box.y1 - pixels(MINUS.least); y++) {
      const around = Math.max(darkness(x, y - clear), darkness(x, y + clear));
      if (darkness(x, y) - Math.max(0, around) > DARK.minus) return { x0: x, x1: x + width, y0: y, y1: y + 2 };
    }
  return undefined;
}

function greyRange({ image }: CellInk, box: PixelBox): readonly [number, number] {
  let [darkest, lightest] = [255, 0];
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const value = image.data[y * image.widthPx + x] ?? 255;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  return [darkest, lightest];
}
