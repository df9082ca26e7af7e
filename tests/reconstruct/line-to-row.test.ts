import { describe, expect, it } from 'vitest';
import { lineToRow } from '../../src/reconstruct/line-to-row.js';

describe('a line with separators', () => {
  it.each([
    ['规章\t0\t0\t0', ['规章', '0', '0', '0']],
    ['规章\t\t0\t', ['规章', '', '0', '']],
    ['\t\t1.属于国家秘密\t0', ['', '', '1.属于国家秘密', '0']],
    ['| 规章 | 0 | | 2 |', ['规章', '0', '', '2']],
    ['规章 | 0 | 2', ['规章', '0', '2']],
    ['规章│0│2', ['规章', '0', '2']],
    ['|规章|0|', ['规章', '0']],
    ['规章\t1 234', ['规章', '1 234']],
  ])('is a row with its blank cells: %j', (line, cells) => {
    expect(lineToRow(line)).toMatchObject({ kind: 'row', cells, hasExplicitBlanks: true });
  });
});

describe('a line that ends in figures', () => {
  it.each([
    ['规章 0 0 0', ['规章', '0', '0', '0']],
    ['行政规范性文件  2  2  13', ['行政规范性文件', '2', '2', '13']],
    ['规章　０　０　０', ['规章', '０', '０', '０']],
    ['行政许可 0', ['行政许可', '0']],
    ['行政事业性收费 251000元', ['行政事业性收费', '251000元']],
    ['采购 1,234.50', ['采购', '1,234.50']],
    ['规章 -2 0 +3', ['规章', '-2', '0', '+3']],
    ['规章 / — 无', ['规章', '/', '—', '无']],
    ['2 2 13', ['2', '2', '13']],
    ['二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0', ['二、上年结转政府信息公开申请数量', ...Array.from('0000000')]],
    [
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 0',
      ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '1', '0'],
    ],
    ['第 (一) 项 其他 3', ['第 (一) 项 其他', '3']],
  ])('is a row without blanks: %j', (line, cells) => {
    expect(lineToRow(line)).toMatchObject({ kind: 'row', cells, hasExplicitBlanks: false });
  });
});

describe('a line of short words side by side', () => {
  it.each([
    ['自然人  法人或其他组织  总计', ['自然人', '法人或其他组织', '总计']],
    ['信息内容 本年制发件数 现行有效件数', ['信息内容', '本年制发件数', '现行有效件数']],
  ])('is a row, for it may be a header: %j', (line, cells) => {
    expect(lineToRow(line)).toMatchObject({ kind: 'row', cells });
  });
});

describe('a line that is no row', () => {
  it.each([
    ['', 'empty'],
    ['  \u3000 ', 'empty'],
    ['\f', 'empty'],
    ['-1-', 'noise'],
    ['- 4 -', 'noise'],
    ['— 1 —', 'noise'],
    ['第 3 页', 'noise'],
    ['|---|:--:|', 'noise'],
    ['━━━━━━', 'noise'],
    ['5', 'piece'],
    ['本年度办理', 'piece'],
    ['+173', 'piece'],
    ['某某市某某局2023年政府信息公开工作年度报告', 'piece'],
    ['一、总体情况', 'text'],
    ['三、收到和处理政府信息公开申请情况', 'text'],
    ['2023年，共收到政府信息公开申请3件。', 'text'],
    ['全年主动公开信息666条，其中概况类信息19条、动态信息512条；解读12条', 'text'],
    [`${'根据中华人民共和国政府信息公开条例的规定'.repeat(3)}，制定本报告`, 'text'],
    ['收到申请3件。 按期办结 3', 'text'],
  ])('is told: %j is %s', (line, kind) => {
    expect(lineToRow(line)).toMatchObject({ kind });
  });

  it('is not torn into cells where it is longer than any row', () => {
    expect(lineToRow(`${'字'.repeat(100)}  ${'字'.repeat(80)} 3`).kind).toBe('text');
  });
});

describe('a line that is easily mistaken', () => {
  it.each(['| - | - | - |', '-\t-\t-', '—|—|—'.replaceAll('—', '-')])(
    'a row that prints nothing but marks is a row: %j',
    (line) => {
      expect(lineToRow(line).kind).toBe('row');
    },
  );

  it('a negative figure alone on its line is no page number', () => {
    expect(lineToRow('-2').kind).toBe('piece');
  });

  it('a paragraph that a tab indents is no row', () => {
    expect(lineToRow('\t某某局2023年政府信息公开工作年度报告').kind).not.toBe('row');
  });

  it('a heading that a tab indents is no row', () => {
    expect(lineToRow('\t三、收到和处理政府信息公开申请情况').kind).toBe('text');
  });

  it('a rule of dashes that ends in a word is told at once, however long', () => {
    const start = performance.now();
    expect(lineToRow(`${'-'.repeat(1_500)}x`).kind).not.toBe('noise');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('a line longer than any row is text', () => {
    expect(lineToRow('总计 '.repeat(2_000)).kind).toBe('text');
  });
});
