/** A made-up summary of a run for tests. */
import type { RunSummary } from '../../src/run/index.js';

/** A summary; `part` says what is unlike it. */
export function sampleSummary(part: Partial<RunSummary> = {}): RunSummary {
  return {
    outputPath: '/data/out',
    missingArguments: [],
    files: 1203,
    outcomes: { ok: 1000, findings: 200, failed: 1, unrecognised: 0, skipped: 2 },
    reports: 1200,
    reportsWithErrors: 12,
    pages: 6000,
    secondOpinionPages: 20,
    figures: { total: 240000, printed: 239000, derived: 900, repaired: 0, suspect: 60, missing: 40 },
    findings: {
      total: 230,
      bySeverity: { error: 12, warning: 218, info: 0 },
      byCause: { publisher: 200, extraction: 0, unknown: 30 },
    },
    notableFindings: [
      {
        sourcePath: '年报/某局.pdf',
        agency: '某某市某某局',
        rule: 'T3.rowsum',
        severity: 'error',
        cause: 'publisher',
        message: { zh: '合计不符', en: 'the total is wrong' },
        pageNumber: 4,
      },
    ],
    lostFiles: [
      {
        sourcePath: '年报/坏.pdf',
        outcome: 'failed',
        reason: { zh: 'encrypted: 有密码', en: 'encrypted: it has a password' },
      },
    ],
    elapsedMs: 61234,
    stagesMs: {},
    ...part,
  };
}
