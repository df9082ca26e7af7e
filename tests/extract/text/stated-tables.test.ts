import { describe, expect, it } from 'vitest';
import { statedTables, textToPage } from '../../../src/extract/index.js';
import type { MarkupBlock } from '../../../src/model/index.js';

const read = (text: string) => statedTables(textToPage(Buffer.from(text)).lines);

/** Paragraphs as their text, tables as rows of cells; `×n` behind a cell that spans columns. */
function blocksOf(text: string): unknown[] {
  const words = (blocks: readonly MarkupBlock[]): string =>
    blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : '')).join('/');
  return (read(text)?.page.blocks ?? []).map((block) =>
    block.kind !== 'table'
      ? words([block])
      : block.groups
          .flat()
          .map(({ cells }) =>
            cells.map(({ blocks, columnSpan }) => words(blocks) + (columnSpan > 1 ? `×${columnSpan}` : '')),
          ),
  );
}

describe('the tables that a dump states', () => {
  it('are those of bars under a rule, blanks in their columns', () => {
    expect(blocksOf('前文\n| 项目 | 甲 | 乙 | 丙 |\n|---|---|:-:|---|\n| 某项 | 1 |  | 3 |\n后文')).toEqual([
      '前文',
      [
        ['项目', '甲', '乙', '丙'],
        ['某项', '1', '', '3'],
      ],
      '后文',
    ]);
  });

  it('have a cell that is repeated in the columns it spans once, figures under it too', () => {
    const text =
      '| 项目 | 甲 | 甲 | 乙 | 乙 |\n|---|---|---|---|---|\n| 某项 | 5 | 5 | 3 | 3 |\n| 另项 | 7 | 7 | 7 | 7 |';
    expect(blocksOf(text)).toEqual([
      [
        ['项目', '甲×2', '乙×2'],
        ['某项', '5×2', '3×2'],
        ['另项', '7×2', '7×2'],
      ],
    ]);
    expect(read(text)?.isRepeated).toBe(true);
  });

  it('keep equal figures apart that stand under one header and are not repeated throughout', () => {
    const text = '| 项目 | 甲 | 甲 | 乙 |\n|---|---|---|---|\n| 某项 | 5 | 5 | 3 |\n| 另项 | 1 | 2 | 3 |';
    expect(blocksOf(text)).toEqual([
      [
        ['项目', '甲×2', '乙'],
        ['某项', '5', '5', '3'],
        ['另项', '1', '2', '3'],
      ],
    ]);
    expect(read(text)?.isRepeated).toBe(false);
  });

  it('are those of bars whose rows have not as many cells, without the rule between', () => {
    expect(blocksOf('| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 | 戊 |\n| 1 | 2 | 3 |\n后文')).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁', '戊'],
        ['1', '2', '3'],
      ],
      '后文',
    ]);
  });

  it('have a cell that spans a blank right of it where no row fills both', () => {
    const text = '| 项目 | 甲 | 乙 |  | 丙 |\n|---|---|---|---|---|\n| 某项 | 0 |  | 5 | 3 |\n| 另项 | 7 | 6 |  | 7 |';
    expect(blocksOf(text)).toEqual([
      [
        ['项目', '甲', '乙×2', '丙'],
        ['某项', '0', '5×2', '3'],
        ['另项', '7', '6×2', '7'],
      ],
    ]);
  });

  it.each([
    ['a row that fills both', '| 项目 | 甲 |  | 乙 |\n|---|---|---|---|\n| 某项 | 5 | 6 | 3 |\n| 另项 |  | 2 | 3 |'],
    ['a row that fills neither', '| 项目 | 甲 | 乙 |  |\n|---|---|---|---|\n| 某项 | 5 |  | 3 |\n| 另项 | 2 |  |  |'],
    ['a name above the blank', '| 项目 | 甲 | 丙 |\n|---|---|---|\n|  | 乙 |  |\n| 某项 |  | 3 |'],
    ['more than one blank', '| 项目 | 甲 |  |  |\n|---|---|---|---|\n| 某项 | 5 |  | 3 |\n| 另项 | 1 |  | 3 |'],
    ['a column left blank', '| 项目 | 甲 |  |\n|---|---|---|\n| 某项 |  | 5 |\n| 另项 |  | 2 |'],
    [
      'a column that a row above names',
      '| 项目 | 组 | 合计 |\n|---|---|---|\n|  | 甲 |  |\n| 某项 |  | 5 |\n| 另项 | 2 |  |',
    ],
    ['a row with a blank figure', '| 项目 | 甲 | 乙 | 丙 |\n|---|---|---|---|\n| 某项 |  | 1 | 3 |\n|  | 6 | 2 | 3 |'],
  ])('leave columns apart at %s', (_, text) => {
    expect(blocksOf(text).flat(2)).not.toContainEqual(expect.stringContaining('×'));
  });

  it('are tables of HTML in the text, spans and all', () => {
    const text =
      '# 标题\n<html><body><table><tr><td colspan="2">甲</td></tr>\n<tr><td>1</td><td>2</td></tr></table></body></html>\n后文';
    expect(blocksOf(text)).toEqual(['标题', [['甲×2'], ['1', '2']], '后文']);
    expect(read(text)?.isTagged).toBe(true);
  });

  it('have the lines between two rules of a grid as one row', () => {
    const rule = '+----+---+---+---+';
    expect(
      blocksOf([rule, '| 某 | 1 | 2 | 3 |', '| 项 |   |   |   |', rule, '| 另项 | 4 | 5 | 6 |', rule].join('\n')),
    ).toEqual([
      [
        ['某项', '1', '2', '3'],
        ['另项', '4', '5', '6'],
      ],
    ]);
  });

  it('are lines of quoted fields, what stands for nothing left out', () => {
    expect(blocksOf('"某项","1,234","nan","3"\n"甲","1","2","3"\n"乙","4","5","6"')).toEqual([
      [
        ['某项', '1,234', '', '3'],
        ['甲', '1', '2', '3'],
        ['乙', '4', '5', '6'],
      ],
    ]);
  });

  it('go on behind a page number', () => {
    const blocks = blocksOf('甲\t1\t2\n乙\t3\t4\n- 3 -\n丙\t5\t6\n丁\t7\t8');
    expect(blocks).toHaveLength(2);
    expect(blocks.every((block) => Array.isArray(block))).toBe(true);
  });

  it('are none in sentences', () => {
    expect(read('今年,我局,收到,申请3件。\n其中,网络,申请2件。')).toBeUndefined();
  });
});

describe('a line of Markdown', () => {
  it('loses what marks headings, bold type and escapes, and no sign of a figure', () => {
    const page = textToPage(Buffer.from('## 一、总体情况\n| **437\\.02** | 甲\\|乙 | \\-3 |\n2*3**4'));
    expect(page.lines).toEqual(['一、总体情况', '| 437.02 | 甲｜乙 | -3 |', '2*3**4']);
  });
});
