import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../../src/extract/scan/recognise/components.js';
import type { CellInk } from '../../../../src/extract/scan/recognise/cell-glyph.js';
import { shapesOfCell } from '../../../../src/extract/scan/recognise/cell-shapes.js';
import { cuttingOf, cuttingsOf, CELLS } from './pictures.js';

const USUAL_PX = 20;
/** Digits that touch share so many columns of pixels. */
const OVERLAP = 2;

/** A cell in which `#` is ink and `+` a faint spot that is none, three pixels to a character both ways. */
function drawn(rows: readonly string[]): CellInk {
  const [widthPx, heightPx] = [(rows[0]?.length ?? 0) * 3, rows.length * 3];
  const data = new Uint8Array(widthPx * heightPx).map((_, k) => {
    const mark = rows[Math.floor(k / widthPx / 3)]?.[Math.floor((k % widthPx) / 3)];
    return mark === '#' ? 0 : mark === '+' ? 170 : 255;
  });
  const { image, ink } = cuttingOf('drawn', widthPx, heightPx, data);
  return { image, components: findComponents(ink, widthPx, heightPx), digitPx: USUAL_PX, usualPx: USUAL_PX };
}

/** A cell of the fixture, changed in one place. */
function printed(text: string, change: (data: Uint8Array, widthPx: number) => void = () => undefined): CellInk {
  const cutting = cuttingsOf('cells-serif', CELLS.length)[CELLS.indexOf(text)];
  if (cutting === undefined) throw new Error(`no cell prints ${text}`);
  const data = Uint8Array.from(cutting.image.data);
  change(data, cutting.image.widthPx);
  const { image, ink } = cuttingOf('printed', cutting.image.widthPx, cutting.image.heightPx, data);
  const components = findComponents(ink, image.widthPx, image.heightPx);
  return { image, components, digitPx: USUAL_PX, usualPx: USUAL_PX };
}

const best = (cell: CellInk): readonly string[] => shapesOfCell(cell).glyphs.map(({ odds }) => [...odds][0]?.[0] ?? '');

