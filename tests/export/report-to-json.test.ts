import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema, reportSchema } from '../../src/export/report-schema.js';
import { reportToJson, reportToJsonText } from '../../src/export/report-to-json.js';
import { sampleFact, sampleReport, undated } from './sample-report.js';

describe('reportToJson', () => {
  it('fits the published schema', () => {
    const validate = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(reportJsonSchema());
    validate(JSON.parse(reportToJsonText(sampleReport())));
    expect(validate.errors).toBeNull();
    const bare = undated(sampleReport({ regionCode: '', level: '', agency: '', facts: [], tables: [] }));
    validate(JSON.parse(reportToJsonText(bare)));
    expect(validate.errors).toBeNull();
  });

  it('is refused by the schema when something is missing or unknown', () => {
    expect(reportSchema.safeParse({ ...reportToJson(sampleReport()), facts: undefined }).success).toBe(false);
    expect(reportSchema.safeParse({ ...reportToJson(sampleReport()), more: 1 }).success).toBe(false);
  });

  it('carries both languages, and with a finding its whole equation', () => {
    const [finding] = reportToJson(sampleReport()).findings;
    expect(finding?.message).toEqual({
      zh: '合计不符：印为 3，各项之和为 2',
      en: 'the total is 3, but its parts add up to 2',
    });
    expect(
      finding?.check?.terms.map(({ role, sign, column, value, place }) => [role, sign, column, value, place?.page]),
    ).toEqual([
      ['total', 1, 'total', '3', 2],
      ['part', 1, 'natural_person', '2', undefined],
      ['part', 1, 'business', '', undefined],
    ]);
  });

  it('says of each run of digits which cell owns it, and of each cell which figure it holds', () => {
    const [table] = reportToJson(sampleReport()).tables;
    expect(table?.runs.map(({ text, cell }) => [text, cell])).toEqual([
      ['3', { row_index: 0, column_index: 1 }],
      ['17', null],
    ]);
    expect(table?.cells.map(({ fact }) => fact)).toEqual([
      null,
      { table: 'applications', row: 'granted', column: 'total' },
    ]);
  });

  it('keeps alternatives and doubts of a figure', () => {
    expect(reportToJson(sampleReport()).facts[2]).toMatchObject({ alternatives: ['8'], doubts: ['broken-number'] });
  });

  it('keeps apart what a cell may say instead of a number', () => {
    for (const kind of ['blank', 'notApplicable', 'illegible'] as const) {
      const report = sampleReport({ facts: [sampleFact({ reading: { kind } })] });
      expect(reportToJson(report).facts[0]?.reading).toEqual({ kind });
    }
  });
});

describe('reportToJsonText', () => {
  it('has one figure a line, LF, and a line end at the end', () => {
    const lines = reportToJsonText(sampleReport()).split('\n');
    expect(lines[0]).toBe('{');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => line.startsWith('    {"block":'))).toHaveLength(3);
    expect(lines.join('')).not.toContain('\r');
  });

  it('is the same text as the value', () => {
    expect(JSON.parse(reportToJsonText(sampleReport()))).toEqual(reportToJson(sampleReport()));
  });

  it('does not depend on the order of keys in the report', () => {
    const report = sampleReport();
    const reversed = Object.fromEntries(Object.entries(report).reverse());
    expect(reportToJsonText({ ...report, ...reversed })).toBe(reportToJsonText(report));
  });
});
