import { describe, expect, it } from 'vitest';
import { attributeChecks, isWrittenTwice } from '../../src/attribution.js';
import type { Evidence } from '../../src/attribution.js';
import { factsToChecks } from '../../src/check/index.js';
import type { Cause, Check, Fact, Finding, Table } from '../../src/model/index.js';
import { blockOf, factsOf, tableThree } from '../check/sample-facts.js';

const FOUR = blockOf('2021', 'reviews');
const THREE = blockOf('2021', 'applications');
const BOX = { x0: 0, top: 0, x1: 10, bottom: 10 };

/** Facts of table four as 洪泽区 published it in 2023: the review's total is left 0. */
function placed(facts: readonly Fact[], pageOf: (fact: Fact) => number | undefined = () => 3): Fact[] {
  return facts.map((fact) => {
    const pageNumber = pageOf(fact);
    return pageNumber === undefined ? fact : { ...fact, place: { pageNumber, box: BOX } };
  });
}

const PUBLISHED = placed(factsOf(FOUR, { 'review/upheld': '10', 'review/corrected': '1', 'review/total': '0' }));

function table(changes: Partial<Table> = {}): Table {
  return {
    tableIndex: 0,
    geometry: 'ruled',
    rowCount: 1,
    columnCount: 15,
    cells: [],
    seams: [],
    parts: [],
    strayRuns: [],
    ...changes,
  };
}

function boundTable(name: string, changes: Partial<Table> = {}): Evidence['tables'][number] {
  return { table: table(changes), bindings: [{ rowIndex: 0, columnIndex: 0, table: name, row: '', column: '' }] };
}

const SOUND: Omit<Evidence, 'checks'> = {
  facts: PUBLISHED,
  tables: [boundTable('reviews')],
  readers: [{ pageNumber: 3, readers: ['pdfium', 'pdfjs'], digitsAgree: true }],
  isStated: false,
  findings: [],
};

/** The causes of the violated checks. */
function causesOf(changes: Partial<Evidence> = {}): Cause[] {
  const evidence = { ...SOUND, ...changes };
  const checks = evidence.checks ?? factsToChecks(evidence.facts, [FOUR, THREE]);
  const causeOf = attributeChecks({ ...evidence, checks });
  return checks.filter(({ outcome }) => outcome === 'violated').map((check: Check) => causeOf(check));
}

function finding(rule: string, about: string): Finding {
  const message = { zh: '', en: '' };
  const empty = { row: '', column: '', expected: '', actual: '', difference: '' };
  return { ...empty, rule, severity: 'warning', cause: 'unknown', table: about, message };
}

describe('a violated law is the publisher’s', () => {
  it('where both readers agree on its page, nothing is left over and nothing doubted', () => {
    expect(causesOf()).toEqual(['publisher']);
  });

  it('where one of its terms is printed blank', () => {
    const facts = placed(factsOf(FOUR, { 'review/upheld': '5', 'review/corrected': '', 'review/total': '3' }));
    expect(causesOf({ facts })).toEqual(['publisher']);
  });

  it('where its figures stand on two pages on which both readers agree', () => {
    const facts = placed(PUBLISHED, ({ column }) => (column === 'total' ? 4 : 3));
    const readers = [3, 4].map((pageNumber) => ({
      pageNumber,
      readers: ['pdfium', 'pdfjs'] as const,
      digitsAgree: true,
    }));
    expect(causesOf({ facts, readers })).toEqual(['publisher']);
  });

  it('where another table is in doubt', () => {
    const tables = [boundTable('reviews'), boundTable('applications', { strayRuns: [{ text: '5', pageNumber: 2 }] })];
    const findings = [finding('form.missing_row', 'applications'), finding('meta.no_title', '')];
    expect(causesOf({ tables, findings })).toEqual(['publisher']);
  });

  it('where another of its figures is suspect, but none of the law', () => {
    const facts = PUBLISHED.map((fact) =>
      fact.row === 'litigation_direct' ? { ...fact, status: 'suspect' as const } : fact,
    );
    expect(causesOf({ facts })).toEqual(['publisher']);
  });
});

