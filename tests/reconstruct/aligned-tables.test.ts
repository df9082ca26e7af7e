import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { horizontal, page, write } from './sketch.js';

/** A line of a table without rules: its label at the left, figures centred at 200, 250 and 300. */
function row(y: number, label: string, ...figures: readonly string[]): ReturnType<typeof write> {
  const centred = figures.map((figure, k) => write(figure, 200 + 50 * k - (figure.length * 5) / 2, y));
  return [...write(label, 50, y), ...centred.flat()];
}

/** Label and figures of each row, blanks shown as `_`. */
function rowsOf(table: Table | undefined): string[] {
  if (!table) return [];
  return Array.from({ length: table.rowCount }, (_, rowIndex) => {
    const cells = table.cells.filter((cell) => cell.rowIndex === rowIndex);
    const labels = cells.slice(0, 4).map((cell) => cell.text);
    return [labels.filter((text) => text !== '').join('/'), ...cells.slice(4).map((cell) => cell.text || '_')].join(
      ' ',
    );
  });
}

describe('a table that no rules draw', () => {
  it('is found by figures that stand over one another, blanks included', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '12', '0', '3'),
          ...row(120, '部分公开', '4', '', '1'),
          ...row(140, '总计', '16', '0', '4'),
        ],
        [],
      ),
    ]);
    expect(tables.map((table) => table.geometry)).toEqual(['aligned']);
    expect(rowsOf(tables[0])).toEqual(['予以公开 12 0 3', '部分公开 4 _ 1', '总计 16 0 4']);
  });

  it('keeps the pieces of a wrapped label as rows of their own', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '1', '2', '3'),
          ...write('没有现成信息', 50, 118),
          ...row(125, '', '4', '5', '9'),
          ...write('需要另行制作', 50, 132),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', '没有现成信息 _ _ _', ' 4 5 9']);
  });

  it('goes on over a page break past a page number', () => {
    const { tables } = pagesToLayout([
      page(
        [...row(700, '予以公开', '1', '2', '3'), ...row(720, '部分公开', '1', '0', '1'), ...write('- 1 -', 290, 780)],
        [],
      ),
      page([...row(60, '总计', '2', '2', '4'), ...write('- 2 -', 290, 780)], [], { pageNumber: 2 }),
    ]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.parts.map((part) => part.pageNumber)).toEqual([1, 2]);
    expect(tables[0]?.seams).toEqual([2]);
  });

  it('is no table where a sentence with numbers stands', () => {
    const { tables, lines } = pagesToLayout([
      page([...write('2023年共受理申请12件，办结12件。', 50, 100), ...write('较上年增加3件。', 50, 120)], []),
    ]);
    expect(tables).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it('is found though a rule stands under its header, which draws no cell', () => {
    const { tables } = pagesToLayout([
      page([...row(100, '予以公开', '1', '2', '3'), ...row(120, '总计', '1', '2', '3')], [horizontal(95, 40, 330)]),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', '总计 1 2 3']);
  });
});
