/** Which cells of a table the findings are about. */
import type { ShownFinding } from './shown-findings.js';

/** What a cell is marked with. */
export interface CellMark {
  /** Of the findings, in their order. */
  readonly numbers: readonly number[];
  /** Whether it is the total of one of them. */
  readonly isTotal: boolean;
}

/** The marks of a table's cells by `row/column`. */
export function cellMarks(shown: readonly ShownFinding[], table: string): Map<string, CellMark> {
  const marks = new Map<string, CellMark>();
  for (const { number, marks: figures } of shown) {
    for (const figure of figures.filter((each) => each.table === table)) {
      const key = `${figure.row}/${figure.column}`;
      const known = marks.get(key);
      marks.set(key, {
        numbers: [...(known?.numbers ?? []), number],
        isTotal: known?.isTotal === true || figure.role === 'total',
      });
    }
  }
  return marks;
}
