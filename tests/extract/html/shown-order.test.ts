import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): readonly string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);
const cell = (inside: string, sheet = '', style = ''): string | undefined =>
  read(`<style>${sheet}</style><table><tr><td style="${style}">${inside}</table>`)[0];

describe('digits that styles set in another order than the source', () => {
  it.each([
    '<b style="float:right">1</b><b style="float:right">2</b>',
    '<b class=right>1</b><b>2</b>',
    '<b style="position:relative;left:9px">1</b><b style="position:relative;right:9px">2</b>',
    '<b style="position:absolute;left:12px">1</b><b>2</b>',
    '<b class=at style="left:1em">1</b><b>2</b>',
    '<b style="margin-left:-2em">1</b>2',
    '<b style="transform:translateX(1ch)">1</b><b style="transform:translateX(-1ch)">2</b>',
    '<div style="display:flex;flex-direction:row-reverse"><b>1</b><b>2</b></div>',
    '<div style="display:flex;flex-flow:row-reverse nowrap"><b>1</b><b>2</b></div>',
    '<div style="display:flex"><b style="order:2">1</b><b>2</b></div>',
    '<div class=grid><b style="grid-column:2">1</b><b style="grid-column:1">2</b></div>',
    '<b class=r style="direction:rtl;unicode-bidi:bidi-override">12</b>',
    '<b class=override>12</b>',
    '<bdo dir=rtl>12</bdo>',
    '<div dir=rtl><b class=block>1</b><b class=block>2</b></div>',
    '<div style="writing-mode:vertical-rl"><p>1</p><p>2</p></div>',
    '<b style="display:inline-block;transform:scaleX(-1)">12</b>',
    '<b style="display:inline-block;transform:rotate(180deg)">86</b>',
    '<b style="rotate:180deg">86</b>',
    '<b style="letter-spacing:-2ch">12</b>',
    '<b style="position:relative;left:-90px">12</b>',
    '<b class=first>1</b><b>2</b>',
    '<i style="float:right">.</i>12',
  ])('are doubted: %s', (inside) => {
    const sheet =
      '.at{position:relative}.right{float:right}.override{unicode-bidi:bidi-override}.r{color:red}.block{display:inline-block}b.first:nth-child(1){order:1}';
    expect(cell(inside, sheet)).toMatch(/!order-by-style\]$/u);
  });

  it.each([
    ['12<b style="float:right">件</b>', '[12件]'],
    ['<div style="float:right"><b>1</b><b>2</b></div>', '[12]'],
    ['<div style="position:absolute;left:50%;top:50%;transform:translate(-50%,-50%)">12</div>', '[12]'],
    ['<div style="display:flex;justify-content:center"><b>1</b><b>2</b></div>', '[12]'],
    ['<p style="writing-mode:vertical-rl">12</p>', '[12]'],
    ['<p style="margin:0cm -5.4pt;letter-spacing:-.5pt">1<b>2</b></p>', '[12]'],
    ['<b style="transform:translateZ(0) rotate(0deg) scale(1)">1</b>2', '[12]'],
    ['3<sup style="position:relative;left:4px">1</sup>', '[3^1]'],
    ['<b class=narrow>1</b><b>2</b>', '[12]'],
    ['<b class=back>1</b><b>2</b>', '[12]'],
  ])('are not where none of them moves beside another: %s', (inside, expected) => {
    const sheet = '@media (max-width:767px){.narrow{float:right}} .back{float:right}b.back{float:none}';
    expect(cell(inside, sheet)).toBe(expected);
  });

  it('are doubted in the whole row where styles move its cells, and in no other', () => {
    const rows = (first: string): readonly string[] => read(`<table>${first}<td>1<td>2<tr><td>3<td>4</table>`);
    const moved = ['[1!order-by-style|2!order-by-style; 3|4]'];
    expect(rows('<tr style="display:flex;flex-direction:row-reverse">')).toEqual(moved);
    expect(rows('<tr style="position:relative;top:2em">')).toEqual(moved);
    expect(rows('<tr style="transform:translateY(30px)">')).toEqual(moved);
    expect(rows('<tr style="position:relative;background:none">')).toEqual(['[1|2; 3|4]']);
    expect(read('<table><tr><td style="float:right">1<td>2</table>')).toEqual(['[1!order-by-style|2!order-by-style]']);
  });

  it('make no figure of a sentence', () => {
    expect(read('<p>受理<b style="direction:rtl;unicode-bidi:bidi-override">12</b>件')).toEqual(['受理\ufffd\ufffd件']);
    expect(read('<p>受理<b style="font-size:0">1</b>2件')).toEqual(['受理\ufffd2件']);
  });
});
