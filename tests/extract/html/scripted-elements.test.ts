import { describe, expect, it } from 'vitest';
import { htmlTextToPage } from '../../../src/extract/html/html-to-page.js';
import { sketchBlocks } from '../marked.js';

const read = (script: string): string | undefined =>
  sketchBlocks(htmlTextToPage(`<table><tr><td>受理<td>12</table><script>${script}</script>`).blocks)[0];

describe('cells that a script looks up by their kind', () => {
  it.each([
    '$("td").each(function(){ $(this).text(decode($(this).text())) })',
    '$("table tr").each(function(){ var c = $(this).find("td"); $(c[1]).insertAfter(c[2]) })',
    'for (const c of document.getElementsByTagName("td")) c.innerHTML = decode(c.innerHTML)',
    'for (const r of t.rows) r.cells[1].innerText = decode(r.cells[1].innerText)',
    '[...t.rows].reverse().forEach((r) => t.tBodies[0].appendChild(r))',
  ])('are doubted where it writes or moves them: %s', (script) => {
    expect(read(script)).toContain('12!script-filled');
  });

  it.each([
    '$("td").css("width", "auto")',
    '$("table").wrap("<div>")',
    'var s = document.getElementsByTagName("script")[0]; s.parentNode.insertBefore(hm, s)',
    'document.body.innerHTML = printed; print()',
    '$("#hits").text(12)',
  ])('are not where it does something else: %s', (script) => {
    expect(read(script)).toBe('[受理|12]');
  });
});

describe('a figure that a script counts up to', () => {
  const cell = (inside: string): string | undefined =>
    sketchBlocks(htmlTextToPage(`<table><tr><td>受理<td>${inside}</table>`).blocks)[0];

  it.each([
    '<span class=timer data-from=0 data-to=76>0</span>',
    '<b data-count="1,076">1</b>',
    '<i data-end-val=76>7</i>',
  ])('is doubted where another is shown in the file: %s', (inside) => {
    expect(cell(inside)).toContain('!script-filled]');
  });

  it.each([
    '<span data-to=76>76</span>',
    '<b data-value="1076">1,076</b>',
    '<span data-size=16>0</span>',
    '<b data-to=3>三</b>',
  ])('is not where it is the same, or something else is kept: %s', (inside) => {
    expect(cell(inside)).not.toContain('!');
  });
});
