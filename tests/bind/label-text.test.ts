import { describe, expect, it } from 'vitest';
import { toLabelText } from '../../src/bind/label-text.js';

describe('a label as it is compared', () => {
  it.each([
    ['自然人', '自然人', ''],
    ['商 业 企 业', '商业企业', ''],
    ['商业\n企业', '商业企业', ''],
    ['商业　企业\u00a0', '商业企业', ''],
    ['一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量', 'c1'],
    ['一.本年新收', '本年新收', 'c1'],
    ['十一、其他', '其他', 'c11'],
    ['十、其他', '其他', 'c10'],
    ['（一）予以公开', '予以公开', 'p1'],
    ['(七) 总计', '总计', 'p7'],
    ['㈠予以公开', '予以公开', 'p1'],
    ['（3）其他', '其他', 'p3'],
    ['1.属于国家秘密', '属于国家秘密', 'n1'],
    ['１．属于国家秘密', '属于国家秘密', 'n1'],
    ['⒈属于国家秘密', '属于国家秘密', 'n1'],
    ['2、重复申请', '重复申请', 'n2'],
    ['3，其他', '其他', 'n3'],
    ['12.其他', '其他', 'n12'],
    ['第二十条第（一）项', '第二十条第一项', ''],
    ['第二十条第(一)项', '第二十条第一项', ''],
    ['本年增／减', '本年增减', ''],
    ['行政许可', '行政许可', ''],
    ['', '', ''],
    ['——', '', ''],
    ['。', '', ''],
  ])('%j is %j with the ordinal %j', (printed, text, ordinal) => {
    expect(toLabelText(printed)).toEqual({ text, ordinal });
  });

  it('takes Kangxi radicals for the characters they stand for', () => {
    // ⾃ U+2F83, ⼈ U+2F08: what browsers put into text layers.
    expect(toLabelText('⾃然⼈').text).toBe('自然人');
  });

  it.each([
    '3.危及“三安全一稳定”',
    '3.危及"三安全—稳定"',
    '3.危及“三安全－稳定”',
    '3.危及‘三 安 全 – 稳 定’',
    '3.危及三安全―稳定',
  ])('reads the dash in %j as the numeral one', (printed) => {
    expect(toLabelText(printed)).toEqual({ text: '危及三安全一稳定', ordinal: 'n3' });
  });

  it('takes other dashes for punctuation', () => {
    expect(toLabelText('复议—诉讼').text).toBe('复议诉讼');
  });

  it('takes no figure and no bare numeral for an enumerator', () => {
    expect(toLabelText('2023年')).toEqual({ text: '2023年', ordinal: '' });
    expect(toLabelText('三安全一稳定').ordinal).toBe('');
  });

  it('keeps a circled enumerator apart, and drops a circled note mark', () => {
    expect(toLabelText('①信访举报投诉类申请')).toEqual({ text: '信访举报投诉类申请', ordinal: 'n1' });
    expect(toLabelText(' ⑳ 其他')).toEqual({ text: '其他', ordinal: 'n20' });
    expect(toLabelText('规章②')).toEqual({ text: '规章', ordinal: '' });
  });
});
