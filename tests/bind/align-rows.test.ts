import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows } from '../../src/bind/align-rows.js';
import type { AlignmentScores } from '../../src/bind/align-rows.js';

fc.configureGlobal({ seed: 20218, numRuns: 150 });

const SKIP_ROW = -3;
const SKIP_FORM = -2;

/** Scores of a table of letters against a form of letters: equal letters match, others rather not. */
function letters(table: string, form: string, options: Partial<AlignmentScores> = {}): AlignmentScores {
  return {
    rowCount: table.length,
    formCount: form.length,
    longestMerge: 1,
    match: (row, length, at) => (length === 1 && table[row] === form[at] ? 4 : -6),
    skipRow: () => SKIP_ROW,
    skipForm: SKIP_FORM,
    ...options,
  };
}

/** The alignment as pairs `row:form`, `row+n` where n rows are merged. */
function pairs(scores: AlignmentScores): string[] {
  return alignRows(scores, () => false).rows.map(({ row, length, form }) =>
    length === 1 ? `${row}:${form}` : `${row}+${length}:${form}`,
  );
}

describe('the alignment of rows', () => {
  it('binds equal rows in order', () => {
    expect(pairs(letters('abc', 'abc'))).toEqual(['0:0', '1:1', '2:2']);
  });

  it('passes over a row of the form that the table does not have', () => {
    expect(pairs(letters('ac', 'abc'))).toEqual(['0:0', '1:2']);
  });

  it('passes over a row of the table that the form does not have', () => {
    expect(pairs(letters('axbc', 'abc'))).toEqual(['0:0', '2:1', '3:2']);
  });

  it('begins and ends anywhere in the table for nothing', () => {
    expect(alignRows(letters('xxxxabcyyyy', 'abc'), () => false).score).toBe(12);
  });

  it('does not begin or end anywhere in the form for nothing', () => {
    expect(alignRows(letters('b', 'abc'), () => false).score).toBe(4 + 2 * SKIP_FORM);
  });

  it('binds one of two swapped rows at most', () => {
    expect(pairs(letters('acbd', 'abcd'))).toHaveLength(3);
  });

  it('binds nothing where nothing fits', () => {
    const { rows, score } = alignRows(letters('xyz', 'abc'), () => true);
    expect(rows).toEqual([]);
    expect(score).toBe(3 * SKIP_FORM);
  });

  it.each([
    ['no rows', '', 'abc', 3 * SKIP_FORM],
    ['no form', 'abc', '', 0],
    ['neither', '', '', 0],
  ])('bears a table and a form with %s', (_, table, form, score) => {
    const found = alignRows(letters(table, form), () => true);
    expect(found.rows).toEqual([]);
    expect(found.score).toBeCloseTo(score);
  });

  it('takes two rows as one where both together fit', () => {
    const scores = letters('aBBc', 'abc', {
      longestMerge: 2,
      match: (row, length, at) => ('aBBc'.slice(row, row + length).toLowerCase() === ['a', 'bb', 'c'][at] ? 4 : -6),
    });
    expect(pairs(scores)).toEqual(['0:0', '1+2:1', '3:2']);
  });

  it('never merges more rows than told', () => {
    const merges: number[] = [];
    const scores = letters('aaaaa', 'aa', {
      longestMerge: 3,
      match: (row, length) => {
        merges.push(length);
        expect(row + length).toBeLessThanOrEqual(5);
        return length;
      },
    });
    pairs(scores);
    expect(Math.max(...merges)).toBe(3);
  });

  it('never binds what cannot be', () => {
    expect(pairs(letters('ab', 'ab', { match: () => -Infinity }))).toEqual([]);
  });
});

describe('the margin of a bound row', () => {
  it('is what its next best binding costs', () => {
    // Without 1:1, row b is skipped and so is form b.
    const { rows } = alignRows(letters('abc', 'abc'), ({ form }) => form === 1);
    expect(rows.map(({ margin }) => margin)).toEqual([Infinity, 4 - SKIP_ROW - SKIP_FORM, Infinity]);
  });

  it('is 0 where another binding is as good', () => {
    const { rows } = alignRows(letters('aa', 'a'), () => true);
    expect(rows.map(({ margin }) => margin)).toEqual([0]);
  });

  it('is asked for every bound row once', () => {
    const asked: string[] = [];
    alignRows(letters('abc', 'abc'), ({ row, form }) => asked.push(`${row}:${form}`) < 0);
    expect(asked).toEqual(['0:0', '1:1', '2:2']);
  });
});

