import { beforeAll, describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { BlindSpots, Block } from '../../src/model/index.js';
import { blocksToBlindSpots } from '../../src/repair/index.js';

let blocks: readonly Block[] = [];

beforeAll(async () => {
  const [family] = await loadFamilies(PIPELINES_DIRECTORY);
  blocks = family?.editions.find(({ id }) => id === '2021')?.blocks ?? [];
});

function spotsOf(slot: string): BlindSpots | undefined {
  return blocksToBlindSpots(blocks).find(({ block }) => block === slot);
}

describe('what the laws of the form of 2021 cannot see', () => {
  it('is in table three which of its results or of its applicants is which, but no total', () => {
    const { rows = [], columns } = spotsOf('applications') ?? {};
    expect(rows.map(({ length }) => length)).toEqual([2, 21]);
    expect(rows[0]).toEqual(['new_received', 'carried_in']);
    expect(rows[1]).toContain('denied_7_enforcement_file');
    expect(rows.flat()).not.toContain('handled_total');
    expect(columns).toEqual([['natural_person', 'business', 'research', 'social', 'legal_service', 'other_org']]);
  });

  it('is in table four which result of one kind is which', () => {
    const { rows, columns = [] } = spotsOf('reviews') ?? {};
    expect(rows).toEqual([]);
    expect(columns[0]).toEqual(['review/upheld', 'review/corrected', 'review/other', 'review/pending']);
    expect(columns).toHaveLength(3);
  });

  it('is everything in a block without laws', () => {
    const block = blocks.find(({ identities, rows }) => identities.length === 0 && rows.length > 1);
    if (!block) throw new Error('no such block');
    expect(blocksToBlindSpots([block])[0]?.rows).toEqual([block.rows.map(({ id }) => id)]);
  });
});
