import { describe, expect, it } from 'vitest';
import type { FitTable } from '../../src/bind/fit-table.js';
import type { RowView } from '../../src/bind/row-view.js';
import { mayBeOfEither } from '../../src/bind/rows-of-either.js';
import type { Table } from '../../src/model/index.js';

const table = (seams: readonly number[]): Table => ({
  tableIndex: 0,
  geometry: 'aligned',
  rowCount: 4,
  columnCount: 2,
  cells: [],
  seams,
  parts: [],
  strayRuns: [],
});

const view = (rowIndex: number, label: string, hasFigures: boolean): RowView => ({
  rowIndex,
  rowIndexes: [rowIndex],
  labels: label === '' ? [] : [label],
  figures: [],
  hasFigures,
  outside: [],
});

/** Of a label that ends a page and figures with some label at the head of the next one: whether they may be another row's. */
function isDoubted(below: string, { seams = [1], isWithin = false } = {}): boolean {
  const views = [view(0, '上年结转', false), view(1, below, true), view(2, '部分公开', true)];
  const fits = { fit: () => 0, fitsSome: () => false, isWithin: () => isWithin } as unknown as FitTable;
  return mayBeOfEither(table(seams), { views, fits }, { row: 0, length: 2, form: 1 });
}

describe('figures at the head of a page', () => {
  it.each(['', '三'])('may be of another row than the label at the foot of the page before, beside %j', (label) => {
    expect(isDoubted(label)).toBe(true);
  });

  it('are of that row where the rest of its label stands beside them, or no page ends between', () => {
    expect(isDoubted('申请数量', { isWithin: true })).toBe(false);
    expect(isDoubted('三', { seams: [] })).toBe(false);
  });
});
