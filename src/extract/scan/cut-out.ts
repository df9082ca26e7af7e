/** Cuts cells and blocks of text out of an upright page, the rules around them left out. */
import type { Bbox } from '../../model/index.js';
import { POINTS_PER_INCH, greyImage, type GreyImage, type PixelBox } from './grey-image.js';
import { findComponents, findPieces } from './recognise/components.js';
import type { Cutting } from './recognise/recogniser.js';
import { cropImage } from './turn-image.js';

/** A page with its ink told from its paper. */
export interface InkedPage {
  readonly image: GreyImage;
  /** 1 where there is ink. */
  readonly ink: Uint8Array;
}

/** A cutting, and where it lies on its page. */
export interface PlacedCutting {
  readonly cutting: Cutting;
  readonly box: PixelBox;
  /** Whether ink runs on into the edge: a glyph may be cut, or stand over a rule. */
  readonly isCut: boolean;
}

/** A rule is looked for so far inside a cell's edge, in points: half of the thickest, and what is left of a skew. */
const RULE_REACH = 2.6;
/** A row or column of pixels next to a cell's edge with at least this share of ink is the rule's. */
const RULE_SHARE = 0.4;
/** Unless it is further than this, in points, from the edge or the rest of the rule; then it is the rule's with this share. */
const RULE_NEAR = 0.5;
const WHOLE_RULE_SHARE = 0.75;
/** Ink of this length, in points, at a cutting's edge is a stroke that was cut. */
const CUT_STROKE = 0.9;
/** A rim of a rule is no thicker than this, in points, so many times as long, and upright as high as this share of the cell. */
const RIM = { thickest: 1.6, ratio: 2.5, height: 0.9 };
/** Ink lower than this, in points, is no digit. */
const LOWEST_PRINT = 3;
/** A spot of no more pixels than this at 300 dpi is dust; a stop in 9 points has 25. */
const DUST_PX = 9;
/** Paper left around the ink of a cutting, in points: signs too faint for ink are looked for there. */
const INK_MARGIN = 5;

/** Cuts a cell out of a page by its edges, in points. */
export function cutCell(page: InkedPage, cell: Bbox, id: string): PlacedCutting {
  const box = insideOfRules(page, toPixels(page.image, cell));
  return cutBox(page, box, id);
}

/** Cuts a box of pixels out of a page. */
export function cutBox(page: InkedPage, box: PixelBox, id: string): PlacedCutting {
  const { image } = page;
  const whole = cropImage(greyImage(image.widthPx, image.heightPx, image.dpi, page.ink), box);
  removeRims(whole);
  const isCut = hasCutStroke(whole.data, whole);
  removeDust(whole);
  const inked = aroundInk(whole);
  const onPage = {
    x0: box.x0 + inked.x0,
    y0: box.y0 + inked.y0,
    x1: box.x0 + inked.x1,
    y1: box.y0 + inked.y1,
  };
  const cutting = { id, image: cropImage(image, onPage), ink: cropImage(whole, inked).data };
  return { cutting, box: onPage, isCut };
}

/** The part of a cutting that holds its ink, with a margin; one pixel where there is none. Most of a cell is paper. */
function aroundInk(whole: GreyImage): PixelBox {
  const { widthPx, heightPx, dpi } = whole;
  const margin = Math.ceil((INK_MARGIN * dpi) / POINTS_PER_INCH);
  const bounds = inkBounds(whole);
  if (!bounds) return { x0: 0, y0: 0, x1: 1, y1: 1 };
  return {
    x0: Math.max(0, bounds.x0 - margin),
    y0: Math.max(0, bounds.y0 - margin),
    x1: Math.min(widthPx, bounds.x1 + margin),
    y1: Math.min(heightPx, bounds.y1 + margin),
  };
}

/** The box around all ink. */
function inkBounds({ widthPx, heightPx, data }: GreyImage): PixelBox | undefined {
  let [x0, x1, y0, y1] = [widthPx, 0, heightPx, 0];
  for (let y = 0; y < heightPx; y++) {
    const row = data.subarray(y * widthPx, (y + 1) * widthPx);
    const first = row.indexOf(1);
    if (first < 0) continue;
    x0 = Math.min(x0, first);
    x1 = Math.max(x1, row.lastIndexOf(1) + 1);
    y0 = Math.min(y0, y);
    y1 = y + 1;
  }
  return x1 === 0 ? undefined : { x0, y0, x1, y1 };
}

function toPixels({ widthPx, heightPx, dpi }: GreyImage, { x0, top, x1, bottom }: Bbox): PixelBox {
  const scale = dpi / POINTS_PER_INCH;
  const clamp = (value: number, most: number): number => Math.min(Math.max(Math.round(value * scale), 0), most);
  const left = clamp(x0, widthPx - 1);
  const upper = clamp(top, heightPx - 1);
  return {
    x0: left,
    y0: upper,
    x1: Math.max(left + 1, clamp(x1, widthPx)),
    y1: Math.max(upper + 1, clamp(bottom, heightPx)),
  };
}

