import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import {
  bind,
  block,
  expectedThree,
  factsOf,
  formRows,
  HEADER_THREE,
  ruled,
  sketch,
  TABLE_FOUR,
  TABLE_TWO,
  writeRows,
} from './tables.js';
import type { WrittenRow } from './tables.js';

const THREE = block('2021', 'applications');
const ROWS = formRows('2021');
const EXPECTED = expectedThree('2021');
const NOTHING = ['', '', '', '', '', '', ''];

type Half = 'upper' | 'lower' | 'split';

/** Rows as they go on below a page break: groups that began above are empty cells. */
function below(rows: readonly WrittenRow[], cut: WrittenRow | undefined): WrittenRow[] {
  return rows.map(({ path, figures }) => ({
    path: path.map((text, depth) => (depth < path.length - 1 && cut?.path[depth] === text ? '' : text)),
    figures,
  }));
}

function joined(upper: readonly WrittenRow[], lower: readonly WrittenRow[], isHeaderRepeated: boolean): Table {
  const above = [...HEADER_THREE, ...writeRows(upper)];
  return ruled([...above, ...(isHeaderRepeated ? HEADER_THREE : []), ...writeRows(lower)], { seams: [above.length] });
}

/** Table three cut through one row, its label and its figures in the half named, or half in each. */
function cutThrough(row: number, label: Half, figures: Half, isHeaderRepeated = false): Table {
  const own = ROWS[row] ?? { path: [], figures: [] };
  const leaf = own.path.at(-1) ?? '';
  const middle = Math.ceil(leaf.length / 2);
  const labels = { upper: [leaf, ''], lower: ['', leaf], split: [leaf.slice(0, middle), leaf.slice(middle)] }[label];
  const halves = {
    upper: [own.figures, NOTHING],
    lower: [NOTHING, own.figures],
    split: [own.figures.with(5, '').with(6, ''), own.figures.map((figure, k) => (k < 5 ? '' : figure))],
  }[figures];
  const half = (at: 0 | 1): WrittenRow => ({ path: own.path.with(-1, labels[at] ?? ''), figures: halves[at] ?? [] });
  const lower = below([half(1), ...ROWS.slice(row + 1)], own);
  return joined([...ROWS.slice(0, row), half(0)], lower, isHeaderRepeated);
}

function silentErrors(table: Table): string[] {
  return sketch(factsOf(table, THREE)).filter((line, row) => {
    const truth = EXPECTED[row]?.split(' ') ?? [];
    return line.split(' ').some((figure, k) => figure !== truth[k] && !/[?x]$/u.test(figure));
  });
}

const CUTS = ROWS.map((_, row) => row);

describe('table three cut between two rows', () => {
  it.each(CUTS.slice(1))('is bound whole, before row %i', (row) => {
    for (const isHeaderRepeated of [false, true]) {
      const lower = below(ROWS.slice(row), ROWS[row - 1]);
      expect(sketch(factsOf(joined(ROWS.slice(0, row), lower, isHeaderRepeated), THREE))).toEqual(EXPECTED);
    }
  });
});

