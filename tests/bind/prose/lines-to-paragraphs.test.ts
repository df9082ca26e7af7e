import { describe, expect, it } from 'vitest';
import { linesToParagraphs } from '../../../src/bind/prose/lines-to-paragraphs.js';
import type { Bbox, TextLine } from '../../../src/model/index.js';

const TEXTS = [
  '2022年，全县共收到政府信息公开申请一百四十七件，按期办结，申请答复中，五十件予以公开',
  '，十六件部分公开，其余已经答复。',
  '自然人提出申请一百二十五件，占比较大，因政府信息公开被申请行政复议三十件，其中维持一',
  '件。',
];
const SIZE = 10;
const PAGE = { width: 600, height: 800 };

/** Lines from the top left of a page as it is read; every other one begins a paragraph. */
function paragraphs(place: (box: Bbox) => Bbox): readonly string[] {
  const lines = TEXTS.map((text, at): TextLine => {
    const x0 = 50 + (at % 2 === 0 ? 2 * SIZE : 0);
    const top = 100 + 16 * at;
    const box = place({ x0, top, x1: x0 + text.length * SIZE, bottom: top + SIZE });
    return { text, pageNumber: 1, box, fontSize: SIZE, tablesBefore: 0 };
  });
  return linesToParagraphs(lines, [], { masks: [], paragraphStarts: [] }).map(({ raw }) => raw);
}

describe('the paragraphs of a page', () => {
  it.each([
    ['upright', (box: Bbox) => box],
    [
      'up the page',
      ({ x0, x1, top, bottom }: Bbox) => ({ x0: top, x1: bottom, top: PAGE.height - x1, bottom: PAGE.height - x0 }),
    ],
    [
      'down the page',
      ({ x0, x1, top, bottom }: Bbox) => ({ x0: PAGE.width - bottom, x1: PAGE.width - top, top: x0, bottom: x1 }),
    ],
  ])('are told by their indents, however its text is drawn: %s', (_, place) => {
    expect(paragraphs(place)).toEqual([TEXTS.slice(0, 2).join(''), TEXTS.slice(2).join('')]);
  });

  it('end at cells that bars keep apart, one a line', () => {
    const texts = ['四、行政复议、提起行政诉讼情况', '行政复议 |', '行政诉讼 | |||', '0 |', '12 |', '五、存在的问题'];
    const lines = texts.map((text): TextLine => ({ text, pageNumber: 1, tablesBefore: 0 }));
    const found = linesToParagraphs(lines, [], { masks: [], paragraphStarts: [] });
    expect(found.map(({ raw }) => raw)).toEqual(['四、行政复议、提起行政诉讼情况', '五、存在的问题']);
  });

  it('are not cut at a line whose figures are set apart, but at a row of figures', () => {
    const raws = (text: string): readonly string[] => {
      const line = (own: string): TextLine => ({ text: own, pageNumber: 1, tablesBefore: 0 });
      const lines = ['申请办理结果：共答复申请三件，其', text, '作其他处理一件。'].map(line);
      return linesToParagraphs(lines, [], { masks: [], paragraphStarts: [] }).map(({ raw }) => raw);
    };
    expect(raws('中予以公开1件、部分公开 0 件、无法提供 0 件、')).toHaveLength(1);
    expect(raws('予以公开 1 0 1')).not.toContain('予以公开 1 0 1');
    expect(raws('予以公开 1 0 1')).toHaveLength(2);
    expect(raws('予以公开 1件 部分公开 3件')).toHaveLength(2);
  });
});
