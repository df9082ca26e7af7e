import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../src/model/index.js';
import { cellOwners } from '../../src/reconstruct/grid.js';
import type { Grid } from '../../src/reconstruct/grid.js';
import { rulingsToGrids } from '../../src/reconstruct/rulings-to-grids.js';
import { boxRules, gridRules, gridSketch, horizontal, vertical } from './sketch.js';

fc.configureGlobal({ seed: 20211, numRuns: 60 });

function onlyGrid(rulings: readonly Ruling[]): Grid {
  const grids = rulingsToGrids(rulings);
  const [grid] = grids;
  if (grid === undefined || grids.length > 1) throw new Error(`${grids.length} grids`);
  return grid;
}

function sketch(rulings: readonly Ruling[]): string[] {
  return gridSketch(onlyGrid(rulings));
}

describe('grids from rules', () => {
  it('finds every square of a full grid', () => {
    // +--+--+--+
    // +--+--+--+
    // +--+--+--+
    const grid = onlyGrid(gridRules([100, 150, 200, 250], [100, 120, 140]));
    expect(gridSketch(grid)).toEqual(['ooo', 'ooo']);
    expect(grid.xs).toEqual([100, 150, 200, 250]);
    expect(grid.ys).toEqual([100, 120, 140]);
  });

  it('finds a cell that spans two columns and one that spans two rows', () => {
    // +-----+--+
    // +--+--+  |
    // +--+--+--+
    const rulings = [
      ...boxRules(100, 100, 250, 140),
      horizontal(120, 100, 200),
      vertical(200, 100, 140),
      vertical(150, 120, 140),
    ];
    expect(sketch(rulings)).toEqual(['o<o', 'oo^']);
  });

  it('finds the header of table three: a corner, a wide group, a group in the group', () => {
    // +-----+-----------+
    // |     +--+-----+--+
    // |     |  +--+--+  |
    // +-----+--+--+--+--+
    const rulings = [
      ...boxRules(0, 0, 300, 60),
      vertical(100, 0, 60),
      horizontal(20, 100, 300),
      vertical(150, 20, 60),
      vertical(250, 20, 60),
      horizontal(40, 150, 250),
      vertical(200, 40, 60),
    ];
    expect(sketch(rulings)).toEqual(['oo<<<', '^oo<o', '^^oo^']);
  });

  it('takes the outer edges from the ends of the rules where left and right borders are not drawn', () => {
    // ---+---+---
    // ---+---+---
    // ---+---+---
    const rulings = [100, 120, 140].map((y) => horizontal(y, 100, 250));
    const grid = onlyGrid([...rulings, vertical(150, 100, 140), vertical(200, 100, 140)]);
    expect(gridSketch(grid)).toEqual(['ooo', 'ooo']);
    expect([grid.xs[0], grid.xs.at(-1)]).toEqual([100, 250]);
  });

  it('closes a table that a page break left open below', () => {
    // +--+--+
    // +--+--+
    // |  |  |      <- the page ends here
    const rulings = [
      horizontal(700, 100, 200),
      horizontal(720, 100, 200),
      ...[100, 150, 200].map((x) => vertical(x, 700, 750)),
    ];
    const grid = onlyGrid(rulings);
    expect(gridSketch(grid)).toEqual(['oo', 'oo']);
    expect(grid.ys).toEqual([700, 720, 750]);
  });

  it('closes a table that a page break left open above', () => {
    const rulings = [
      horizontal(70, 100, 200),
      horizontal(90, 100, 200),
      ...[100, 150, 200].map((x) => vertical(x, 40, 90)),
    ];
    expect(onlyGrid(rulings).ys).toEqual([40, 70, 90]);
  });

  it('takes one rule that overshoots its crossing for no open row', () => {
    const rulings = [...boxRules(100, 100, 200, 120), vertical(150, 100, 130)];
    expect(onlyGrid(rulings).ys).toEqual([100, 120]);
  });

  it('takes the two strokes of a double border for one line', () => {
    // ++===++===++ with 2 pt between the strokes
    const rulings = [...boxRules(100, 100, 200, 140), ...boxRules(102, 102, 198, 138), vertical(150, 102, 138)];
    expect(sketch(rulings)).toEqual(['oo']);
  });

  it('reads cells drawn as separate boxes, as browsers draw separate borders', () => {
    // +--+ +--+   1.5 pt between the boxes
    // +--+ +--+
    const rulings = [0, 1].flatMap((row) =>
      [0, 1, 2].flatMap((column) => {
        const [x, y] = [100 + column * 51.5, 100 + row * 21.5];
        return boxRules(x, y, x + 50, y + 20);
      }),
    );
    expect(sketch(rulings)).toEqual(['ooo', 'ooo']);
  });

  it('does not let an underline inside a cell cut the cell', () => {
    // +-------+--+
    // | ____  |  |
    // +-------+--+
    const rulings = [...gridRules([100, 200, 250], [100, 140]), horizontal(125, 110, 160)];
    expect(sketch(rulings)).toEqual(['oo']);
  });

  it('does not let an underline that touches one border cut the cell', () => {
    const rulings = [...gridRules([100, 200, 250], [100, 140]), horizontal(125, 100, 150)];
    expect(sketch(rulings)).toEqual(['oo']);
  });

  it('joins rules drawn in pieces', () => {
    // + - - + - - +   pieces of 8 pt, 2 pt between them
    const dashes = (y: number): Ruling[] =>
      Array.from({ length: 10 }, (_, k) => horizontal(y, 100 + k * 10, 108 + k * 10));
    const rulings = [
      ...dashes(100),
      ...dashes(120),
      ...dashes(140),
      ...[100, 150, 198].map((x) => vertical(x, 100, 140)),
    ];
    expect(sketch(rulings)).toEqual(['oo', 'oo']);
  });

  it('lets rules that stop just short of each other touch', () => {
    // the uprights end 1.5 pt below the upper and above the lower rule
    const rulings = [
      horizontal(100, 100, 200),
      horizontal(130, 100, 200),
      ...[100, 150, 200].map((x) => vertical(x, 101.5, 128.5)),
    ];
    expect(sketch(rulings)).toEqual(['oo']);
  });

  it('cuts an L-shaped area into rectangles, so that the cells still tile the grid', () => {
    // +--+--+--+
    // |  |     |    the rule below the right part is missing under its first column
    // +--+  +--+
    // +--+--+--+
    const rulings = [
      ...boxRules(100, 100, 250, 140),
      vertical(150, 100, 140),
      vertical(200, 120, 140),
      horizontal(120, 100, 150),
      horizontal(120, 200, 250),
    ];
    expect(sketch(rulings)).toEqual(['oo<', 'ooo']);
  });

  it('finds two tables on one page, upper before lower', () => {
    const rulings = [...gridRules([100, 150, 200], [300, 320]), ...gridRules([100, 130, 160, 200], [100, 120, 140])];
    expect(rulingsToGrids(rulings).map(gridSketch)).toEqual([['ooo', 'ooo'], ['oo']]);
  });

  it('finds two tables side by side, left before right', () => {
    const rulings = [...gridRules([300, 350, 400], [100, 120]), ...gridRules([100, 130, 160, 200], [100, 120])];
    expect(rulingsToGrids(rulings).map((grid) => grid.xs[0])).toEqual([100, 300]);
  });

  it.each([
    ['nothing', []],
    ['a box of one cell', boxRules(100, 100, 200, 140)],
    ['a box cut into rows but not into columns', gridRules([100, 200], [100, 120, 140])],
    ['rules that only run across', [horizontal(100, 100, 200), horizontal(120, 100, 200)]],
    ['two rules that cross', [horizontal(100, 50, 150), vertical(100, 50, 150)]],
    ['an upright beside a rule it does not touch', [horizontal(100, 100, 200), vertical(210, 100, 200)]],
  ])('finds no table in %s', (_, rulings) => {
    expect(rulingsToGrids(rulings)).toEqual([]);
  });

  it('leaves a frame around the page out of the table in it', () => {
    const rulings = [...boxRules(20, 20, 575, 780), ...gridRules([100, 150, 200], [100, 120, 140])];
    expect(sketch(rulings)).toEqual(['oo', 'oo']);
  });

  it('drops grid lines that bound no cell', () => {
    // A short stroke inside the first column makes a grid line that divides nothing.
    const rulings = [...gridRules([100, 200, 300], [100, 150]), vertical(140, 100, 110)];
    expect(onlyGrid(rulings).xs).toEqual([100, 200, 300]);
  });
});

