import { describe, expect, it } from 'vitest';
import { tallyReports } from '../../src/run/file-tally.js';
import { summarise, type FileResult } from '../../src/run/run-summary.js';
import { sampleReport } from '../export/sample-report.js';

const RUN = { missingArguments: [], elapsedMs: 12, outputPath: '/out' };

function lost(sourcePath: string, outcome: 'failed' | 'skipped' | 'unrecognised'): FileResult {
  return { type: 'lost', sourcePath, outcome, reason: { zh: 'x', en: 'x' } };
}

function report(outcome: 'ok' | 'findings'): FileResult {
  const tally = tallyReports([sampleReport({ outcome, ...(outcome === 'ok' ? { findings: [] } : {}) })]);
  return { type: 'reports', rows: [], digests: [], sourcePath: 'a.pdf', tally };
}

describe('summarise', () => {
  it('counts each file once', () => {
    const summary = summarise([report('ok'), report('findings'), lost('b', 'failed'), lost('c', 'skipped')], RUN);
    expect(summary).toMatchObject({
      files: 4,
      outcomes: { ok: 1, findings: 1, failed: 1, unrecognised: 0, skipped: 1 },
      reports: 2,
      reportsWithErrors: 1,
      figures: { total: 6, printed: 4, suspect: 2 },
      findings: { total: 1, bySeverity: { error: 1 }, byCause: { publisher: 1 } },
      outputPath: '/out',
    });
  });

  it('names failures before what was skipped, and only a few', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((path) => lost(path, 'skipped'));
    const { lostFiles } = summarise([...files, lost('z', 'failed')], RUN);
    expect(lostFiles.map(({ sourcePath }) => sourcePath)).toEqual(['z', 'a', 'b', 'c', 'd']);
  });
});
