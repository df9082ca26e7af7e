import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../../src/bind/layout-to-facts.js';
import { lettersOf } from '../../../src/bind/token-stream/anchors.js';
import { headerOrder, type HeaderOrder } from '../../../src/bind/token-stream/header-order.js';
import { textToPage } from '../../../src/extract/index.js';
import { pagesToLayout } from '../../../src/reconstruct/index.js';
import { block, family, formRows, sketch } from '../tables.js';

const order = (slot: string, text: string): HeaderOrder => headerOrder(lettersOf(text), block('2021', slot));
const ORGANISATIONS = '商业企业 科研机构 社会公益组织 法律服务机构 其他';
const OUTCOMES = '结果维持 结果纠正 其他结果 尚未审结 总计';
const OTHERWISE = '结果纠正 结果维持 其他结果 尚未审结 总计';

describe('the order in which a header names the columns', () => {
  it.each([
    ['自然人 法人或其他组织 总计 ' + ORGANISATIONS, 'as-form'],
    ['自然人 ' + ORGANISATIONS + ' 总计', 'as-form'],
    ['自然人 法人或其他组织 总计 商业企业 社会公益组织 科研机构 法律服务机构 其他', [0, 1, 3, 2, 4, 5, 6]],
    ['自然人 法人或其他组织 总计 其他 商业企业 科研机构 社会公益组织 法律服务机构', [0, 5, 1, 2, 3, 4, 6]],
    ['总计 自然人 法人或其他组织 ' + ORGANISATIONS, [6, 0, 1, 2, 3, 4, 5]],
    ['法人或其他组织 自然人 总计 ' + ORGANISATIONS, [1, 2, 3, 4, 5, 0, 6]],
    ['自然人 总计 商业企业 社会公益组织 科研机构', 'unclear'],
    ['自然人申请十件，法人申请两件。社会公益组织没有申请', 'as-form'],
  ])('is told for table three: %s', (text, expected) => {
    expect(order('applications', text)).toEqual(expected);
  });

  it.each([
    [`行政复议 行政诉讼 ${OUTCOMES} 未经复议直接起诉 复议后起诉 ${OUTCOMES} ${OUTCOMES}`, 'as-form'],
    [`四、行政复议、行政诉讼情况 行政复议 行政诉讼 未经复议直接起诉 复议后起诉 ${OUTCOMES}`, 'as-form'],
    ['行政复议 行政诉讼 结果维持 结果纠正 总计 尚未审结 总计 结果纠正 其他结果', 'as-form'],
    ['行政复议 行政诉讼 总计 尚未审结 其他结果 结果纠正', 'unclear'],
    [
      `四、行政复议、行政诉讼情况 行政诉讼 行政复议 未经复议直接起诉 复议后起诉 ${OUTCOMES}`,
      [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0, 1, 2, 3, 4],
    ],
    [`行政复议 行政诉讼 复议后起诉 未经复议直接起诉 ${OUTCOMES}`, [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 5, 6, 7, 8, 9]],
    [`行政复议 行政诉讼 ${OTHERWISE} ${OTHERWISE} ${OTHERWISE}`, [1, 0, 2, 3, 4, 6, 5, 7, 8, 9, 11, 10, 12, 13, 14]],
    // One group in another order, or what is left of two.
    [`行政复议 行政诉讼 ${OTHERWISE}`, 'unclear'],
    ['行政复议 结果维持 其他结果 尚未审结 复议后起诉 其他结果 结果维持 结果纠正 尚未审结 总计', 'unclear'],
  ])('is told for table four: %s', (text, expected) => {
    expect(order('reviews', text)).toEqual(expected);
  });
});

describe('a dump whose columns stand in another order', () => {
  const ROWS = formRows('2021').map(({ path }) => [path.at(-1) ?? '', '5', '1', '0', '0', '0', '0', '6']);
  const HEADER = ['社会公益组织', '商业企业', '科研机构', '法律服务机构', '其他'];
  const read = (separator: string, figures: (row: string[]) => string = (row) => row.join(separator)): string[] => {
    const lines = [['自然人', '法人或其他组织', '总计'].join(separator), HEADER.join(separator), ...ROWS.map(figures)];
    const { facts } = layoutToFacts(
      pagesToLayout([textToPage(new TextEncoder().encode(lines.join('\n')))]),
      family,
      2023,
    ).value;
    return sketch(facts.filter(({ table }) => table === 'applications'));
  };

  it.each(['\t', '  ', '\n'])('is read by its header, whatever parts its cells: %j', (separator) => {
    const rows = read(separator);
    expect(rows[0]).toBe('new_received: 5 0 0 1 0 0 6');
    expect(rows.join(' ')).not.toMatch(/ x|\?/u);
  });

  it('is marked where its figures have run together', () => {
    expect(read('', ([label, ...figures]) => `${label ?? ''}${figures.join('')}`)[0]).toMatch(/\?/u);
  });
});
