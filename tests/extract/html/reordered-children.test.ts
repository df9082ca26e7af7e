import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): readonly string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);
const SHEET = '<style>.first{order:-1}.right{float:right}@media (max-width:600px){.narrow{order:2}}</style>';

describe('figures side by side in no table', () => {
  it.each([
    '<div style="display:flex"><div style="order:2">1</div><div style="order:1">2</div></div>',
    '<div style="display:flex"><div>1</div><div class=first>2</div></div>',
    '<div style="display:grid"><div style="grid-column:2">1</div><div style="grid-column:1">2</div></div>',
    '<div style="display:grid"><div style="grid-area:2/1">1</div><div style="grid-area:1/1">2</div></div>',
    '<div style="display:flex;flex-direction:row-reverse"><div>1</div><div>2</div></div>',
    '<div style="display:flex;flex-flow:column-reverse"><p>1</p><p>2</p></div>',
    '<div><div style="float:right">1</div><div style="float:right">2</div></div>',
    '<div><div class=right>1</div><div>2</div></div>',
    '<svg><text x=9 y=0>1</text><text x=0 y=0>2</text></svg>',
    '<svg><text x=0 y=9>1</text><text x=0 y=0>2</text></svg>',
    '<svg><g transform="scale(-1 1)"><text x=0 y=0>1</text><text x=9 y=0>2</text></g></svg>',
  ])('are doubted where styles set them in another order: %s', (html) => {
    const lines = read(SHEET + html).filter((line) => /\d/u.test(line));
    expect(lines.every((line) => line.endsWith('!order-by-style'))).toBe(true);
  });

  it.each([
    ['<div><div style="grid-area:1/1">1</div><div style="grid-area:1/2/2/3">2</div></div>', ['1', '2']],
    ['<div><div style="order:1">1</div><div style="order:2">2</div></div>', ['1', '2']],
    ['<div><div style="float:left">1</div><div style="float:left">2</div></div>', ['1', '2']],
    ['<div><div>1</div><div style="float:right">2</div></div>', ['1', '2']],
    ['<div><div class=narrow>1</div><div>2</div></div>', ['1', '2']],
    ['<svg><text x=0 y=0>1</text><text x=9 y=1>2</text><text x=0 y=20>3</text></svg>', ['123']],
  ])('are not where they stay in it: %s', (html, expected) => {
    expect(read(SHEET + html)).toEqual(expected);
  });

  it('are not in an article beside its menu', () => {
    const article = `<p>收到2件。</p>${'<p>坚持公开。</p>'.repeat(80)}`;
    const page = `<div style="display:flex;flex-direction:row-reverse"><ul>1</ul><div>${article}</div></div>`;
    expect(read(page).slice(0, 2)).toEqual(['1', '收到2件。']);
  });

  it('are looked for once, however deep the elements stand in one another', () => {
    const deep =
      `<div style="display:flex;flex-flow:row-reverse"><div style="order:1">${'收到1件。'.repeat(400)}</div>`.repeat(
        400,
      );
    const start = performance.now();
    read(deep);
    // Text gathered at every level anew took two minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
