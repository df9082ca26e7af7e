import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): readonly string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);
const cell = (inside: string, sheet: string): string | undefined =>
  read(`<style>${sheet}</style><table><tr><td data-v="37">${inside}</table>`)[0];

describe('text that a style sheet writes', () => {
  it.each([
    ['<i class=n></i>', '.n::before{content:"12"}', '[12]'],
    ['<i class=n>2</i>', '.n:before{content:"1"}.n:after{content:"3"}', '[123]'],
    ['<i class=n data-v=12></i>', '.n::before{content:attr(data-v)}', '[12]'],
    ['<i class=n></i>', '.n::before{content:"\\31\\32 "}', '[12]'],
    ['', 'td::after{content:attr(data-v) "件"}', '[37件]'],
    ['<i class=n>2</i>', '.n::before{content:"9"}i.n::before{content:none}', '[2]'],
    ['<i class=n></i>', '.n{&::before{content:"12"}}', '[12]'],
    ['12', 'td::after{content:"";position:absolute}', '[12]'],
    ['12', 'td::after{content:".";display:block;height:0;visibility:hidden}', '[12]'],
    ['12', '@media (max-width:600px){td::before{content:attr(data-v)}}', '[12]'],
  ])('is read where it is seen for certain: %s %s', (inside, sheet, expected) => {
    expect(cell(inside, sheet)).toBe(expected);
  });

  it.each([
    ['<i class=n></i>', '.n::before{counter-reset:v 12;content:counter(v)}', '[!text-by-style]'],
    ['<i class=n></i>', '.n::before{content:var(--v)}', '[!text-by-style]'],
    ['<i class=n>2</i>', '.n::before{content:"1";float:right}', '[2!text-by-style]'],
    ['<i class=n>2</i>', '.n::before{content:"1";display:block}', '[2!text-by-style]'],
    ['<i class=n>2</i>', 'i:nth-child(1)::before{content:"1"}', '[2!text-by-style]'],
    ['<i class=n>2</i>', '@media (min-width:900px){.n::before{content:"1"}}', '[2!text-by-style]'],
    ['<i class=n>2</i>', '.n::before{content:"1";display:none}', '[2!text-by-style]'],
    ['<i class=n></i>', '.n::before{content:url("5.png")}', '[!picture-in-cell]'],
    ['23', 'td::first-letter{font-size:0}', '[23!hidden-text]'],
  ])('is doubted where it is not: %s %s', (inside, sheet, expected) => {
    expect(cell(inside, sheet)).toBe(expected);
  });

  it('is read in sentences if it is a figure, and leaves none where it is not certain', () => {
    expect(read('<style>p::before{content:"▶"}.n::before{content:"12"}</style><p>受理<i class=n></i>件')).toEqual([
      '受理12件',
    ]);
    expect(read('<style>.n::before{content:counter(v)}</style><p>受理<i class=n></i>2件')).toEqual(['受理\ufffd2件']);
  });
});
