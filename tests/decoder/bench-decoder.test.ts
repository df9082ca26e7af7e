// The bench on few tables: what `npm run bench:decoder` prints must not get worse unseen.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/index.js';
import type { Edition } from '../corpus/figures.js';
import { loadBlocks, runCase, type CaseResult } from './bench-decoder.js';
import { SPOIL_CASES, type SpoilCase } from './spoil.js';

const TABLES = 15;
let blocks: ReadonlyMap<Edition, Block>;

beforeAll(async () => {
  blocks = await loadBlocks();
});

function run(each: SpoilCase, edition: Edition): CaseResult {
  const block = blocks.get(edition);
  if (!block) throw new Error(`edition ${edition} has no table three`);
  return runCase(each, edition, block, TABLES);
}

function share(result: CaseResult, grade: keyof CaseResult['grades']): number {
  return result.grades[grade] / result.tables;
}

describe.each(['2021', '2019'] as const)('edition %s', (edition) => {
  it.each(SPOIL_CASES.map((each) => [each.name, each] as const))('gives no wrong figure for "%s"', (_, each) => {
    const result = run(each, edition);
    expect(result.grades.wrong).toBe(0);
    if (each.isPublishers === true) expect(share(result, 'reported')).toBe(1);
    if (/^1 (?:misread|row|blank)|^3 blank|nothing/u.test(each.name) && !each.name.endsWith('exchanged')) {
      expect(share(result, 'right')).toBe(1);
    }
    if (each.name.startsWith('2 misread')) expect(share(result, 'right')).toBeGreaterThanOrEqual(0.95);
    if (each.name.startsWith('3 misread')) expect(result.grades.unseen).toBe(0);
  });
});
