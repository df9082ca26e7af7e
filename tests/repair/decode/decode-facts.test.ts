import { describe, expect, it } from 'vitest';
import type { BoundTable, Cell, Fact } from '../../../src/model/index.js';
import { decodeFacts } from '../../../src/repair/index.js';
import { blockOf, factsOf, tableThree } from '../../check/sample-facts.js';

const THREE = blockOf('2021', 'applications');
const FIGURES = tableThree(THREE, { granted: [170, 5, 0, 0, 0, 2], unable_1_not_held: [33, 4, 0, 0, 0, 0] });
const COLUMNS = THREE.columns.map(({ id }) => id);

/** The facts of table three, a row of them printing what is given, in the order of the columns. */
function printing(row: string, texts: readonly string[], doubts: readonly string[] = [], figures = FIGURES): Fact[] {
  return factsOf(THREE, figures).map((fact) => {
    if (fact.row !== row) return fact;
    const printed = texts[COLUMNS.indexOf(fact.column)] ?? '';
    const isNumber = /^\d+$/u.test(printed);
    return {
      ...fact,
      printed,
      value: isNumber ? printed : '',
      reading: isNumber
        ? { kind: 'number', value: printed, unit: '' }
        : { kind: printed === '' ? 'blank' : 'illegible' },
      status: doubts.length > 0 ? 'suspect' : 'printed',
      doubts,
    };
  });
}

/** The source of the facts: one table whose rows and columns are the block's. */
function source(geometry: BoundTable['table']['geometry'], cells: readonly Cell[] = []): BoundTable {
  const bindings = THREE.rows.flatMap((row, rowIndex) =>
    COLUMNS.map((column, k) => ({ rowIndex, columnIndex: k + 1, table: THREE.table, row: row.id, column })),
  );
  const table = { tableIndex: 0, geometry, rowCount: 25, columnCount: 8, cells, seams: [], parts: [], strayRuns: [] };
  return { table, bindings };
}

function rowOf(facts: readonly Fact[], row: string): readonly Fact[] {
  return facts.filter((fact) => fact.row === row);
}

describe('facts of a row that was run together in a dump', () => {
  const facts = printing('granted', ['1705', '0', '0', '0', '2', '177', ''], ['row-short']);
  const decoded = decodeFacts(facts, [THREE], [source('delimited')]);

  it('are repaired, and keep what was printed where they came from', () => {
    const row = rowOf(decoded.facts, 'granted');
    expect(row.map(({ value }) => value)).toEqual(['170', '5', '0', '0', '0', '2', '177']);
    expect(row.map(({ printed }) => printed)).toEqual(['1705', '1705', '0', '0', '0', '2', '177']);
    expect(row.filter(({ status }) => status === 'repaired').map(({ column }) => column)).toContain('business');
  });

  it('are explained in the verdict', () => {
    expect(decoded.verdicts).toMatchObject([
      {
        table: 'applications',
        kind: 'unique',
        explanations: [{ faults: [{ row: 'granted', fault: 'run-together' }] }],
      },
    ]);
  });

  it('are left alone where nobody doubts the row, for then the publisher may have printed it so', () => {
    const certain = printing('granted', ['1705', '0', '0', '0', '2', '177', '']);
    expect(decodeFacts(certain, [THREE], [source('delimited')]).facts).toEqual(certain);
  });

  it('are left alone where rules say in which column each stands', () => {
    const certain = printing('granted', ['1705', '0', '0', '0', '2', '177', '']);
    const ruled = decodeFacts(certain, [THREE], [source('ruled')]);
    expect(ruled.facts).toEqual(certain);
    expect(ruled.verdicts[0]?.kind).toBe('unsolved');
  });
});

describe('facts of a row that stands one place to the left of where it was printed', () => {
  const figures = tableThree(THREE, { granted: [5, 2, 0, 0, 0, 1], partial: [1, 1, 0, 0, 1, 0] });
  // `（二）部分公开 ␣ 1 0 0 1 0 3`: the figure of the first column is not printed, and the sums give what stands there now.
  const texts = ['1', '0', '0', '1', '0', '3', ''];
  const facts = printing('partial', texts, ['column-uncertain'], figures);
  const row = rowOf(decodeFacts(facts, [THREE], [source('marked')]).facts, 'partial');

  it('are all moved, and the first is derived though its value is the one that was read there', () => {
    expect(row.map(({ value }) => value)).toEqual(['1', '1', '0', '0', '1', '0', '3']);
    expect(row[0]).toMatchObject({ status: 'derived', printed: '', reading: { kind: 'blank' } });
    expect(row[1]).toMatchObject({ status: 'repaired', printed: '1' });
  });
});

describe('a digit that the publisher printed wrong', () => {
  const facts = printing('granted', ['170', '5', '0', '0', '0', '3', '177']);

  it('is left as it is, and the figures that would mend the sums are listed', () => {
    const { facts: after, verdicts } = decodeFacts(facts, [THREE], [source('ruled')]);
    expect(after).toEqual(facts);
    expect(verdicts[0]?.mends).toMatchObject([
      { changes: [{ row: 'granted', column: 'other_org', from: '3', to: '2' }] },
    ]);
  });

  it('is corrected only where the reader doubted it', () => {
    const doubted = facts.map((fact): Fact =>
      fact.row === 'granted' && fact.column === 'other_org'
        ? { ...fact, status: 'suspect', doubts: ['unreadable-glyph'] }
        : fact,
    );
    const { facts: after } = decodeFacts(doubted, [THREE], [source('ruled')]);
    expect(rowOf(after, 'granted')[5]).toMatchObject({ value: '2', status: 'repaired', alternatives: ['3'] });
  });
});

