import { describe, expect, it } from 'vitest';
import { summaryToExitCode } from '../../src/cli/exit-code.js';
import { sampleSummary } from './sample-summary.js';

const OUTCOMES = { ok: 0, findings: 0, failed: 0, unrecognised: 0, skipped: 0 };

function exitCode(outcomes: Partial<typeof OUTCOMES>, reportsWithErrors = 0, isStrict = false): number {
  const all = { ...OUTCOMES, ...outcomes };
  const files = Object.values(all).reduce((total, count) => total + count, 0);
  return summaryToExitCode(sampleSummary({ files, outcomes: all, reportsWithErrors }), isStrict);
}

describe('summaryToExitCode', () => {
  it('is 0 when all came through, with findings or not', () => {
    expect(exitCode({ ok: 1, findings: 2, skipped: 1, unrecognised: 1 }, 2)).toBe(0);
  });

  it('is 1 when some file failed', () => {
    expect(exitCode({ ok: 1, failed: 1 })).toBe(1);
    expect(exitCode({ skipped: 1, failed: 1 })).toBe(1);
  });

  it('is 1 with --strict when some report has an error finding, and only then', () => {
    expect(exitCode({ findings: 1 }, 1, true)).toBe(1);
    expect(exitCode({ findings: 1 }, 0, true)).toBe(0);
  });

  it('is 3 when there was no file, or all failed', () => {
    expect(exitCode({})).toBe(3);
    expect(exitCode({ failed: 2 })).toBe(3);
  });
});
