import { describe, expect, it } from 'vitest';
import { foldRadicals } from '../../src/bind/fold-radicals.js';

describe('radicals in place of characters', () => {
  it('become those characters, of the supplement too, which NFKC leaves', () => {
    expect(foldRadicals('\u2f08\u2ea0政府，\u2ed3安\u2f83\u2f26')).toBe('人民政府，长安自子');
    expect('\u2ea0'.normalize('NFKC')).toBe('\u2ea0');
  });

  it('leave everything else alone', () => {
    expect(foldRadicals('１２③ 人民(一)㈠')).toBe('１２③ 人民(一)㈠');
  });
});
