import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import { figureKey } from '../../src/model/index.js';
import type { Cell, Table } from '../../src/model/index.js';
import { ONE_NUMBER, rowsThatMayGoOn } from '../../src/rows-at-page-ends.js';
import { blockOf, factsOf } from '../check/sample-facts.js';

const FOUR = blockOf('2021', 'reviews');
const ROWS = ['review', 'litigation_direct', 'litigation_after_review'];
const NAMES = ['upheld', 'corrected', 'other', 'pending', 'total'];

/** Columns set right and left by turns: the narrowest distance between two says little. */
const PITCHES = [100, 113, 170, 183, 240];

/** Rows of a label and a figure a column, each row on the page given; figures 10 points high, a digit 6 points wide. */
function openRows(
  rows: readonly { readonly page: number; readonly texts: readonly string[]; readonly drop?: number }[],
  pitches = PITCHES,
) {
  const cells = rows.flatMap(({ page, texts, drop = 0 }, rowIndex) =>
    ['甲', ...texts].map((text, columnIndex): Cell => {
      const x0 = columnIndex === 0 ? 0 : (pitches[columnIndex - 1] ?? 0);
      const top = 30 * rowIndex + (columnIndex === 0 ? drop : 0);
      const box = { x0, x1: x0 + 6 * text.length, top, bottom: top + 10 };
      return {
        ...{ rowIndex, columnIndex, rowSpan: 1, columnSpan: 1, text, baseText: text, runs: [], doubts: [] },
        parts: text === '' ? [] : [{ pageNumber: page, box, text }],
      };
    }),
  );
  const box = { x0: 0, top: 0, x1: 300, bottom: 700 };
  const table: Table = {
    ...{ tableIndex: 0, geometry: 'aligned', rowCount: rows.length, columnCount: 6, cells, seams: [], strayRuns: [] },
    parts: [...new Set(rows.map(({ page }) => page))].map((pageNumber) => ({
      ...{ pageNumber, box },
      ...(pageNumber === 1 && { endsPage: true }),
    })),
  };
  const bindings = rows.flatMap((_, rowIndex) =>
    NAMES.map((column, at) => ({ rowIndex, columnIndex: at + 1, table: 'reviews', row: ROWS[rowIndex] ?? '', column })),
  );
  const values = rows.flatMap(({ texts }, at) => NAMES.map((column, k) => [`${ROWS[at]}/${column}`, texts[k] ?? '']));
  const facts = factsOf(FOUR, Object.fromEntries(values) as Record<string, string>);
  const byKey = new Map(facts.map((fact) => [figureKey(fact), fact]));
  return [...rowsThatMayGoOn({ table, bindings }, byKey, factsToChecks(facts, [FOUR]))];
}

describe('the last row of a page of a table without rules may go on overleaf', () => {
  const WHOLE = { page: 2, texts: ['12', '2', '0', '0', '14'] };

  it('where its figures may fill their cells, but not where they add up and a row of its own follows', () => {
    expect(openRows([{ page: 1, texts: ['12', '3', '0', '0', '16'] }, WHOLE])).toEqual([0]);
    expect(openRows([{ page: 1, texts: ['12', '3', '0', '0', '15'] }, WHOLE])).toEqual([]);
    expect(openRows([{ page: 1, texts: ['12', '3', '0', '0', '15'] }])).toEqual([0]);
  });

  it('where what follows may be the rest of its figures', () => {
    const last = { page: 1, texts: ['12', '3', '0', '0', '15'] };
    expect(openRows([last, { page: 2, texts: ['12 2', '2', '0', '0', '14'] }])).toEqual([0]);
    expect(openRows([last, { page: 2, texts: ['12', '', '0', '0', '14'] }])).toEqual([]);
    expect(openRows([last, { page: 2, texts: ['12', '', '0', '0', '14'], drop: 12 }])).toEqual([0]);
  });

  it('where one column may be narrower than the others, and not where all are wide', () => {
    const rows = [{ page: 1, texts: ['12', '3', '0', '0', '16'] }, WHOLE];
    expect(openRows(rows, [100, 140, 180, 220, 260])).toEqual([]);
    expect(openRows(rows, [100, 140, 200, 260, 320])).toEqual([0]);
  });

  it('not where each figure is a nought, or others of its column are wider', () => {
    expect(openRows([{ page: 1, texts: ['1', '0', '0', '0', '2'] }, WHOLE])).toEqual([]);
    expect(openRows([{ page: 1, texts: ['1', '1', '0', '0', '1'] }, WHOLE])).toEqual([0]);
  });
});

describe('one number as printed', () => {
  it('may be followed by a note or a unit, and takes no time to tell from a long line of commas', () => {
    for (const text of ['12', '1,200', '3.', '12件', '20[2]', '零']) expect(ONE_NUMBER.test(text)).toBe(true);
    for (const text of ['12 3', '12件3', `1${','.repeat(300_000)} `]) expect(ONE_NUMBER.test(text)).toBe(false);
  });
});