describe('table three cut through a row', () => {
  it.each(CUTS)('is bound whole where the label is cut and the figures stand below it: row %i', (row) => {
    for (const isHeaderRepeated of [false, true]) {
      const table = cutThrough(row, 'split', 'lower', isHeaderRepeated);
      expect(sketch(factsOf(table, THREE))).toEqual(EXPECTED);
    }
  });

  it.each(CUTS)('is bound whole where the label is cut and the figures stand above: row %i', (row) => {
    expect(sketch(factsOf(cutThrough(row, 'split', 'upper'), THREE))).toEqual(EXPECTED);
  });

  it.each(CUTS)('is bound whole where label and figures stand on one side: row %i', (row) => {
    for (const side of ['upper', 'lower'] as const) {
      expect(sketch(factsOf(cutThrough(row, side, side), THREE))).toEqual(EXPECTED);
      expect(sketch(factsOf(cutThrough(row, side, side, true), THREE))).toEqual(EXPECTED);
    }
  });

  it.each(CUTS)('is bound whole where the label stands above and the figures below: row %i', (row) => {
    expect(sketch(factsOf(cutThrough(row, 'upper', 'lower'), THREE))).toEqual(EXPECTED);
  });

  it('is never blank where the label stands below and the figures above', () => {
    expect(CUTS.flatMap((row) => silentErrors(cutThrough(row, 'lower', 'upper')))).toEqual([]);
  });

  it('is never half blank where its figures are divided', () => {
    const tables = CUTS.flatMap((row) =>
      (['upper', 'lower', 'split'] as const).map((side) => cutThrough(row, side, 'split')),
    );
    expect(tables.flatMap(silentErrors)).toEqual([]);
  });

  it('never reads another row’s figures, whatever is cut', () => {
    const sides = ['upper', 'lower', 'split'] as const;
    for (const row of CUTS) {
      for (const table of sides.flatMap((label) => sides.map((figures) => cutThrough(row, label, figures, true)))) {
        const wrong = silentErrors(table).filter((line) => !line.includes('_'));
        expect(wrong).toEqual([]);
      }
    }
  });

  it('keeps the other figures where one is cut through', () => {
    // The first figure wraps, and the cut goes through it; all others stand below the cut.
    const own = ROWS[5] ?? { path: [], figures: [] };
    const upper = { ...own, path: own.path.with(-1, '2.其他法律行政'), figures: NOTHING.with(0, '22（其中') };
    const lower = { ...own, path: own.path.with(-1, '法规禁止公开'), figures: own.figures.with(0, '修订16件）') };
    const table = joined([...ROWS.slice(0, 5), upper], below([lower, ...ROWS.slice(6)], own), false);
    const found = sketch(factsOf(table, THREE))[5] ?? '';
    expect(found.replace(/[?]/gu, '')).toBe((EXPECTED[5] ?? '').replace('61 ', '22 '));
  });

  it('puts the figures of a row together that break in their cells where the cut is, and doubts that each is one', () => {
    const own = ROWS[10] ?? { path: [], figures: [] };
    const upper = { ...own, figures: own.figures.with(0, '11').with(6, '11') };
    const lower = { path: own.path.with(-1, ''), figures: NOTHING.with(0, '1').with(6, '7') };
    const cut = (rest: WrittenRow): string | undefined =>
      sketch(factsOf(joined([...ROWS.slice(0, 10), upper], below([rest, ...ROWS.slice(11)], own), false), THREE))[10];
    expect(cut(lower)).toBe('denied_7_enforcement_file: 111? 112 113 114 115 116 117?');
    // As many figures as there are columns may be a row, and so may longer ones.
    const alone = 'denied_7_enforcement_file: 11? 112? 113? 114? 115? 116? 11?';
    expect(cut({ ...lower, figures: NOTHING.map(() => '1') })).toBe(alone);
    expect(cut({ ...lower, figures: NOTHING.with(0, '123').with(6, '7') })).toBe(alone);
  });

  it('keeps the doubt of a blank half', () => {
    const table = cutThrough(6, 'split', 'lower');
    const lower = table.cells.find((cell) => cell.text === '72');
    const cells = table.cells.map((cell) =>
      cell === lower ? { ...cell, text: '', baseText: '', runs: [], doubts: ['strays-over-rule' as const] } : cell,
    );
    expect(sketch(factsOf({ ...table, cells }, THREE))[6]).toBe('denied_3_three_securities: 71 _? 73 74 75 76 77');
  });

  it('is blank where nothing is printed', () => {
    const own = ROWS[8] ?? { path: [], figures: [] };
    const table = joined([...ROWS.slice(0, 8), { ...own, figures: NOTHING }], below(ROWS.slice(9), own), false);
    expect(sketch(factsOf(table, THREE))[8]).toBe('denied_5_internal: _ _ _ _ _ _ _');
  });

  it('takes the place of a figure from the half that holds it', () => {
    const table = cutThrough(10, 'split', 'lower');
    const fact = factsOf(table, THREE).find(({ row }) => row === 'denied_7_enforcement_file');
    expect(fact?.place?.pageNumber).toBe(2);
  });
});