describe('a law violated in a table without rules', () => {
  const part = { pageNumber: 3, box: BOX };

  /** Table four as one row of cells, each with one number; some of them otherwise. */
  function evidence(
    change: (column: number) => Partial<Table['cells'][number]> = () => ({}),
    parts: Table['parts'] = [part],
  ): Partial<Evidence> {
    const columns = [...new Set(PUBLISHED.map(({ column }) => column))];
    const cells = columns.map((_, columnIndex) => ({
      ...{ rowIndex: 0, columnIndex, rowSpan: 1, columnSpan: 1, text: '1', baseText: '1', doubts: [] },
      parts: [{ ...part, text: '1' }],
      runs: [{ text: '1', pageNumber: 3 }],
      ...change(columnIndex),
    }));
    const bindings = columns.map((column, columnIndex) => ({
      ...{ rowIndex: 0, columnIndex, table: 'reviews', row: 'review', column },
    }));
    return { tables: [{ table: table({ geometry: 'aligned', cells, parts }), bindings }] };
  }

  it('is the publisher’s where each column of its rows prints one number in a place of its own', () => {
    expect(causesOf(evidence())).toEqual(['publisher']);
  });

  it.each([
    ['a column prints nothing', { text: '', baseText: '' }],
    ['a number may stand in several columns', { columnSpan: 2 }],
    ['a column prints two numbers', { text: '1 2', baseText: '1 2' }],
    ['a number goes on overleaf', { parts: [3, 4].map((pageNumber) => ({ ...part, pageNumber, text: '1' })) }],
  ])('is nobody’s where %s', (_, change) => {
    expect(causesOf(evidence((column) => (column === 1 ? change : {})))).toEqual(['unknown']);
  });

  it('is the publisher’s where a number with a gap in it is known to be one', () => {
    const printed = (text: string): Cause[] =>
      causesOf(evidence((column) => (column === 0 ? { text, baseText: text } : {})));
    // The review's first figure is 10.
    expect(printed('1 0')).toEqual(['publisher']);
    expect(printed('1 7')).toEqual(['unknown']);
  });

  it('is the publisher’s where notes and units stand behind its numbers', () => {
    expect(
      causesOf(evidence((column) => ({ baseText: ['1[1]', '1件', '1,024', '－1', '1①'][column] ?? '1' }))),
    ).toEqual(['publisher']);
  });

  it('is nobody’s in the last row of a page: its numbers may go on overleaf, unless there was room for more of them', () => {
    const placedAt = (pitch: number, width: number): Cause[] => {
      const boxOf = (column: number): typeof BOX => ({ ...BOX, x0: pitch * column, x1: pitch * column + width });
      const change = (column: number): Partial<Table['cells'][number]> => ({
        parts: [{ ...part, box: boxOf(column), text: '1' }],
      });
      return causesOf(evidence(change, [{ ...part, endsPage: true }]));
    };
    expect(causesOf(evidence(undefined, [{ ...part, endsPage: true }]))).toEqual(['unknown']);
    expect(placedAt(25, 5)).toEqual(['unknown']);
    expect(placedAt(40, 5)).toEqual(['publisher']);
  });
});

