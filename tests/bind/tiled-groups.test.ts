import { describe, expect, it } from 'vitest';
import { indexTable } from '../../src/bind/table-index.js';
import { tiledGroups } from '../../src/bind/tiled-groups.js';
import type { Cell, Table } from '../../src/model/index.js';

/** A cell whose text has its middle at x. */
function cell(rowIndex: number, columnIndex: number, text: string, x: number): Cell {
  const box = { x0: x - 10, top: rowIndex * 20, x1: x + 10, bottom: rowIndex * 20 + 10 };
  const runs: Cell['runs'] = [];
  const parts = [{ pageNumber: 1, box, text }];
  return { rowIndex, columnIndex, rowSpan: 1, columnSpan: 1, text, baseText: text, parts, runs, doubts: [] };
}

// x     100   150   200   250   300
//             one              two
//        a     b     c     d     e
const cells = [
  cell(0, 1, 'one', 150),
  cell(0, 3, 'two', 275),
  ...['a', 'b', 'c', 'd', 'e'].map((text, at) => cell(1, at, text, 100 + 50 * at)),
];
const table: Table = {
  tableIndex: 0,
  geometry: 'aligned',
  rowCount: 2,
  columnCount: 5,
  cells,
  seams: [],
  parts: [],
  strayRuns: [],
};

describe('groups that stand side by side over all columns', () => {
  it('reach as far as each is centred', () => {
    const groups = tiledGroups(indexTable(table), 1);
    const named = [...groups].map(([leaf, above]) => `${leaf.text} ${above.map(({ text }) => text).join()}`);
    expect(named).toEqual(['a one', 'b one', 'c one', 'd two', 'e two']);
  });
});