describe('table two over a page break', () => {
  const BLOCKS = ['article_20_1', 'article_20_5', 'article_20_6', 'article_20_8'];
  const twoOf = (table: Table): string[] => BLOCKS.flatMap((slot) => sketch(factsOf(table, block('2021', slot))));
  const WHOLE = twoOf(ruled(TABLE_TWO));

  it.each(TABLE_TWO.map((_, row) => row).slice(1))('is bound whole with the cut before row %i', (seam) => {
    expect(twoOf(ruled(TABLE_TWO, { seams: [seam] }))).toEqual(WHOLE);
  });

  it('is doubted where figures without a label stand overleaf: they may be the rest of those above', () => {
    const rest = '|5|<|<';
    const lines = twoOf(ruled(TABLE_TWO.toSpliced(10, 0, rest), { seams: [10] }));
    expect(lines).toEqual(WHOLE.map((line) => (line.startsWith('penalty') ? `${line}?` : line)));
    expect(twoOf(ruled(TABLE_TWO.toSpliced(10, 0, rest)))).toEqual(WHOLE);
  });

  it('is bound whole where a row is cut through its label', () => {
    const cut = TABLE_TWO.toSpliced(9, 1, '行政|41|<|<', '处罚||<|<');
    expect(twoOf(ruled(cut, { seams: [10] }))).toEqual(WHOLE);
    const other = TABLE_TWO.toSpliced(9, 1, '行政||<|<', '处罚|41|<|<');
    expect(twoOf(ruled(other, { seams: [10] }))).toEqual(WHOLE);
  });
});

describe('table four over a page break', () => {
  const FOUR = block('2021', 'reviews');
  const figures = (TABLE_FOUR[3] ?? '').split('|');
  const WHOLE = sketch(factsOf(ruled(TABLE_FOUR), FOUR));

  it('is bound whole where its header stands on the page before', () => {
    expect(sketch(factsOf(ruled(TABLE_FOUR, { seams: [3] }), FOUR))).toEqual(WHOLE);
  });

  it('is bound whole where its header is printed again', () => {
    const lines = [...TABLE_FOUR.slice(0, 3), ...TABLE_FOUR];
    expect(sketch(factsOf(ruled(lines, { seams: [3] }), FOUR))).toEqual(WHOLE);
  });

  it('is bound whole where the cut goes through its header', () => {
    const leaves = (TABLE_FOUR[2] ?? '').split('|');
    const lower = leaves.map((text, k) => (k < 5 ? text.slice(3) : text)).join('|');
    const upper = [...leaves.slice(0, 5).map((text) => text.slice(0, 3)), ...(TABLE_FOUR[1] ?? '').split('|').slice(5)];
    const lines = [TABLE_FOUR[0] ?? '', upper.join('|'), lower, TABLE_FOUR[3] ?? ''];
    expect(sketch(factsOf(ruled(lines, { seams: [2] }), FOUR))).toEqual(WHOLE);
  });

  it('is bound whole where its row is cut', () => {
    const upper = figures.map((figure, k) => (k < 6 ? figure : '')).join('|');
    const lower = figures.map((figure, k) => (k < 6 ? '' : figure)).join('|');
    const lines = [...TABLE_FOUR.slice(0, 3), upper, lower];
    expect(sketch(factsOf(ruled(lines, { seams: [4] }), FOUR))).toEqual(WHOLE);
    expect(bind(ruled(lines, { seams: [4] }), FOUR)?.extraRows).toEqual([]);
  });
});
