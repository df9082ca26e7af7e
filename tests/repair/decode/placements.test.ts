import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ONE_FAULT, rowPlacements, TWO_FAULTS } from '../../../src/repair/decode/placements.js';
import { row } from './code.js';

const SEED = 20240131;

describe('the placements of a row', () => {
  it('begin with the row as read', () => {
    expect(rowPlacements(row(['5', '0', '5']), ONE_FAULT)[0]).toMatchObject({ values: [5, 0, 5], fault: 'as-read' });
  });

  it('are only that where rules say where each figure stands', () => {
    expect(rowPlacements(row(['5', '', '50'], { mayBeMisplaced: false }), TWO_FAULTS)).toHaveLength(1);
  });

  it('split a number only where neither half begins with a nought', () => {
    const values = rowPlacements(row(['100', '', '7']), ONE_FAULT).map((option) => option.values.join());
    expect(values).not.toContain('1,0,7');
    expect(values).toContain('10,0,7');
  });

  it('use every number once, in its order, unless they say that it is residue', () => {
    const text = fc.integer({ min: 0, max: 999 }).map(String);
    const texts = fc.array(fc.oneof(text, fc.constant('')), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(texts, (printed) => {
        for (const { values, sources, fault } of rowPlacements(row(printed), TWO_FAULTS)) {
          expect(values).toHaveLength(printed.length);
          expect(sources).toHaveLength(printed.length);
          if (fault === 'residue' || fault === 'several-faults' || fault === 'exchanged') continue;
          const used = values.map((value) => value ?? '').join('');
          expect(used).toBe(printed.join(''));
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
