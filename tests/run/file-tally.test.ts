import { describe, expect, it } from 'vitest';
import { addTallies, EMPTY_TALLY, MAX_NOTABLE, tallyReports } from '../../src/run/file-tally.js';
import { sampleFinding, sampleReport } from '../export/sample-report.js';

describe('tallyReports', () => {
  it('counts figures by status, findings by severity and cause, and pages', () => {
    expect(tallyReports([sampleReport()])).toMatchObject({
      reports: 1,
      reportsWithFindings: 1,
      reportsWithErrors: 1,
      pages: 3,
      secondOpinionPages: 1,
      facts: { printed: 2, derived: 0, repaired: 0, suspect: 1, missing: 0 },
      severities: { error: 1, warning: 0, info: 0 },
      causes: { publisher: 1, extraction: 0, unknown: 0 },
    });
  });

  it('names errors before warnings, never notes, and only a few', () => {
    const findings = [
      sampleFinding({ rule: 'note', severity: 'info' }),
      sampleFinding({ rule: 'warning', severity: 'warning' }),
      ...Array.from({ length: MAX_NOTABLE - 1 }, (_, at) => sampleFinding({ rule: `error ${at}` })),
      sampleFinding({ rule: 'warning too many', severity: 'warning' }),
    ];
    const { notable } = tallyReports([sampleReport({ findings })]);
    expect(notable.map(({ rule }) => rule)).toEqual(['error 0', 'error 1', 'error 2', 'error 3', 'warning']);
    expect(notable[0]).toMatchObject({ sourcePath: '年报/某局.pdf', agency: '某某市某某局', pageNumber: 2 });
  });
});

describe('addTallies', () => {
  it('adds everything up', () => {
    const one = tallyReports([sampleReport()], { extract: 2 });
    const both = addTallies(addTallies(EMPTY_TALLY, one), tallyReports([sampleReport()], { extract: 1, bind: 1 }));
    expect(both).toMatchObject({
      reports: 2,
      pages: 6,
      facts: { printed: 4, suspect: 2 },
      stagesMs: { extract: 3, bind: 1 },
    });
    expect(both.notable).toHaveLength(2);
  });
});