/** A grid with some inner edges left out: positions, and for each inner edge whether it is drawn. */
const partialGrid = fc
  .record({
    widths: fc.array(fc.integer({ min: 12, max: 80 }), { minLength: 2, maxLength: 5 }),
    heights: fc.array(fc.integer({ min: 12, max: 40 }), { minLength: 1, maxLength: 5 }),
    drawn: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  })
  .map(({ widths, heights, drawn }) => {
    const positions = (first: number, steps: readonly number[]): number[] =>
      steps.reduce((all, step) => [...all, (all.at(-1) ?? 0) + step], [first]);
    const [xs, ys] = [positions(60, widths), positions(80, heights)];
    const rulings = boxRules(xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0);
    let edge = 0;
    for (const x of xs.slice(1, -1)) {
      for (const [r, height] of heights.entries()) {
        const y = ys[r] ?? 0;
        if (drawn[edge++] === true) rulings.push(vertical(x, y, y + height));
      }
    }
    for (const y of ys.slice(1, -1)) {
      for (const [c, width] of widths.entries()) {
        const x = xs[c] ?? 0;
        if (drawn[edge++] === true) rulings.push(horizontal(y, x, x + width));
      }
    }
    return rulings;
  });

/** Any rules at all, many of them touching. */
const anyRulings = fc.array(
  fc
    .record({
      isAcross: fc.boolean(),
      position: fc.integer({ min: 0, max: 60 }).map((k) => k * 5),
      start: fc.integer({ min: 0, max: 60 }).map((k) => k * 5),
      length: fc.double({ min: 0, max: 200, noNaN: true }),
    })
    .map(({ isAcross, position, start, length }) =>
      (isAcross ? horizontal : vertical)(position, start, start + length),
    ),
  { maxLength: 30 },
);

