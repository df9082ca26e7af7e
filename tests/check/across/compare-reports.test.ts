import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../../src/check/across/compare-reports.js';
import type { Family, Finding, ReportDigest } from '../../../src/model/index.js';
import { digestMaker, loadFamily, type SampleDigest } from './sample-digests.js';

let family: Family;
let digest: (part: SampleDigest) => ReportDigest;

beforeAll(async () => {
  family = await loadFamily();
  digest = digestMaker(family);
});

/** The findings by position of their report, each as `rule severity cause`. */
function namesOf(digests: readonly ReportDigest[], isJoined = true): Record<number, string[]> {
  const { findings } = compareReports(digests, family, isJoined);
  return Object.fromEntries(
    [...findings].map(([index, found]) => [
      index,
      found.map(({ rule, severity, cause }) => `${rule} ${severity} ${cause}`),
    ]),
  );
}

function findingAt(digests: readonly ReportDigest[], index: number, rule: string): Finding {
  const found = compareReports(digests, family, true)
    .findings.get(index)
    ?.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no ${rule}`);
  return found;
}

const OUT = 'applications/carried_out';
const IN = 'applications/carried_in';

/** Figures that make two reports differ in more than what a test is about. */
function busy(seed: number): Record<string, string> {
  return {
    'applications/granted/total': String(100 + seed),
    'applications/partial/total': String(7 * seed),
    'applications/new_received/total': String(300 + seed),
  };
}

describe('compareReports: years of one body', () => {
  it('finds nothing in years that follow on from each other, whatever their order in the run', () => {
    const years = [
      digest({ year: 2024, figures: { ...busy(3), [`${IN}/total`]: '4', [`${IN}/business`]: '4' } }),
      digest({ year: 2022, figures: { ...busy(1), 'disclosure/normative_documents/valid': '5' } }),
      digest({
        year: 2023,
        figures: {
          ...busy(2),
          [`${OUT}/total`]: '4',
          [`${OUT}/business`]: '4',
          'disclosure/normative_documents/valid': '7',
          'disclosure/normative_documents/made': '3',
          'disclosure/normative_documents/repealed': '1',
        },
      }),
    ];
    expect(namesOf(years)).toEqual({
      0: ['X.valid warning publisher'],
    });
    expect(findingAt(years, 0, 'X.valid')).toMatchObject({ row: 'normative_documents', expected: '7', actual: '0' });
  });

  it('names a total that was not carried over as an error, and kinds of applicants alone as a warning', () => {
    const earlier = digest({ year: 2022, figures: { ...busy(1), [`${OUT}/total`]: '5', [`${OUT}/business`]: '5' } });
    const other = digest({ year: 2023, figures: { ...busy(2), [`${IN}/total`]: '3', [`${IN}/business`]: '3' } });
    expect(namesOf([earlier, other])).toEqual({ 1: ['X.carry error publisher'] });
    expect(findingAt([earlier, other], 1, 'X.carry')).toMatchObject({
      table: 'applications',
      row: 'carried_in',
      column: 'total',
      expected: '5',
      actual: '3',
      difference: '-2',
    });
    const moved = digest({ year: 2023, figures: { ...busy(2), [`${IN}/total`]: '5', [`${IN}/research`]: '5' } });
    expect(namesOf([earlier, moved])).toEqual({ 1: ['X.carry warning publisher'] });
    expect(findingAt([earlier, moved], 1, 'X.carry').message.zh).toContain('共 2 处');
  });

  it('judges by no figure that is marked, and blames nobody where one is less than certain', () => {
    const earlier = digest({ year: 2022, figures: { ...busy(1), [`${OUT}/total`]: '5' } });
    const marked = digest({ year: 2023, figures: busy(2), trusts: { [`${IN}/total`]: '-' } });
    expect(namesOf([earlier, marked])).toEqual({});
    const believed = digest({ year: 2023, figures: busy(2), trusts: { [`${IN}/total`]: 'b' } });
    expect(namesOf([earlier, believed])).toEqual({ 1: ['X.carry error unknown'] });
  });

  it('compares no years with one between them, and no stock before there was one', () => {
    const apart = [
      digest({ year: 2021, figures: { ...busy(1), [`${OUT}/total`]: '5' } }),
      digest({ year: 2023, figures: busy(2) }),
    ];
    expect(namesOf(apart)).toEqual({});
    const early = [
      digest({ year: 2020, figures: busy(1) }),
      digest({ year: 2021, figures: { ...busy(2), 'disclosure/regulations/valid': '9' } }),
    ];
    expect(namesOf(early)).toEqual({});
  });

  it('remarks on fewer cases than were pending', () => {
    const years = [
      digest({ year: 2022, figures: { ...busy(1), 'reviews/review/pending': '2' } }),
      digest({ year: 2023, figures: { ...busy(2), 'reviews/review/total': '1' } }),
    ];
    expect(namesOf(years)).toEqual({ 1: ['X.pending info publisher'] });
  });
});

describe('compareReports: years that repeat', () => {
  it('finds figures that are the same, an error only where chance is out of the question', () => {
    expect(namesOf([2022, 2023].map((year) => digest({ year, figures: busy(1) })))).toEqual({
      1: ['X.same error publisher'],
    });
    const one = { 'applications/new_received/total': '1', 'applications/granted/total': '1' };
    expect(namesOf([2022, 2023].map((year) => digest({ year, figures: one })))).toEqual({
      1: ['X.same warning publisher'],
    });
  });

  it('finds nothing in two years without any business, nor in a stock that stays', () => {
    expect(namesOf([2022, 2023].map((year) => digest({ year })))).toEqual({});
    const stock = { 'disclosure/normative_documents/valid': '13' };
    expect(namesOf([2022, 2023].map((year) => digest({ year, figures: stock })))).toEqual({});
  });

  it('finds prose that was taken over with its year changed', () => {
    const sentences = Array.from(
      { length: 20 },
      (_, k) => `第${k}项工作按照年度计划逐项推进并取得了预期成效，群众满意度稳步提高。`,
    );
    const report = (year: number, fresh: number): ReportDigest => {
      const prose = sentences.map((text, k) =>
        k < fresh ? `${year}年，本单位另行开展了第${k + year}次专项行动与培训活动。` : text,
      );
      return digest({ year, figures: busy(year), prose: `${year}年度工作报告的基本情况如下所述。${prose.join('')}` });
    };
    expect(namesOf([report(2022, 0), report(2023, 0)])).toEqual({ 1: ['X.same_text warning unknown'] });
    expect(namesOf([report(2022, 0), report(2023, 4)])).toEqual({ 1: ['X.same_text info unknown'] });
    expect(namesOf([report(2022, 0), report(2023, 10)])).toEqual({});
  });
});

describe('compareReports: which reports are of one body', () => {
  it('joins names that differ in form only, says so, and leaves it on request', () => {
    const years = [
      digest({
        year: 2023,
        agency: '洪泽区人民政府',
        bureauName: '人民政府',
        figures: { ...busy(1), [`${OUT}/total`]: '2' },
      }),
      digest({ year: 2024, agency: '淮安市洪泽区人民政府', bureauName: '人民政府', figures: busy(2) }),
    ];
    expect(namesOf(years)).toEqual({ 1: ['X.joined info unknown', 'X.carry error publisher'] });
    expect(findingAt(years, 1, 'X.joined').message.zh).toMatch(/洪泽区人民政府.*320813.*--no-join/);
    expect(namesOf(years, false)).toEqual({});
  });

  it('joins no different bodies of one division, nor one name in two divisions, nor a name that says too little', () => {
    const earlier = { year: 2022, figures: { ...busy(1), [`${OUT}/total`]: '5' } };
    const later = { year: 2023, figures: busy(2) };
    expect(namesOf([digest(earlier), digest({ ...later, bureauName: '财政局' })])).toEqual({});
    expect(namesOf([digest(earlier), digest({ ...later, regionCode: '320812' })])).toEqual({});
    expect(namesOf([digest(earlier), digest({ ...later, level: 'township' })])).toEqual({});
    expect(namesOf([digest({ ...earlier, bureauName: '' }), digest({ ...later, bureauName: '' })])).toEqual({});
  });
});

describe('compareReports: copies', () => {
  it('keeps the copy with the fewest marks, and names what differs', () => {
    const copies = [
      digest({ year: 2023, reportId: 'a', sourcePath: 'a.html', figures: busy(1), markCount: 2 }),
      digest({
        year: 2023,
        reportId: 'b',
        sourcePath: 'b.pdf',
        figures: { ...busy(1), 'applications/partial/total': '8' },
      }),
    ];
    const { findings, copies: found } = compareReports(copies, family, true);
    expect([...found]).toEqual([[0, 1]]);
    expect(findings.get(1)).toMatchObject([
      { rule: 'X.copies_differ', severity: 'warning', row: 'partial', column: 'total', expected: '7', actual: '8' },
    ]);
    expect(findings.get(0)).toBeUndefined();
  });

  it('prefers a copy whose figures have places, then the first', () => {
    const [text, first, second] = ['a.txt', 'b.pdf', 'c.pdf'].map((sourcePath, k) =>
      digest({ year: 2023, reportId: sourcePath, sourcePath, figures: busy(1), hasPages: k > 0 }),
    );
    if (text === undefined || first === undefined || second === undefined) throw new Error('three');
    expect([...compareReports([text, first, second], family, true).copies]).toEqual([
      [2, 1],
      [0, 1],
    ]);
  });

  it('takes reports of another scope for no copies, and compares their year with no other', () => {
    const reports = [
      digest({ year: 2022, figures: { ...busy(9), [`${OUT}/total`]: '5' } }),
      digest({ year: 2023, reportId: 'a', figures: busy(1) }),
      digest({ year: 2023, reportId: 'b', figures: busy(2) }),
    ];
    expect(compareReports(reports, family, true).copies.size).toBe(0);
    expect(namesOf(reports)).toEqual({ 2: ['X.same_year info unknown'] });
  });

  it('goes on from the copy that is kept', () => {
    const reports = [
      digest({ year: 2022, figures: { ...busy(9), [`${OUT}/total`]: '5' } }),
      digest({ year: 2023, reportId: 'a', figures: { ...busy(1), [`${IN}/total`]: '5' }, markCount: 1 }),
      digest({ year: 2023, reportId: 'b', figures: { ...busy(1), [`${IN}/total`]: '5' } }),
    ];
    expect(namesOf(reports)).toEqual({});
    expect([...compareReports(reports, family, true).copies]).toEqual([[1, 2]]);
  });
});

describe('compareReports: a government and those below it', () => {
  const city = { agency: '淮安市人民政府', regionCode: '320800', level: 'prefecture', bureauName: '人民政府' } as const;
  const county = { agency: '洪泽区人民政府', bureauName: '人民政府' } as const;
  const figures = (count: number): Record<string, string> => ({ 'applications/new_received/total': String(count) });

  it('remarks on a sum that is larger than the superior’s, once a table', () => {
    const reports = [
      digest({ year: 2023, ...city, figures: figures(10) }),
      digest({ year: 2023, ...county, figures: figures(7) }),
      digest({ year: 2023, ...county, agency: '淮阴区人民政府', regionCode: '320804', figures: figures(4) }),
      digest({ year: 2022, ...county, figures: figures(99), reportId: 'other year' }),
    ];
    expect(namesOf(reports)).toEqual({ 0: ['X.subordinate info unknown'] });
    expect(findingAt(reports, 0, 'X.subordinate')).toMatchObject({ row: 'new_received', expected: '11', actual: '10' });
  });

  it('counts each body at the nearest government, and leaves out offices and branches of central bodies', () => {
    const reports = [
      digest({ year: 2023, ...city, figures: figures(10) }),
      digest({ year: 2023, ...county, figures: figures(10) }),
      digest({ year: 2023, figures: figures(10) }),
      digest({ year: 2023, agency: '洪泽区人民政府办公室', bureauName: '人民政府办公室', figures: figures(10) }),
      digest({
        year: 2023,
        agency: '国家税务总局淮安市税务局',
        regionCode: '320800',
        bureauName: '税务局',
        figures: figures(9),
      }),
    ];
    expect(namesOf(reports)).toEqual({});
  });
});
