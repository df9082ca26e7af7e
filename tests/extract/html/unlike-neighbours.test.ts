import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

const read = (body: string): string | undefined => sketchBlocks(htmlToPage(new TextEncoder().encode(body)).blocks)[0];
const cell = (inside: string): string | undefined => read(`<table><tr><td>${inside}</table>`);

describe('digits right beside a figure', () => {
  it.each([
    ['a link within the page', '149<a href="#n1">1</a>', '[149\ufffd1]'],
    ['small letters', '149<small>1</small>', '[149\ufffd1]'],
    ['a twin of another class', '<i class="pc">149</i> <i class="mobile">149</i>', '[149 149!hidden-text]'],
    ['words to be read out', '149<span class="sr-only">7</span>', '[1497!hidden-text]'],
    ['what browsers without scripts show', '149<noscript>7</noscript>', '[149!hidden-text]'],
    [
      'a field that a script fills',
      '<input id="q" value="149"><script>document.getElementById("q").value = 7</script>',
      '[\ufffd149]',
    ],
    ['what a variable shows', '149<b style="display:var(--d)">7</b>', '[1497!hidden-text]'],
  ])('are doubted in %s', (_, inside, expected) => {
    expect(cell(inside)).toBe(expected);
  });

  it.each([
    ['a figure that is a link', '<a href="#n1">149</a>', '[149]'],
    ['a note’s mark in brackets', '149<a href="#n1">[1]</a>', '[149[1]]'],
    ['a note’s mark that is raised', '149<a href="#n1"><sup>1</sup></a>', '[149^1]'],
    ['small decimals', '149<small>.5</small>', '[149.5]'],
    ['pieces of one class', '<i class="a">1</i><i class="a">1</i>', '[11]'],
    ['pieces without classes', '<i>1</i><i>1</i>', '[11]'],
    ['a picture that counts visits', '149<noscript><img src="http://x/7"></noscript>', '[149]'],
  ])('are not in %s', (_, inside, expected) => {
    expect(cell(inside)).toBe(expected);
  });

  const linked = (inside: string): string | undefined =>
    read(`<link rel=stylesheet href="/s.css"><table><tr><td>${inside}</table>`);

  it.each([
    ['a piece', '<i class="a">1</i>49'],
    ['a piece behind', '14<i class="a">9</i>'],
    ['pieces of other classes', '<i class="a">14</i><i class="b">9</i>'],
    ['a piece beside one of none', '<i class="a">14</i><b>9</b>'],
    ['each character', '<i class="a">1</i><i class="a">4</i><i class="a">9</i>'],
  ])('are doubted where sheets elsewhere know them by a class: %s', (_, inside) => {
    expect(linked(inside)).toBe('[149!order-by-style]');
    expect(cell(inside)).toBe('[149]');
  });

  it.each([
    ['a whole figure', '<i class="a">149</i>'],
    ['a unit', '149<i class="unit">件</i>'],
    ['pieces of one class', '<i class="a">14</i><i class="a">9</i>'],
    ['what Word leaves behind', '<span class="GramE">14</span><span class="MsoNormal">9</span>'],
    ['what WPS leaves behind', '<span class="15">1</span><span class="16">49</span>'],
    ['pieces without classes', '<b>1</b>49'],
  ])('are not where nothing speaks for it: %s', (_, inside) => {
    expect(linked(inside)).not.toContain('!');
  });

  it('are left out of sentences where sheets elsewhere know pieces of them', () => {
    expect(read('<link rel=stylesheet href="/s.css"><p>收到1<i class="a">4</i>9件。')).not.toBe('收到149件。');
  });

  it('are left out of sentences', () => {
    expect(read('<p>收到<i class="pc">149</i><i class="mobile">149</i>件。')).toBe('收到149\ufffd\ufffd\ufffd件。');
  });

  it('take no time over long scripts, angles and neighbours by the ten thousand', () => {
    expect(cell(`149<noscript>${'<'.repeat(300_000)}</noscript>`)).toBe('[149]');
    expect(cell(`149<script>const p = "${'a'.repeat(300_000)}"; q.value = 7</script>`)).toBe('[149]');
    expect(cell('<b class="p">7</b>'.repeat(20_000))?.length).toBe(20_002);
  });
});
