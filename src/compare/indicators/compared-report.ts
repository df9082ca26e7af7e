/** What `compare` knows of a report: who, which year, and its figures with how far each can be relied on. */

import type { Decimal } from '../../model/index.js';

/** One figure of a report. */
export interface ReportFigure {
  /** Absent where it has none. */
  readonly value?: Decimal;
  readonly status: string;
  /** True where a sum over it fails, or a finding of severity error is about it. */
  readonly isContested: boolean;
}

/** One report to compare. */
export interface ComparedReport {
  readonly reportId: string;
  readonly sourcePath: string;
  /** As printed; may be empty. */
  readonly agency: string;
  /** Reports with one key are of one body. */
  readonly bureauKey: string;
  readonly regionCode: string;
  readonly level: string;
  readonly year?: number;
  /** The editions of its blocks, in the order of first occurrence. */
  readonly editions: readonly string[];
  /** By {@link figureKey}. */
  readonly figures: ReadonlyMap<string, ReportFigure>;
}

/** Where a figure stands in one edition's form. */
export interface FigurePlace {
  /** As {@link figureKey} makes it: made once, for it is looked up by the hundred thousand. */
  readonly key: string;
  readonly edition: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The key of a figure of one edition's form. */
export function figureKey({ edition, table, row, column }: Omit<FigurePlace, 'key'>): string {
  return `${edition}/${table}/${row}/${column}`;
}
