import { describe, expect, it } from 'vitest';
import { compareBureaus, UnknownIndicatorError } from '../../../src/compare/indicators/index.js';
import type { ComparedCell, BureauComparison } from '../../../src/compare/indicators/index.js';
import { wilsonInterval } from '../../../src/compare/indicators/wilson-interval.js';
import { gather, loadFamily, type FigureRow, type MadeOutput } from './made-outputs.js';

const family = await loadFamily();

type Values = Readonly<Record<string, string>>;

/** One report with the figures given as `table/row/column: value`; a value ending in `?` is suspect, an empty one blank. */
function report(agency: string, year: number, values: Values, edition = year < 2021 ? '2019' : '2021'): MadeOutput {
  const id = `${agency}-${year}-${edition}-${Object.values(values).join()}`;
  const figures = Object.entries(values).map(([place, value]): FigureRow => {
    const [table = '', row = '', column = ''] = place.split('/');
    const isSuspect = value.endsWith('?');
    const status = isSuspect ? 'suspect' : 'printed';
    return { report_id: id, edition, table, row, column, value: value.replace('?', ''), status };
  });
  const owner = { source_path: `${id}.pdf`, region_code: '', level: '', outcome: 'ok' };
  return { owners: [{ report_id: id, agency, year: String(year), ...owner }], figures, findings: [] };
}

function compare(outputs: readonly MadeOutput[], ...indicators: string[]): BureauComparison {
  return compareBureaus(gather(family, outputs), family, { indicators });
}

function cellOf({ cells }: BureauComparison, name: string, year: number): ComparedCell {
  const found = cells.find((cell) => cell.bureau.name === name && cell.year === year);
  if (found === undefined) throw new Error(`no cell of ${name} ${year}`);
  return found;
}

const HANDLED = 'applications/handled_total/total';
const GRANTED = 'applications/granted/total';
const NEW = 'applications/new_received/total';

describe('one indicator of one report', () => {
  it('is a share with its interval', () => {
    const { reading, rank } = cellOf(
      compare([report('甲局', 2022, { [HANDLED]: '40', [GRANTED]: '10' })], 'granted_share'),
      '甲局',
      2022,
    );
    expect(reading).toMatchObject({ state: 'sound', value: '0.25', numerator: '10', denominator: '40' });
    expect(reading.interval).toEqual(wilsonInterval(10, 40));
    expect(rank).toEqual({ rank: 1, best: 1, worst: 1, of: 1 });
  });

  it.each([
    ['a blank cell', { [HANDLED]: '40', [GRANTED]: '' }, 'absent', 'blank-figure'],
    ['a denominator of 0', { [HANDLED]: '0', [GRANTED]: '0' }, 'absent', 'zero-denominator'],
    ['a cell that the report does not have', { [HANDLED]: '40' }, 'absent', 'missing-figure'],
    ['a suspect figure', { [HANDLED]: '40', [GRANTED]: '10?' }, 'doubted', 'suspect-figure'],
    ['a part larger than the whole', { [HANDLED]: '40', [GRANTED]: '41' }, 'doubted', 'exceeds-whole'],
    ['few cases', { [HANDLED]: '19', [GRANTED]: '10' }, 'small', 'small-denominator'],
  ])('says what stands against it: %s', (_, values, state, code) => {
    const comparison = compare([report('甲局', 2022, values)], 'granted_share');
    const { reading, rank } = cellOf(comparison, '甲局', 2022);
    expect(reading.state).toBe(state);
    expect(reading.reasons.map((each) => each.code)).toEqual([code]);
    expect(rank).toBeUndefined();
    expect(comparison.summaries).toMatchObject([{ sound: 0, median: '' }]);
  });

  it('doubts every figure of a sum that fails', () => {
    const places = ['upheld', 'corrected', 'other', 'total'].map((column) => `reviews/review/${column}`);
    const output = report('甲局', 2022, Object.fromEntries(places.map((place) => [place, '30'])));
    const place = { table: 'reviews', row: 'review', column: 'total' };
    const failing = { rule: 'T4.review', severity: 'error', ...place, difference: '-60' };
    const findings = output.owners.map(({ report_id }) => ({ report_id, ...failing }));
    const { reading } = cellOf(compare([{ ...output, findings }], 'review_corrected_share'), '甲局', 2022);
    expect(reading).toMatchObject({ state: 'doubted', value: '0.333333' });
    expect(reading.reasons.map(({ code }) => code)).toEqual(['failed-sum']);
  });
});

