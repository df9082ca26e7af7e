import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds.js';
import { composeStatistics } from './compose.js';
import { NATIONAL_ROWS, NATIONAL_SUMS, PROVINCIAL_ROWS, PROVINCIAL_SUMS } from './forms.js';

const statistics = KINDS['statistics'];

describe.each(statistics?.styles ?? [])('the statistics style %s', (style) => {
  it('gives the same bytes for the same seed', () => {
    const [one, other] = [1, 2].map(() => statistics?.make({ seed: 3, style }).files[0]?.bytes ?? new Uint8Array());
    expect(Buffer.compare(one ?? Buffer.alloc(0), other ?? Buffer.alloc(0))).toBe(0);
    expect(one?.length).toBeGreaterThan(500);
  });
});

describe('a statistics table', () => {
  it.each(['national', 'provincial'] as const)('holds every sum of the %s list, and each row once', (form) => {
    const [rows, sums] = form === 'national' ? [NATIONAL_ROWS, NATIONAL_SUMS] : [PROVINCIAL_ROWS, PROVINCIAL_SUMS];
    const ids = rows.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (let seed = 1; seed <= 20; seed++) {
      const { truth } = composeStatistics(seed, form);
      expect(Object.keys(truth.statistics_by_id).sort()).toEqual([...ids].sort());
      for (const [total, parts] of Object.entries(sums))
        expect(truth.statistics_by_id[total]?.count).toBe(
          parts.reduce((sum, part) => sum + (truth.statistics_by_id[part]?.count ?? 0), 0),
        );
      expect(truth.expected_findings).toEqual([]);
    }
  });

  it('names the total that a planted error breaks', () => {
    const { truth } = composeStatistics(4, 'national', { plant: true });
    expect(truth.expected_findings).toEqual([
      { rule: '2014.req_received', table: 'statistics', row: 'req_received', column: 'count' },
    ]);
  });

  it('takes the labels and figures of a given report, and says nothing else of the body', () => {
    const lines = PROVINCIAL_ROWS.map(({ label, unit }, k) => ({ label, unit, year: k, cumulative: 100 + k }));
    const { truth, blocks } = composeStatistics(1, 'provincial', {
      given: { agency: '苇泽县', year: 2018, statistics: lines },
    });
    expect(truth.statistics).toEqual(lines);
    expect(blocks.filter((block) => block.kind === 'heading')).toHaveLength(1);
  });

  it('has no figure in the truth of a report without a table', () => {
    expect(composeStatistics(2, 'prose').truth.statistics_by_id).toEqual({});
  });

  it('lists rows whose two figures have grown together and can be parted in two ways', () => {
    // 206912106 is 2069 and 12106, or 206 and 912106, …
    const lines = PROVINCIAL_ROWS.map(({ label, unit }, k) => ({
      label,
      unit,
      year: k === 0 ? 2069 : 0,
      cumulative: k === 0 ? 12106 : 0,
    }));
    const made = statistics?.make({
      ...{ seed: 1, style: 'provincial-glued' },
      givenStatistics: { agency: '苇泽县', year: 2018, statistics: lines },
    });
    expect(made?.truth.undecidable).toEqual(['statistics/disclosed: 206912106']);
  });
});
