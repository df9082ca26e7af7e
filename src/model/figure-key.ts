/** Names figures by where they stand. */
import type { FieldRef } from './family.js';

/** Where a figure stands in a report: a field of one of its tables. */
export interface FigureRef extends FieldRef {
  readonly table: string;
}

/** The key of a figure within a report. */
export function figureKey({ table, row, column }: FigureRef): string {
  return `${table}/${row}/${column}`;
}
