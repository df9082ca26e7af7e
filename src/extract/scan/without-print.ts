/** Takes print off a page whose rules are so pale that they are told from print by their ink. */
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';

/**
 * What is darker than the paper by more than so many times what rules are is print, and so is its rim this far around it, in points.
 * A rule between two pixels has half of its ink in each.
 */
const PRINT = 3;
const RIM = 1;
/** The paper's tone is that of the lightest pixel within squares of this side, in points. */
const SQUARE = 18;

/**
 * A page without what is much darker than its rules: paper instead.
 *
 * @param usual by how much rules are darker than the paper, in grey levels
 */
export function withoutPrint(image: GreyImage, usual: number): GreyImage {
  const { widthPx: w, heightPx: h, data } = image;
  const scale = image.dpi / POINTS_PER_INCH;
  const side = Math.max(1, Math.round(SQUARE * scale));
  const rim = Math.max(1, Math.round(RIM * scale));
  const cleaned = data.slice();
  for (let top = 0; top < h; top += side)
    for (let left = 0; left < w; left += side) {
      const [bottom, right] = [Math.min(top + side, h), Math.min(left + side, w)];
      let paper = 0;
      for (let y = top; y < bottom; y++)
        for (let at = y * w + left; at < y * w + right; at++) paper = Math.max(paper, data[at] ?? 0);
      const print = paper - PRINT * usual;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++)
          if ((data[y * w + x] ?? 0) < print)
            for (let row = Math.max(0, y - rim); row <= Math.min(h - 1, y + rim); row++)
              cleaned.fill(paper, row * w + Math.max(0, x - rim), row * w + Math.min(w, x + rim + 1));
    }
  return { ...image, data: cleaned };
}