describe('a figure of a scan in a sum that is broken', () => {
  const readAs = (confidence: number, ...alternatives: string[]): readonly Fact[] => {
    const facts = printing('granted', ['170', '5', '0', '0', '0', '3', '177']).map((fact): Fact => {
      const isRead = fact.row === 'granted' && fact.column === 'other_org';
      return isRead ? { ...fact, status: 'suspect', doubts: ['read-unsurely'], confidence, alternatives } : fact;
    });
    return rowOf(decodeFacts(facts, [THREE], [source('ruled')]).facts, 'granted');
  };

  it('stays what was read, and doubted, where that is likely and nothing else: the publisher may have printed it so', () => {
    expect(readAs(0.998)[5]).toMatchObject({ value: '3', status: 'suspect' });
  });

  it('is repaired where the reader was unsure, or offered what the sums ask for', () => {
    expect(readAs(0.6)[5]).toMatchObject({ value: '2', status: 'repaired' });
    expect(readAs(0.95, '2')[5]).toMatchObject({ value: '2', status: 'repaired' });
  });
});

describe('a text that all figures of a row share', () => {
  it('is not taken for a misreading of one of them', () => {
    const figures = tableThree(THREE, { granted: [170, 5, 0, 0, 0, 2], partial: [1, 0, 0, 0, 0, 0] });
    const text = '0 0 0 0 0 1';
    const facts = factsOf(THREE, figures).map((fact): Fact => {
      if (fact.row !== 'partial') return fact;
      const doubts = ['broken-number', 'place-in-row-unknown'];
      const read = { value: '', reading: { kind: 'illegible' }, alternatives: ['0', '1'] } as const;
      return { ...fact, ...read, printed: text, status: 'suspect', doubts };
    });
    const { facts: after } = decodeFacts(facts, [THREE], [source('delimited')]);
    expect(rowOf(after, 'partial').filter(({ status }) => status === 'repaired')).toEqual([]);
  });
});

describe('a figure that could not be read', () => {
  it('is no blank that the laws of its row leave open', () => {
    const facts = printing('granted', ['rt', '5', '0', '0', '0', '2', '177'], []).map((fact): Fact =>
      fact.printed === 'rt' ? { ...fact, status: 'suspect', doubts: ['no-leading-number'] } : fact,
    );
    const { facts: after } = decodeFacts(facts, [THREE], [source('marked')]);
    expect(rowOf(after, 'granted')[0]).toMatchObject({ status: 'suspect', doubts: ['no-leading-number'] });
  });
});

describe('a row whose figures may have moved', () => {
  it('is proved by the sums although a number stands beside it', () => {
    const facts = printing('granted', ['170', '5', '0', '0', '0', '2', '177'], ['surplus-figure']);
    const { facts: after } = decodeFacts(facts, [THREE], [source('delimited')]);
    expect(rowOf(after, 'granted').every(({ status }) => status === 'printed')).toBe(true);
  });

  it('stays doubted where it is not sure that it is that row at all', () => {
    const facts = printing('granted', ['170', '5', '0', '0', '0', '2', '177'], ['row-uncertain']);
    const { facts: after } = decodeFacts(facts, [THREE], [source('delimited')]);
    expect(after).toEqual(facts);
  });
});

describe('a count among which a speck was taken for a point', () => {
  const read = printing('granted', ['170', '5', '0', '0', '0', '2', '177'], []).map((fact): Fact => {
    if (fact.row !== 'granted' || fact.column !== 'total') return fact;
    const doubts = { status: 'suspect', doubts: ['read-unsurely'], alternatives: ['177'] } as const;
    return { ...fact, value: '17.7', printed: '17.7', reading: { kind: 'number', value: '17.7', unit: '' }, ...doubts };
  });

  it('is repaired by the sums as any other', () => {
    const { facts } = decodeFacts(read, [THREE], [source('ruled')]);
    expect(rowOf(facts, 'granted').at(-1)).toMatchObject({ value: '177', status: 'repaired', printed: '17.7' });
  });
});

describe('a row of a table whose header could not be read', () => {
  const headless = (facts: readonly Fact[]): Fact[] =>
    facts.map((fact) => ({ ...fact, status: 'suspect', doubts: [...fact.doubts, 'header-unrecognised'] }));

  it('stays doubted although its sums hold: columns exchanged throughout would break none', () => {
    const facts = headless(factsOf(THREE, FIGURES));
    expect(decodeFacts(facts, [THREE], [source('delimited')]).facts).toEqual(facts);
  });

  it('is repaired, and stays doubted for its header alone', () => {
    const facts = headless(printing('granted', ['1705', '0', '0', '0', '2', '177', ''], ['row-short']));
    const row = rowOf(decodeFacts(facts, [THREE], [source('delimited')]).facts, 'granted');
    expect(row.map(({ value }) => value)).toEqual(['170', '5', '0', '0', '0', '2', '177']);
    expect(row.every(({ status, doubts }) => status === 'suspect' && doubts.join() === 'header-unrecognised')).toBe(
      true,
    );
  });
});
