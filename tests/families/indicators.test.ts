import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { buildIndicators, indicatorsSchema } from '../../src/families/indicators.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');

const sound = {
  id: 'granted_share',
  group: 'outcomes',
  name: { zh: '予以公开率', en: 'Granted' },
  edition: '2021',
  kind: 'share',
  of: [{ table: 'applications', rows: ['granted'], columns: ['total'] }],
  outOf: [{ table: 'applications', rows: ['handled_total'], columns: ['total'] }],
};

/** What is wrong with a file of these indicators. */
function problemsOf(...indicators: object[]): string[] {
  const groups = [{ id: 'outcomes', name: { zh: '结果', en: 'Results' } }];
  const file = indicatorsSchema.parse({ minimumDenominator: 20, groups, indicators });
  return buildIndicators(file, family?.editions ?? []).problems.map(
    ({ path, text }) => `${path.join('.')}: ${text.en}`,
  );
}

describe('indicators', () => {
  it('that come with the family name each group, and each group is used', () => {
    const { groups = [], indicators = [] } = family.indicators ?? {};
    expect(new Set(indicators.map(({ group }) => group))).toEqual(new Set(groups.map(({ id }) => id)));
  });

  it('are one term for each column', () => {
    const file = { ...sound, of: [{ table: 'reviews', rows: ['review'], columns: ['upheld', 'other'] }] };
    const { rules } = buildIndicators(
      indicatorsSchema.parse({
        minimumDenominator: 20,
        groups: [{ id: 'outcomes', name: sound.name }],
        indicators: [file],
      }),
      family.editions,
    );
    expect(rules.indicators[0]?.of).toEqual([
      { table: 'reviews', rows: ['review'], column: 'upheld', sign: 1 },
      { table: 'reviews', rows: ['review'], column: 'other', sign: 1 },
    ]);
  });
});

describe('a wrong indicators.yaml', () => {
  it.each([
    [{ ...sound, edition: '2020' }, 'indicators.0.edition: there is no 2020; correct it'],
    [{ ...sound, group: 'results' }, 'indicators.0.group: there is no results; correct it'],
    [{ ...sound, kind: 'count' }, 'indicators.0.outOf: a count has no outOf'],
    [{ ...sound, outOf: undefined }, 'indicators.0.kind: a share needs outOf'],
    [
      { ...sound, of: [{ table: 'applications', rows: ['grant'], columns: ['total'] }] },
      'indicators.0.of.0: there is no 2021/applications/grant/total; correct it',
    ],
  ])('says where it is wrong (%#)', (wrong, problem) => {
    expect(problemsOf(wrong)).toEqual([problem]);
  });

  it('says which id occurs twice', () => {
    expect(problemsOf(sound, sound)).toEqual(['indicators.1.id: granted_share occurs twice']);
  });
});
