import { describe, expect, it } from 'vitest';
import { digitReadings } from '../../../src/bind/token-stream/digit-readings.js';
import type { Seam } from '../../../src/bind/token-stream/digit-readings.js';
import type { ValueType } from '../../../src/model/index.js';

const counts = (count: number): ValueType[] => new Array<ValueType>(count).fill('count');
const open = (text: string): Seam[] => Array.from(text, () => 'open');
const read = (text: string, types: readonly ValueType[], seams = open(text)): string[] | undefined =>
  digitReadings({ text, seams }, types)?.map((figures) => figures.join(' '));

describe('the readings of run-together digits', () => {
  it('are one where there are as many digits as figures', () => {
    expect(read('0020000', counts(7))).toEqual(['0 0 2 0 0 0 0']);
  });

  it('have no leading zeros', () => {
    expect(read('1203', counts(3))).toEqual(['1 20 3', '12 0 3']);
  });

  it('heed what is joined and what is apart', () => {
    expect(read('1203', counts(3), ['apart', 'open', 'apart', 'open'])).toEqual(['1 20 3', '12 0 3'].slice(1));
    expect(read('1203', counts(3), ['apart', 'open', 'open', 'joined'])).toEqual([]);
  });

  it('have a sign only where a column may have one, and a point only in an amount', () => {
    expect(read('12-10', ['count', 'signed-count', 'count'], ['apart', 'open', 'apart', 'joined', 'open'])).toEqual([
      '12 -1 0',
    ]);
    expect(read('52.5', ['count', 'amount'], ['apart', 'open', 'joined', 'joined'])).toEqual(['5 2.5']);
  });

  it('are not told where there are thousands', () => {
    expect(read('1'.repeat(40), counts(15))).toBeUndefined();
  });
});
