import { describe, expect, it } from 'vitest';
import { readNumeral } from '../../../src/bind/prose/read-numeral.js';

describe('figures in Chinese numerals', () => {
  it.each([
    ['零', '0'],
    ['两', '2'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['一百零五', '105'],
    ['两千三百四十', '2340'],
  ])('reads %s as %s', (text, value) => {
    expect(readNumeral(text, text)?.value).toBe(value);
  });

  it.each(['三四', '百', '千', '十百', '一百五', '零三', '三零', '二〇二三'])('reads nothing in %s', (text) => {
    expect(readNumeral(text, text)).toBeUndefined();
  });

  it('reads no number that begins with a zero', () => {
    expect(readNumeral('007', '007')).toBeUndefined();
    expect(readNumeral('0', '0')?.value).toBe('0');
  });
});
