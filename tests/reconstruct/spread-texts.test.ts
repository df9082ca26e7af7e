import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, write } from './sketch.js';

/** A text whose characters are spread from one x to another. */
function spread(text: string, x0: number, x1: number, y: number): Glyph[] {
  const characters = Array.from(text);
  const step = (x1 - x0 - 10) / (characters.length - 1);
  return characters.flatMap((character, at) => write(character, x0 + at * step, y));
}

/** The texts of the rows of the only table, `|` between cells, blanks left out; `*` after those that span columns. */
function rowsOf(glyphs: readonly Glyph[]): string[] {
  const { tables } = pagesToLayout([page(glyphs, [])]);
  return tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) =>
      cells
        .filter(({ rowIndex, text }) => rowIndex === at && text !== '')
        .map(({ text, columnSpan }) => text + (columnSpan > 1 ? '*' : ''))
        .join('|'),
    ),
  );
}

describe('a text spread over the width of its cell', () => {
  it('is one text, two characters that fill the same width too', () => {
    const glyphs = [
      ...[...spread('行政许可', 50, 170, 100), ...bareRow(100, '', '12', '7', '19')],
      ...[...spread('处罚', 50, 170, 120), ...bareRow(120, '', '4', '1', '5')],
    ];
    expect(rowsOf(glyphs)).toEqual(['行政许可|12|7|19', '处罚|4|1|5']);
  });

  it('ends where the cell does, though the next one touches it', () => {
    const glyphs = [
      ...[
        ...spread('信息内容', 50, 174, 80),
        ...spread('本年制发数', 174, 224, 80),
        ...spread('有效件数', 228, 272, 80),
      ],
      ...[...bareRow(100, '规章', '12', '7'), ...bareRow(120, '规范性文件', '4', '1')],
    ];
    expect(rowsOf(glyphs)[0]).toBe('信息内容|本年制发数|有效件数');
  });

  it('is not made of two wordings on both sides of a figure, where the figures of a row stand at two heights', () => {
    const rowAt = (y: number): Glyph[] => [
      ...write('规章', 50, y + 5),
      ...[147, 247, 347].flatMap((x) => write('1', x, y)),
      ...[197, 297].flatMap((x) => write('2', x, y + 9)),
    ];
    const glyphs = [
      ...[...write('审结', 190, 80), ...write('结果', 290, 80)],
      ...[...write('维持', 140, 86), ...write('纠正', 240, 86), ...write('总计', 340, 86)],
      ...[110, 140, 170].flatMap(rowAt),
    ];
    expect(rowsOf(glyphs)[0]).toBe('维持|审结|纠正|结果|总计');
  });

  it('is the wording of a group where it stands over several columns', () => {
    const glyphs = [
      ...[
        ...spread('申请人情况', 178, 322, 60),
        ...write('自然人', 185, 80),
        ...write('企业', 240, 80),
        ...write('总计', 290, 80),
      ],
      ...[...bareRow(100, '予以公开', '12', '7', '19'), ...bareRow(120, '部分公开', '4', '1', '5')],
    ];
    expect(rowsOf(glyphs).slice(0, 2)).toEqual(['申请人情况*', '自然人|企业|总计']);
  });

  it('is parted from its neighbours in narrow columns by the figures below', () => {
    const columns = ['维持', '纠正', '审结', '总计'].map((text, at) => spread(text, 176 + 50 * at, 224 + 50 * at, 80));
    const glyphs = [
      ...columns.flat(),
      ...bareRow(100, '', '12', '7', '19', '38'),
      ...bareRow(120, '', '4', '1', '5', '10'),
    ];
    expect(rowsOf(glyphs)[0]).toBe('维持|纠正|审结|总计');
  });

  it('is told from characters of as many columns', () => {
    const glyphs = [
      ...spread('行政许可', 50, 170, 40),
      ...['甲', '乙', '丙'].flatMap((text, at) => write(text, 195 + 50 * at, 80)),
      ...[...bareRow(100, '予以公开', '12', '7', '19'), ...bareRow(120, '部分公开', '无', '无', '无')],
    ];
    expect(rowsOf(glyphs).slice(-3)).toEqual(['甲|乙|丙', '予以公开|12|7|19', '部分公开|无|无|无']);
  });

  it('is told from characters of narrow columns whose figures stand overleaf', () => {
    const lines = ['商科社', '业研会', '企机公'].map((line, at) =>
      Array.from(line).flatMap((text, k) => write(text, 195 + 50 * k, 720 + 14 * at)),
    );
    const rows = [...bareRow(60, '予以公开', '12', '7', '19'), ...bareRow(80, '部分公开', '4', '1', '5')];
    const { tables } = pagesToLayout([page(lines.flat(), []), page(rows, [], { pageNumber: 2 })]);
    expect(tables[0]?.cells.map(({ text }) => text)).toEqual(expect.arrayContaining(['商业企', '科研机', '社会公']));
  });
});
