import { describe, expect, it } from 'vitest';
import { matchReports, type MatchableReport } from '../../../src/compare/diff/match-reports.js';

function report(reportId: string, bureauKey: string, year: string): MatchableReport {
  return { reportId, bureauKey, year, agency: bureauKey, sourcePath: `${reportId}.pdf` };
}

function matched(olds: readonly MatchableReport[], news: readonly MatchableReport[], isAcrossYears = false): unknown {
  const { pairs, lone } = matchReports(olds, news, isAcrossYears);
  return [
    ...pairs.map(({ old, new: other, matchedBy }) => `${old.reportId}=${other.reportId} ${matchedBy}`),
    ...lone.map(
      ({ side, report: { reportId }, isAmbiguous }) => `${side} ${reportId}${isAmbiguous ? ' ambiguous' : ''}`,
    ),
  ];
}

describe('matchReports', () => {
  it('goes by the bytes first, then by body and year', () => {
    const olds = [report('a', '甲', '2022'), report('b', '乙', '2022'), report('c', '丙', '2022')];
    const news = [report('b', '乙', '2022'), report('a2', '甲', '2022'), report('d', '丙', '2023')];
    expect(matched(olds, news)).toEqual(['b=b file', 'a=a2 body-and-year', 'old c', 'new d']);
  });

  it('goes across years by body alone, where that is asked for', () => {
    const [olds, news] = [[report('c', '丙', '2022')], [report('d', '丙', '2023'), report('e', '丁', '2023')]];
    expect(matched(olds, news, true)).toEqual(['c=d body', 'new e']);
  });

  it('matches none of several of one body, and says so', () => {
    const [olds, news] = [[report('a', '甲', '2022')], [report('b', '甲', '2022'), report('c', '甲', '2022')]];
    expect(matched(olds, news)).toEqual(['old a ambiguous', 'new b ambiguous', 'new c ambiguous']);
  });

  it('takes no reports for one because their years are unknown', () => {
    expect(matched([report('a', '甲', '')], [report('b', '甲', '')])).toEqual(['old a', 'new b']);
  });
});
