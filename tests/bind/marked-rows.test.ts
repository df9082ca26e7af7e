import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/index.js';
import { htmlToPage } from '../../src/extract/index.js';
import type { Fact } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { family } from './tables.js';

const FIGURES = [4, 1, 0, 0, 0, 0, 5];
const td = (texts: readonly (string | number)[]): string => texts.map((text) => `<td>${text}`).join('');

const HEADER = [
  '<tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）<td colspan=7>申请人情况',
  '<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计',
  `<tr>${td(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'])}`,
].join('');

/** Rows of table three in which the spans of one are as given; the figures of that row. */
function figuresOf(
  row: string,
  rows: { readonly header?: string; readonly before?: string; readonly after?: string } = {},
): readonly Fact[] {
  const { header = HEADER, before = '', after = '' } = rows;
  const plain = (label: string): string => `<tr><td colspan=3>${label}${td([0, 0, 0, 0, 0, 0, 0])}`;
  const html = `<table>${header}${before || plain('一、本年新收政府信息公开申请数量')}${row}${after}
    <tr><td rowspan=2>三、本年度办理结果<td colspan=2>（一）予以公开${td([0, 0, 0, 0, 0, 0, 0])}
    <tr><td colspan=2>（七）总计${td([0, 0, 0, 0, 0, 0, 0])}${plain('四、结转下年度继续办理')}</table>`;
  const layout = pagesToLayout([htmlToPage(new TextEncoder().encode(html))]);
  return layoutToFacts(layout, family, 2023).value.facts.filter(({ row: id }) => id === 'carried_in');
}

const sketch = (facts: readonly Fact[]): string =>
  facts.map(({ value, doubts }) => value + (doubts.length > 0 ? '?' : '')).join(' ');
const LABEL = '二、上年结转政府信息公开申请数量';
const READ = '4 1 0 0 0 0 5';

describe('a row of mark-up', () => {
  it.each([
    ['fits the header', `<tr><td colspan=3>${LABEL}${td(FIGURES)}`],
    ['has a label that lost its span', `<tr><td>${LABEL}${td(FIGURES)}`],
    ['has a label one column too wide', `<tr><td colspan=4>${LABEL}${td(FIGURES)}`],
    ['has a cell too many at the end', `<tr><td colspan=3>${LABEL}${td(FIGURES)}<td>`],
    ['has both', `<tr><td colspan=4>${LABEL}${td(FIGURES)}<td>`],
    ['has its label in two cells', `<tr><td colspan=2>${LABEL}<td>${td(FIGURES)}`],
  ])('is read in order where it %s', (_, row) => {
    expect(sketch(figuresOf(row))).toBe(READ);
  });

  it('is read in order where a group above claims one row too many', () => {
    const before = `<tr><td rowspan=2>一、本年新收政府信息公开申请数量<td colspan=2>${td([0, 0, 0, 0, 0, 0, 0])}`;
    expect(sketch(figuresOf(`<tr><td colspan=3>${LABEL}${td(FIGURES)}`, { before }))).toBe(READ);
  });

  it('is read in order where the corner claims a row too few, and names slip below it', () => {
    const row = `<tr><td colspan=3>${LABEL}${td(FIGURES)}`;
    expect(sketch(figuresOf(row, { header: HEADER.replace('colspan=3 rowspan=3', 'colspan=3 rowspan=2') }))).toBe(READ);
  });

  it('is read in order where a group claims a column too few, and the total slips before the last name', () => {
    const row = `<tr><td colspan=3>${LABEL}${td(FIGURES)}`;
    for (const span of [1, 4]) {
      expect(sketch(figuresOf(row, { header: HEADER.replace('colspan=5', `colspan=${span}`) }))).toBe(READ);
    }
  });

  it('is doubted where names have slipped and the header does not say them all', () => {
    const header = HEADER.replace('colspan=3 rowspan=3', 'colspan=3 rowspan=2').replace('法人或其他组织', '其中');
    expect(sketch(figuresOf(`<tr><td colspan=3>${LABEL}${td(FIGURES)}`, { header }))).toMatch(/^(?:\d\? ){6}\d\?$/u);
  });

  it('is read in the order of the header where that is not the form’s', () => {
    const moved = `<tr>${td(['规章', 1, 2, 3])}<tr><td colspan=2>行政规范性文件${td([4, 5, 6])}`;
    const html = `<table><tr>${td(['信息内容', '本年废止件数', '本年制发件数', '现行有效件数'])}${moved}</table>`;
    const layout = pagesToLayout([htmlToPage(new TextEncoder().encode(html))]);
    const facts = layoutToFacts(layout, family, 2023).value.facts.filter(({ row }) => row === 'normative_documents');
    expect(sketch(facts)).toBe('5 4 6');
  });

  it('is doubted where it has fewer cells than there are columns', () => {
    expect(sketch(figuresOf(`<tr><td colspan=3>${LABEL}${td([4, 1, 5])}`))).toMatch(/^4\? 1\? 5\?/u);
  });

  it('is doubted where its first figure is blank and its last cell missing: the blank may be of the label', () => {
    expect(sketch(figuresOf(`<tr><td colspan=2>${LABEL}${td(['', 4, 1, 0, 0, 0, 5])}`))).toBe('? 4? 1? 0? 0? 0? 5?');
  });

  it('is doubted where it has more figures than there are columns, aside', () => {
    expect(sketch(figuresOf(`<tr><td colspan=4>${LABEL}${td([...FIGURES, 7])}`))).not.toMatch(/\d(?: |$)/u);
  });

  it('leaves a figure open that covers two places', () => {
    const facts = figuresOf(`<tr><td colspan=3>${LABEL}${td([4, 1, 0, 0])}<td colspan=2>3<td>5`);
    expect(facts.slice(4, 6).map(({ value, status }) => `${value}${status}`)).not.toContain('3printed');
  });

  it('keeps a blank cell in its column', () => {
    expect(sketch(figuresOf(`<tr><td colspan=3>${LABEL}${td([4, '', '&nbsp;', 0, 0, 0, 5])}`))).toBe('4   0 0 0 5');
  });
});
