import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFigures, figureAt, withFigures, type Edition, type FigureOptions, type Scale } from './figures.js';
import { brokenIdentities, deriveBlanks, identitiesOf } from './identities.js';
import { createRandom } from './random.js';

const editions = fc.constantFrom<Edition>('2021', '2019');
const options: fc.Arbitrary<FigureOptions> = fc.record({
  scale: fc.constantFrom<Scale>('idle', 'bureau', 'county', 'city', 'province'),
  disclosure: editions,
  applications: editions,
});
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('drawn figures', () => {
  it('keep every sum of the form, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, options, (seed, wanted) => {
        expect(brokenIdentities(drawFigures(createRandom(seed, 'figures'), wanted))).toEqual([]);
      }),
    );
  });

  it('are whole and not negative in tables three and four', () => {
    fc.assert(
      fc.property(seeds, options, (seed, wanted) => {
        const figures = drawFigures(createRandom(seed), wanted);
        for (const row of [...Object.values(figures.applications), ...Object.values(figures.reviews)])
          for (const figure of row) expect(Number.isInteger(figure) && Number(figure) >= 0).toBe(true);
      }),
    );
  });

  it('are the same for the same seed and differ for another', () => {
    const draw = (seed: number) =>
      drawFigures(createRandom(seed, 'figures'), { scale: 'city', disclosure: '2021', applications: '2021' });
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it('number 200 in the 2021 edition and 186 where table three is of 2019', () => {
    const count = (applications: Edition): number => {
      const figures = drawFigures(createRandom(1), { scale: 'county', disclosure: '2021', applications });
      return [figures.disclosure, figures.applications, figures.reviews]
        .flatMap((rows) => Object.values(rows))
        .reduce((sum, row) => sum + row.length, 0);
    };
    expect([count('2021'), count('2019')]).toEqual([200, 186]);
  });
});

describe('the corpus identities', () => {
  const figures = drawFigures(createRandom(3), { scale: 'county', disclosure: '2021', applications: '2021' });

  it('are 25 row sums, 7 column sums, 7 balances and 3 review sums', () => {
    expect(identitiesOf(figures)).toHaveLength(42);
  });

  it('give back any one figure that is not printed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(figures.applications)), fc.integer({ min: 0, max: 6 }), (row, k) => {
        const column = ['natural_person', 'business', 'research', 'social', 'legal_service', 'other_org', 'total'][k];
        const key = `applications/${row}/${column ?? ''}`;
        const blanked = withFigures(figures, { [key]: null });
        expect(deriveBlanks(blanked)).toEqual(new Map([[key, figureAt(figures, 'applications', row, column ?? '')]]));
        expect(brokenIdentities(blanked)).toEqual([]);
      }),
    );
  });
});
