import { describe, expect, it } from 'vitest';
import type { CodeRow, CodeTable, Verdict } from '../../../src/repair/decode/index.js';
import { decodeTable } from '../../../src/repair/decode/index.js';
import { row, slot, sumTable, texts } from './code.js';

// 31 | 4 | 0 | 12 | 47
//  5 | 0 | 2 |  1 |  8
// 36 | 4 | 2 | 13 | 55
const FIRST = texts(31, 4, 0, 12, 47);
const SECOND = texts(5, 0, 2, 1, 8);
const TOTAL = texts(36, 4, 2, 13, 55);

function table(...rows: readonly (readonly string[] | CodeRow)[]): CodeTable {
  return sumTable(rows.map((each) => (Array.isArray(each) ? row(each as string[]) : (each as CodeRow))));
}

function changesOf(verdict: Verdict): readonly (readonly [number, number | undefined])[] {
  if (verdict.kind !== 'unique') throw new Error(`the verdict is ${verdict.kind}`);
  return verdict.decoding.changes.map(({ cell, value }) => [cell, value]);
}

describe('a table in which every law holds', () => {
  it('is consistent', () => {
    expect(decodeTable(table(FIRST, SECOND, TOTAL))).toEqual({ kind: 'consistent', provedRows: [] });
  });

  it('is consistent with blanks that can be filled', () => {
    const fixed = row(['31', '', '0', '12', '47'], { mayBeMisplaced: false });
    expect(decodeTable(table(fixed, SECOND, TOTAL)).kind).toBe('consistent');
  });
});

describe('a row of which only one text is known', () => {
  // 5 | (lost blank) | 0 | 0 | 4: the publisher's parts come to more than their total.
  it('is never filled by laws that leave out what it prints', () => {
    const offered = { alternatives: [5, 50, 0, 4], mayBeMisread: true };
    const spoilt = row(['5 0 0 4', '', '', '', ''], { isDoubted: true });
    const slots = spoilt.slots.map((each) => ({ ...each, ...offered }));
    const verdict = decodeTable(table({ ...spoilt, slots }, FIRST, ['36', '4', '0', '12', '52']));
    expect(verdict.kind).not.toBe('unique');
  });
});

describe('a row of noughts but for one figure', () => {
  it('is not taken for one with several faults: the figure may be misprinted', () => {
    const noughts = texts(0, 0, 0, 0, 0);
    expect(decodeTable(table(noughts, noughts, texts(1, 0, 0, 0, 0))).kind).not.toBe('unique');
  });
});

describe('a row whose figures were misplaced', () => {
  it.each([
    ['shifted right, the last one pushed out', ['', '31', '4', '0', '12'], 'figure-lost'],
    ['shifted left, the first one lost', ['4', '0', '12', '47', ''], 'figure-lost'],
    ['run together', ['314', '0', '12', '47', ''], 'run-together'],
    ['run together in place', ['314', '', '0', '12', '47'], 'run-together'],
    ['torn apart in place', ['3 1', '4', '0', '12', '47'], 'torn-apart'],
  ])('is put right when it is %s', (_, spoilt, fault) => {
    const verdict = decodeTable(table(spoilt, SECOND, TOTAL));
    const values = new Map(changesOf(verdict));
    const read = row(spoilt).slots.map(({ value }) => value);
    expect(read.map((value, cell) => (values.has(cell) ? values.get(cell) : value))).toEqual([31, 4, 0, 12, 47]);
    expect(verdict.kind === 'unique' && verdict.decoding.faults).toEqual([{ row: 0, fault }]);
  });

  it('is put right when the residue of a label stands before it', () => {
    const spoilt = row(texts(1, 31, 4, 0, 12), { surplusAfter: ['47'] });
    expect(changesOf(decodeTable(table(spoilt, SECOND, TOTAL)))).toEqual([
      [0, 31],
      [1, 4],
      [2, 0],
      [3, 12],
      [4, 47],
    ]);
  });

  it('is put right beside another row that was spoilt', () => {
    const verdict = decodeTable(table(['314', '0', '12', '47', ''], ['', '5', '0', '2', '1'], TOTAL));
    expect(verdict.kind).toBe('unique');
  });

  it('says where each figure came from', () => {
    const verdict = decodeTable(table(['314', '0', '12', '47', ''], SECOND, TOTAL));
    expect(verdict.kind === 'unique' && verdict.decoding.changes[1]?.sources).toEqual([{ text: '314', slot: 0 }]);
  });
});

describe('figures that were misread', () => {
  const doubted = (texts_: readonly string[], at: number, alternatives: readonly number[] = []): CodeRow => {
    const plain = row(texts_, { mayBeMisplaced: false });
    const slots = plain.slots.map((each, k) => (k === at ? { ...each, mayBeMisread: true, alternatives } : each));
    return { ...plain, slots };
  };

  it('are corrected where the reader doubts them', () => {
    expect(changesOf(decodeTable(table(doubted(texts(37, 4, 0, 12, 47), 0), SECOND, TOTAL)))).toEqual([[0, 31]]);
  });

  it('are left alone where it does not, for then the publisher printed them', () => {
    const certain = row(texts(37, 4, 0, 12, 47), { mayBeMisplaced: false });
    const others = [SECOND, TOTAL].map((each) => row(each, { mayBeMisplaced: false }));
    expect(decodeTable(sumTable([certain, ...others]))).toEqual({ kind: 'unsolved', isComplete: true });
  });

  it('are ambiguous where one sum alone is broken and any of its figures may be wrong', () => {
    const slots = ['1', '2', '4'].map((text) => slot(text, { mayBeMisread: true }));
    const only = row(['1', '2', '4'], { slots, mayBeMisplaced: false });
    const verdict = decodeTable({ rows: [only], laws: [{ cells: [2, 0, 1], coefficients: [-1, 1, 1] }] });
    expect(verdict.kind).toBe('ambiguous');
    expect(verdict.kind === 'ambiguous' && verdict.decodings).toHaveLength(3);
  });
});

