import { describe, expect, it } from 'vitest';
import { weighByProse } from '../../src/check/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { rankAlternatives } from '../../src/model/index.js';
import type { Fact, FailureExplanation, TableVerdict } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
const loaded = family?.prose;
if (loaded === undefined) throw new Error('the family has no rules for prose');
const rules = loaded;

function fact(table: string, row: string, value: string, part: Partial<Fact> = {}): Fact {
  return {
    ...{ block: table, edition: '2021', table, row, column: 'total', value, unit: '件', printed: value },
    reading: { kind: 'number', value, unit: '件' },
    ...{ status: 'suspect', alternatives: ['1', '85'], doubts: ['identity-fails'] },
    ...part,
  };
}

const FACTS = [
  fact('applications', 'new_received', '95'),
  fact('applications', 'carried_in', '3'),
  fact('applications', 'handled_total', '90'),
];
const stated = (value: string, part: Partial<Fact> = {}): Fact =>
  fact('prose', 'requests_received', value, { column: 'unstated', status: 'printed', doubts: [], ...part });

const changing = (row: string, from: string, to: string, cost: number): FailureExplanation => ({
  faults: [{ row, fault: 'exchanged' }],
  changes: [{ row, column: 'total', from, to }],
  cost,
});
const CARRIED = changing('carried_in', '3', '13', 4);
const RECEIVED = changing('new_received', '95', '85', 5);
const VERDICT: TableVerdict = {
  ...{ table: 'applications', block: 'applications', kind: 'ambiguous', isCutShort: false, mends: [] },
  explanations: [CARRIED, RECEIVED],
};

function weigh(prose: readonly Fact[], verdict = VERDICT): readonly TableVerdict[] {
  return weighByProse([verdict], FACTS, { facts: prose, rules, agency: '梧岚市教育局' });
}

describe('explanations of a failing table', () => {
  it('are ranked by a sentence that one of them agrees with and all others contradict', () => {
    const [verdict] = weigh([stated('85', { sentence: '收到申请85件。' })]);
    const support = [{ kind: 'prose', rule: 'requests_received', value: '85', source: '收到申请85件。' }];
    expect(verdict?.explanations).toEqual([{ ...RECEIVED, support }, CARRIED]);
    expect(verdict?.kind).toBe('ambiguous');
  });

  it.each([
    ['all of them contradict', '17'],
    ['several agree with: what was handled', '90'],
  ])('stay as they are by a sentence that %s', (_, value) => {
    expect(weigh([stated(value)])).toEqual([VERDICT]);
  });

  it('stay as they are where two sentences speak for different ones', () => {
    expect(weigh([stated('85'), stated('108')])).toEqual([VERDICT]);
  });

  it('stay as they are where the sentence is doubted, or counts what the table does not', () => {
    expect(weigh([stated('85', { status: 'suspect' })])).toEqual([VERDICT]);
    expect(weigh([stated('85', { column: 'office_for_government' })])).toEqual([VERDICT]);
  });

  it('stay as they are where one was taken, or is the only one', () => {
    const taken = { ...VERDICT, kind: 'unique' as const, explanations: [RECEIVED] };
    expect(weigh([stated('85')], taken)).toEqual([taken]);
  });
});

describe('figures of a ranked explanation', () => {
  it('keep their value and their doubt; what it comes to is their first alternative', () => {
    const ranked = rankAlternatives(FACTS, weigh([stated('85')]));
    expect(ranked[0]).toEqual({ ...FACTS[0], alternatives: ['85', '1'] });
    expect(ranked.slice(1)).toEqual(FACTS.slice(1));
  });
});
