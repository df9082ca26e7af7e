import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { gridRules, page, tableSketch, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

/** A header of one row with rules around its cells, at 50, 180, 240 and 300 to 360. */
const HEADER: Glyphs = [...write('事项', 60, 82), ...write('自然人', 190, 82), ...write('企业', 255, 82)].concat(
  write('总计', 315, 82),
);
const RULES = gridRules([50, 180, 240, 300, 360], [80, 96]);

/** A row without rules: its label at 52, figures in the middle of the three columns. */
function row(y: number, label: string, ...figures: readonly string[]): Glyphs {
  const centred = figures.map((figure, k) => write(figure, 210 + 60 * k - (figure.length * 5) / 2, y));
  return [...write(label, 52, y), ...centred.flat()];
}

const geometries = (glyphs: Glyphs, rules = RULES): string[] =>
  pagesToLayout([page(glyphs, rules)]).tables.map(({ geometry }) => geometry);

describe('a table of which only the header has rules', () => {
  it('is read as one without rules', () => {
    const glyphs = [...HEADER, ...row(110, '予以公开', '12', '7', '19'), ...row(130, '部分公开', '4', '1', '5')];
    const { tables } = pagesToLayout([page(glyphs, RULES)]);
    expect(tables.map(({ geometry }) => geometry)).toEqual(['aligned']);
    expect(tables[0] && tableSketch(tables[0])).toEqual([
      '|||事项|自然人|企业|总计',
      '|||予以公开|12|7|19',
      '|||部分公开|4|1|5',
    ]);
  });

  it('is so where the first label has a line above that of its figures', () => {
    const label = write('予以公开的申请', 52, 103).concat(write('数量', 52, 117));
    const glyphs = [...HEADER, ...label, ...row(110, '', '12', '7', '19'), ...row(140, '部分公开', '4', '1', '5')];
    expect(geometries(glyphs)).toEqual(['aligned']);
  });

  it.each([
    ['whose last row is blank', gridRules([50, 180, 240, 300, 360], [80, 96, 112]), 125],
    ['over figures that stand under none of its cells, or two under one', RULES, 110],
  ])('is not a grid %s', (_, rules, y) => {
    const figures = write('12', 185, y).concat(write('7', 225, y), write('19', 330, y));
    const glyphs = [...HEADER, ...write('予以公开', 52, y), ...figures, ...row(y + 20, '部分公开', '4', '1', '5')];
    expect(geometries(glyphs, rules)).toContain('ruled');
  });

  it('is so where its header is the last thing on a page but for its number, and the rows stand overleaf', () => {
    const rows = [...row(60, '予以公开', '12', '7', '19'), ...row(80, '部分公开', '4', '1', '5')];
    const foot = page([...HEADER, ...write('- 3 -', 205, 780)], RULES, { pageNumber: 1 });
    const tablesOf = (overleaf: Glyphs): string[] =>
      pagesToLayout([foot, page(overleaf, [], { pageNumber: 2 })]).tables.flatMap((table) => tableSketch(table));
    expect(tablesOf(rows)).toEqual(['|||事项|自然人|企业|总计', '|||予以公开|12|7|19', '|||部分公开|4|1|5']);
    expect(tablesOf(write('下一步工作', 52, 60))).toEqual(['事项|自然人|企业|总计']);
  });

  it('is not a header over nothing but a page number', () => {
    expect(geometries([...HEADER, ...write('3', 205, 780)])).toEqual(['ruled']);
  });
});
