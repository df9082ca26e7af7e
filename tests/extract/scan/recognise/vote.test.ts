import { describe, expect, it } from 'vitest';
import { supportOf, withCertainty } from '../../../../src/extract/scan/recognise/certainty.js';
import type { GlyphReading } from '../../../../src/extract/scan/recognise/recogniser.js';
import { vote, type Evidence } from '../../../../src/extract/scan/recognise/vote.js';

/** Shapes alike, of which the engine read so many, all the same. */
const alike = (reads: number, text = '0'): Evidence['alike'] => ({
  count: 2 * reads + 1,
  shape: new Map([['0', Math.log(0.9)]]),
  engine: new Map(reads === 0 ? [] : [[text, reads]]),
});

function evidenceOf(evidence: Partial<Evidence>): Evidence {
  return { shape: new Map([['0', 0.9]]), alike: alike(0), isWhole: true, isWide: false, room: 0, ...evidence };
}

/** Readings as sure as what speaks for the best makes them. */
function read(evidence: Evidence): readonly GlyphReading[] {
  const readings = vote(evidence);
  const [first] = readings;
  return first ? withCertainty(readings, supportOf(evidence, first)) : readings;
}

function best(evidence: Partial<Evidence>): GlyphReading {
  const [first] = read(evidenceOf(evidence));
  return first ?? { text: '', confidence: 0 };
}

const said = (text: string, confidence = 0.95): { text: string; confidence: number } => ({ text, confidence });

describe('a digit', () => {
  it('is as likely where the engine read it when asked once more as where it read it at once', () => {
    expect(vote(evidenceOf({ again: said('0') }))).toEqual(vote(evidenceOf({ engine: said('0') })));
  });

  it('is sure where the engine read many alike as the same, and not where it saw none but this', () => {
    expect(best({ alike: alike(12) }).confidence).toBeGreaterThan(0.9995);
    expect(best({ alike: alike(1), engine: said('0'), room: 0.3 }).confidence).toBeLessThan(0.999);
  });

  it('that was put together by guess is sure only where many are alike: what is glued to a point is like nothing else', () => {
    const twice = { isWhole: false, engine: said('0', 0.1), again: said('0', 0.1) };
    expect(best({ ...twice, alike: alike(12) }).confidence).toBeGreaterThan(0.999);
    expect(best({ ...twice, alike: alike(1), room: 0.3 }).confidence).toBeLessThan(0.99);
  });

  it('is doubted where it is wider than others, though many are alike: a point may be glued to it', () => {
    expect(best({ isWide: true, isWhole: false, room: 0.15, alike: alike(16) }).confidence).toBeLessThan(0.999);
  });

  it('of which few are alike is sure where there is no room for a point beside it, if the engine read it', () => {
    const alone = { room: -Infinity, alike: alike(1), engine: said('0') };
    expect(best(alone).confidence).toBeGreaterThan(0.999);
    expect(best({ ...alone, isWhole: false }).confidence).toBeGreaterThan(0.999);
    expect(best({ ...alone, room: 0.3 }).confidence).toBeLessThan(0.999);
    expect(best({ room: -Infinity }).confidence).toBeLessThan(0.97);
    expect(best({ ...alone, isWide: true, room: 0.15 }).confidence).toBeLessThan(0.999);
  });

  it('is doubted where the engine read something else', () => {
    expect(best({ alike: alike(12), engine: said('8') }).confidence).toBeLessThan(0.99);
    expect(best({ engine: said('0'), again: said('8') }).confidence).toBeLessThan(0.99);
  });

  it('keeps readings that together are no likelier than all there is', () => {
    const readings = read(evidenceOf({ engine: said('8', 0.4) }));
    expect(readings.length).toBeGreaterThan(1);
    expect(readings.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });
});

describe('a plus', () => {
  it('that its shape does not show clearly is doubted: it may be a minus', () => {
    const shape = new Map([
      ['', 0.82],
      ['+', 0.18],
    ]);
    const [first] = read({
      shape,
      alike: { count: 1, shape, engine: new Map() },
      isWhole: true,
      isWide: false,
      room: 0.5,
    });
    expect(first?.confidence).toBeLessThan(0.9);
  });
});
