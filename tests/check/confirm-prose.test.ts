import { describe, expect, it } from 'vitest';
import { confirmProse } from '../../src/check/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
const rules = family?.prose;
if (rules === undefined) throw new Error('the family has no rules for prose');

function fact(table: string, row: string, value: string, doubts: readonly string[] = []): Fact {
  return {
    ...{ block: table, edition: '2021', table, row, column: table === 'prose' ? 'unstated' : 'total', value, doubts },
    ...{ unit: '件', printed: value, reading: { kind: 'number', value, unit: '件' }, alternatives: [] },
    status: doubts.length > 0 ? 'suspect' : 'printed',
  };
}

const TABLES = [fact('applications', 'new_received', '95'), fact('applications', 'carried_in', '3')];
const statusOf = (value: string, doubts: readonly string[], tables: readonly Fact[] = TABLES): string | undefined =>
  confirmProse([fact('prose', 'requests_received', value, doubts)], tables, rules)[0]?.status;

describe('a figure in a sentence that was read from a picture', () => {
  it('is sure where the tables say the same', () => {
    expect(statusOf('95', ['read-unsurely'])).toBe('printed');
  });

  it('stays doubted where they do not, where they are doubted, and where it is doubted otherwise', () => {
    expect(statusOf('96', ['read-unsurely'])).toBe('suspect');
    expect(statusOf('95', ['read-unsurely', 'order-uncertain'])).toBe('suspect');
    expect(statusOf('95', ['read-unsurely'], [fact('applications', 'new_received', '95', ['identity-fails'])])).toBe(
      'suspect',
    );
  });
});
