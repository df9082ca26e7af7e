import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

/** What a page of one cell holds. */
const cell = (inside: string, sheet = '', around = '<table><tr><td>'): string | undefined =>
  sketchBlocks(htmlToPage(new TextEncoder().encode(`<style>${sheet}</style>${around}${inside}`)).blocks)[0];

describe('a mark above or below the line', () => {
  it.each([
    ['<b style="vertical-align:super">1</b>', '[3^1]'],
    ['<b style="vertical-align:5px">1</b>', '[3^1]'],
    ['<b style="position:relative;top:-5.0pt;mso-text-raise:5.0pt">1</b>', '[3^1]'],
    ['<b class=n>1</b>', '[3^1]'],
    ['<a href="#_ftn1"><span class=MsoFootnoteReference>1</span></a>', '[3^1]'],
    ['<b style="vertical-align:middle">1</b>', '[31]'],
    ['<b style="position:relative;top:1px">1</b>', '[31]'],
    ['<b style="position:static;top:-5px">1</b>', '[31]'],
  ])('is told from the figure: %s', (mark, expected) => {
    expect(cell(`3${mark}`, '.n{vertical-align:super;font-size:60%}')).toBe(expected);
  });

  it('is none where the whole cell is set so', () => {
    expect(cell('31', '', '<table><tr><td style="vertical-align:super">')).toBe('[31]');
  });
});

describe('a figure struck out', () => {
  it.each([
    ['<del>5</del><ins>2</ins>', '[2!struck-out]'],
    ['<s>5</s>2', '[2!struck-out]'],
    ['<span style="text-decoration:line-through red">5</span>2', '[2!struck-out]'],
    ['<span class=old>5</span>2', '[2!struck-out]'],
    ['<s style="text-decoration:none">5</s>2', '[52]'],
    ['<s>不予</s>公开', '[不予公开]'],
  ])('is left out and doubted: %s', (inside, expected) => {
    expect(cell(inside, '.old{text-decoration-line:line-through}')).toBe(expected);
  });
});

describe('digits that nobody sees', () => {
  it.each([
    '<i style="font-size:0">4</i>',
    '<i style="opacity:0">4</i>',
    '<i style="position:absolute;left:-9999px">4</i>',
    '<i style="text-indent:-999em;display:inline-block">4</i>',
    '<i style="display:inline-block;width:0;overflow:hidden">4</i>',
    '<i style="color:#fff">4</i>',
    '<font color=white>4</font>',
    '<i class=sr>4</i>',
  ])('are doubted: %s', (inside) => {
    expect(cell(`3${inside}`, '.sr{position:absolute;clip:rect(0, 0, 0, 0)}')).toBe('[34!hidden-text]');
  });

  it.each([
    ['white on a ground', '<i style="color:white">34</i>', '<table><tr bgcolor=blue><td>'],
    ['in a size of their own', '<i style="font-size:0"><b style="font-size:9pt">34</b></i>', '<table><tr><td>'],
    ['moved by a little', '<i style="position:absolute;left:-3px">34</i>', '<table><tr><td>'],
  ])('are none: %s', (_, inside, around) => {
    expect(cell(inside, '', around)).toBe('[34]');
  });
});

describe('a blank cell', () => {
  it.each(['<i data-v="3"></i>', '<i v-text="n"></i>', '<i><b ng-bind="n"></b></i>'])(
    'is doubted where a script may fill it: %s',
    (inside) => {
      expect(cell(inside)).toBe('[!script-filled]');
    },
  );

  it('is none where its field shows a figure, and not for what counts its place', () => {
    expect(cell('<input data-id=3 value=5>')).toBe('[5]');
    expect(cell('', '', '<table><tr><td data-row=3>')).toBe('[]');
  });
});

describe('signs without a glyph', () => {
  it('are no part of a figure', () => {
    expect(cell('1&#8203;2&shy;3&zwnj;4')).toBe('[1234]');
  });
});
