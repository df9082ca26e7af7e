/** Looks figures up in digests. */
import { parseDecimal, type Decimal, type ReportDigest } from '../../model/index.js';

/** A figure that can be relied on. */
export interface Figure {
  readonly key: string;
  readonly value: Decimal;
  /** Plain decimal. */
  readonly text: string;
  readonly isCertain: boolean;
}

/** The figures of a report by key, those that cannot be relied on left out. */
export type Figures = ReadonlyMap<string, Figure>;

/** Unpacks the figures of a digest. */
export function figuresOf({ shape, values, trust }: ReportDigest): Figures {
  const texts = values.split(',');
  const figures = new Map<string, Figure>();
  for (const [at, key] of shape.split(' ').entries()) {
    const text = texts[at] ?? '';
    const value = trust[at] === '-' ? undefined : parseDecimal(text);
    if (value !== undefined) figures.set(key, { key, value, text, isCertain: trust[at] === 'c' });
  }
  return figures;
}

/** The parts of a key. */
export function partsOfKey(key: string): { readonly table: string; readonly row: string; readonly column: string } {
  const [table = '', row = '', column = ''] = key.split('/');
  return { table, row, column };
}
