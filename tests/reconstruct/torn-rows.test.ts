import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page } from './sketch.js';

/** The cells of each row that print something, with the number of columns they span. */
function rowsOf(glyphs: readonly Glyph[]): string[] {
  const { tables } = pagesToLayout([page(glyphs, [])]);
  return tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) =>
      cells
        .filter(({ rowIndex, text }) => rowIndex === at && text !== '')
        .map(({ text, columnSpan }) => `${text}/${String(columnSpan)}`)
        .join(' '),
    ),
  );
}

describe('figures of one row on several lines', () => {
  it('are one row where the lines overlap', () => {
    const glyphs = [
      ...[...bareRow(100, '予以公开', '12', '', '19'), ...bareRow(106, '', '', '7', '')],
      ...[...bareRow(140, '部分公开', '4', '', '5'), ...bareRow(146, '', '', '1', '')],
    ];
    expect(rowsOf(glyphs)).toEqual(['予以公开/1 12/1 7/1 19/1', '部分公开/1 4/1 1/1 5/1']);
  });

  it('have no place where they stand apart and some row prints fewer: any other may be the one it lacks', () => {
    const glyphs = [
      ...[
        ...bareRow(100, '', '12', '', ''),
        ...bareRow(112, '予以公开', '', '7', ''),
        ...bareRow(124, '', '', '', '19'),
      ],
      ...[...bareRow(134, '', '4', '', ''), ...bareRow(146, '部分公开', '', '1', '')],
    ];
    expect(rowsOf(glyphs).join(' ')).not.toMatch(/\d+\/1\b/u);
  });

  it('keep their places where each row has a label, or none has', () => {
    const blanks = [...bareRow(100, '予以公开', '12', '', '12'), ...bareRow(120, '部分公开', '', '1', '')];
    expect(rowsOf(blanks)).toEqual(['予以公开/1 12/1 12/1', '部分公开/1 1/1']);
    expect(rowsOf([...bareRow(100, '', '12', '', '12'), ...bareRow(120, '', '', '1', '')])).toEqual([
      '12/1 12/1',
      '1/1',
    ]);
  });
});
