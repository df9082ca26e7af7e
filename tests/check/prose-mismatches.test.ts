import { describe, expect, it } from 'vitest';
import { mismatchesToFindings, proseMismatches, proseSumsToFindings } from '../../src/check/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact, FactStatus } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
const loaded = family?.prose;
if (loaded === undefined) throw new Error('the family has no rules for prose');
const rules = loaded;

const BUREAU = '梧岚市教育局';
const GOVERNMENT = '砚桥区人民政府';

function fact(table: string, row: string, column: string, value: string, status: FactStatus = 'printed'): Fact {
  const reading = { kind: 'number', value, unit: '件' } as const;
  const more = { sentence: '一句。' };
  return {
    ...{ block: table, edition: '2021', table, row, column, reading, value, unit: '件', printed: value, status },
    ...{ alternatives: [], doubts: [] },
    ...(table === 'prose' ? more : {}),
  };
}

const stated = (row: string, value: string, column = 'unstated'): Fact => fact('prose', row, column, value);

function requests(
  received: string,
  carriedIn: string,
  handled: string,
  status: FactStatus = 'printed',
): readonly Fact[] {
  return [
    fact('applications', 'new_received', 'total', received, status),
    fact('applications', 'carried_in', 'total', carriedIn),
    fact('applications', 'handled_total', 'total', handled),
  ];
}

const severities = (prose: Fact, tables: readonly Fact[], agency: string): readonly string[] =>
  proseMismatches([prose], tables, rules, agency).map(({ severity }) => severity);

describe('figures in sentences against the tables', () => {
  it.each(['95', '98', '90', '87'])('fit where any quantity that the sentence may mean is %s', (value) => {
    expect(severities(stated('requests_received', value), requests('95', '3', '90'), BUREAU)).toEqual([]);
  });

  it('contradict them where none is', () => {
    const mismatches = proseMismatches([stated('requests_received', '17')], requests('95', '3', '90'), rules, BUREAU);
    expect(mismatches.map(({ severity }) => severity)).toEqual(['warning']);
    const [finding] = mismatchesToFindings(mismatches, rules, () => 'unknown');
    expect(finding).toMatchObject({ rule: 'prose.requests_received', expected: '87', actual: '17', difference: '-70' });
  });

  it('are not held against a table of another scope: an office that answers for its government', () => {
    const office = stated('requests_received', '17', 'office_for_government');
    expect(severities(office, requests('95', '0', '95'), GOVERNMENT)).toEqual([]);
  });

  it('are only a hint where a government does not say whose figure it is', () => {
    expect(severities(stated('requests_received', '17'), requests('95', '0', '95'), GOVERNMENT)).toEqual(['info']);
    expect(
      severities(stated('requests_received', '17', 'government_wide'), requests('95', '0', '95'), GOVERNMENT),
    ).toEqual(['warning']);
  });

  it('contradict nothing that is doubted or not known', () => {
    expect(severities(stated('requests_received', '17'), requests('95', '0', '95', 'suspect'), BUREAU)).toEqual([]);
    expect(severities(stated('requests_received', '17'), requests('', '0', '95', 'missing'), BUREAU)).toEqual([]);
    const doubted = fact('prose', 'requests_received', 'unstated', '17', 'suspect');
    expect(severities(doubted, requests('95', '0', '95'), BUREAU)).toEqual([]);
    expect(severities(stated('processing_fee', '300'), requests('95', '0', '95'), BUREAU)).toEqual([]);
    expect(severities(stated('requests_received', '17'), [], BUREAU)).toEqual([]);
  });
});

describe('figures of one sentence among themselves', () => {
  const broken = (...facts: readonly Fact[]): readonly string[] =>
    proseSumsToFindings(facts, rules).map(({ rule }) => rule);

  it('are a hint where the parts exceed the whole', () => {
    expect(broken(stated('requests_answered', '9'), stated('granted', '6'), stated('partial', '4'))).toEqual([
      'prose.results',
    ]);
  });

  it('say nothing where parts are left out, stand in another sentence, or fit one of the wholes', () => {
    expect(broken(stated('requests_answered', '9'), stated('granted', '3'), stated('partial', '4'))).toEqual([]);
    expect(
      broken(
        { ...stated('requests_answered', '9'), sentence: '另句。' },
        stated('granted', '6'),
        stated('partial', '4'),
      ),
    ).toEqual([]);
    expect(
      broken(
        stated('requests_received', '9'),
        stated('requests_in_hand', '10'),
        stated('natural_persons', '6'),
        stated('organisations', '4'),
      ),
    ).toEqual([]);
  });

  it('are a hint where all parts are given and fall short', () => {
    const parts = [
      stated('review_upheld', '1'),
      stated('review_corrected', '1'),
      stated('review_other', '0'),
      stated('review_pending', '0'),
    ];
    expect(broken(stated('review_total', '3'), ...parts)).toEqual(['prose.review_results']);
  });
});
