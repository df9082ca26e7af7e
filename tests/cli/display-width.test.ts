import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, keepEnd, withoutControls } from '../../src/cli/display-width.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['年报', 4],
    ['（一）', 6],
    ['ｆ１', 4],
    ['𠮷野', 4],
    ['e\u0301', 1],
    ['a\u0007', 1],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('keepEnd', () => {
  it('keeps the end of what is too long', () => {
    expect(keepEnd('年报/某某局.pdf', 8)).toBe('…局.pdf');
    expect(keepEnd('a.pdf', 9)).toBe('a.pdf');
  });

  it('never exceeds its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '年', '𠮷', '/') }), fc.nat(20), (text, room) => {
        expect(displayWidth(keepEnd(text, room))).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('withoutControls', () => {
  it('makes control characters visible', () => {
    expect(withoutControls('a\u001b[31m\nb')).toBe('a\uFFFD[31m\uFFFDb');
  });
});
