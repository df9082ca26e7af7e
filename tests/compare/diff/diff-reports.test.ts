import { describe, expect, it } from 'vitest';
import { diffReports, type DiffedFact } from '../../../src/compare/diff/diff-reports.js';
import { reportToJson } from '../../../src/export/report-to-json.js';
import type { Fact, Finding } from '../../../src/model/index.js';
import { sampleFact, sampleFinding, sampleReport } from '../../export/sample-report.js';

function changed(old: Partial<Fact>, fact: Partial<Fact>): unknown {
  const toReport = (part: Partial<Fact>): { facts: readonly DiffedFact[]; findings: [] } => ({
    facts: reportToJson(sampleReport({ facts: [sampleFact(part)] })).facts,
    findings: [],
  });
  return diffReports(toReport(old), toReport(fact)).facts.map(({ kind, difference }) => `${kind} ${difference}`);
}

describe('figures', () => {
  it.each<[string, Partial<Fact>, Partial<Fact>, string[]]>([
    ['nothing', {}, {}, []],
    ['its value', { value: '7730.28' }, { value: '7730.3' }, ['value 0.02']],
    ['a value that is gone', { value: '3' }, { value: '' }, ['value ']],
    ['its unit', { unit: '元' }, { unit: '万元' }, ['value ']],
    ['its value, one in doubt', { value: '3', status: 'suspect' }, { value: '4' }, ['value ']],
    ['its status', { status: 'printed' }, { status: 'derived' }, ['status 0']],
    ['its doubts', { doubts: ['cut-row'] }, { doubts: ['cut-row', 'row-short'] }, ['doubts 0']],
    ['the order of its doubts', { doubts: ['b', 'a'] }, { doubts: ['a', 'b'] }, []],
    ['its print', { printed: '3' }, { printed: '3①' }, ['printed 0']],
    ['its edition', { edition: '2019', value: '1' }, { edition: '2021', value: '2' }, ['edition ']],
    ['its place in the form', { row: 'a' }, { row: 'b' }, ['added ', 'removed ']],
  ])('say that changed: %s', (_, old, fact, expected) => {
    expect(changed(old, fact)).toEqual(expected);
  });
});

describe('findings', () => {
  const diff = (olds: readonly Finding[], news: readonly Finding[]): unknown => {
    const [old, report] = [olds, news].map((findings) => reportToJson(sampleReport({ findings })));
    return old === undefined || report === undefined ? [] : diffReports(old, report).findings.map(({ kind }) => kind);
  };
  const finding = sampleFinding();

  it('are one by rule and figure; of several alike each counts', () => {
    expect(diff([finding, finding], [finding])).toEqual(['vanished']);
    expect(diff([], [finding])).toEqual(['appeared']);
    expect(diff([finding], [sampleFinding({ row: 'partial' })])).toEqual(['appeared', 'vanished']);
    expect(diff([finding], [sampleFinding({ cause: 'unknown' })])).toEqual(['changed']);
    expect(diff([finding], [sampleFinding({ message: { zh: '另说', en: 'said otherwise' } })])).toEqual([]);
  });
});
