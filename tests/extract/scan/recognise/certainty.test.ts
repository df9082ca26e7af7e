import { describe, expect, it } from 'vitest';
import { leastShare, withCertainty } from '../../../../src/extract/scan/recognise/certainty.js';

describe('the share that is right at the least', () => {
  it('is high only where much was seen', () => {
    expect(leastShare(20, 20)).toBeLessThan(0.95);
    expect(leastShare(1500, 1500)).toBeLessThan(0.999);
    expect(leastShare(20_000, 20_000)).toBeGreaterThan(0.9995);
  });

  it('lies below the share seen', () => {
    expect(leastShare(50, 100)).toBeLessThan(0.5);
    expect(leastShare(0, 0)).toBe(0);
  });
});

describe('what hardly ever was seen', () => {
  it('is never sure', () => {
    const [best] = withCertainty([{ text: '7', confidence: 0.9999 }], 'a kind that no table has');
    expect(best?.confidence).toBeLessThanOrEqual(0.95);
  });
});
