import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/index.js';
import { htmlToPage } from '../../src/extract/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { expectedThree, family, formRows, HEADER_THREE, sketch, TABLE_FOUR, writeRows } from './tables.js';

/** A table of a page that lost its spans: each row has its own cells only. */
function page(lines: readonly string[]): string {
  const rows = lines.map((line) => line.split('|').filter((text) => text !== '<' && text !== '^'));
  return `<table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
}

function read(lines: readonly string[], of: string): string[] {
  const layout = pagesToLayout([htmlToPage(new TextEncoder().encode(page(lines)))]);
  return sketch(layoutToFacts(layout, family, 2023).value.facts.filter(({ table }) => table === of));
}

const OUTCOMES = '结果维持|结果纠正|其他结果|尚未审结|总计';
const THREE = [...HEADER_THREE, ...writeRows(formRows('2021'))];
const without = (text: string): string[] => THREE.map((line) => line.replace(text, ''));

describe('a nested header that lost its spans', () => {
  it('is known by the form’s nesting, and rows are read in its order', () => {
    expect(read(THREE, 'applications')).toEqual(expectedThree('2021'));
  });

  it.each([
    ['in one row', TABLE_FOUR],
    [
      'as high as they can',
      [
        '行政复议|行政诉讼',
        `${OUTCOMES}|未经复议直接起诉|复议后起诉`,
        `${OUTCOMES}|${OUTCOMES}`,
        ...TABLE_FOUR.slice(3),
      ],
    ],
  ])('may have its names %s', (_, lines) => {
    expect(read(lines, 'reviews')).toEqual([
      'review: 11 12 13 14 15',
      'litigation_direct: 16 17 18 19 20',
      'litigation_after_review: 21 22 23 24 25',
    ]);
  });

  it('may lack what stands over all of its columns', () => {
    const lines = [HEADER_THREE[1]?.replace('^|^|^', '项目|<|<') ?? '', ...THREE.slice(2)];
    expect(read(lines, 'applications')).toEqual(expectedThree('2021'));
  });

  it('keeps blanks in their places', () => {
    const lines = THREE.map((line) => line.replace('|12|13|14|', '|||14|'));
    expect(read(lines, 'applications')[0]).toBe('new_received: 11 _ _ 14 15 16 17');
  });

  it('doubts rows whose cells are not as many as the columns, and loses no figure', () => {
    const lines = THREE.map((line) => line.replace('|11|12|13|', '||11|12|13|').replace('|24|25|26|27', ''));
    expect(read(lines, 'applications').slice(0, 2)).toEqual([
      'new_received: 11? 12? 13? 14? 15? 16? 17?',
      'carried_in: 21? 22? 23? x x x x',
    ]);
  });

  it.each([
    ['other names', THREE.map((line) => line.replace('科研机构', '医疗机构'))],
    ['another order', THREE.map((line) => line.replace('科研机构|社会公益组织', '社会公益组织|科研机构'))],
    ['a name less', without('|科研机构')],
  ])('is not taken for one with %s', (_, lines) => {
    expect(read(lines, 'applications').join(' ')).not.toMatch(/: (?:\d+ ){6}\d+(?: |$)/u);
  });
});