describe('a law violated in a row without rules that leaves columns blank', () => {
  const columns = [...new Set(PUBLISHED.map(({ column }) => column))];
  const PITCH = 40;
  const facts = PUBLISHED.map((fact) =>
    fact.row === 'review' && fact.column === 'other'
      ? { ...fact, reading: { kind: 'blank' as const }, value: '', place: undefined }
      : fact,
  ).map(({ place, ...fact }): Fact => (place ? { ...fact, place } : fact));

  /** A row of cells 40 points apart, one text in each; those at the given shift stand aside. */
  function rowOf(rowIndex: number, texts: readonly string[], shift = 0): Table['cells'] {
    return texts.map((text, columnIndex) => {
      const x0 = 100 + PITCH * columnIndex + shift;
      const box = { x0, x1: x0 + 10, top: 20 * rowIndex, bottom: 20 * rowIndex + 10 };
      const parts = text === '' ? [] : [{ pageNumber: 3, box, text }];
      return {
        ...{ rowIndex, columnIndex, rowSpan: 1, columnSpan: 1, text, baseText: text, parts },
        runs: [],
        doubts: [],
      };
    });
  }

  function causes(cells: Table['cells'], rows: readonly string[], own: readonly Fact[] = facts): Cause[] {
    const bindings = rows.flatMap((row, at) =>
      columns.map((column, columnIndex) => ({
        ...{ rowIndex: at + 1, columnIndex, table: 'reviews', row, column },
      })),
    );
    return causesOf({ facts: own, tables: [{ table: table({ geometry: 'aligned', cells }), bindings }] });
  }

  const HEADER = rowOf(0, ['维持', '纠正', '其他', '未结', '总计']);
  const WHOLE = [...rowOf(2, ['1', '0', '0', '0', '1']), ...rowOf(3, ['2', '0', '0', '0', '2'])];
  const GAPPED = ['10', '1', '', '0', '0'];
  const ROWS = ['review', 'litigation_direct', 'litigation_after_review'];

  it('is the publisher’s where its figures stand right under those of whole rows, or under the wordings', () => {
    expect(causes([...rowOf(0, ['', '', '', '', '']), ...rowOf(1, GAPPED), ...WHOLE], ROWS)).toEqual(['publisher']);
    expect(causes([...HEADER, ...rowOf(1, GAPPED)], ['review'])).toEqual(['publisher']);
  });

  it('is the publisher’s where its figures all stand the same distance aside from their wordings', () => {
    const aside = (shifts: readonly number[]): Table['cells'] =>
      GAPPED.flatMap((text, k) =>
        rowOf(
          1,
          GAPPED.map((_, at) => (at === k ? text : '')),
          shifts[k],
        ).slice(k, k + 1),
      );
    expect(causes([...HEADER, ...aside([14, 14, 14, 14, 14])], ['review'])).toEqual(['publisher']);
    expect(causes([...HEADER, ...aside([14, 8, 14, 14, 14])], ['review'])).toEqual(['unknown']);
  });

  /** A label 20 points left of the first column, then the row's texts; each so far below the top of the row. */
  function steppedRow(
    rowIndex: number,
    texts: readonly string[],
    drops: readonly number[],
    label = 12,
  ): Table['cells'] {
    const lower = (cell: Table['cells'][number], drop: number): Table['cells'][number] => ({
      ...cell,
      parts: cell.parts.map((part) => ({
        ...part,
        box: { ...part.box, top: 100 * rowIndex + drop, bottom: 100 * rowIndex + drop + 10 },
      })),
    });
    const [first] = rowOf(rowIndex, ['复议'], -30);
    const figures = rowOf(rowIndex, texts).map((cell, at) => lower(cell, drops[at] ?? 0));
    const cells = [...(first ? [lower(first, label)] : []), ...figures];
    return cells.map((cell, columnIndex) => ({ ...cell, columnIndex }));
  }

  function causesOfStepped(row: Table['cells'], others: readonly Table['cells'][] = []): Cause[] {
    const cells = [...row, ...others.flat()];
    const bindings = ROWS.flatMap((name, at) =>
      columns.map((column, k) => ({
        ...{ rowIndex: at + 1, columnIndex: k + 1, table: 'reviews', row: name, column },
      })),
    );
    return causesOf({ facts, tables: [{ table: table({ geometry: 'aligned', cells }), bindings }] });
  }

  it('is the publisher’s where its figures overlap in height, or stand as high and low as in whole rows', () => {
    const whole = (drops: readonly number[]): Table['cells'][] =>
      [2, 3].map((at) => steppedRow(at, ['2', '0', '0', '0', '2'], drops));
    const near = [0, 7, 0, 14, 0];
    const far = [0, 24, 0, 12, 0];
    expect(causesOfStepped(steppedRow(1, GAPPED, near), whole([0, 0, 0, 0, 0]))).toEqual(['publisher']);
    expect(causesOfStepped(steppedRow(1, GAPPED, far, 40), whole(far))).toEqual(['publisher']);
    // The rest of another row stands no higher or lower than that of its own would.
    expect(causesOfStepped(steppedRow(1, GAPPED, [0, 34, 0, 17, 0], 40), whole(far))).toEqual(['unknown']);
    expect(causesOfStepped(steppedRow(1, GAPPED, [24, 0, 24, 12, 24], 40), whole(far))).toEqual(['unknown']);
    expect(causesOfStepped(steppedRow(1, GAPPED, far, 40), whole([0, 0, 0, 0, 0]))).toEqual(['unknown']);
  });

  it('is the publisher’s where no other row prints a figure, at whatever heights its own stand', () => {
    const stepped = GAPPED.flatMap((text, at) =>
      rowOf(
        1,
        GAPPED.map((_, k) => (k === at ? text : '')),
      )
        .slice(at, at + 1)
        .map((cell) => ({
          ...cell,
          parts: cell.parts.map((part) => ({
            ...part,
            box: { ...part.box, top: part.box.top + 14 * (at % 2), bottom: part.box.bottom + 14 * (at % 2) },
          })),
        })),
    );
    expect(causes([...HEADER, ...stepped], ['review'])).toEqual(['publisher']);
    expect(causes([...HEADER, ...stepped, ...rowOf(2, ['', '7', '', '', ''])], ['review'])).toEqual(['unknown']);
  });

  it('is the publisher’s where its outermost columns are blank and its figures are centred under their wordings', () => {
    const inner = facts.map((fact): Fact =>
      fact.row === 'review' && fact.column === 'upheld' ? { ...fact, reading: { kind: 'blank' }, value: '' } : fact,
    );
    const texts = ['', '1', '', '0', '0'];
    expect(causes([...HEADER, ...rowOf(1, texts)], ['review'], inner)).toEqual(['publisher']);
    expect(causes([...HEADER, ...rowOf(1, texts, 4)], ['review'], inner)).toEqual(['unknown']);
  });

  it('is nobody’s where a figure stands between two columns, or nothing says where the columns are', () => {
    expect(causes([...HEADER, ...rowOf(1, GAPPED, 20), ...WHOLE], ROWS)).toEqual(['unknown']);
    expect(causes([...HEADER, ...rowOf(1, GAPPED, 20)], ['review'])).toEqual(['unknown']);
    expect(causes(rowOf(1, GAPPED), ['review'])).toEqual(['unknown']);
  });
});

