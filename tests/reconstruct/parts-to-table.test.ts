import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling, Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { boxRules, glyph, horizontal, onlyTable, page, tablePage, tableSketch, vertical, write } from './sketch.js';

fc.configureGlobal({ seed: 20214, numRuns: 60 });

/** Squares of a table that no cell covers, and squares that several cover. */
function faultySquares(table: Table): string[] {
  const covers = new Map<string, number>();
  for (const cell of table.cells) {
    for (let r = cell.rowIndex; r < cell.rowIndex + cell.rowSpan; r++) {
      for (let c = cell.columnIndex; c < cell.columnIndex + cell.columnSpan; c++) {
        covers.set(`${r},${c}`, (covers.get(`${r},${c}`) ?? 0) + 1);
      }
    }
  }
  return Array.from({ length: table.rowCount * table.columnCount }, (_, square) => square)
    .map((square) => `${Math.floor(square / table.columnCount)},${square % table.columnCount}`)
    .filter((square) => covers.get(square) !== 1);
}

describe('the columns of a joined table', () => {
  it('are those of all its parts: a cell of one part may span several of another', () => {
    // upper:  +---+---+    lower:  +---+-+-+
    const upper = {
      xs: [100, 200, 300],
      ys: [700, 720, 740],
      texts: [
        ['甲', '1'],
        ['乙', '2'],
      ],
    };
    const lower = { xs: [100, 200, 250, 300], ys: [60, 80], texts: [['丙', '3', '4']] };
    const table = onlyTable(tablePage(upper), tablePage(lower, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(['甲|1|<', '乙|2|<', '丙|3|4']);
  });

  it('are matched within 3 points', () => {
    const upper = { xs: [100, 200, 300], ys: [700, 720], texts: [['甲', '1']] };
    const lower = { xs: [101, 202.5, 298], ys: [60, 80], texts: [['乙', '2']] };
    const table = onlyTable(tablePage(upper), tablePage(lower, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(['甲|1', '乙|2']);
  });

  it.each([5, -5])('are matched where the lower part stands %s points aside', (by) => {
    const upper = { xs: [100, 200, 250, 300], ys: [700, 720], texts: [['甲', '1', '2']] };
    const lower = { xs: upper.xs.map((x) => x + by), ys: [60, 80], texts: [['乙', '3', '4']] };
    const table = onlyTable(tablePage(upper), tablePage(lower, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(['甲|1|2', '乙|3|4']);
  });

  it.each([5, -5, -7])('are matched where the lower part stands %s points aside and lacks a line', (by) => {
    // The label of the only row below covers both label columns of the rows above.
    const upper = { xs: [100, 150, 200, 250, 300], ys: [700, 720], texts: [['甲', '一', '1', '2']] };
    const lower = { xs: [100, 200, 250, 300].map((x) => x + by), ys: [60, 80], texts: [['乙', '3', '4']] };
    const table = onlyTable(tablePage(upper), tablePage(lower, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(['甲|一|1|2', '乙|<|3|4']);
  });

  it('do not overlap where two rules of one part stand nearly 3 points apart', () => {
    // Rules at 147.1 and 150 are one line, their middle 148.55; the next at 150.2 begins a line of its own.
    const rulings = [...boxRules(100, 100, 200, 120), ...[147.1, 150, 150.2].map((x) => vertical(x, 100, 120))];
    const table = onlyTable(page([...write('1', 110, 105), ...write('2', 170, 105)], rulings));
    expect(faultySquares(table)).toEqual([]);
  });
});

describe('the cells of a joined table', () => {
  it('keep their page and box', () => {
    const upper = { xs: [100, 200, 300], ys: [700, 720], texts: [['甲', '1']] };
    const lower = { xs: [100, 200, 300], ys: [60, 80], texts: [['乙', '2']] };
    const table = onlyTable(tablePage(upper), tablePage(lower, [], { pageNumber: 2 }));
    expect(table.cells.map((cell) => cell.parts)).toEqual([
      [{ pageNumber: 1, box: { x0: 100, top: 700, x1: 200, bottom: 720 }, text: '甲' }],
      [{ pageNumber: 1, box: { x0: 200, top: 700, x1: 300, bottom: 720 }, text: '1' }],
      [{ pageNumber: 2, box: { x0: 100, top: 60, x1: 200, bottom: 80 }, text: '乙' }],
      [{ pageNumber: 2, box: { x0: 200, top: 60, x1: 300, bottom: 80 }, text: '2' }],
    ]);
    expect(table.cells.map((cell) => cell.runs.map((run) => run.pageNumber))).toEqual([[], [1], [], [2]]);
  });

  it('are written row by row', () => {
    const table = onlyTable(
      tablePage({
        xs: [0, 50, 100],
        ys: [0, 20, 40],
        texts: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    );
    expect(table.cells.map(({ rowIndex, columnIndex, text }) => [rowIndex, columnIndex, text])).toEqual([
      [0, 0, 'a'],
      [0, 1, 'b'],
      [1, 0, 'c'],
      [1, 1, 'd'],
    ]);
    expect(table.geometry).toBe('ruled');
    expect(table.seams).toEqual([]);
  });
});

describe('pages of any rules and glyphs', () => {
  const anyRuling = fc
    .record({
      isAcross: fc.boolean(),
      position: fc.integer({ min: 0, max: 40 }).map((k) => k * 10),
      start: fc.integer({ min: 0, max: 40 }).map((k) => k * 10),
      length: fc.integer({ min: 0, max: 30 }).map((k) => k * 10),
    })
    .map(({ isAcross, position, start, length }): Ruling =>
      (isAcross ? horizontal : vertical)(position, start, start + length),
    );
  const anyGlyph = fc
    .record({
      text: fc.constantFrom(...Array.from('0123456789年本件总-—，.\ufffd①')),
      x: fc.double({ min: -20, max: 450, noNaN: true }),
      y: fc.double({ min: -20, max: 450, noNaN: true }),
      size: fc.constantFrom(1, 6, 10, 10, 10, 60),
      angleDeg: fc.constantFrom<0 | 90 | 180 | 270>(0, 0, 0, 90, 180, 270),
    })
    .map(({ text, x, y, ...style }) => glyph(text, x, y, style));
  const anyPages = fc.array(
    fc.record({ rulings: fc.array(anyRuling, { maxLength: 25 }), glyphs: fc.array(anyGlyph, { maxLength: 30 }) }),
    { maxLength: 3 },
  );

  it('never fail, and come out alike each time', () => {
    fc.assert(
      fc.property(anyPages, (drawn) => {
        const pages = drawn.map(({ glyphs, rulings }, k) => page(glyphs, rulings, { pageNumber: k + 1 }));
        expect(pagesToLayout(pages)).toEqual(pagesToLayout(pages));
      }),
    );
  });

  it('give tables whose parts each tile their columns, and whose runs are those of their texts', () => {
    fc.assert(
      fc.property(anyPages, ([first = { rulings: [], glyphs: [] }]) => {
        for (const table of pagesToLayout([page(first.glyphs, first.rulings)]).tables) {
          expect(faultySquares(table)).toEqual([]);
          for (const cell of table.cells) {
            const digits = cell.runs.map((run) => run.text.replace(/\D/gu, '')).join('');
            expect(digits).toBe(cell.text.replace(/\D/gu, ''));
          }
        }
      }),
    );
  });

  it('count the tables before each line in ascending order on every page', () => {
    fc.assert(
      fc.property(anyPages, (drawn) => {
        const layout = pagesToLayout(
          drawn.map(({ glyphs, rulings }, k) => page(glyphs, rulings, { pageNumber: k + 1 })),
        );
        for (const line of layout.lines) expect(line.tablesBefore).toBeLessThanOrEqual(layout.tables.length);
        expect(layout.tables.map((table) => table.tableIndex)).toEqual([...layout.tables.keys()]);
      }),
    );
  });
});