/** The part of a cell's box inside the rules that bound it. */
function insideOfRules({ image, ink }: InkedPage, box: PixelBox): PixelBox {
  const reach = Math.ceil((RULE_REACH * image.dpi) / POINTS_PER_INCH);
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const across = Math.min(reach, Math.floor(width / 4));
  const down = Math.min(reach, Math.floor(height / 4));
  const rowShare = (y: number): number => {
    let sum = 0;
    for (let x = box.x0; x < box.x1; x++) sum += ink[y * image.widthPx + x] ?? 0;
    return sum / width;
  };
  const columnShare = (x: number): number => {
    let sum = 0;
    for (let y = box.y0; y < box.y1; y++) sum += ink[y * image.widthPx + x] ?? 0;
    return sum / height;
  };
  const near = (RULE_NEAR * image.dpi) / POINTS_PER_INCH;
  const past = (share: (at: number) => number, edge: number, step: 1 | -1, most: number): number => {
    let skipped = 1;
    for (let k = 0; k <= most; k++) {
      const own = share(edge + step * k);
      // What stands beyond a gap is no rule: a 1 next to the edge of a low cell.
      if (own >= RULE_SHARE && (k - skipped < near || own >= WHOLE_RULE_SHARE)) skipped = k + 2;
    }
    return edge + step * Math.min(skipped, most + 1);
  };
  const x0 = past(columnShare, box.x0, 1, across);
  const y0 = past(rowShare, box.y0, 1, down);
  return {
    x0,
    y0,
    x1: Math.max(x0 + 1, past(columnShare, box.x1 - 1, -1, across) + 1),
    y1: Math.max(y0 + 1, past(rowShare, box.y1 - 1, -1, down) + 1),
  };
}

function hasCutStroke(ink: Uint8Array, { widthPx, heightPx, dpi }: GreyImage): boolean {
  const least = Math.max(2, Math.round((CUT_STROKE * dpi) / POINTS_PER_INCH));
  const runsAlong = (count: number, at: (k: number) => number): boolean => {
    let run = 0;
    for (let k = 0; k < count; k++) {
      run = ink[at(k)] === 1 ? run + 1 : 0;
      if (run >= least) return true;
    }
    return false;
  };
  return (
    runsAlong(heightPx, (y) => y * widthPx) ||
    runsAlong(heightPx, (y) => y * widthPx + widthPx - 1) ||
    runsAlong(widthPx, (x) => x) ||
    runsAlong(widthPx, (x) => (heightPx - 1) * widthPx + x)
  );
}

/**
 * Takes off what is left of a rule that is blurred or lies a little askew: flat pieces at the upper and lower edge, which no
 * digit has by itself, upright ones only where they are as high as the cell or stand beside nothing, since a 1 may touch its
 * edge, and what lies in a corner.
 */
function removeRims(whole: GreyImage): void {
  const { widthPx, heightPx, dpi, data } = whole;
  const isInked = (count: number, at: (k: number) => number): boolean => {
    for (let k = 0; k < count; k++) if (data[at(k)] === 1) return true;
    return false;
  };
  const isAtEdge =
    isInked(widthPx, (x) => x) ||
    isInked(widthPx, (x) => (heightPx - 1) * widthPx + x) ||
    isInked(heightPx, (y) => y * widthPx) ||
    isInked(heightPx, (y) => y * widthPx + widthPx - 1);
  if (!isAtEdge) return;
  const thickest = Math.max(2, Math.round((RIM.thickest * dpi) / POINTS_PER_INCH));
  const { labels, boxes } = findComponents(data, widthPx, heightPx);
  const print = boxes.filter(
    ({ x0, y0, x1, y1 }) => x0 > 0 && x1 < widthPx && y1 - y0 >= (LOWEST_PRINT * dpi) / POINTS_PER_INCH,
  );
  const [head, foot] = [Math.min(...print.map(({ y0 }) => y0)), Math.max(...print.map(({ y1 }) => y1))];
  const rims = new Set<number>();
  for (const [k, { x0, y0, x1, y1 }] of boxes.entries()) {
    const [width, height] = [x1 - x0, y1 - y0];
    const isFlat = (y0 === 0 || y1 === heightPx) && height <= thickest && width >= RIM.ratio * height;
    const isAtSide = (x0 === 0 || x1 === widthPx) && width <= thickest;
    // A digit that was cut off stands beside the others.
    const isAside = print.length > 0 && (y1 <= head || y0 >= foot);
    const isUpright = isAtSide && (height >= RIM.height * heightPx || isAside);
    // Where rules cross they are darkest; no digit stands in a corner.
    const isInCorner = (x1 <= thickest || x0 >= widthPx - thickest) && (y1 <= thickest || y0 >= heightPx - thickest);
    if (isFlat || isUpright || isInCorner) rims.add(k + 1);
  }
  if (rims.size > 0) for (const [at, label] of labels.entries()) if (rims.has(label)) data[at] = 0;
}

/** Takes off spots of very few pixels. */
function removeDust(whole: GreyImage): void {
  const most = Math.floor(DUST_PX * (whole.dpi / 300) ** 2);
  const bounds = inkBounds(whole);
  if (most < 1 || !bounds) return;
  const { data, widthPx, heightPx } = cropImage(whole, bounds);
  if (findPieces(data, widthPx).areas.every((area) => area > most)) return;
  const { labels, areas } = findComponents(data, widthPx, heightPx);
  for (let y = 0, at = 0; y < heightPx; y++)
    for (let x = 0, to = (bounds.y0 + y) * whole.widthPx + bounds.x0; x < widthPx; x++, at++, to++)
      if (data[at] === 1 && (areas[(labels[at] ?? 0) - 1] ?? 0) <= most) whole.data[to] = 0;
}
