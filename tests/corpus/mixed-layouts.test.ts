import { describe, expect, it } from 'vitest';
import { planCorpus } from '../score/plan-corpus.js';
import { LAYOUTS } from './layouts.js';
import { draws, drawMixtures, layoutNamed } from './mixed-layouts.js';

describe('mixtures of layouts', () => {
  it('have the settings of each, the later ones in the last place', () => {
    const mixed = layoutNamed('dashed+bare-serial+grey-rules');
    expect(mixed?.page?.rules).toBe('grey');
    expect(mixed?.shape).toEqual(LAYOUTS['bare-serial']?.shape);
    expect(layoutNamed('dashed')).toBe(LAYOUTS['dashed']);
    expect(layoutNamed('dashed+nowhere')).toBeUndefined();
  });

  it('are drawn only by renderers that draw each of them', () => {
    const mixed = layoutNamed('letter+dashed');
    expect(['chromium', 'libreoffice', 'raw', 'text'].filter((name) => mixed?.only?.includes(name as never))).toEqual([
      'chromium',
    ]);
    for (const name of drawMixtures('raw', 3, { seed: 5, count: 30 })) {
      expect(new Set(name.split('+')).size).toBe(3);
      expect(name.split('+').every((part) => draws(LAYOUTS[part] ?? {}, 'raw'))).toBe(true);
    }
  });

  it('are the same for the same seed, and as many as are asked for', () => {
    const wish = { seed: 7, count: 10, renderers: ['chromium', 'raw', 'libreoffice'], layout: 'mixed:2' } as const;
    const runs = planCorpus(wish);
    expect(runs).toEqual(planCorpus(wish));
    expect(runs.map(({ seed, count }) => [seed, count])).toEqual([
      [7, 3],
      [10, 3],
      [13, 4],
    ]);
    expect(runs.flatMap(({ layouts }) => layouts)).toHaveLength(10);
  });
});
