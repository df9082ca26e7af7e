import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import type { HtmlElement } from '../../../src/extract/html/html-elements.js';
import { readStyleSheets, type Visibility } from '../../../src/extract/html/style-sheets.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);

/** What a sheet says of the element with the id `x`. */
function visibility(
  sheet: string,
  body = '<div class="a b"><p><i id=x class="c d" title=t>1</i></p></div>',
): Visibility {
  const root = parse(`<style>${sheet}</style>${body}`).childNodes.find((node) => 'tagName' in node);
  const elements = (element: HtmlElement): readonly HtmlElement[] => [
    element,
    ...element.childNodes.flatMap((child) => ('tagName' in child ? elements(child) : [])),
  ];
  const all = root && 'tagName' in root ? elements(root) : [];
  const [html] = all;
  const x = all.find(({ attrs }) => attrs.some(({ name, value }) => name === 'id' && value === 'x'));
  if (html === undefined || x === undefined) throw new Error('no element x');
  return readStyleSheets(html).visibilityOf(x);
}

describe('a style sheet', () => {
  it.each([
    ['@layer a { #x { display: inline } } i { display: none }', 'absent'],
    ['@layer a { #x { display: none } } i { display: inline }', 'shown'],
    ['@layer a { i { display: none } }', 'uncertain'],
    ['@layer a { i { display: none !important } } #x { display: inline !important }', 'uncertain'],
    ['@layer a { b { display: none } i { display: inline } }', 'shown'],
  ])('is outweighed in a layer by what is in none: %s', (sheet, expected) => {
    expect(visibility(sheet)).toBe(expected);
  });

  it.each([
    ['i', 'absent'],
    ['.c.d', 'absent'],
    ['#x', 'absent'],
    ['[title=t]', 'absent'],
    ['.a .c', 'absent'],
    ['p > i', 'absent'],
    ['u, .d', 'absent'],
    ['*', 'absent'],
    ['.a > i', 'shown'],
    ['.c.e', 'shown'],
    ['b', 'shown'],
    ['i:hover', 'shown'],
    ['i::before', 'shown'],
    ['i:first-child', 'uncertain'],
    ['u + i', 'uncertain'],
    ['[title^=t]', 'absent'],
    ['[title$=t][title*=t][title|=t]', 'absent'],
    ['[title^=u]', 'shown'],
    ['[title^=t] b', 'shown'],
  ])('hides what its selector names: %s', (selector, expected) => {
    expect(visibility(`${selector} { display: none }`)).toBe(expected);
  });

  it.each([
    ['i {display:none} i {display:inline}', 'shown'],
    ['i {display:inline} i {display:none}', 'absent'],
    ['.c {display:none} i {display:inline}', 'absent'],
    ['i {display:none !important} #x {display:inline}', 'absent'],
    ['.c {visibility:hidden}', 'invisible'],
    ['i {visibility:hidden} .c {visibility:visible}', 'shown'],
  ])('is overruled by what is more exact, or stands later: %s', (sheet, expected) => {
    expect(visibility(sheet)).toBe(expected);
  });

  it.each([
    ['@media screen { i {display:none} }', 'absent'],
    ['@media print { i {display:none} }', 'shown'],
    ['@media (max-width: 600px) { i {display:none} }', 'uncertain'],
    ['i {display:none} @media (max-width: 600px) { i {display:inline} }', 'uncertain'],
    ['<!-- i {display:none} -->', 'absent'],
    ['i {display:none', 'shown'],
    ['$ {display:none} i {color:red}', 'shown'],
  ])('counts as far as it holds for certain: %s', (sheet, expected) => {
    expect(visibility(sheet)).toBe(expected);
  });

  it('says nothing where its conditions are nested without end', () => {
    const nested = `${'@media screen{'.repeat(50_000)}i {display:none}${'}'.repeat(50_000)}`;
    expect(visibility(nested)).toBe('shown');
  });

  it('comes behind an element’s own style', () => {
    expect(visibility('i {display:none}', '<i id=x style="display:inline">1</i>')).toBe('shown');
  });
});

describe('a figure beside digits that a sheet hides', () => {
  it('is read without them, and doubted', () => {
    expect(read('<style>.old{display:none}</style><table><tr><td><s class=old>1</s>2<td>3</table>')).toEqual([
      '[2!hidden-text|3]',
    ]);
  });

  it('is doubted where they may be hidden', () => {
    const sheet = '<style>@media (max-width:600px){.wide{display:none}}</style>';
    expect(read(`${sheet}<table><tr class=wide><td>1<td>x<tr><td class=wide>2<td>3</table>`)).toEqual([
      '[1!hidden-text|x; 2!hidden-text|3]',
    ]);
  });

  it('stands where it stood: a cell that shows nothing keeps its room, one that takes none does not', () => {
    const sheet = '<style>.dim{visibility:hidden}.gone{display:none}</style>';
    expect(
      read(`${sheet}<table><tr><td class=dim>1<td>2<td class=gone>3<td style="visibility:hidden">4</table>`),
    ).toEqual(['[!hidden-text|2|!hidden-text]']);
  });
});
