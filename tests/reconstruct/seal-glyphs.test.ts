import { describe, expect, it } from 'vitest';
import type { Glyph, PositionedPage } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { sealGlyphs } from '../../src/reconstruct/seal-glyphs.js';
import { glyph, onlyTable, tablePage, tableSketch, write } from './sketch.js';

const NAME = '某某县人民政府办公室';

/** A name around a circle of 42 points about (x, y), from `from` to `to` degrees. */
function seal(name: string, x: number, y: number, [from, to]: readonly [number, number] = [150, 390]): Glyph[] {
  return Array.from(name, (text, at) => {
    const angle = ((from + ((to - from) * at) / (name.length - 1)) * Math.PI) / 180;
    const width = glyph(text, 0, 0).box.x1;
    return glyph(text, x + 42 * Math.cos(angle) - width / 2, y + 42 * Math.sin(angle) - 5);
  });
}

const XS = [100, 150, 200, 250, 300, 350];
const YS = [100, 120, 140, 160, 180, 200];
const TEXTS = [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => String(10 * row + column)));
const TABLE = { xs: XS, ys: YS, texts: TEXTS };

describe('the characters of a seal', () => {
  it('are no part of the cells that they lie over', () => {
    const sealed = tablePage(TABLE, seal(NAME, 220, 150));
    expect(tableSketch(onlyTable(sealed))).toEqual(tableSketch(onlyTable(tablePage(TABLE))));
    expect(pagesToLayout([sealed]).lines).toEqual([]);
  });

  it('are no part of cells on pages that all bear it in one place, where two of them on one height repeat', () => {
    const pages = (mark: readonly Glyph[]): PositionedPage[] =>
      [1, 2, 3].map((pageNumber) => {
        const texts = TEXTS.map((row) => row.map((text) => `${pageNumber}${text}`));
        return tablePage({ ...TABLE, texts }, mark, { pageNumber });
      });
    const [sealed, plain] = [pages(seal(NAME, 217, 170)), pages([])];
    expect(tableSketch(onlyTable(...sealed))).toEqual(tableSketch(onlyTable(...plain)));
  });

  it('are found with the number along the lower rim, drawn before or after all else', () => {
    const glyphs = [...seal(NAME, 220, 150), ...seal('3208290001234', 220, 150, [140, 20])];
    expect(sealGlyphs(glyphs).size).toBe(glyphs.length);
    expect(sealGlyphs([...glyphs, ...write('第十条', 10, 10)]).size).toBe(glyphs.length);
  });

  it('are told from everything that stands in lines, rows, columns and along corners', () => {
    const lines = [
      ...write('政府信息公开工作年度报告', 100, 20),
      ...write('本报告根据条例编制', 100, 40),
      ...Array.from('本年度办理结果', (text, at) => glyph(text, 60, 100 + 12 * at)),
      ...Array.from('0000000', (text, at) => glyph(text, 100 + 40 * at, 300 + (at % 2))),
    ];
    expect(sealGlyphs([...lines, ...tablePage(TABLE).glyphs]).size).toBe(0);
    const corner = [...write('甲乙丙', 100, 100), ...[1, 2, 3].map((at) => glyph('丁', 120, 100 + 10 * at))];
    expect(sealGlyphs(corner).size).toBe(0);
  });

  it('are not five characters in an arch', () => {
    expect(sealGlyphs(seal('人民政府章', 220, 150)).size).toBe(0);
  });
});
