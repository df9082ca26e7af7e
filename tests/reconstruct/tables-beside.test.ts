import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

/** The texts of each table, row by row, blanks left out. */
function textsOf(glyphs: readonly Glyph[]): string[][] {
  return pagesToLayout([page(glyphs, [])]).tables.map(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) =>
      cells
        .filter(({ rowIndex, text }) => rowIndex === at && text !== '')
        .map(({ text }) => text)
        .join('|'),
    ),
  );
}

const LEFT = [
  ...[...write('信息内容', 50, 100), ...write('制发件数', 120, 100), ...write('有效件数', 180, 100)],
  ...[...write('规章', 50, 120), ...write('12', 135, 120), ...write('7', 198, 120)],
  ...[...write('规范性文件', 50, 140), ...write('4', 138, 140), ...write('5', 198, 140)],
];

describe('tables without rules that stand side by side', () => {
  it('are read one after the other, though lines of one stand between those of the other', () => {
    const right = [
      ...[...write('信息内容', 300, 106), ...write('决定数量', 400, 106)],
      ...[...write('行政许可', 300, 128), ...write('31', 415, 128)],
      ...[...write('行政处罚', 300, 140), ...write('8', 418, 140)],
    ];
    expect(textsOf([...LEFT, ...right])).toEqual([
      ['信息内容|制发件数|有效件数', '规章|12|7', '规范性文件|4|5'],
      ['信息内容|决定数量', '行政许可|31', '行政处罚|8'],
    ]);
  });

  it('go on from none at the other side of the page before', () => {
    const right = (y: number, ...labels: readonly string[]): Glyph[] => [
      ...[...write('信息内容', 300, y), ...write('决定数量', 400, y)],
      ...labels.flatMap((label, at) => [
        ...[...write(label, 300, y + 20 * at + 20), ...write(String(at), 415, y + 20 * at + 20)],
      ]),
    ];
    const left = [...write('信息内容', 50, 60), ...write('收费金额', 120, 60)];
    const rows = ['规费', '罚没'].flatMap((label, at) => [
      ...[...write(label, 50, 20 * at + 80), ...write('31', 130, 20 * at + 80)],
    ]);
    const second = [...left, ...rows, ...right(64, '处罚', '强制')];
    const { tables } = pagesToLayout([
      page([...LEFT, ...right(106, '许可', '确认')], []),
      page(second, [], { pageNumber: 2 }),
    ]);
    expect(tables.map(({ parts }) => parts.map(({ pageNumber }) => pageNumber))).toEqual([[1], [1], [2], [2]]);
  });

  it('are one where what stands at the right has no labels, or no header, of its own', () => {
    const columns = [...write('许可', 300, 100), ...write('处罚', 400, 100)];
    const figures = [120, 140].flatMap((y) => [...write('3', 308, y), ...write('31', 405, y)]);
    expect(textsOf([...LEFT, ...columns, ...figures])).toHaveLength(1);
    const remarks = [120, 140].flatMap((y) => [...write('较上年增加', 300, y), ...write('3', 405, y)]);
    expect(textsOf([...LEFT, ...write('备注', 300, 100), ...remarks])).toHaveLength(1);
  });
});
