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
  // By label: the ink of other pieces.
  const others = new Uint8Array(components.boxes.length + 1).fill(1, 1);
  for (const member of members) others[member + 1] = 0;
  const isOwn = (x: number, y: number): boolean => {
    const label = labels[y * widthPx + x] ?? 0;
    if (label !== 0) return others[label] === 0;
    const [left, right] = [Math.max(0, x - 1), Math.min(widthPx - 1, x + 1)];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(heightPx - 1, y + 1); ny++)
      for (let at = ny * widthPx + left; at <= ny * widthPx + right; at++)
        if (others[labels[at] ?? 0] === 1) return false;
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