describe('figures of several editions', () => {
  it('take the undivided row of 2019 for the three of 2021, exactly', () => {
    const old = report('甲局', 2020, { [HANDLED]: '50', 'applications/other_total/total': '5' });
    const { reading } = cellOf(compare([old], 'other_share'), '甲局', 2020);
    expect(reading).toMatchObject({ state: 'sound', value: '0.1', comparability: 'exact', basis: '2021' });
  });

  it('compare nearly where the list says so, are said to, and are not ranked with the others', () => {
    const old = report('甲局', 2020, { 'disclosure/normative_documents/new_made': '5' });
    const mixed = report('乙局', 2020, { 'disclosure/normative_documents/made': '7' }, '2021');
    const comparison = compare([old, mixed], 'normative_made');
    const { reading, rank } = cellOf(comparison, '甲局', 2020);
    expect(reading).toMatchObject({ value: '5', comparability: 'approximate', basis: '2019' });
    expect(reading.reasons[0]?.text.zh).toBe('口径近似（制作与制发口径不同）');
    expect(rank?.of).toBe(1);
    expect(comparison.summaries.map(({ basis, sound }) => [basis, sound])).toEqual([
      ['2019', 1],
      ['2021', 1],
    ]);
  });

  it('have no value where the form has no counterpart, and the reason', () => {
    const old = report('甲局', 2020, { 'disclosure/normative_documents/public_total': '90' });
    const { reading } = cellOf(compare([old], 'normative_valid'), '甲局', 2020);
    expect(reading).toMatchObject({ state: 'absent', value: '', comparability: 'none' });
    expect(reading.reasons[0]?.text.en).toContain('form of 2019');
  });

  it('have no value where nobody has looked into it', () => {
    const old = report('甲局', 2015, { 'statistics/review_corrected/count': '9' }, '2014');
    const { reading } = cellOf(compare([old], 'review_corrected_share'), '甲局', 2015);
    expect(reading.reasons.map(({ code }) => code)).toEqual(['not-compared']);
  });
});

describe('several years', () => {
  it('give the growth against the year before, ranked only from enough cases', () => {
    const reports = [
      report('甲局', 2021, { [NEW]: '100' }),
      report('甲局', 2022, { [NEW]: '110' }),
      report('乙局', 2021, { [NEW]: '2' }),
      report('乙局', 2022, { [NEW]: '8' }),
    ];
    const comparison = compare(reports, 'new_received_growth');
    expect(cellOf(comparison, '甲局', 2022)).toMatchObject({
      reading: { state: 'sound', value: '0.1' },
      rank: { of: 1 },
    });
    expect(cellOf(comparison, '乙局', 2022).reading).toMatchObject({ state: 'small', value: '3' });
    expect(cellOf(comparison, '甲局', 2021).reading.reasons[0]?.code).toBe('no-previous-year');
  });

  it('say where a body has no report, from its first year on, and bridge no gap', () => {
    const reports = [
      report('乙局', 2019, { [NEW]: '30' }),
      report('甲局', 2020, { [NEW]: '100' }),
      report('甲局', 2022, { [NEW]: '110' }),
    ];
    const comparison = compare(reports, 'new_received_growth');
    expect(cellOf(comparison, '甲局', 2021).reading.reasons[0]?.code).toBe('no-report');
    expect(cellOf(comparison, '甲局', 2022).reading).toMatchObject({ state: 'absent', value: '' });
    expect(comparison.cells.some(({ bureau, year }) => bureau.name === '甲局' && year === 2019)).toBe(false);
  });

  it('are compared exactly within one older form, and nearly across forms', () => {
    const received = 'statistics/req_received/count';
    const reports = [
      report('甲局', 2017, { [received]: '100' }, '2014'),
      report('甲局', 2018, { [received]: '150' }, '2014'),
      report('甲局', 2019, { [NEW]: '180' }),
    ];
    const comparison = compare(reports, 'new_received_growth');
    expect(cellOf(comparison, '甲局', 2018).reading).toMatchObject({ value: '0.5', comparability: 'exact' });
    expect(cellOf(comparison, '甲局', 2019).reading).toMatchObject({ value: '0.2', comparability: 'approximate' });
  });

  it('are doubted where two reports of a body on one year differ, and not where they agree', () => {
    const twice = [report('甲局', 2022, { [NEW]: '30' }), report('甲局', 2022, { [NEW]: '31' })];
    expect(cellOf(compare(twice, 'new_received'), '甲局', 2022).reading.state).toBe('doubted');
    const alike = [report('甲局', 2022, { [NEW]: '30' }), report('甲局', 2022, { [NEW]: '30', [HANDLED]: '1' })];
    expect(cellOf(compare(alike, 'new_received'), '甲局', 2022).reading.state).toBe('sound');
  });

  it('count a report once that two outputs hold', () => {
    const output = report('甲局', 2022, { [NEW]: '30' });
    expect(compare([output, output], 'new_received').cells).toHaveLength(1);
  });
});

it('lets ties share a place and says how far intervals leave it open', () => {
  const share = (granted: string, handled: string): Values => ({ [GRANTED]: granted, [HANDLED]: handled });
  const reports = [
    report('甲局', 2022, share('900', '1000')),
    report('乙局', 2022, share('20', '40')),
    report('丙局', 2022, share('10', '20')),
    report('丁局', 2022, share('18', '40')),
    report('戊局', 2022, share('0', '1000')),
  ];
  const { cells } = compare(reports, 'granted_share');
  const ranks = Object.fromEntries(cells.map(({ bureau, rank }) => [bureau.name, rank]));
  expect(ranks).toEqual({
    甲局: { rank: 1, best: 1, worst: 1, of: 5 },
    乙局: { rank: 2, best: 2, worst: 4, of: 5 },
    丙局: { rank: 2, best: 2, worst: 4, of: 5 },
    丁局: { rank: 4, best: 2, worst: 4, of: 5 },
    戊局: { rank: 5, best: 5, worst: 5, of: 5 },
  });
});

it('refuses an indicator that there is not', () => {
  expect(() => compare([], 'granted_shares')).toThrow(UnknownIndicatorError);
});
