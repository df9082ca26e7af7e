import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): readonly string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);
const SHEET =
  '.r{float:right}.w{color:#fff}.o{opacity:.01}.t{font:0/0 a}.h{display:none}.b{direction:rtl;unicode-bidi:bidi-override}' +
  '.x{display:inline-flex;flex-direction:row-reverse}.n i:nth-child(2){display:none}.dark{background:#036}' +
  '@font-face{font-family:own;src:url(own.woff2)}.own{font-family:own}.d1::before{content:"1"}.q::before{content:counter(n)}';
const sentence = (inside: string): string | undefined =>
  read(`<style>${SHEET}</style><p>收到${inside}件，办理5件。</p>`)[0];
const cell = (inside: string, page = ''): string | undefined =>
  read(`${page}<style>${SHEET}</style><table><tr><td>${inside}</table>`).at(-1);

describe('digits of a sentence that are seen in another order than they stand in', () => {
  it.each([
    '<b style="float:right">8</b><b style="float:right">1</b>',
    '<b class=r>8</b><b class=r>1</b>',
    '8<b style="float:left">1</b>',
    '<span class=x><b>8</b><b>1</b></span>',
    '<span style="display:inline-flex"><b style="order:2">8</b><b style="order:1">1</b></span>',
    '<b style="position:relative;left:8px">8</b><b style="position:relative;left:-8px">1</b>',
    '<span style="position:absolute;left:8px">8</span>1',
    '<b style="margin-left:-16px">1</b>',
    '<span dir=rtl><bdi>8</bdi><bdi>1</bdi></span>',
    '<svg><text x="8 0">81</text></svg>',
    '1<i style="float:right">.</i>8',
  ])('are doubted: %s', (inside) => {
    expect(sentence(inside)).toMatch(/!order-by-style$/u);
  });

  it.each([
    ['18<b style="position:relative">件</b>', '收到18件件，办理5件。'],
    ['<b style="float:right">收</b>18', '收到收18件，办理5件。'],
    ['<b>1</b><b>8</b>', '收到18件，办理5件。'],
  ])('are not where none is moved: %s', (inside, expected) => {
    expect(sentence(inside)).toBe(expected);
  });

  it('are not in an article that is set beside a menu', () => {
    const html = '<span style="float:left;position:relative;left:9px"><div><p>收到18件。</p></div></span>';
    expect(read(html)).toEqual(['收到18件。']);
  });
});

describe('digits of a sentence that a reader may not see', () => {
  it.each([
    ['18<i class=w>9</i>', '收到18\ufffd件，办理5件。'],
    ['18<font color=white>9</font>', '收到18\ufffd件，办理5件。'],
    ['18<i style="color:hsl(0,0%,100%)">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="color:rgb(255 255 255 / 1)">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="color:#0000">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="color:#eee;background:#eee">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="background:#000">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i class=o>9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i class=t>9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="font-size:.1em">9</i>', '收到18\ufffd件，办理5件。'],
    ['18<i style="display:inline-block;clip-path:circle(0)">9</i>', '收到18\ufffd件，办理5件。'],
    [
      '<i style="display:inline-block;width:16px;overflow:hidden">1899</i>',
      '收到\ufffd\ufffd\ufffd\ufffd件，办理5件。',
    ],
    ['<span class=n><i>1</i><i>9</i><i>8</i></span>', '收到\ufffd\ufffd\ufffd件，办理5件。'],
    ['1<i class=h>9</i>8', '收到1\ufffd8件，办理5件。'],
    ['1<i hidden>9</i>8', '收到1\ufffd8件，办理5件。'],
    ['<i class=h style="display:inline">9</i>', '收到9件，办理5件。'],
    ['<i class=dark><i class=w>18</i></i>', '收到18件，办理5件。'],
    ['<i style="font-size:80%">18</i>', '收到18件，办理5件。'],
  ])('are left out: %s', (inside, expected) => {
    expect(sentence(inside)).toBe(expected);
  });

  it('are doubted where the whole of it may not be seen', () => {
    expect(read('<style>p:nth-child(2){opacity:0}</style><p>1件</p><p>2件</p>')).toContain('2件!hidden-text');
  });

  it('are hidden by a sheet that outweighs their own style', () => {
    const page = '<style>.h{display:none !important}</style>';
    expect(read(`${page}<p>收到1<i class=h style="display:inline">9</i>8件</p>`)).toEqual(['收到1\ufffd8件']);
  });
});

