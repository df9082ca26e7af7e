import { describe, expect, it } from 'vitest';
import { findComponents, findPieces } from '../../../../src/extract/scan/recognise/components.js';

/** `#` is ink. */
function inkOf(...rows: readonly string[]): Uint8Array {
  return Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0));
}

describe('pieces of ink', () => {
  it('hang together across corners, and come in the order of their first pixels', () => {
    const ink = inkOf('..#..#', '.#....', '#..###', '.##...');
    const { labels, boxes, areas } = findComponents(ink, 6, 4);
    expect(areas).toEqual([8, 1]);
    expect(boxes).toEqual([
      { x0: 0, y0: 0, x1: 6, y1: 4 },
      { x0: 5, y0: 0, x1: 6, y1: 1 },
    ]);
    expect([...labels]).toEqual([0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0]);
  });

  it('that meet further down are one', () => {
    expect(findPieces(inkOf('#.#.#', '#.#.#', '#####'), 5)).toEqual({
      boxes: [{ x0: 0, y0: 0, x1: 5, y1: 3 }],
      areas: [11],
    });
  });

  it('do not hang together from the end of a row to the beginning of the next', () => {
    expect(findPieces(inkOf('...##', '.....', '....#', '#....', '....#'), 5).areas).toEqual([2, 1, 1, 1]);
  });
});