describe('a law violated in mark-up', () => {
  const facts = factsOf(FOUR, { 'review/upheld': '10', 'review/corrected': '1', 'review/total': '0' });
  const cell = { rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: 1, text: '', baseText: '', parts: [], runs: [] };
  const marked = (changes: Partial<Table> = {}, isStated = true): Cause[] =>
    causesOf({ facts, readers: [], isStated, tables: [boundTable('reviews', { geometry: 'marked', ...changes })] });

  it('is the publisher’s: the text is the source itself', () => {
    expect(marked()).toEqual(['publisher']);
  });

  it('is the publisher’s where spans leave a gap beside the figures', () => {
    expect(marked({ cells: [{ ...cell, doubts: ['no-such-cell'] }] })).toEqual(['publisher']);
  });

  it.each(['hidden-text', 'picture-in-cell', 'nested-table', 'unreadable-glyph'] as const)(
    'is nobody’s where a cell is doubted: %s',
    (doubt) => {
      expect(marked({ cells: [{ ...cell, doubts: [doubt] }] })).toEqual(['unknown']);
    },
  );

  it('is nobody’s where a figure is doubted, or part of the table stands elsewhere', () => {
    const doubted = facts.map((fact) => (fact.column === 'total' ? { ...fact, status: 'suspect' as const } : fact));
    const tables = [boundTable('reviews', { geometry: 'marked' })];
    expect(causesOf({ facts: doubted, readers: [], isStated: true, tables })).toEqual(['unknown']);
    expect(causesOf({ facts, readers: [], tables: [...tables, boundTable('reviews')] })).toEqual(['unknown']);
  });

  it('is nobody’s in a dump, whatever marks it up', () => {
    expect(marked({}, false)).toEqual(['unknown']);
  });
});

