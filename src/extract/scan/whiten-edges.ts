/** Takes off what the lid of a scanner leaves: dark areas that reach in from the edges of a page. */
import type { GreyImage } from './grey-image.js';
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
  const dark = new Uint8Array(data.length);
  for (let at = 0; at < dark.length; at++) if ((data[at] ?? PAPER) < DARK) dark[at] = 1;
  const thick = thickParts(dark, w, h);
  const queue: number[] = [];
  const seen = new Uint8Array(dark.length);
  const push = (at: number): void => {
    if (thick[at] !== 1 || seen[at] === 1) return;
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
  return { ...image, data: whitened };
}

/** Pixels that belong to a dark square of the least thickness. */
function thickParts(dark: Uint8Array, w: number, h: number): Uint8Array {
  const thick = new Uint8Array(dark.length);
  for (let y = 0; y + THICK_PX <= h; y++)
    for (let x = 0; x + THICK_PX <= w; x++) {
      let isDark = true;
      for (let dy = 0; dy < THICK_PX && isDark; dy++)
        for (let dx = 0; dx < THICK_PX && isDark; dx++) isDark = dark[(y + dy) * w + x + dx] === 1;
      if (!isDark) continue;
      for (let dy = 0; dy < THICK_PX; dy++) thick.fill(1, (y + dy) * w + x, (y + dy) * w + x + THICK_PX);
    }
  return thick;
}
