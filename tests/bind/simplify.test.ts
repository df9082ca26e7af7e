import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/bind/simplify.js';

describe('traditional characters', () => {
  it('are compared as simplified ones', () => {
    expect(simplify('規章、總計：縣級行政復議')).toBe('规章、总计：县级行政复议');
  });

  it('leave every text as long as it was, so that places in it stay', () => {
    const texts = ['政府信息公開年度報告', '规章', '1.信访举报投诉类申请', '𠮷野家 12 件'];
    expect(texts.map((text) => simplify(text).length)).toEqual(texts.map((text) => text.length));
  });
});
