import { describe, expect, it } from 'vitest';
import { gridRules, horizontal, onlyTable, tablePage, tableSketch } from './sketch.js';
import type { DrawnTable } from './sketch.js';

const XS = [40, 80, 160, 200, 240];
const YS = [100, 120, 140, 160];

/** Three rows of figures beside a column of which the first cell ends in the middle of the second row. */
function cutTable(first: string, texts: readonly (readonly string[])[]): DrawnTable {
  const inner = gridRules(XS.slice(1), YS);
  const outer = [horizontal(100, 40, 80), horizontal(132, 40, 80), horizontal(160, 40, 80)];
  const [left] = gridRules([40, 80], [100, 160]).filter((rule) => rule.orientation === 'vertical');
  return {
    ...{ xs: XS, ys: YS, rulings: [...inner, ...outer, ...(left ? [left] : [])] },
    texts: texts.map((row, k) => [k === 0 ? first : '', ...row]),
  };
}

const ROWS = [
  ['甲', '1', '2'],
  ['乙', '3', '4'],
  ['丙', '5', '6'],
];

describe('a rule in the middle of a row', () => {
  it('divides nothing where it lies between blank cells', () => {
    expect(tableSketch(onlyTable(tablePage(cutTable('', ROWS))))).toEqual(['|甲|1|2', '^|乙|3|4', '^|丙|5|6']);
  });

  it('divides the cell over it from the one below where one of them holds text', () => {
    const sketch = tableSketch(onlyTable(tablePage(cutTable('三', ROWS))));
    expect(sketch).toEqual(['三|甲|1|2', '^|乙|3|4', '|^|^|^', '^|丙|5|6']);
  });

  it('divides blank cells where no text stands across it', () => {
    const blank = [['甲', '1', '2'], ['', '', ''], ROWS[2] ?? []];
    expect(tableSketch(onlyTable(tablePage(cutTable('', blank))))).toHaveLength(4);
  });

  it('is looked for in a hostile grid of thousands of lines in one pass', () => {
    const ys = Array.from({ length: 6001 }, (_, k) => 10 + 4 * k);
    const texts = [['甲', '乙']];
    expect(onlyTable(tablePage({ xs: [10, 50, 90], ys, texts })).rowCount).toBe(6000);
  }, 10_000);
});
