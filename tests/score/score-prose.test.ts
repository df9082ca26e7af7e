import { describe, expect, it } from 'vitest';
import { scoreProse } from './score-prose.js';

const fact = (row: string, value: string, status = 'printed') => ({
  ...{ table: 'prose', row, column: 'unstated', value, status, printed: value, confidence: '' },
});
const truth = (figures: Readonly<Record<string, number>>) => ({ prose: { figures, findings: [] } });

describe('the score of prose', () => {
  it('tells right, silently wrong, marked and absent figures apart', () => {
    const facts = [fact('a', '1'), fact('b', '9'), fact('c', '9', 'suspect'), fact('e', '5')];
    const want = truth({ 'a/unstated': 1, 'b/unstated': 2, 'c/unstated': 3, 'd/unstated': 4 });
    const { prose } = scoreProse(facts, [], want);
    // `e` is stated nowhere.
    expect(prose).toMatchObject({ total: 4, right: 1, silentWrong: 2, marked: 1, absent: 1 });
  });

  it('counts findings that the document does not deserve, but no hints', () => {
    const finding = { rule: 'prose.a', table: 'prose', row: 'a', column: 'unstated', cause: 'unknown' };
    const findings = [
      { ...finding, severity: 'warning' },
      { ...finding, severity: 'info' },
    ];
    expect(scoreProse([], findings, truth({})).prose.falseFindings).toBe(1);
  });

  it('judges nothing where the truth says nothing of prose', () => {
    expect(scoreProse([fact('a', '1')], [], {}).prose.total).toBe(0);
  });
});
