import { describe, expect, it } from 'vitest';
import {
  fileToReportRow,
  findingsInFormOrder,
  reportToFactRows,
  reportToFindingRows,
  reportToReportRow,
} from '../../src/export/report-rows.js';
import { sampleFact, sampleFinding, sampleReport, undated, withoutPlace } from './sample-report.js';

describe('reportToFactRows', () => {
  it('gives one row a figure, in the order of the form', () => {
    expect(
      reportToFactRows(sampleReport()).map(({ column, value, printed, status }) => [column, value, printed, status]),
    ).toEqual([
      ['natural_person', '2', '2', 'printed'],
      ['business', '', '—', 'printed'],
      ['total', '3', '3', 'suspect'],
    ]);
  });

  it('gives edges with two decimals, and no confidence until it is calibrated', () => {
    const [row] = reportToFactRows(sampleReport());
    expect(row).toMatchObject({ page: '2', x0: '100.00', y0: '200.26', x1: '150.50', y1: '220.00', confidence: '' });
  });

  it('never writes a negative zero', () => {
    const place = { pageNumber: 1, box: { x0: -0.001, top: 0, x1: 1, bottom: 1 } };
    expect(reportToFactRows(sampleReport({ facts: [sampleFact({ place })] }))[0]?.x0).toBe('0.00');
  });

  it('leaves place and year empty where there are none', () => {
    const [row] = reportToFactRows(undated(sampleReport({ facts: [withoutPlace(sampleFact())] })));
    expect(row).toMatchObject({ page: '', x0: '', y0: '', x1: '', y1: '', year: '' });
  });
});

describe('reportToFindingRows', () => {
  it('gives one row a finding, with its message in Chinese', () => {
    expect(reportToFindingRows(sampleReport())).toEqual([
      {
        report_id: '0123456789abcdef',
        agency: '某某市某某局',
        year: '2023',
        rule: 'T3.rowsum',
        severity: 'error',
        cause: 'publisher',
        table: 'applications',
        row: 'granted',
        column: 'total',
        expected: '2',
        actual: '3',
        difference: '1',
        message: '合计不符：印为 3，各项之和为 2',
        page: '2',
        source_path: '年报/某局.pdf',
      },
    ]);
  });
});

describe('findingsInFormOrder', () => {
  it('puts what concerns the whole report first, then goes by the form', () => {
    const findings = [
      sampleFinding({ rule: 'unknown table', table: 'elsewhere', row: '', column: '' }),
      sampleFinding({ rule: 'total', column: 'total' }),
      sampleFinding({ rule: 'person', column: 'natural_person' }),
      sampleFinding({ rule: 'row', column: '' }),
      sampleFinding({ rule: 'extra column', row: '', column: 'subtotal' }),
      sampleFinding({ rule: 'report', table: '', row: '', column: '' }),
    ];
    expect(findingsInFormOrder(sampleReport({ findings })).map(({ rule }) => rule)).toEqual([
      'report',
      'person',
      'row',
      'extra column',
      'total',
      'unknown table',
    ]);
  });
});

describe('reportToReportRow', () => {
  it('counts the rows in the other tables', () => {
    expect(reportToReportRow(sampleReport(), 12.6)).toMatchObject({
      pages: '3',
      outcome: 'findings',
      reason: '',
      facts: '3',
      findings: '1',
      ms: '13',
    });
  });

  it('leaves the pages of a text empty', () => {
    expect(reportToReportRow(sampleReport({ kind: 'text', pageCount: 0 }), 0).pages).toBe('');
  });
});

describe('fileToReportRow', () => {
  it('says why a file gave no report', () => {
    const file = {
      sourcePath: 'a.pdf',
      sha256: 'ab'.repeat(32),
      kind: 'pdf',
      outcome: 'failed',
      reason: { zh: 'encrypted: 有密码', en: 'encrypted: it has a password' },
      elapsedMs: 1,
    } as const;
    expect(fileToReportRow(file)).toMatchObject({
      report_id: 'ab'.repeat(8),
      outcome: 'failed',
      reason: 'encrypted: 有密码',
      facts: '0',
      findings: '0',
      agency: '',
    });
    expect(fileToReportRow({ ...file, sha256: '', kind: '' })).toMatchObject({ report_id: '', sha256: '', kind: '' });
  });
});
