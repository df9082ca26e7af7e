import { describe, expect, it } from 'vitest';
import { amendFile } from '../../src/export/amend-file.js';
import { reportToJsonText } from '../../src/export/report-to-json.js';
import { reportSchema } from '../../src/export/report-schema.js';
import type { FailureExplanation, TableVerdict } from '../../src/model/index.js';
import { sampleFact, sampleReport } from './sample-report.js';

const explained = (to: string): FailureExplanation => ({
  faults: [{ row: 'granted', fault: 'misread' }],
  changes: [{ row: 'granted', column: 'total', from: '3', to }],
  cost: 7,
});
const verdict = (...explanations: readonly FailureExplanation[]): TableVerdict => ({
  ...{ table: 'applications', block: 'applications', kind: 'ambiguous', isCutShort: false, mends: [] },
  explanations,
});
const REPORT = sampleReport({
  facts: [sampleFact({ status: 'suspect', doubts: ['identity-fails'], alternatives: ['2', '8'] })],
  verdicts: [verdict(explained('2'), explained('8'))],
});

describe('a report whose explanations another year ranks', () => {
  it('is written with the evidence, the explanation in front, and its figure as the first alternative', () => {
    const support = [{ kind: 'other-year' as const, rule: 'X.carry', value: '8', source: '年报/2022.pdf' }];
    const ranked = verdict({ ...explained('8'), support }, explained('2'));
    const file = { reportRows: [], jsonTexts: [reportToJsonText(REPORT)], dialect: 'default' as const };
    const verdicts = new Map([[REPORT.reportId, [ranked]]]);
    const { jsonTexts } = amendFile(file, { findings: new Map(), verdicts });
    const json = reportSchema.parse(JSON.parse(jsonTexts[0] ?? ''));
    expect(json.verdicts[0]?.explanations.map((each) => each.changes[0]?.to)).toEqual(['8', '2']);
    expect(json.verdicts[0]?.explanations[0]?.support).toEqual(support);
    expect(json.facts[0]).toMatchObject({ value: '3', status: 'suspect', alternatives: ['8', '2'] });
  });
});
