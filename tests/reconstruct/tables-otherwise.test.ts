import { describe, expect, it } from 'vitest';
import { htmlTextToPage } from '../../src/extract/html/html-to-page.js';
import type { Table } from '../../src/model/index.js';
import { pagesToLayout, tablesOtherwise } from '../../src/reconstruct/index.js';

/** The rows of a table, cells with their spans: `甲2x1` is two rows high. */
function sketch(table: Table): string[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter(({ rowIndex }) => rowIndex === row)
      .map(({ text, rowSpan, columnSpan }) => text + (rowSpan * columnSpan > 1 ? `${rowSpan}x${columnSpan}` : ''))
      .join('|'),
  );
}

const others = (html: string): string[][] => {
  const [table] = pagesToLayout([htmlTextToPage(`<table>${html}</table>`)]).tables;
  return table ? tablesOtherwise(table).map(sketch) : [];
};

describe('a table read otherwise', () => {
  it('has rows for columns', () => {
    const html = '<tr><td><td colspan=2>办理<tr><td>一<td>3<td>4<tr><td>二<td>5<td>6';
    expect(others(html)).toEqual([['|一|二', '办理2x1|3|5', '4|6']]);
  });

  it('has as many columns as a cell has figures between slashes, under as many names', () => {
    const html = '<tr><td><td>甲/乙/丙<tr><td>一<td>3/0/1<tr><td>二<td>4 / 1 / 0';
    expect(others(html)).toContainEqual(['|甲|乙|丙', '一|3|0|1', '二|4|1|0']);
    expect(others(html.replace('甲/乙/丙', '甲乙')).length).toBe(1);
    expect(others(html.replace('3/0/1', '3/0')).length).toBe(1);
  });

  it('has pairs below each other, beside the title that stands over them', () => {
    const html =
      '<tr><td colspan=4>复议<tr><td>甲<td>3<td>乙<td>4<tr><td>丙<td>5<td><td><tr><td colspan=4>诉讼<tr><td>甲<td>6<td>乙<td>7';
    expect(others(html)).toContainEqual(['复议3x1|甲|3', '乙|4', '丙|5', '诉讼2x1|甲|6', '乙|7']);
    expect(others(html.replace('<td colspan=4>复议', '<td>复议<td><td><td>')).length).toBe(1);
  });

  it('has a row for each group of rows that say the same', () => {
    const html =
      '<tr><td>项目<td>谁<td>数<tr><td rowspan=2>一<td>甲<td>3<tr><td>乙<td>4<tr><td rowspan=2>二<td>甲<td>5<tr><td>乙<td>6';
    expect(others(html)).toContainEqual(['|甲|乙', '一|3|4', '二|5|6']);
    expect(others(html.replace('乙<td>6', '丙<td>6')).length).toBe(1);
  });
});
