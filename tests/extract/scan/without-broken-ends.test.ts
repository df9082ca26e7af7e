import { describe, expect, it } from 'vitest';
import { withoutBrokenEnds } from '../../../src/extract/scan/without-broken-ends.js';
import type { Ruling } from '../../../src/model/index.js';
import { fill, paper } from './drawn-page.js';

const across = (position: number): Ruling => ({
  ...{ orientation: 'horizontal', position, start: 40, end: 220 },
  ...{ thickness: 0.7, source: 'stroke' },
});
const upright: Ruling = { ...across(120), orientation: 'vertical', start: 50, end: 68 };

describe('what was taken for a rule from one rule to the next', () => {
  it.each([
    ['is none where half of it is the stroke of a character', [55, 63], 2],
    ['is one where a little of it is worn off', [52, 65], 3],
  ] as const)('%s', (_, [from, to], count) => {
    const image = paper(260, 140);
    for (const y of [50, 68]) fill(image, [40, y - 0.35, 220, y + 0.35]);
    fill(image, [119.6, from, 120.3, to]);
    expect(withoutBrokenEnds(image, [across(50), across(68), upright], 7)).toHaveLength(count);
  });
});
