import { describe, expect, it } from 'vitest';
import { rowsOfCellLines } from '../../../src/extract/text/rows-of-cell-lines.js';

/** Lines of cells enough for tables, without a row's end to be seen. */
const CELLS = Array.from({ length: 20 }, (_, at) => `${at} |`);
const PLAIN = CELLS.map((_, at) => String(at));

describe('lines of a dump that are cells with a bar behind them', () => {
  it('are joined to rows of as many bars, blank cells and lacking ones as blanks', () => {
    const table = [
      '第二十条 |',
      '|||',
      '内容 |',
      '甲 |',
      '乙 |',
      '丙 |',
      '规章 |',
      '|',
      '|',
      '3 |',
      '许可 |',
      '8 | ||',
    ];
    expect(rowsOfCellLines(['二、情况', ...table, '三、申请', ...CELLS]).slice(0, 6)).toEqual([
      '二、情况',
      '第二十条 |  |  |  |',
      '内容 | 甲 | 乙 | 丙 |',
      '规章 |  |  | 3 |',
      '许可 | 8 |  |  |',
      '三、申请',
    ]);
  });

  it('are joined where rows begin with a bar too, and where the last row ends early', () => {
    const table = ['|', '条 | ||', '|', '甲 |', '乙 |', '丙 |', '|', '规章 |', '1 |', '|', '|', '许可 |', '0 |'];
    expect(rowsOfCellLines([...table, '', ...CELLS]).slice(0, 4)).toEqual([
      ' | 条 |  |  |',
      ' | 甲 | 乙 | 丙 |',
      ' | 规章 | 1 |  |',
      ' | 许可 | 0 |',
    ]);
  });

  it('are joined where some lines hold whole rows, each a row of its own', () => {
    const rows = ['第二十条 | |||', '内容 | 甲 | 乙 | 丙 |', '规章 | 1 | 2 | 3 |', '许可 |', '8 | ||'];
    expect(rowsOfCellLines([...rows, '', ...CELLS]).slice(0, 4)).toEqual([
      '第二十条 |  |  |  |',
      ...rows.slice(1, 3),
      '许可 | 8 |  |  |',
    ]);
  });

  it('are cells without bars where no width leads from one end of a row to the next', () => {
    expect(rowsOfCellLines(['甲 | |', '乙 |', '丙 | ||', '', ...CELLS])).toEqual(['甲', '乙', '丙', '', ...PLAIN]);
  });

  it('may stand before the cell, or between two', () => {
    const table = ['规章', '| 0', '|', '| 2', '|', '许可', '|', '8', '|'];
    const others = ['编号', ...PLAIN];
    const expected = ['规章', '0', '', '2', '许可', '8', ...others];
    expect(rowsOfCellLines([...table, ...others.map((cell, at) => (at === 0 ? cell : `| ${cell}`)), '|'])).toEqual(
      expected,
    );
  });

  it('stay where they part cells, and where they are few', () => {
    const rows = ['规章 | 0 | 0 | 0 |', '（三）不予公开 | 1.属于国家秘密 |', '| 甲 |', '甲 | 乙'];
    expect(rowsOfCellLines([...rows, ...CELLS]).slice(0, rows.length)).toEqual(rows);
    expect(rowsOfCellLines(['规章 |', '0 |'])).toEqual(['规章 |', '0 |']);
  });
});
