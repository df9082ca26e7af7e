/** Tells which pixels around a glyph are its own. */
import type { PixelBox } from '../grey-image.js';
import type { Components } from './components.js';

/** A glyph of a picture: the pieces of ink it is made of. */
export interface Glyph {
  /** Around all pieces. */
  readonly box: PixelBox;
  readonly isOwn: (x: number, y: number) => boolean;
}

/**
 * Puts pieces together to one glyph. Its own are its ink and the grey around it, but nothing that is or touches the ink
 * of other pieces.
 *
 * @param members - places in `components.boxes`, at least one
 */
export function glyphOf(components: Components, members: readonly number[]): Glyph {
  const { labels, widthPx, heightPx } = components;
  const own = new Set(members.map((member) => member + 1));
  const isOther = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return false;
    const label = labels[y * widthPx + x] ?? 0;
    return label !== 0 && !own.has(label);
  };
  const isOwn = (x: number, y: number): boolean => {
    if (own.has(labels[y * widthPx + x] ?? 0)) return true;
    for (let ny = y - 1; ny <= y + 1; ny++) for (let nx = x - 1; nx <= x + 1; nx++) if (isOther(nx, ny)) return false;
    return true;
  };
  return {
    box: boxAround(members.flatMap((member) => components.boxes[member] ?? [])),
    isOwn,
  };
}

/** The box around boxes. */
export function boxAround(boxes: readonly PixelBox[]): PixelBox {
  return {
    x0: Math.min(...boxes.map((box) => box.x0)),
    y0: Math.min(...boxes.map((box) => box.y0)),
    x1: Math.max(...boxes.map((box) => box.x1)),
    y1: Math.max(...boxes.map((box) => box.y1)),
  };
}
