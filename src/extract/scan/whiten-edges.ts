/** Takes off what the lid of a scanner leaves: dark areas that reach in from the edges of a page. */
import { greyImage, type GreyImage } from './grey-image.js';
import { reduceImage } from './turn-image.js';

/** Pixels per inch at which dark areas are looked for. */
const COARSE_DPI = 75;
/** Darker than this is no paper, however poor. */
const DARK = 110;
/** An area is this many coarse pixels wide both ways at least: rules and glyphs are thinner. */
const THICK_PX = 4;
const PAPER = 255;

/** The picture with dark areas that touch its edges made paper. */
export function whitenEdges(image: GreyImage): GreyImage {
  const factor = Math.max(1, Math.round(image.dpi / COARSE_DPI));
  const { widthPx: w, heightPx: h, data } = reduceImage(image, factor);
  if (w < THICK_PX || h < THICK_PX) return image;
  const isThick = thickParts(data, w, h);
  const queue: number[] = [];
  const seen = new Uint8Array(data.length);
  const push = (at: number): void => {
    if (seen[at] === 1 || !isThick(at)) return;
    seen[at] = 1;
    queue.push(at);
  };
  for (let x = 0; x < w; x++) for (const y of [0, h - 1]) push(y * w + x);
  for (let y = 0; y < h; y++) for (const x of [0, w - 1]) push(y * w + x);
  if (queue.length === 0) return image;
  for (const at of queue) {
    const x = at % w;
    if (x > 0) push(at - 1);
    if (x < w - 1) push(at + 1);
    if (at >= w) push(at - w);
    if (at < w * (h - 1)) push(at + w);
  }
  const whitened = image.data.slice();
  for (const at of queue) {
    // One coarse pixel more on every side: the area's own edge is half dark.
    const x0 = Math.max(0, ((at % w) - 1) * factor);
    const x1 = Math.min(image.widthPx, ((at % w) + 2) * factor);
    const y0 = Math.max(0, (Math.floor(at / w) - 1) * factor);
    const y1 = Math.min(image.heightPx, (Math.floor(at / w) + 2) * factor);
    for (let y = y0; y < y1; y++) whitened.fill(PAPER, y * image.widthPx + x0, y * image.widthPx + x1);
  }
  return greyImage(image.widthPx, image.heightPx, image.dpi, whitened);
}

/** Tells pixels that belong to a dark square of the least thickness; looked for where they are asked for, since most pages have none. */
function thickParts(data: Uint8Array, w: number, h: number): (at: number) => boolean {
  const isDark = (x: number, y: number): boolean => (data[y * w + x] ?? PAPER) < DARK;
  const isSquare = (x0: number, y0: number): boolean => {
    for (let y = y0; y < y0 + THICK_PX; y++) for (let x = x0; x < x0 + THICK_PX; x++) if (!isDark(x, y)) return false;
    return true;
  };
  return (at) => {
    const x = at % w;
    const y = (at - x) / w;
    if (!isDark(x, y)) return false;
    for (let y0 = Math.max(0, y - THICK_PX + 1); y0 <= Math.min(y, h - THICK_PX); y0++)
      for (let x0 = Math.max(0, x - THICK_PX + 1); x0 <= Math.min(x, w - THICK_PX); x0++)
        if (isSquare(x0, y0)) return true;
    return false;
  };
}
