import { describe, expect, it } from 'vitest';
import { compareBureaus, type BureauComparison } from '../../../src/compare/indicators/index.js';
import { gather, loadFamily, makeOutput, type MadeOutput } from './made-outputs.js';

const YEARS = [2019, 2020, 2021, 2022, 2023];
const family = await loadFamily();
const output = makeOutput(family, 200, YEARS);
const comparison = compareBureaus(gather(family, [output]), family);

/** A figure of the output by report and place; `undefined` where it has no value, and whether it is sound. */
type Lookup = (reportId: string, place: string) => { readonly value: number; readonly isSound: boolean } | undefined;

function lookupIn({ figures }: MadeOutput): Lookup {
  const byKey = new Map(figures.map((each) => [`${each.report_id} ${each.table}/${each.row}/${each.column}`, each]));
  return (reportId, place) => {
    const figure = byKey.get(`${reportId} ${place}`);
    if (figure === undefined || figure.value === '') return undefined;
    return { value: Number(figure.value), isSound: figure.status !== 'suspect' };
  };
}

const lookup = lookupIn(output);

/** The sum of figures; not a number where one has no value. */
function add(reportId: string, places: readonly string[]): { value: number; isSound: boolean } {
  const found = places.map((place) => lookup(reportId, place));
  return {
    value: found.reduce((sum, each) => sum + (each?.value ?? NaN), 0),
    isSound: found.every((each) => each?.isSound === true),
  };
}

/** Values by agency of what the comparison calls sound. */
function soundValues({ cells }: BureauComparison, indicator: string, year: number): Map<string, number> {
  const own = cells.filter((cell) => cell.indicator === indicator && cell.year === year);
  return new Map(
    own
      .filter(({ reading }) => reading.state === 'sound')
      .map(({ bureau, reading }) => [bureau.name, Number(reading.value)]),
  );
}

/** Holds the values of all bodies of a year against those reckoned here, with the middle of them. */
function expectAlike(indicator: string, year: number, expected: ReadonlyMap<string, number>): void {
  const values = soundValues(comparison, indicator, year);
  expect([...values.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [agency, value] of expected) expect(values.get(agency), agency).toBeCloseTo(value, 5);
  const sorted = [...expected.values()].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const middle = ((sorted[Math.floor(half)] ?? NaN) + (sorted[Math.ceil(half)] ?? NaN)) / 2;
  const summary = comparison.summaries.find((each) => each.indicator === indicator && each.year === year);
  expect(summary?.sound).toBe(expected.size);
  expect(Number(summary?.median)).toBeCloseTo(middle, 5);
}

describe.each(YEARS)('the comparison of 200 bodies in %i, reckoned independently', (year) => {
  const owners = output.owners.filter((owner) => owner.year === String(year));
  const other =
    year < 2021
      ? ['applications/other_total/total']
      : ['other_1_no_correction', 'other_2_fee_unpaid', 'other_3_other'].map((row) => `applications/${row}/total`);

  it.each([
    ['granted_share', ['applications/granted/total'], ['applications/handled_total/total']],
    ['other_share', other, ['applications/handled_total/total']],
    [
      'backlog_share',
      ['applications/carried_out/total'],
      ['applications/new_received/total', 'applications/carried_in/total'],
    ],
  ])('has the same %s', (indicator, of, outOf) => {
    const expected = owners.flatMap(({ report_id, agency }): [string, number][] => {
      const part = add(report_id, of);
      const whole = add(report_id, outOf);
      const isUsed = part.isSound && whole.isSound && whole.value >= 20 && part.value <= whole.value;
      return isUsed ? [[agency, part.value / whole.value]] : [];
    });
    expectAlike(indicator, year, new Map(expected));
  });

  it('has the same growth', () => {
    const place = ['applications/new_received/total'];
    const expected = owners.flatMap(({ report_id, agency }): [string, number][] => {
      const before = output.owners.find((each) => each.agency === agency && each.year === String(year - 1));
      if (before === undefined) return [];
      const [now, then] = [add(report_id, place), add(before.report_id, place)];
      return now.isSound && then.isSound && then.value >= 20 ? [[agency, now.value / then.value - 1]] : [];
    });
    if (expected.length > 0) expectAlike('new_received_growth', year, new Map(expected));
    else expect(soundValues(comparison, 'new_received_growth', year).size).toBe(0);
  });
});

it('counts a body with a failed sum of reviews in no figure made of it', () => {
  const failed = new Set(output.findings.map(({ report_id }) => report_id));
  const cells = comparison.cells.filter(({ indicator }) => indicator === 'reviews');
  const contested = cells.filter(({ report }) => failed.has(report?.reportId ?? ''));
  expect(contested.length).toBeGreaterThan(20);
  for (const { reading } of contested) expect(['doubted', 'absent']).toContain(reading.state);
});
