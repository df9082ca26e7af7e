import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const FACE = '@font-face{font-family:"N";src:url(n.woff2)}';
const EMBEDDED = `@font-face{font-family:"N";src:url(data:font/woff2;base64,${'A'.repeat(4000)})}`;
const read = (sheet: string, label = '受理'): string | undefined =>
  sketchBlocks(
    htmlToPage(new TextEncoder().encode(`<style>${sheet}</style><table><tr><td>${label}<td class=n><p>12</table>`))
      .blocks,
  )[0];

describe('figures in a font of the page’s own', () => {
  it.each([
    ['draws no letters', `${FACE}.n{font-family:N}`],
    ['draws no letters, by a short form', `${FACE}.n{font:bold 12px/1.5 "N",serif}`],
    ['stands behind one that nobody has', `${FACE}td{font-family:Arial}.n{font-family:"Nowhere", N}`],
    ['is for digits alone', '@font-face{font-family:N;src:url(n.woff);unicode-range:U+30-39}body{font-family:N,宋体}'],
    ['is too small for letters', `${EMBEDDED}body{font-family:N,宋体}`],
    ['draws pictures', '.n{font-family:Wingdings}'],
  ])('are doubted where it %s', (_, sheet) => {
    expect(read(sheet)).toBe('[受理|12!font-of-its-own]');
  });

  it.each([
    ['draws the letters too', `${FACE}body{font-family:N}`],
    ['draws letters elsewhere', `${FACE}.n,b{font-family:N}`],
    [
      'draws Latin letters too',
      '@font-face{font-family:N;src:url(n);unicode-range:U+0000-00FF}body{font-family:N,宋体}',
    ],
  ])('are doubted until sums prove them where it %s', (_, sheet) => {
    expect(read(sheet, '<b>受理</b>')).toBe('[受理|12!font-unproved]');
  });

  it('are doubted for good where another font of the page draws more of them', () => {
    const page = `<style>${FACE}${FACE.replace('"N"', 'M')}body{font-family:M}.n,b{font-family:N}</style>
      <table><tr><td>受理<td class=n>12<tr><td><b>答复</b><td>34<td>56</table>`;
    expect(sketchBlocks(htmlToPage(new TextEncoder().encode(page)).blocks)[0]).toContain('12!font-of-its-own');
  });

  it.each([
    ['is behind one that readers have', `${FACE}.n{font-family:"Times New Roman",N}`],
    ['is one of the reader', '@font-face{font-family:N;src:local("SimSun")}.n{font-family:N}'],
    ['is for icons', `${FACE}.n i{font-family:N}`],
    ['is one of many sites', `${FACE.replace('"N"', '"Noto Sans SC"')}body{font-family:Noto Sans SC}`],
  ])('are not where it %s', (_, sheet) => {
    expect(read(sheet, '<b>受理</b>')).toBe('[受理|12]');
  });
});
