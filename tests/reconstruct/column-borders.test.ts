import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

const widthOf = (text: string): number => Array.from(text).reduce((sum, each) => sum + (/\d/u.test(each) ? 5 : 10), 0);

/** A row with one figure set right and one set left of the border at 250. */
function row(y: number, label: string, [left, right]: readonly [string, string]): Glyph[] {
  return [...write(label, 50, y), ...write(left, 248 - widthOf(left), y), ...write(right, 252, y)];
}

const HEADER = [...write('维持', 215, 80), ...write('纠正', 265, 80)];

function rowsOf(glyphs: readonly Glyph[]): string[] {
  const { tables } = pagesToLayout([page(glyphs, [])]);
  return tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) => {
      const own = cells.filter(({ rowIndex, text }) => rowIndex === at && text !== '');
      return own.map(({ text, columnSpan }) => (columnSpan > 1 ? `${text}/${String(columnSpan)}` : text)).join('|');
    }),
  );
}

describe('figures of a column set right and of the next one set left', () => {
  it('are two columns where the gap between them is in one place of all lines', () => {
    const rows = [row(100, '复议', ['12', '7']), row(120, '诉讼', ['4', '115']), row(140, '总计', ['16', '122'])];
    expect(rowsOf([...HEADER, ...rows.flat()])).toEqual(['维持|纠正', '复议|12|7', '诉讼|4|115', '总计|16|122']);
  });

  it('are told by the header where two rows are too few', () => {
    const rows = [row(100, '复议', ['12', '7']), row(120, '诉讼', ['4', '115'])];
    expect(rowsOf([...HEADER, ...rows.flat()])).toEqual(['维持|纠正', '复议|12|7', '诉讼|4|115']);
  });

  it.each([
    { name: 'thousands set apart', pairs: [['12', '407'] as const, ['4', '115'] as const, ['16', '522'] as const] },
    { name: 'digits set apart', pairs: [['1', '7'] as const, ['4', '5'] as const, ['6', '2'] as const] },
  ])('are one number each where they may be $name', ({ pairs }) => {
    const rows = pairs.map((pair, at) => row(100 + 20 * at, '复议', pair));
    const texts = rowsOf([...write('维持', 235, 80), ...rows.flat()]);
    expect(texts.slice(-3)).toEqual(pairs.map((pair) => `复议|${pair.join(' ')}`));
  });
});