// ---- all alignments of small tables ---------------------------------------------------------------------------------

/** Small tables with any scores; whole numbers, so that sums are exact. */
const smallScores = fc
  .record({
    rowCount: fc.integer({ min: 0, max: 4 }),
    formCount: fc.integer({ min: 0, max: 3 }),
    longestMerge: fc.integer({ min: 1, max: 3 }),
    matches: fc.array(fc.oneof(fc.integer({ min: -6, max: 4 }), fc.constant(-Infinity)), {
      minLength: 60,
      maxLength: 60,
    }),
    skips: fc.array(fc.integer({ min: -4, max: 0 }), { minLength: 4, maxLength: 4 }),
    skipForm: fc.integer({ min: -3, max: 0 }),
  })
  .map(({ matches, skips, ...sizes }): AlignmentScores => ({
    ...sizes,
    match: (row, length, form) => matches[(row * 4 + form) * 3 + length - 1] ?? 0,
    skipRow: (row) => skips[row] ?? 0,
  }));

interface Bound {
  readonly row: number;
  readonly length: number;
  readonly form: number;
}

/** Every way to bind rows to the form in order. */
function allAlignments(scores: AlignmentScores, row = 0, form = 0): Bound[][] {
  const found: Bound[][] = [[]];
  for (let at = row; at < scores.rowCount; at++) {
    for (let to = form; to < scores.formCount; to++) {
      for (let length = 1; length <= scores.longestMerge && at + length <= scores.rowCount; length++) {
        for (const rest of allAlignments(scores, at + length, to + 1))
          found.push([{ row: at, length, form: to }, ...rest]);
      }
    }
  }
  return found;
}

function scoreOf(bound: readonly Bound[], scores: AlignmentScores): number {
  const [first] = bound;
  const last = bound.at(-1);
  let sum = scores.skipForm * (scores.formCount - bound.length);
  for (const { row, length, form } of bound) sum += scores.match(row, length, form);
  for (let row = first?.row ?? 0; last && row < last.row; row++) {
    if (!bound.some((each) => row >= each.row && row < each.row + each.length)) sum += scores.skipRow(row);
  }
  return sum;
}

describe('any alignment', () => {
  it('is the best of all', () => {
    fc.assert(
      fc.property(smallScores, (scores) => {
        const best = Math.max(...allAlignments(scores).map((bound) => scoreOf(bound, scores)));
        const found = alignRows(scores, () => false);
        expect(found.score).toBe(best);
        expect(scoreOf(found.rows, scores)).toBe(best);
      }),
    );
  });

  it('has margins that are those of the best alignment without the row', () => {
    fc.assert(
      fc.property(smallScores, (scores) => {
        const found = alignRows(scores, () => true);
        for (const bound of found.rows) {
          const others = allAlignments(scores).filter(
            (each) =>
              !each.some(
                ({ row, length, form }) =>
                  form === bound.form && row < bound.row + bound.length && bound.row < row + length,
              ),
          );
          const second = Math.max(...others.map((each) => scoreOf(each, scores)));
          expect(bound.margin).toBe(found.score - second);
          expect(bound.margin).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('ascends in both orders without overlap', () => {
    fc.assert(
      fc.property(smallScores, (scores) => {
        const { rows } = alignRows(scores, () => false);
        for (const [k, { row, form }] of rows.entries()) {
          const before = rows[k - 1];
          expect(row).toBeGreaterThanOrEqual(before ? before.row + before.length : 0);
          expect(form).toBeGreaterThan(before?.form ?? -1);
        }
      }),
    );
  });

  it('recovers what was planted in a form of 25 rows', () => {
    const form = 'abcdefghijklmnopqrstuvwxy';
    const planted = fc.record({
      kept: fc.subarray(Array.from(form), { minLength: 12 }),
      extra: fc.array(fc.nat({ max: 24 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(planted, ({ kept, extra }) => {
        const rows = kept.map((letter, k) => (extra.includes(k) ? `#${letter}` : letter)).join('');
        const { rows: bound } = alignRows(letters(rows, form), () => false);
        expect(bound.map(({ row }) => rows[row])).toEqual(kept);
        expect(bound.map((each) => form[each.form])).toEqual(kept);
      }),
    );
  });
});
