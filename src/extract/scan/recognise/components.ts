/** Finds the connected pieces of ink in a picture. */
import type { PixelBox } from '../grey-image.js';

/** Pieces of ink, each with its number: pixels of piece k carry k + 1 in `labels`, paper 0. */
export interface Components {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly labels: Int32Array;
  readonly boxes: readonly PixelBox[];
  readonly areas: readonly number[];
}

interface Growing {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
}

/**
 * Finds pieces of ink that hang together, also across corners, by filling from each pixel in turn.
 *
 * @param ink - 1 where there is ink; rows from the top
 * @returns pieces in the order of their first pixels, by rows
 */
export function findComponents(ink: Uint8Array, widthPx: number, heightPx: number): Components {
  const labels = new Int32Array(widthPx * heightPx);
  const stack = new Int32Array(labels.length);
  const found: Growing[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (ink[start] === 0 || labels[start] !== 0) continue;
    const piece: Growing = { x0: widthPx, y0: heightPx, x1: 0, y1: 0, area: 0 };
    found.push(piece);
    labels[start] = found.length;
    stack[0] = start;
    for (let size = 1; size > 0;) {
      const at = stack[--size] ?? 0;
      const y = (at / widthPx) | 0;
      const x = at - y * widthPx;
      grow(piece, x, y);
      const [left, right] = [x > 0 ? -1 : 0, x < widthPx - 1 ? 1 : 0];
      const [above, below] = [y > 0 ? -widthPx : 0, y < heightPx - 1 ? widthPx : 0];
      for (let row = at + above; row <= at + below; row += widthPx)
        for (let next = row + left; next <= row + right; next++) {
          if (ink[next] === 0 || labels[next] !== 0) continue;
          labels[next] = found.length;
          stack[size++] = next;
        }
    }
  }
  return {
    widthPx,
    heightPx,
    labels,
    boxes: found.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 })),
    areas: found.map(({ area }) => area),
  };
}

function grow(piece: Growing, x: number, y: number): void {
  if (x < piece.x0) piece.x0 = x;
  if (y < piece.y0) piece.y0 = y;
  if (x >= piece.x1) piece.x1 = x + 1;
  if (y >= piece.y1) piece.y1 = y + 1;
  piece.area++;
}