function moved(ruling: Ruling, dx: number, dy: number): Ruling {
  const [across, along] = ruling.orientation === 'horizontal' ? [dy, dx] : [dx, dy];
  return { ...ruling, position: ruling.position + across, start: ruling.start + along, end: ruling.end + along };
}

describe('grids from any rules', () => {
  it('tile their area: every square belongs to exactly one cell', () => {
    fc.assert(
      fc.property(fc.oneof(partialGrid, anyRulings), (rulings) => {
        for (const grid of rulingsToGrids(rulings)) {
          const squares = (grid.xs.length - 1) * (grid.ys.length - 1);
          const covered = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
          expect(covered).toBe(squares);
          expect(cellOwners(grid)).not.toContain(-1);
        }
      }),
    );
  });

  it('have ascending lines', () => {
    fc.assert(
      fc.property(anyRulings, (rulings) => {
        for (const { xs, ys } of rulingsToGrids(rulings)) {
          for (const lines of [xs, ys]) expect(lines.every((x, k) => k === 0 || x > (lines[k - 1] ?? 0))).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order in which the rules are drawn', () => {
    const shuffled = fc.oneof(partialGrid, anyRulings).chain((rulings) =>
      fc.record({
        rulings: fc.constant(rulings),
        again: fc.shuffledSubarray(rulings, { minLength: rulings.length, maxLength: rulings.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ rulings, again }) => {
        const rounded = (grids: readonly Grid[]): unknown =>
          grids.map((grid) => ({ ...grid, xs: grid.xs.map(Math.fround), ys: grid.ys.map(Math.fround) }));
        expect(rounded(rulingsToGrids(again))).toEqual(rounded(rulingsToGrids(rulings)));
      }),
    );
  });

  it('move with the page', () => {
    fc.assert(
      fc.property(
        partialGrid,
        fc.integer({ min: -50, max: 200 }),
        fc.integer({ min: -50, max: 200 }),
        (rulings, dx, dy) => {
          const [before, after] = [rulings, rulings.map((ruling) => moved(ruling, dx, dy))].map(rulingsToGrids);
          expect(after?.map(gridSketch)).toEqual(before?.map(gridSketch));
          expect(after?.map((grid) => grid.xs.map((x) => x - dx))).toEqual(before?.map((grid) => grid.xs));
        },
      ),
    );
  });

  it('keep their cells when the page is enlarged', () => {
    fc.assert(
      fc.property(partialGrid, fc.constantFrom(0.75, 1.25, 2, 3), (rulings, scale) => {
        const larger = rulings.map((ruling) => ({
          ...ruling,
          position: ruling.position * scale,
          start: ruling.start * scale,
          end: ruling.end * scale,
        }));
        expect(rulingsToGrids(larger).map(gridSketch)).toEqual(rulingsToGrids(rulings).map(gridSketch));
      }),
    );
  });

  it('are the same when every rule is drawn twice', () => {
    fc.assert(
      fc.property(partialGrid, (rulings) => {
        expect(rulingsToGrids([...rulings, ...rulings]).map(gridSketch)).toEqual(
          rulingsToGrids(rulings).map(gridSketch),
        );
      }),
    );
  });

  it('are the same when every rule is drawn in two pieces', () => {
    fc.assert(
      fc.property(partialGrid, fc.double({ min: 0.3, max: 0.7, noNaN: true }), (rulings, share) => {
        const pieces = rulings.flatMap((ruling) => {
          const cut = ruling.start + (ruling.end - ruling.start) * share;
          return [
            { ...ruling, end: cut },
            { ...ruling, start: cut },
          ];
        });
        expect(rulingsToGrids(pieces).map(gridSketch)).toEqual(rulingsToGrids(rulings).map(gridSketch));
      }),
    );
  });
});

describe('a column that no rule crosses', () => {
  it('belongs to the table whose rules are as long as its own', () => {
    // A page from break to break: an upright label fills the first column, so that its left rule touches nothing.
    //   |   |---|---|
    //   |   |   |   |
    //   |   |---|---|
    const vertical = (position: number): Ruling => ({
      orientation: 'vertical',
      position,
      start: 80,
      end: 760,
      thickness: 0.5,
      source: 'stroke',
    });
    const horizontal = (position: number): Ruling => ({
      orientation: 'horizontal',
      position,
      start: 105,
      end: 500,
      thickness: 0.5,
      source: 'stroke',
    });
    const [grid] = rulingsToGrids([80, 105, 300, 500].map(vertical).concat([120, 400].map(horizontal)));
    expect(grid?.xs).toEqual([80, 105, 300, 500]);
  });
});