describe('the ink of a cell', () => {
  it('that is a small speck alone is blank', () => {
    expect(shapesOfCell(drawn(['.....', '..#..', '.....'])).kind).toBe('blank');
  });

  it('is a short or a long dash by its width, and doubted between', () => {
    expect(best(drawn(['......', '.###..', '......']))).toEqual(['-']);
    expect(best(drawn(['.............', '.##########..', '.............']))).toEqual(['—']);
    const between = shapesOfCell(drawn(['.........', '.#####...', '.........'])).glyphs[0];
    expect([...(between?.odds.values() ?? [])][0]).toBeLessThan(0.9);
  });

  it('keeps a point between digits', () => {
    expect(best(printed('12.5'))).toEqual(['1', '2', '.', '5']);
  });

  it('shows a point that was too faint to count as ink, so that 12.5 never becomes 125 unmarked', () => {
    const faint = printed('12.5', (data, widthPx) => {
      const components = findComponents(
        data.map((value) => (value < 150 ? 1 : 0)),
        widthPx,
        data.length / widthPx,
      );
      const point = components.areas.indexOf(Math.min(...components.areas)) + 1;
      components.labels.forEach((label, k) => {
        if (label === point) data[k] = 165;
      });
    });
    const { glyphs } = shapesOfCell(faint);
    expect(glyphs.map(({ odds }) => [...odds.keys()][0])).toEqual(['1', '2', '.', '5']);
    expect([...(glyphs[2]?.odds ?? [])]).toEqual([
      ['.', 0.6],
      ['', 0.4],
    ]);
  });

  it('doubts a number with a gap in it, wide enough for a point that left no trace', () => {
    const gone = printed('12.5', (data, widthPx) => {
      const { areas, labels } = findComponents(
        data.map((value) => (value < 150 ? 1 : 0)),
        widthPx,
        data.length / widthPx,
      );
      const point = areas.indexOf(Math.min(...areas)) + 1;
      const at = [...labels.keys()].filter((k) => labels[k] === point);
      for (const k of at)
        for (const dy of [-2, -1, 0, 1, 2]) data.fill(255, k + dy * widthPx - 2, k + dy * widthPx + 3);
    });
    expect(best(gone)).toEqual(['1', '2', '.', '5']);
  });

  it('is no minus where it lies as high as digits are: the bar of a 7, whose stem was lost, and a whole digit', () => {
    const rows = [
      '.........',
      '###.#####',
      '....#...#',
      '....#...#',
      '....#...#',
      '....#...#',
      '....#####',
      '.........',
    ];
    const [bar] = shapesOfCell(drawn(rows)).glyphs;
    expect([...(bar?.odds ?? [])][0]).toEqual(['7', 0.6]);
    expect(bar).toMatchObject({ isWhole: false, box: { y0: 3, y1: 21 } });
  });

  it('is a minus where blur made a short dash as high as a point, for it lies where the middle of a digit does', () => {
    const signed = (rise: number): CellInk =>
      printed('17', (data, widthPx) => {
        const inked = [...data.keys()].filter((k) => (data[k] ?? 255) < 150);
        const left = Math.min(...inked.map((k) => k % widthPx));
        const bottom = Math.floor((inked.at(-1) ?? 0) / widthPx);
        for (let y = 0; y < 5; y++)
          data.fill(0, (bottom - rise - y) * widthPx + left - 9, (bottom - rise - y) * widthPx + left - 3);
      });
    expect(best(signed(7))[0]).toBe('-');
    expect(best(signed(0))[0]).not.toBe('-');
  });

  it('is wording where most of it is no digit, though some strokes look like one', () => {
    const beside = printed('0', (data, widthPx) => {
      const inked = [...data.keys()].filter((at) => (data[at] ?? 255) < 150);
      const top = Math.floor((inked[0] ?? 0) / widthPx);
      const right = Math.max(...inked.map((at) => at % widthPx));
      for (let k = 0; k < 4; k++)
        for (let y = 0; y < 18; y++)
          for (let x = 0; x < 13; x++)
            if (x % 6 < 2 || (y + 3 * k) % 7 < 2) data[(top + y) * widthPx + right + 6 + k * 18 + x] = 0;
    });
    expect(shapesOfCell(beside).kind).toBe('wording');
  });

  it('is cut at the width of digits where round ones touch, which have more ink there than in their middles', () => {
    const touching = printed('404', (data, widthPx) => {
      const { boxes } = findComponents(
        data.map((value) => (value < 150 ? 1 : 0)),
        widthPx,
        data.length / widthPx,
      );
      const [first, round, last] = [...boxes].sort((a, b) => a.x0 - b.x0);
      if (first === undefined || round === undefined || last === undefined) throw new Error('no three digits');
      const width = round.x1 - round.x0;
      for (let y = round.y0; y < round.y1; y++) {
        const row = data.slice(y * widthPx + round.x0, y * widthPx + round.x1);
        data.fill(255, y * widthPx + first.x0, y * widthPx + last.x1);
        for (const k of [0, 1, 2])
          for (const [x, value] of row.entries()) {
            const at = y * widthPx + first.x0 + k * (width - OVERLAP) + x;
            data[at] = Math.min(data[at] ?? 255, value);
          }
      }
    });
    expect(best(touching)).toEqual(['0', '0', '0']);
  });

  it('that is a digit broken across is one digit, and said to be put together', () => {
    const broken = printed('0', (data, widthPx) => {
      const rows = data.length / widthPx;
      const inked = Array.from({ length: rows }, (_, y) =>
        data.subarray(y * widthPx, (y + 1) * widthPx).some((v) => v < 150),
      );
      const middle = Math.round((inked.indexOf(true) + inked.lastIndexOf(true)) / 2);
      data.fill(255, middle * widthPx, (middle + 1) * widthPx);
    });
    expect(best(broken)).toEqual(['0']);
  });
});
