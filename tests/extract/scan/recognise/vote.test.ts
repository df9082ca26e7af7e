import { describe, expect, it } from 'vitest';
import { vote, type Evidence } from '../../../../src/extract/scan/recognise/vote.js';

const NONE_ALIKE = { count: 1, shape: new Map([['0', Math.log(0.9)]]), engine: new Map<string, number>() };

function best(evidence: Partial<Evidence>): { readonly text: string; readonly confidence: number } {
  const [first] = vote({ shape: new Map([['0', 0.9]]), alike: NONE_ALIKE, isWhole: true, ...evidence });
  return first ?? { text: '', confidence: 0 };
}

const said = (text: string, confidence = 0.95): { text: string; confidence: number } => ({ text, confidence });

describe('a digit', () => {
  it('is as sure where the engine read it when asked once more as where it read it at once', () => {
    expect(best({}).confidence).toBeLessThan(0.98);
    expect(best({ again: said('0') })).toEqual(best({ engine: said('0') }));
  });

  it('that was put together by guess is sure only where the engine read the same twice', () => {
    expect(best({ isWhole: false, engine: said('0') }).confidence).toBe(0.95);
    expect(best({ isWhole: false, engine: said('0'), again: said('8') }).confidence).toBeLessThanOrEqual(0.95);
    expect(best({ isWhole: false, engine: said('0'), again: said('0') }).confidence).toBeGreaterThan(0.99);
  });

  it('is doubted where the second reading differs from the first', () => {
    const once = best({ engine: said('0') }).confidence;
    expect(best({ engine: said('0'), again: said('8') }).confidence).toBeLessThan(once);
  });
});