describe('a number that its own slot prints', () => {
  it('is never dropped for a value that only the laws give', () => {
    // The publisher printed 46 for 47 and left a blank: nothing moved.
    const printed = row(['31', '4', '', '12', '46']);
    const verdict = decodeTable(table(printed, SECOND, TOTAL));
    expect(verdict.kind).not.toBe('unique');
  });
});

describe('a row under one sum that no other law crosses', () => {
  it('is never put right: one sum is satisfied by chance too easily', () => {
    const torn = row(['1 0', '1', '0', '11']);
    const verdict = decodeTable({ rows: [torn], laws: [{ cells: [3, 0, 1, 2], coefficients: [-1, 1, 1, 1] }] });
    expect(verdict.kind).toBe('ambiguous');
  });
});

describe('doubted rows of a consistent table', () => {
  it('are proved where no other reading would let the laws hold', () => {
    const doubted = row(FIRST, { isDoubted: true, surplusBefore: ['9'] });
    expect(decodeTable(table(doubted, SECOND, TOTAL))).toEqual({ kind: 'consistent', provedRows: [0] });
  });

  it('are not proved by a single sum', () => {
    const doubted = row(texts(1, 2, 3), { isDoubted: true });
    const one: CodeTable = { rows: [doubted], laws: [{ cells: [2, 0, 1], coefficients: [-1, 1, 1] }] };
    expect(decodeTable(one)).toEqual({ kind: 'consistent', provedRows: [] });
  });
});

describe('a table whose columns are others than they were taken for', () => {
  const shifted = (texts_: readonly string[], surplus: string): CodeRow => row(texts_, { surplusAfter: [surplus] });

  it('is put right where one of them was read twice', () => {
    // 31 4 4 0 12 | 47, and the others alike: the second column stands twice.
    const rows = [
      shifted(texts(31, 4, 4, 0, 12), '47'),
      shifted(texts(5, 0, 0, 2, 1), '8'),
      shifted(texts(36, 4, 4, 2, 13), '55'),
    ];
    const verdict = decodeTable(table(...rows));
    const values = new Map(changesOf(verdict));
    const read = rows.flatMap(({ slots }) => slots.map(({ value }) => value));
    expect(read.map((value, cell) => values.get(cell) ?? value)).toEqual([...FIRST, ...SECOND, ...TOTAL].map(Number));
    expect(verdict.kind === 'unique' && verdict.decoding.faults[0]).toEqual({ row: 0, fault: 'column-doubled' });
  });

  it('is no consistent table where one was lost and the others closed up: which one, no law says', () => {
    const closed = [FIRST, SECOND, TOTAL].map((each) => row([...each.toSpliced(1, 1), ''], { hasOddBlanks: false }));
    const verdict = decodeTable(table(...closed));
    expect(verdict.kind).toBe('ambiguous');
    expect(verdict.kind === 'ambiguous' && verdict.decodings).toHaveLength(5);
  });

  it('is consistent where rules hold the columns and one is blank', () => {
    const blank = [FIRST, SECOND, TOTAL].map((each) => row(each.toSpliced(1, 1, ''), { mayBeMisplaced: false }));
    expect(decodeTable(table(...blank)).kind).toBe('consistent');
  });
});

describe('rows at their neighbours’ labels', () => {
  const doubted = (texts_: readonly string[]): CodeRow => row(texts_, { mayBeMisplaced: false, mayBeOtherRow: true });

  it('are listed, never put right: two detail rows exchanged would break no law', () => {
    const verdict = decodeTable(table(FIRST, doubted(TOTAL), doubted(SECOND)));
    expect(verdict.kind).toBe('ambiguous');
    expect(verdict.kind === 'ambiguous' && verdict.decodings[0]?.faults).toEqual([
      { row: 1, fault: 'row-of-neighbour' },
      { row: 2, fault: 'row-of-neighbour' },
    ]);
  });

  it('are not looked for where no label is doubted', () => {
    const rows = [FIRST, TOTAL, SECOND].map((each) => row(each, { mayBeMisplaced: false }));
    expect(decodeTable(table(...rows)).kind).toBe('unsolved');
  });

  it('are found where a header was read as the first row', () => {
    const verdict = decodeTable(table(...[texts(1, 2, 3, 4, 5), FIRST, SECOND].map(doubted)));
    expect(verdict.kind === 'ambiguous' && verdict.decodings[0]?.changes.at(-1)).toEqual({
      cell: 14,
      value: 55,
      sources: [],
    });
  });
});

describe('the second half of a row that was cut', () => {
  it('is put behind the first, however far behind it was found', () => {
    const cut = row(['31', '4', '', '', ''], { surplusAfter: ['0', '12', '47'] });
    expect(changesOf(decodeTable(table(cut, SECOND, TOTAL)))).toEqual([
      [2, 0],
      [3, 12],
      [4, 47],
    ]);
  });
});

describe('two rows without a trace of a fault', () => {
  it('are put right where the residue of a label stands in both and their last figures are lost', () => {
    const spoilt = [texts(3, 2, 0, 0, 0), texts(9, 1, 0, 0, 0)];
    const verdict = decodeTable(table(...spoilt, FIRST, texts(34, 4, 0, 12, 50)));
    expect(verdict.kind).toBe('unique');
  });
});
