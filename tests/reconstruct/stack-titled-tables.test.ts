import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../src/extract/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';

const table = (...rows: readonly string[]): string =>
  `<table>${rows.map((row) => `<tr><td>${row.split('|').join('</td><td>')}</td></tr>`).join('')}</table>`;

/** Each table as its rows, and the lines with the number of tables before each. */
function layoutOf(...blocks: readonly string[]): { tables: string[][]; lines: string[] } {
  const page = htmlToPage(Buffer.from(`<!DOCTYPE html><meta charset="utf-8"><body>${blocks.join('\n')}</body>`));
  const { tables, lines } = pagesToLayout([page]);
  return {
    tables: tables.map(({ rowCount, cells }) =>
      Array.from({ length: rowCount }, (_, row) =>
        cells
          .filter(({ rowIndex }) => rowIndex === row)
          .map(({ text, columnSpan }) => text + (columnSpan > 1 ? `×${columnSpan}` : ''))
          .join('|'),
      ),
    ),
    lines: lines.map(({ text, tablesBefore }) => `${tablesBefore} ${text}`),
  };
}

const HEADER = '维持|纠正|合计';

describe('a table printed in pieces under titles', () => {
  it('is one, with its titles as rows', () => {
    const pieces = ['<p>正文如下。</p>', '<h3>复议</h3>', table(HEADER, '1|2|3'), '<h3>（二）诉讼</h3>'];
    expect(layoutOf(...pieces, table(HEADER, '4||4'), '<p>完。</p>', table('甲|乙', '5|6', '7|8'))).toEqual({
      tables: [
        ['复议×3', HEADER, '1|2|3', '（二）诉讼×3', HEADER, '4||4'],
        ['甲|乙', '5|6', '7|8'],
      ],
      lines: ['0 正文如下。', '1 完。'],
    });
  });

  it.each([
    [
      'of titles that tell years',
      ['<h3>2022年</h3>', table(HEADER, '1|2|3'), '<h3>2023年</h3>', table(HEADER, '4|5|9')],
    ],
    ['of one title', ['<h3>复议</h3>', table(HEADER, '1|2|3'), '<h3>复议</h3>', table(HEADER, '4|5|9')]],
    ['of other columns', ['<h3>复议</h3>', table(HEADER, '1|2|3'), '<h3>诉讼</h3>', table('维持|纠正|其他', '4|5|9')]],
    ['of several rows', ['<h3>复议</h3>', table(HEADER, '1|2|3', '4|5|9'), '<h3>诉讼</h3>', table(HEADER, '4|5|9')]],
    [
      'with sentences between',
      ['<h3>复议</h3>', table(HEADER, '1|2|3'), '<p>见上。</p><h3>诉讼</h3>', table(HEADER, '4|5|9')],
    ],
  ])('is none %s', (_, blocks) => {
    expect(layoutOf(...blocks).tables).toHaveLength(2);
  });
});
