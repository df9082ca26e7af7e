import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow as row, page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

const rowCounts = (...glyphs: readonly Glyphs[]): number[] =>
  pagesToLayout([page(glyphs.flat(), [])]).tables.map(({ rowCount }) => rowCount);

const ABOVE = [row(100, '本年新收', '12', '0', '3'), row(120, '上年结转', '4', '0', '1')].flat();
const NOTE = write('注：以上为全年收件，含网上收到的三件。', 50, 140);

describe('a sentence between two rows of a table without rules', () => {
  it('does not end it where figures go on in the same columns', () => {
    const below = [row(160, '予以公开', '9', '0', '2'), row(180, '部分公开', '5', '0', '1')].flat();
    expect(rowCounts(ABOVE, NOTE, below)).toEqual([4]);
  });

  it('does not where the next label begins above its figures', () => {
    const below = [write('予以公开', 50, 156), row(163, '', '9', '0', '2'), row(190, '部分公开', '5', '0', '1')].flat();
    expect(rowCounts(ABOVE, NOTE, below)).toHaveLength(1);
  });

  it('does not where a page ends below it', () => {
    const below = [row(60, '予以公开', '9', '0', '2'), row(80, '部分公开', '5', '0', '1')].flat();
    const pages = [page([...ABOVE, ...NOTE], []), page(below, [], { pageNumber: 2 })];
    expect(pagesToLayout(pages).tables.map(({ rowCount }) => rowCount)).toEqual([4]);
  });

  it('ends it where other columns follow, or a header', () => {
    const others = [row(160, '予以公开', '9', '0'), row(180, '部分公开', '5', '0')].flat();
    expect(rowCounts(ABOVE, NOTE, others)).toEqual([2, 2]);
    const headed = [write('件数', 240, 160), row(180, '予以公开', '9', '0', '2'), row(200, '部分公开', '5', '0', '1')];
    expect(rowCounts(ABOVE, NOTE, headed.flat())).toEqual([2, 3]);
  });

  it('ends it where it is a paragraph of more lines', () => {
    const more = [140, 153, 166].flatMap((y) => write('本年共收到申请，均已办结。', 50, y));
    const below = [row(190, '予以公开', '9', '0', '2'), row(210, '部分公开', '5', '0', '1')].flat();
    expect(rowCounts(ABOVE, more, below)).toEqual([2, 2]);
  });
});
