import { describe, expect, it } from 'vitest';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS } from '../../src/export/columns.js';

/** The output contract, to the letter. */
describe('the columns', () => {
  it('of facts.csv are those of the contract', () => {
    expect(FACT_COLUMNS.map(({ name }) => name).join(', ')).toBe(
      'report_id, agency, region_code, level, year, edition, table, row, column, value, unit, printed, status, confidence, page, x0, y0, x1, y1, source_path',
    );
  });

  it('of findings.csv are those of the contract', () => {
    expect(FINDING_COLUMNS.map(({ name }) => name).join(', ')).toBe(
      'report_id, agency, year, rule, severity, cause, table, row, column, expected, actual, difference, message, page, source_path',
    );
  });

  it('of reports.csv are those of the contract', () => {
    expect(REPORT_COLUMNS.map(({ name }) => name).join(', ')).toBe(
      'report_id, source_path, sha256, kind, pages, agency, region_code, level, year, edition, outcome, reason, facts, findings, ms',
    );
  });
});