describe('a violated law is nobody’s in particular', () => {
  it('where one reader read its page alone', () => {
    expect(causesOf({ readers: [{ pageNumber: 3, readers: ['pdfium'] }] })).toEqual(['unknown']);
    expect(causesOf({ readers: [] })).toEqual(['unknown']);
  });

  it('where the readers differ on one of its pages', () => {
    expect(causesOf({ readers: [{ pageNumber: 3, readers: ['pdfium', 'pdfjs'], digitsAgree: false }] })).toEqual([
      'unknown',
    ]);
    const facts = placed(PUBLISHED, ({ column }) => (column === 'total' ? 4 : 3));
    expect(causesOf({ facts })).toEqual(['unknown']);
  });

  it('where the source has no pages', () => {
    expect(causesOf({ facts: factsOf(FOUR, { 'review/upheld': '10' }), readers: [] })).toEqual(['unknown']);
    expect(causesOf({ facts: factsOf(FOUR, { 'review/upheld': '10', 'review/total': '0' }) })).toEqual(['unknown']);
  });

  it.each(['suspect', 'derived', 'repaired', 'missing'] as const)('where one of its figures is %s', (status) => {
    const facts = PUBLISHED.map((fact) =>
      fact.row === 'review' && fact.column === 'upheld' ? { ...fact, status } : fact,
    );
    expect(causesOf({ facts })).toEqual(['unknown']);
  });

  it('where a run of digits of its table stands in no cell', () => {
    const tables = [boundTable('reviews', { strayRuns: [{ text: '1', pageNumber: 3 }] })];
    expect(causesOf({ tables })).toEqual(['unknown']);
  });

  it('where such a run might be a figure’s, but not where it lies across rows as a watermark’s', () => {
    const box = { x0: 0, top: 0, x1: 100, bottom: 20 };
    const cell = {
      rowIndex: 0,
      columnIndex: 0,
      rowSpan: 1,
      columnSpan: 1,
      text: '',
      baseText: '',
      runs: [],
      doubts: [],
    };
    const cells = [{ ...cell, parts: [{ pageNumber: 3, box, text: '' }] }];
    const causes = [18, 54].map((size) => {
      const strayRuns = [
        { text: '20', pageNumber: 3, box: { x0: 10, x1: 10 + size, top: 10 - size / 2, bottom: 10 + size / 2 } },
      ];
      return causesOf({ tables: [boundTable('reviews', { cells, strayRuns })] }).join();
    });
    expect(causes).toEqual(['unknown', 'publisher']);
  });

  it('where any cell of its table is doubted', () => {
    const cell = {
      rowIndex: 0,
      columnIndex: 9,
      rowSpan: 1,
      columnSpan: 1,
      text: '',
      baseText: '',
      parts: [],
      runs: [],
      doubts: ['strays-over-rule' as const],
    };
    expect(causesOf({ tables: [boundTable('reviews', { cells: [cell] })] })).toEqual(['unknown']);
  });

  it('where one of several tables it is printed in is in doubt', () => {
    const tables = [boundTable('reviews'), boundTable('reviews', { strayRuns: [{ text: '1', pageNumber: 4 }] })];
    expect(causesOf({ tables })).toEqual(['unknown']);
  });

  it('where no table of the document holds it', () => {
    expect(causesOf({ tables: [] })).toEqual(['unknown']);
  });

  it.each(['form.missing_block', 'extra-row', 'extra-column', 'form.repeated_block'])(
    'where its table has a finding %s',
    (rule) => {
      expect(causesOf({ findings: [finding(rule, 'reviews')] })).toEqual(['unknown']);
    },
  );

  it('where the figures it lacks may be in another row, but not where no figure of a row that is not printed mends it', () => {
    const sound = tableThree(THREE, { granted: [170, 5, 0, 0, 0, 0] });
    const notFound = [{ ...finding('form.missing_row', 'applications'), row: 'partial' }];
    const causes = (status: Fact['status'], findings: readonly Finding[] = notFound): ReadonlySet<Cause> => {
      const figures = { ...sound, 'handled_total/business': '4', 'handled_total/total': '174' };
      const facts = placed(factsOf(THREE, figures)).map((fact): Fact =>
        fact.row === 'partial' ? { ...fact, value: '', reading: { kind: 'blank' }, status } : fact,
      );
      const checks = factsToChecks(facts, [THREE]).filter(({ rule }) => rule === 'T3.handled');
      return new Set(causesOf({ facts, checks, tables: [boundTable('applications')], findings }));
    };
    expect(causes('missing')).toEqual(new Set(['publisher']));
    expect(causes('suspect')).toEqual(new Set(['unknown']));
    // Its label is there, and nothing beside it.
    expect(causes('missing', [])).toEqual(new Set(['publisher']));
  });

  it('where a column beside those of the form may hold what they lack, unless it counts the rows', () => {
    const causes = [
      ['1 2 3'],
      ['1 3', '2 4'],
      ['1 2 3 4 5 6 7 9 10 11 13'],
      ['1 3 5'],
      ['1 2 4 5'],
      ['1 2', '2 3'],
      ['1 2'],
    ].map((columns) =>
      causesOf({ findings: columns.map((actual) => ({ ...finding('extra-column', 'reviews'), actual })) }).join(),
    );
    expect(causes).toEqual(['publisher', 'publisher', 'publisher', 'unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('where such a column is none but the subtotal of those beside it', () => {
    const sound = tableThree(THREE, { granted: [170, 5, 1, 0, 0, 0], unable_1_not_held: [3, 1, 0, 0, 0, 0] });
    const facts = placed(factsOf(THREE, { ...sound, 'granted/total': '177' }));
    const [natural, total] = ['natural_person', 'total'];
    const bindings = facts.map(({ row, column }) => {
      const rowIndex = THREE.rows.findIndex(({ id }) => id === row);
      const columnIndex = THREE.columns.findIndex(({ id }) => id === column);
      return { rowIndex, columnIndex: columnIndex < 6 ? columnIndex : 7, table: 'applications', row, column };
    });
    const causes = (more: number): ReadonlySet<Cause> => {
      const cells = THREE.rows.map(({ id }, rowIndex): Table['cells'][number] => {
        const own = facts.filter(({ row, column }) => row === id && column !== natural && column !== total);
        const text = String(own.reduce((sum, { value }) => sum + Number(value), 0) + more);
        const part = { parts: [], runs: [], doubts: [] };
        return { rowIndex, columnIndex: 6, rowSpan: 1, columnSpan: 1, text, baseText: text, ...part };
      });
      const actual = cells.map(({ text }) => text).join(' ');
      const findings = [{ ...finding('extra-column', 'applications'), actual }];
      return new Set(causesOf({ facts, findings, tables: [{ table: table({ cells }), bindings }] }));
    };
    expect(causes(0)).toEqual(new Set(['publisher']));
    expect(causes(1)).toEqual(new Set(['unknown']));
  });

  it('where its table’s laws fail by the dozen: no publisher errs so often', () => {
    // A text layer whose digits are shifted: every row of figures is off.
    const sound = tableThree(THREE, { granted: [170, 5, 0, 0, 0, 0], unable_1_not_held: [3, 0, 0, 0, 0, 0] });
    const wrong = Object.fromEntries(Object.entries(sound).map(([key, figure]) => [key, String(Number(figure) + 1)]));
    const evidence = {
      facts: placed(factsOf(THREE, wrong)),
      tables: [boundTable('applications')],
    };
    expect(new Set(causesOf(evidence))).toEqual(new Set(['unknown']));
    const one = { ...evidence, facts: placed(factsOf(THREE, { ...sound, 'granted/total': '176' })) };
    expect(new Set(causesOf(one))).toEqual(new Set(['publisher']));
  });
});

describe('figures that are written twice', () => {
  const facts = (doubled: number): Fact[] =>
    factsOf(THREE, {}).map((fact, at) => (at < doubled ? { ...fact, doubts: ['leading-zero'] } : fact));

  it('are told by the noughts before them, by the dozen', () => {
    expect([0, 10, 30, 60].map((count) => isWrittenTwice(facts(count)))).toEqual([false, false, false, true]);
  });
});
