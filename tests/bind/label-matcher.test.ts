import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabelMatcher } from '../../src/bind/label-matcher.js';
import { RECOGNISED } from '../../src/bind/header-slots.js';
import type { Block, Label } from '../../src/model/index.js';
import { blockOf } from '../check/sample-facts.js';

fc.configureGlobal({ seed: 20217, numRuns: 100 });

const matcher = new LabelMatcher();
const applications = blockOf('2021', 'applications');

function label(text: string, keys: readonly string[] = [], variants: readonly string[] = []): Label {
  return { text, variants, keys };
}

/** Ids of the rows or columns whose innermost wording fits a printed text best. */
function bestOf(printed: string, named: Block['rows'] | Block['columns']): string[] {
  const fits = named.map(({ id, path }) => ({ id, fit: matcher.fit(printed, path.at(-1) ?? label('')) }));
  const best = Math.max(...fits.map(({ fit }) => fit));
  return best < RECOGNISED ? [] : fits.filter(({ fit }) => fit === best).map(({ id }) => id);
}

describe('the fit of a printed label', () => {
  it('is 1 for the wording of the form, however it is spaced and dotted', () => {
    for (const printed of ['1.属于国家秘密', '１．属于 国家秘密', '1、属于国家\n秘密']) {
      expect(matcher.fit(printed, label('1.属于国家秘密'))).toBe(1);
    }
  });

  it('is 1 for a variant', () => {
    expect(matcher.fit('合计', label('总计', [], ['合计']))).toBe(1);
  });

  it('is 0 for nothing and for what shares nothing', () => {
    expect(matcher.fit('', label('总计'))).toBe(0);
    expect(matcher.fit('规章', label('行政许可'))).toBe(0);
  });

  it('is less where the ordinal is another', () => {
    const [own, other] = ['3.其他', '2.其他'].map((printed) => matcher.fit(printed, label('3.其他')));
    expect(other).toBeLessThan(own ?? 0);
    expect(other).toBeGreaterThanOrEqual(RECOGNISED);
  });

  it('does not suffer from a missing ordinal', () => {
    expect(matcher.fit('属于国家秘密', label('1.属于国家秘密'))).toBe(1);
  });

  it('is good where a key stands in a garbled label', () => {
    expect(
      matcher.fit("='7 上年结转政府", label('二、上年结转政府信息公开申请数量', ['上年结转'])),
    ).toBeGreaterThanOrEqual(0.8);
  });

  it('is poor where a key stands in a long text', () => {
    const prose = '本机关收到的申请涉及国家秘密等各种情形，具体说明见本报告第六部分其他事项';
    expect(matcher.fit(prose, label('1.属于国家秘密', ['国家秘密']))).toBeLessThan(RECOGNISED);
  });

  it('bears the long bracketed note some publishers put behind a label', () => {
    const printed = '规章（设区的市、自治州、自治县、省级人民政府制定的规章应提供相关数据）';
    expect(matcher.fit(printed, label('规章'))).toBe(1);
  });

  it('of several readings is the best one', () => {
    const of = label('（一）予以公开');
    expect(matcher.bestFit(['三、本年度办理结果', '（一）予以公开'], of)).toBe(1);
    expect(matcher.bestFit([], of)).toBe(0);
  });

  it('is the same when asked again, and after the memory was dropped', () => {
    const of = label('总计');
    const fresh = new LabelMatcher();
    expect([1, 2].map(() => fresh.fit('总 计', of))).toEqual([1, 1]);
    expect(fresh.fit('总计数', of)).toBe(matcher.fit('总计数', of));
  });
});

describe('the labels of table three', () => {
  it('each fit their own row best', () => {
    for (const row of applications.rows)
      expect(bestOf(row.path.at(-1)?.text ?? '', applications.rows)).toEqual([row.id]);
  });

  it('each fit their own column best', () => {
    for (const column of applications.columns) {
      expect(bestOf(column.path.at(-1)?.text ?? '', applications.columns)).toEqual([column.id]);
    }
  });

  it.each([
    ['一、本 | 卜年新收政府', 'new_received'],
    ["='7 上年结转政府信息公开申请数量", 'carried_in'],
    ['(一)予以', 'granted'],
    ['（二）部分公开', 'partial'],
    ['2.其他法律行政止公开', 'denied_2_law_prohibits'],
    ['3.危及"三安全—稳定"', 'denied_3_three_securities'],
    ['4.保护第三方合 法权益', 'denied_4_third_party'],
    ['5.属于三类内容事务信息', 'denied_5_internal'],
    ['6.属于四类过程性性信息', 'denied_6_process'],
    ['没有现成信息需要另行制', 'unable_2_needs_creation'],
    ['4.无正当理由大量反复 申请', 'notproc_4_excessive'],
    ['5.要求行政机关确认或重 新出具', 'notproc_5_confirm'],
    ['1.申请人无正当理由逾期不补正', 'other_1_no_correction'],
    ['1.逾期不补正', 'other_1_no_correction'],
    ['2.逾期不缴费', 'other_2_fee_unpaid'],
    ['2、申请人逾期未按收费通知要求缴纳费用', 'other_2_fee_unpaid'],
    ['3.其他', 'other_3_other'],
    ['(七)总计', 'handled_total'],
    ['（七）合计', 'handled_total'],
    ['四、结转下一年继续办理', 'carried_out'],
    ['四、结转下年度', 'carried_out'],
  ])('are known as published: %j is %s', (printed, id) => {
    expect(bestOf(printed, applications.rows)).toEqual([id]);
  });

  it('are told by the note that belongs to one of them', () => {
    // Of （二）部分公开（区分处理的，只计这一情形，不计其他情形) as the seed prints it: without the note only 公开 is left.
    expect(bestOf('公开(区分处理的, 青形,不计其他情', applications.rows)).toEqual(['partial']);
  });

  it.each([
    ['商 业 企 业', 'business'],
    ['商业企', 'business'],
    ['科研 机构', 'research'],
    ['社会 公益 组织', 'social'],
    ['法律服务', 'legal_service'],
    ['总 计', 'total'],
    ['合计', 'total'],
  ])('name columns as published: %j is %s', (printed, id) => {
    expect(bestOf(printed, applications.columns)).toEqual([id]);
  });

  it.each(['三、', '3', '（三）', '471', '—', '刘州处连以小'])('fit nothing where they are noise: %j', (printed) => {
    expect(bestOf(printed, applications.rows)).toEqual([]);
  });
});

describe('the fit of any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...Array.from('一二（）(1.、总计其他公开申请结转年度')), maxLength: 20 }),
  );

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 2 }), (printed, wording, keys) => {
        const fit = new LabelMatcher().fit(
          printed,
          label(
            wording,
            keys.filter((key) => key !== ''),
          ),
        );
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on white space', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applications.rows), fc.nat({ max: 30 }), (row, at) => {
        const wording = row.path.at(-1) ?? label('');
        const spaced = `${wording.text.slice(0, at)} ${wording.text.slice(at)}`;
        expect(matcher.fit(spaced, wording)).toBe(1);
      }),
    );
  });

  it('finds its row in table three with any one character of the label lost', () => {
    const rows = applications.rows.filter((row) => (row.path.at(-1)?.text.length ?? 0) > 6);
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.nat({ max: 30 }), (row, at) => {
        const wording = row.path.at(-1)?.text ?? '';
        const cut = wording.slice(0, at % wording.length) + wording.slice((at % wording.length) + 1);
        expect(bestOf(cut, applications.rows)).toEqual([row.id]);
      }),
    );
  });
});
