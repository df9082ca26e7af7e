import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../../src/check/index.js';
import type { Family, FailureExplanation, ReportDigest, TableVerdict } from '../../../src/model/index.js';
import { digestMaker, loadFamily, type SampleDigest } from './sample-digests.js';

let family: Family;
let digest: (part: SampleDigest) => ReportDigest;

beforeAll(async () => {
  family = await loadFamily();
  digest = digestMaker(family);
});

const exchange = (
  row: string,
  columns: readonly [string, string],
  values: readonly [string, string],
): FailureExplanation => ({
  faults: [{ row, fault: 'exchanged' }],
  changes: [
    { row, column: columns[0], from: values[0], to: values[1] },
    { row, column: columns[1], from: values[1], to: values[0] },
  ],
  cost: 4,
});
const GRANTED = exchange('granted', ['natural_person', 'business'], ['2', '5']);
const CARRIED_IN = exchange('carried_in', ['natural_person', 'business'], ['2', '5']);
const CARRIED_OUT = exchange('carried_out', ['natural_person', 'business'], ['2', '5']);

const open = (...explanations: readonly FailureExplanation[]): Pick<ReportDigest, 'verdicts'> => ({
  verdicts: [
    { table: 'applications', block: 'applications', kind: 'ambiguous', isCutShort: false, explanations, mends: [] },
  ],
});
/** Figures of natural persons and of businesses in a row. */
const kinds = (row: string, persons: string, businesses: string): Record<string, string> => ({
  [`applications/${row}/natural_person`]: persons,
  [`applications/${row}/business`]: businesses,
});

function rankedAt(digests: readonly ReportDigest[], index: number): readonly TableVerdict[] | undefined {
  return compareReports(digests, family, true).ranked.get(index);
}

describe('explanations of a failing table beside the reports of other years', () => {
  it('are ranked by what the year before carried over, though the figure itself is marked', () => {
    const before = digest({ year: 2022, figures: kinds('carried_out', '5', '2') });
    const later = digest({
      year: 2023,
      figures: kinds('carried_in', '2', '5'),
      trusts: { 'applications/carried_in/natural_person': '-' },
      ...open(GRANTED, CARRIED_IN),
    });
    const support = ['5', '2'].map((value) => ({ kind: 'other-year', rule: 'X.carry', value, source: 'in/2022.pdf' }));
    const [verdict] = rankedAt([before, later], 1) ?? [];
    expect(verdict?.explanations[0]).toEqual({ ...CARRIED_IN, support });
    expect(verdict?.explanations[1]).toEqual(GRANTED);
    expect(verdict?.kind).toBe('ambiguous');
  });

  it('are ranked by what the year after carried in', () => {
    const earlier = digest({ year: 2022, figures: kinds('carried_out', '2', '5'), ...open(GRANTED, CARRIED_OUT) });
    const after = digest({ year: 2023, figures: kinds('carried_in', '5', '2') });
    expect(rankedAt([earlier, after], 0)?.[0]?.explanations[0]?.changes).toEqual(CARRIED_OUT.changes);
  });

  it('stay as they are where none agrees, where the other figure is marked, and where the years do not meet', () => {
    const later = digest({ year: 2023, figures: kinds('carried_in', '2', '5'), ...open(GRANTED, CARRIED_IN) });
    const other = digest({ year: 2022, figures: kinds('carried_out', '7', '8') });
    expect(rankedAt([other, later], 1)).toBeUndefined();
    const trusts = {
      'applications/carried_out/natural_person': '-',
      'applications/carried_out/business': '-',
    };
    expect(
      rankedAt([digest({ year: 2022, figures: kinds('carried_out', '5', '2'), trusts }), later], 1),
    ).toBeUndefined();
    expect(rankedAt([digest({ year: 2021, figures: kinds('carried_out', '5', '2') }), later], 1)).toBeUndefined();
  });

  it('stay as they are where a sentence speaks for another one', () => {
    const support = [{ kind: 'prose' as const, rule: 'granted', value: '5', source: '' }];
    const later = digest({
      ...{ year: 2023, figures: kinds('carried_in', '2', '5') },
      ...open({ ...GRANTED, support }, CARRIED_IN),
    });
    const before = digest({ year: 2022, figures: kinds('carried_out', '5', '2') });
    expect(rankedAt([before, later], 1)).toBeUndefined();
  });
});
