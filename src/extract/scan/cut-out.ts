/** Cuts cells and blocks of text out of an upright page, the rules around them left out. */
import type { Bbox } from '../../model/index.js';
import type { GreyImage, PixelBox } from './grey-image.js';
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

const POINTS_PER_INCH = 72;
/** A rule is looked for so far inside a cell's edge, in points: half of the thickest, and what is left of a skew. */
const RULE_REACH = 2.6;
/** A row or column of pixels next to a cell's edge with at least this share of ink is the rule's. */
const RULE_SHARE = 0.4;
/** Unless it is further than this, in points, from the edge or the rest of the rule; then it is the rule's with this share. */
const RULE_NEAR = 0.5;
const WHOLE_RULE_SHARE = 0.75;
/** Ink of this length, in points, at a cutting's edge is a stroke that was cut. */
const CUT_STROKE = 0.9;
/** A spot of no more pixels than this at 300 dpi is dust; a stop in 9 points has 25. */
const DUST_PX = 9;

/** Cuts a cell out of a page by its edges, in points. */
export function cutCell(page: InkedPage, cell: Bbox, id: string): PlacedCutting {
  const box = insideOfRules(page, toPixels(page.image, cell));
  return cutBox(page, box, id);
}

/** Cuts a box of pixels out of a page. */
export function cutBox(page: InkedPage, box: PixelBox, id: string): PlacedCutting {
  const { image } = page;
  const crop = cropImage(image, box);
  const ink = cropImage({ ...image, data: page.ink }, box).data;
  const isCut = hasCutStroke(ink, crop);
  removeDust(ink, crop);
  return { cutting: { id, image: crop, ink }, box, isCut };
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

/** Takes off spots of very few pixels. */
function removeDust(ink: Uint8Array, { widthPx, heightPx, dpi }: GreyImage): void {
  const most = Math.floor(DUST_PX * (dpi / 300) ** 2);
  if (most < 1) return;
  const seen = new Uint8Array(ink.length);
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1 || seen[start] === 1) continue;
    const spot = [start];
    seen[start] = 1;
    // Grows while it is walked.
    for (const at of spot) {
      const x = at % widthPx;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * widthPx + dx;
          if (x + dx < 0 || x + dx >= widthPx || next < 0 || next >= widthPx * heightPx) continue;
          if (ink[next] !== 1 || seen[next] === 1) continue;
          seen[next] = 1;
          spot.push(next);
        }
    }
    if (spot.length <= most) for (const at of spot) ink[at] = 0;
  }
}
