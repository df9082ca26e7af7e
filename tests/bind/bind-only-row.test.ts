import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import { block, factsOf, ruled, TABLE_FOUR } from './tables.js';

const FOUR = block('2021', 'reviews');
const HEADER = TABLE_FOUR.slice(0, 3);

/** Value and status of each figure. */
function boundTo(table: Table): string[] {
  return factsOf(table, FOUR).map(
    ({ reading, status }) => `${reading.kind === 'number' ? reading.value : reading.kind} ${status}`,
  );
}

/** A row of table four with figures where a test says so. */
function row(textOf: (column: number) => string): string {
  return Array.from({ length: 15 }, (_, column) => textOf(column)).join('|');
}

describe('table four', () => {
  it('is doubted where another row of full-width figures follows', () => {
    const rows = [row((column) => String(column)), row(() => '７')];
    expect(boundTo(ruled([...HEADER, ...rows]))).toEqual(Array.from({ length: 15 }, (_, k) => `${k} suspect`));
  });

  it('is doubted where a figure below fills one of its blanks', () => {
    const rows = [row((column) => (column === 3 ? '' : '5')), row((column) => (column === 3 ? '9' : ''))];
    const bound = boundTo(ruled([...HEADER, ...rows]));
    expect(bound.every((text) => text.endsWith(' suspect'))).toBe(true);
  });

  it('is one row without rules where each column has its figure on one of two lines', () => {
    const rows = [row((column) => (column % 5 === 0 ? '１０' : '')), row((column) => (column % 5 === 0 ? '' : '１件'))];
    const bound = boundTo({ ...ruled([...HEADER, ...rows]), geometry: 'aligned' });
    expect(bound).toEqual(Array.from({ length: 15 }, (_, k) => `${k % 5 === 0 ? 10 : 1} suspect`));
  });

  it('has its blank doubted without rules where the figure beside it is two', () => {
    const figures = row((column) => (column === 3 ? '' : column === 4 ? '256 1834' : '5'));
    const bound = boundTo({ ...ruled([...HEADER, figures]), geometry: 'aligned' });
    expect(bound.slice(2, 6)).toEqual(['5 printed', 'blank suspect', '2561834 suspect', '5 printed']);
    expect(boundTo(ruled([...HEADER, figures]))[3]).toBe('blank printed');
  });

  it('is certain where nothing but a note follows', () => {
    expect(boundTo(ruled(TABLE_FOUR))).toEqual(Array.from({ length: 15 }, (_, k) => `${k + 11} printed`));
    const noted = [...TABLE_FOUR, '注：本表含上年结转|<|<|<|<|<|<|<|<|<|<|<|<|<|<'];
    expect(boundTo(ruled(noted))).toEqual(Array.from({ length: 15 }, (_, k) => `${k + 11} printed`));
  });
});
