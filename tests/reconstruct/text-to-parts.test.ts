import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout, TextPage } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { tableSketch } from './sketch.js';

fc.configureGlobal({ seed: 20215, numRuns: 100 });

function textPage(text: string, pageNumber = 1): TextPage {
  return { kind: 'text', pageNumber, lines: text.split('\n') };
}

function layoutOf(...texts: readonly string[]): Layout {
  return pagesToLayout(texts.map((text, k) => textPage(text, k + 1)));
}

function sketches(...texts: readonly string[]): string[][] {
  return layoutOf(...texts).tables.map(tableSketch);
}

const TITLE = '某某市某某局2023年政府信息公开工作年度报告';
const ROWS = '规章\t0\t1\t2\n行政规范性文件\t3\t4\t5';
const SKETCH = ['规章|0|1|2', '行政规范性文件|3|4|5'];

describe('tables of a dump', () => {
  it('are rows with tabs', () => {
    const { tables, lines, hasText } = layoutOf(ROWS);
    expect(tables.map(tableSketch)).toEqual([SKETCH]);
    expect(tables[0]?.geometry).toBe('delimited');
    expect(lines).toEqual([]);
    expect(hasText).toBe(true);
  });

  it('are rows of a Markdown table, its rule left out', () => {
    const markdown = '| 信息内容 | 制发 | 废止 |\n|---|---|---|\n| 规章 | 0 | 1 |\n| 规范性文件 | 2 | 3 |';
    expect(sketches(markdown)).toEqual([['信息内容|制发|废止', '规章|0|1', '规范性文件|2|3']]);
  });

  it('are rows with gaps, which say nothing of blank cells', () => {
    const { tables } = layoutOf('规章   0  1\n行政规范性文件 2 3');
    expect(tables.map(tableSketch)).toEqual([['规章|0|1', '行政规范性文件|2|3']]);
    expect(tables[0]?.geometry).toBe('spaced');
  });

  it('are of gaps as soon as one of their rows is', () => {
    expect(layoutOf('规章\t0\t1\n规范性文件 2 3').tables[0]?.geometry).toBe('spaced');
  });

  it('begin with the short lines right above their rows', () => {
    expect(sketches(`申请人情况\n自然人\n${ROWS}`)[0]?.slice(0, 2)).toEqual(['申请人情况|||', '自然人|||']);
  });

  it('go on past blank lines, page numbers, form feeds and pieces of labels', () => {
    const text = '规章\t0\t1\n\n\n- 3 -\n\f\n本年度\n办理\n规范性文件\t2\t3';
    expect(sketches(text)).toEqual([['规章|0|1', '本年度||', '办理||', '规范性文件|2|3']]);
  });

  it('go on over the pages of the dump', () => {
    expect(sketches('规章\t0\t1\n- 1 -', '规范性文件\t2\t3')).toEqual([['规章|0|1', '规范性文件|2|3']]);
  });

  it('end at a heading', () => {
    const { tables, lines } = layoutOf(`${ROWS}\n三、收到和处理政府信息公开申请情况\n${ROWS}`);
    expect(tables.map(tableSketch)).toEqual([SKETCH, SKETCH]);
    expect(lines.map(({ text, tablesBefore }) => [text, tablesBefore])).toEqual([
      ['三、收到和处理政府信息公开申请情况', 1],
    ]);
  });

  it('end at a sentence', () => {
    expect(sketches(`${ROWS}\n全年共制发文件2件，废止1件。\n${ROWS}`)).toEqual([SKETCH, SKETCH]);
  });

  it('end after more than three pieces of text or more than four blank lines', () => {
    expect(sketches(`${ROWS}\n甲\n乙\n丙\n丁\n${ROWS}`)).toHaveLength(2);
    expect(sketches(`${ROWS}\n\n\n\n\n\n${ROWS}`)).toHaveLength(2);
  });

  it('doubt a number that ends its line where the next one is nothing but digits', () => {
    const [table] = layoutOf('行政处罚 17\n行政事业性收费 12207.8\n7').tables;
    const doubted = table?.cells.filter(({ doubts }) => doubts.includes('broken-number')).map(({ text }) => text);
    expect(doubted).toEqual(['12207.8']);
    const [apart] = layoutOf('行政处罚 17\n行政事业性收费 12207.8\n\n7').tables;
    expect(apart?.cells.every(({ doubts }) => doubts.length === 0)).toBe(true);
  });

  it('have at least two rows', () => {
    const { tables, lines } = layoutOf('联系电话 12345678');
    expect(tables).toEqual([]);
    expect(lines.map(({ text }) => text)).toEqual(['联系电话 12345678']);
  });

  it('give each run of digits to its cell', () => {
    const [table] = layoutOf('行政处罚\t17 0\n行政强制\t1,234').tables;
    expect(table?.cells.map((cell) => cell.runs.map((run) => run.text))).toEqual([[], ['17', '0'], [], ['1,234']]);
    expect(table?.parts).toEqual([]);
    expect(table?.cells.every((cell) => cell.parts.length === 0)).toBe(true);
  });

  it('doubt a cell with a character that was lost in decoding', () => {
    const [table] = layoutOf('行政\ufffd罚\t1\n行政强制\t\ufffd').tables;
    expect(table?.cells.map((cell) => cell.doubts)).toEqual([['unreadable-glyph'], [], [], ['unreadable-glyph']]);
  });
});

