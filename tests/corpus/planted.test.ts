import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFigures, type Edition } from './figures.js';
import { brokenIdentities } from './identities.js';
import { PLANT_KINDS, plantError } from './planted.js';
import { createRandom } from './random.js';

const byName = (a: { rule: string; row: string; column: string }): string => `${a.rule} ${a.row} ${a.column}`;

describe.each(PLANT_KINDS)('the planted error %s', (kind) => {
  it('breaks just the sums it names', () => {
    let planted = 0;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom<Edition>('2021', '2019'), (seed, applications) => {
        const figures = drawFigures(createRandom(seed), { scale: 'county', disclosure: '2021', applications });
        const result = plantError(kind, figures, createRandom(seed, 'plant'));
        if (result === undefined) return;
        planted++;
        expect(brokenIdentities(result.figures).map(byName).sort()).toEqual(result.findings.map(byName).sort());
      }),
    );
    expect(planted).toBeGreaterThan(0);
  });
});
