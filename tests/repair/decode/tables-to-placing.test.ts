import { describe, expect, it } from 'vitest';
import type { BoundTable, Cell, Fact, TableGeometry } from '../../../src/model/index.js';
import { tablesToPlacing } from '../../../src/repair/decode/tables-to-placing.js';

const cell = (columnIndex: number, text: string, columnSpan = 1): Cell => ({
  ...{ rowIndex: 0, columnIndex, rowSpan: 1, columnSpan, text, baseText: text },
  ...{ parts: [], runs: [], doubts: [] },
});

function bound(geometry: TableGeometry, cells: readonly Cell[]): BoundTable {
  const columns = cells.filter(({ columnIndex }) => columnIndex > 0);
  return {
    table: {
      ...{ tableIndex: 0, geometry, rowCount: 1, columnCount: 3, cells },
      ...{ seams: [], parts: [], strayRuns: [] },
    },
    bindings: columns.map(({ columnIndex }) => ({
      ...{ rowIndex: 0, columnIndex, table: 't', row: 'r', column: `c${columnIndex}` },
    })),
  };
}

const FACT: Fact = {
  ...{ block: 'b', edition: '2021', table: 't', row: 'r', column: 'c1', reading: { kind: 'blank' }, value: '' },
  ...{ unit: '', printed: '', status: 'printed', alternatives: [], doubts: [] },
};

describe('the place of a figure', () => {
  it.each<readonly [TableGeometry, boolean]>([
    ['ruled', true],
    ['aligned', true],
    ['delimited', false],
    ['spaced', false],
  ])('in a column of its own in a table that is %s is certain: %s', (geometry, isCertain) => {
    const tables = [bound(geometry, [cell(0, '公开'), cell(1, '4'), cell(2, '0')])];
    expect(tablesToPlacing(tables).isPlaceCertain(FACT)).toBe(isCertain);
  });

  it('is open where a figure without rules reaches over two columns', () => {
    const tables = [bound('aligned', [cell(0, '公开'), cell(1, '4 0', 2)])];
    expect(tablesToPlacing(tables).isPlaceCertain(FACT)).toBe(false);
  });
});