describe('figures of a sentence that are not its text', () => {
  it.each([
    ['<i class=d1></i>8', '收到18件，办理5件。'],
    ['<i class=q></i>8', '收到\ufffd8件，办理5件。'],
    ['<i class=own>27</i>', '收到27件，办理5件。!font-of-its-own'],
    ['1<img src=8.png>', '收到1\ufffd件，办理5件。'],
    ['<img src=1.png>8', '收到\ufffd8件，办理5件。'],
    ['1<i style="background:url(8.png)"></i>8', '收到1\ufffd8件，办理5件。'],
    ['1<svg><use href="#8"></use></svg>8', '收到1\ufffd8件，办理5件。'],
    ['<meter value=9>9</meter>18', '收到\ufffd18件，办理5件。'],
    ['18<ruby><rtc>9</rtc></ruby>', '收到18\ufffd件，办理5件。'],
    ['1<script>document.write("8")</script>', '收到1\ufffd件，办理5件。'],
    ['<select><option disabled>9<option>18</select>', '收到18件，办理5件。'],
    ['<select><option selected>9<option selected>18</select>', '收到18件，办理5件。'],
    ['<select><option label=18>9</select>', '收到18件，办理5件。'],
    ['<math><mfrac><mn>1</mn><mn>8</mn></mfrac></math>', '收到1/8件，办理5件。'],
    ['<math><mn>18</mn><mphantom><mn>9</mn></mphantom></math>', '收到18件，办理5件。'],
    ['18<svg width=9><title>9</title><desc>9</desc></svg>', '收到18\ufffd件，办理5件。'],
    ['<span title=9>18</span><abbr title=9>件</abbr>', '收到18件件，办理5件。'],
    ['<data value=9>18</data>', '收到18件，办理5件。'],
  ])('are read or left out: %s', (inside, expected) => {
    expect(sentence(inside)).toBe(expected);
  });

  it('are doubted where a script looks their element up', () => {
    const script = "<script>document.getElementById('n').innerText = 18; $('.m').html(7)</script>";
    expect(read(`<p>收到<b id=n>0</b>件，<b class=m>0</b>件，<b id=o>0</b>件${script}`)).toEqual([
      '收到\ufffd件，\ufffd件，0件',
    ]);
  });

  it('are not doubted for a logo before a title', () => {
    expect(read('<h1><img src=logo.png>2023年报</h1>')).toEqual(['2023年报']);
  });
});

describe('a figure of a cell that is not its text', () => {
  const more = '<link rel=stylesheet href=site.css>';

  it.each([
    ['7<img src=6.png>', '[7\ufffd!picture-in-cell]'],
    ['<i class="icon d7"></i>', '[!picture-in-cell]'],
    ['<b class=d7></b><b class=d6></b>', '[!picture-in-cell]'],
    ['7<i class=d6></i>3', '[7\ufffd3!picture-in-cell]'],
    ['<i class=d1></i>7', '[17]'],
    ['<span class=font5></span>7', '[7]'],
    ['<span title=76></span>', '[!script-filled]'],
    ['<td data-value=76>', '[|!script-filled]'],
    ['<td data-value=-7>', '[|!script-filled]'],
    ['<td data-row=76>', '[|]'],
    ['<x-count total=76></x-count>', '[!script-filled]'],
    ['7<script>document.write(6)</script>', '[7\ufffd!script-filled]'],
    ['<b id=n>0</b>', '[0!script-filled]'],
    ['<b v-text=n>0</b>', '[0!script-filled]'],
    ['<select multiple><option>1<option selected>2</select>', '[2!hidden-text]'],
    ['<sup style="vertical-align:baseline">3</sup>', '[3]'],
    ['7<sup style="vertical-align:baseline;position:relative;top:-.5em">3</sup>', '[7^3]'],
    ['7<i class=w>3</i>', '[73!order-by-style!hidden-text]'],
    ['<i style="-webkit-text-security:disc">73</i>', '[73!hidden-text]'],
    ['<i style="font-size:.5pt">73</i>', '[73!hidden-text]'],
  ])('is doubted, and what only looks like one is not: %s', (inside, expected) => {
    expect(cell(inside, `${more}<script>n.innerHTML = 76</script>`)).toBe(expected);
  });

  it('is not doubted for white letters in a coloured row', () => {
    expect(read('<table><tr style="background:#036"><td><b style="color:#fff">7</b></table>')).toEqual(['[7]']);
  });
});