describe('lines of a dump', () => {
  it('keep the title, with white space collapsed', () => {
    const { lines } = layoutOf(`${TITLE.replace('2023', '　2023  ')}\n\n一、总体情况\n\n${ROWS}`);
    expect(lines.map(({ text }) => text)).toEqual(['某某市某某局 2023 年政府信息公开工作年度报告', '一、总体情况']);
    expect(lines.every((line) => line.box === undefined && line.fontSize === undefined)).toBe(true);
  });

  it('keep prose with figures whole', () => {
    const prose = '2023年，制发规范性文件2件，废止2件，现行有效13件。';
    expect(layoutOf(`${prose}\n${prose}`).lines.map(({ text }) => text)).toEqual([prose, prose]);
  });

  it('keep the title that stands right above a paragraph', () => {
    expect(layoutOf(`${TITLE}\n根据《条例》制定本报告。\n${ROWS}`).lines[0]?.text).toBe(TITLE);
  });

  it('know their page', () => {
    expect(layoutOf('上文。', '下文。').lines.map(({ pageNumber }) => pageNumber)).toEqual([1, 2]);
  });

  it('keep a title that a tab indents', () => {
    expect(layoutOf(`\t${TITLE}\n\t根据《条例》，制定本报告。\n\t一、总体情况`).lines[0]?.text).toBe(TITLE);
  });

  it('keep prose that tabs indent out of the tables', () => {
    expect(layoutOf('\t2023年，收到申请3件。\n\t全年共办结3件。').tables).toEqual([]);
  });

  it('keep a title right above a table of contents', () => {
    expect(layoutOf(`${TITLE}\n一、总体情况 1\n二、主动公开政府信息情况 2\n三、其他 5`).lines[0]?.text).toBe(TITLE);
  });

  it('keep a title with the name of the site behind a bar', () => {
    expect(layoutOf(`${TITLE} | 某某网\n首页 | 政务公开 | 年报`).lines[0]?.text).toContain(TITLE);
  });
});

describe('any text', () => {
  const word = fc.constantFrom('规章', '0', '12', '1,234', '—', '/', '件', '一、总体情况', '共3件。', '-1-', '\ufffd');
  const separator = fc.constantFrom('\t', ' ', '   ', '|', ' | ', '　');
  const anyLine = fc
    .array(fc.tuple(word, separator), { maxLength: 8 })
    .map((parts) => parts.map(([text, gap]) => text + gap).join(''));
  const anyText = fc.oneof(
    fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );

  it('never fails, tiles its tables and comes out alike each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const layout = layoutOf(text);
        expect(layoutOf(text)).toEqual(layout);
        for (const table of layout.tables) {
          expect(table.cells).toHaveLength(table.rowCount * table.columnCount);
          expect(tableSketch(table).join('')).not.toContain('?');
        }
      }),
    );
  });

  it('loses no digit but those of page numbers and rules', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const kept = lines.filter((line) => !/^[-—–－·\s]*\d{1,4}[-—–－·\s]*$/u.test(line.trim()));
        const { tables, lines: others } = layoutOf(kept.join('\n'));
        const count = (text: string, digit: string): number => text.split(digit).length - 1;
        const found = [
          ...tables.flatMap((table) => table.cells.map(({ text }) => text)),
          ...others.map(({ text }) => text),
        ].join('');
        // A short line between rows is kept twice, as a row and as a line.
        for (const digit of '0123456789') {
          expect(count(found, digit)).toBeGreaterThanOrEqual(count(kept.join(''), digit));
        }
      }),
    );
  });
});
