import { describe, expect, it } from 'vitest';
import { contestedFigures, indexLaws, lawKey } from '../../../src/compare/indicators/contested-figures.js';
import { loadFamily } from './made-outputs.js';

const TABLE = 'applications';
const index = indexLaws(await loadFamily());

/** `rule row/column difference` for each law that fails. */
function contested(...failed: readonly string[]): string[] {
  const laws = failed.map((text) => {
    const [rule = '', total = '', difference = ''] = text.split(' ');
    const [row = '', column = ''] = total.split('/');
    return { law: lawKey(rule, TABLE, { row, column }), table: TABLE, difference };
  });
  return [...contestedFigures(laws, index)].map((figure) => figure.replace(`${TABLE}/`, '')).sort();
}

describe('contestedFigures', () => {
  it('are one where it explains every law that fails, in all by the same amount', () => {
    expect(contested('T3.rowsum granted/total 9', 'T3.handled handled_total/total -9')).toEqual(['granted/total']);
    const grandTotal = ['T3.rowsum handled_total/total 4', 'T3.handled handled_total/total 4'];
    expect(contested(...grandTotal, 'T3.balance handled_total/total 4')).toEqual(['handled_total/total']);
  });

  it('are all of the laws where the amounts differ, or nobody knows by how much', () => {
    expect(contested('T3.rowsum granted/total 9', 'T3.handled handled_total/total -8')).toContain('partial/total');
    expect(contested('T3.rowsum granted/total 9', 'T3.handled handled_total/total')).toContain('partial/total');
  });

  it('are all where a part and its total are wrong together, which no figure explains', () => {
    const columns = ['T3.handled handled_total/natural_person -9', 'T3.handled handled_total/total -9'];
    expect(contested(...columns)).toEqual(expect.arrayContaining(['granted/total', 'partial/natural_person']));
  });

  it('are all where only one law fails: another one over each figure holds, so two are wrong', () => {
    const figures = contested('T3.handled handled_total/total 2');
    expect(figures).toContain('granted/total');
    expect(figures).toContain('handled_total/total');
    expect(figures).not.toContain('granted/natural_person');
  });

  it('are all where one that would explain it has a law that does not fail', () => {
    // Of handled_total/total the balance holds.
    const failed = ['T3.rowsum handled_total/total 4', 'T3.handled handled_total/total 4'];
    expect(contested(...failed)).toContain('granted/total');
  });
});
