import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../src/ingest/code-point-order.js';

describe('compareCodePoints', () => {
  it('puts rare characters beyond the basic plane after all others', () => {
    // U+20BB7 𠮷 in UTF-16 begins with 0xD842, which is less than U+FF08 （.
    expect(['𠮷', '（', 'b', 'a'].sort(compareCodePoints)).toEqual(['a', 'b', '（', '𠮷']);
  });

  it('puts a text before its continuations', () => {
    expect(compareCodePoints('a', 'ab')).toBeLessThan(0);
    expect(compareCodePoints('a', 'a')).toBe(0);
  });

  it('agrees with the order of UTF-8 bytes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '/', '-', '年', '（', '\uE000', '\uFFFD', '𠮷', '🀀') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
