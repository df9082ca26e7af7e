import { describe, expect, it } from 'vitest';
import type { Bbox, Glyph, PositionedPage, Ruling } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { onlyTable, tablePage, tableSketch, write } from './sketch.js';

const UPRIGHT = tablePage(
  {
    xs: [100, 200, 250, 300],
    ys: [60, 80, 100],
    texts: [
      ['项目', '本年', '上年'],
      ['甲', '13', '246'],
    ],
  },
  write('三、收到情况', 100, 30),
);

/** A point of the upright page where the page is turned clockwise by quarters. */
function turnPoint(x: number, y: number, quarters: number): readonly [number, number] {
  let [at, down] = [x, y];
  let [width, height] = [UPRIGHT.width, UPRIGHT.height];
  for (let k = 0; k < quarters; k++) {
    [at, down] = [height - down, at];
    [width, height] = [height, width];
  }
  return [at, down];
}

function turnBox({ x0, top, x1, bottom }: Bbox, quarters: number): Bbox {
  const [a, b] = turnPoint(x0, top, quarters);
  const [c, d] = turnPoint(x1, bottom, quarters);
  return { x0: Math.min(a, c), top: Math.min(b, d), x1: Math.max(a, c), bottom: Math.max(b, d) };
}

function turned(quarters: 1 | 2 | 3): PositionedPage {
  const isOdd = quarters !== 2;
  return {
    ...UPRIGHT,
    width: isOdd ? UPRIGHT.height : UPRIGHT.width,
    height: isOdd ? UPRIGHT.width : UPRIGHT.height,
    glyphs: UPRIGHT.glyphs.map((glyph): Glyph => ({
      ...glyph,
      box: turnBox(glyph.box, quarters),
      angleDeg: ([0, 90, 180, 270] as const)[quarters],
    })),
    rulings: UPRIGHT.rulings.map((ruling): Ruling => {
      const { position, start, end } = ruling;
      const isLevel = ruling.orientation === 'horizontal';
      const box = turnBox(
        isLevel
          ? { x0: start, top: position, x1: end, bottom: position }
          : { x0: position, top: start, x1: position, bottom: end },
        quarters,
      );
      return box.top === box.bottom
        ? { ...ruling, orientation: 'horizontal', position: box.top, start: box.x0, end: box.x1 }
        : { ...ruling, orientation: 'vertical', position: box.x0, start: box.top, end: box.bottom };
    }),
  };
}

const near = (box: Bbox | undefined): readonly number[] =>
  box ? [box.x0, box.top, box.x1, box.bottom].map((edge) => Math.round(edge * 100) / 100) : [];

describe('a page drawn turned', () => {
  it.each([1, 2, 3] as const)('is read as an upright one: %i quarters', (quarters) => {
    const page = turned(quarters);
    expect(tableSketch(onlyTable(page))).toEqual(tableSketch(onlyTable(UPRIGHT)));
    expect(pagesToLayout([page]).lines.map(({ text, tablesBefore }) => ({ text, tablesBefore }))).toEqual([
      { text: '三、收到情况', tablesBefore: 0 },
    ]);
  });

  it.each([1, 2, 3] as const)('keeps the places on the page as it is: %i quarters', (quarters) => {
    const table = onlyTable(turned(quarters));
    const upright = onlyTable(UPRIGHT);
    const boxes = upright.cells.map(({ parts }) => near(parts[0] && turnBox(parts[0].box, quarters)));
    expect(table.cells.map(({ parts }) => near(parts[0]?.box))).toEqual(boxes);
    const runs = upright.cells.flatMap(({ runs }) => runs.map(({ box }) => near(box && turnBox(box, quarters))));
    expect(table.cells.flatMap(({ runs }) => runs.map(({ box }) => near(box)))).toEqual(runs);
    const [line] = pagesToLayout([turned(quarters)]).lines;
    const [uprightLine] = pagesToLayout([UPRIGHT]).lines;
    expect(near(line?.box)).toEqual(near(uprightLine?.box && turnBox(uprightLine.box, quarters)));
  });

  it('is left as it is where only a few labels are turned', () => {
    const glyphs = UPRIGHT.glyphs.map((glyph, at) => (at < 4 ? { ...glyph, angleDeg: 90 as const } : glyph));
    expect(onlyTable({ ...UPRIGHT, glyphs }).parts).toEqual(onlyTable(UPRIGHT).parts);
  });
});
