// Small tables for the decoder's tests.
import type { CodeLaw, CodeRow, CodeSlot, CodeTable } from '../../../src/repair/decode/index.js';

/** A slot that prints one number, a blank (`''`), or several runs of digits (`'17 0'`). */
export function slot(text: string, part: Partial<CodeSlot> = {}): CodeSlot {
  const tokens = text === '' ? [] : text.split(' ');
  const value = tokens.length === 1 ? Number(tokens[0]) : undefined;
  return { tokens, value, alternatives: [], mayBeMisread: false, isSigned: false, ...part };
}

/** A row whose figures may stand in other slots. */
export function row(texts: readonly string[], part: Partial<CodeRow> = {}): CodeRow {
  const slots = texts.map((text) => slot(text));
  return {
    slots,
    mayBeMisplaced: true,
    mayBeOtherRow: false,
    hasOddBlanks: texts.includes(''),
    isDoubted: false,
    surplusBefore: [],
    surplusAfter: [],
    ...part,
  };
}

/**
 * Rows of parts and a total, the last row the sum of the others: each row's last figure is the sum of its others, each
 * column's last the sum of those above.
 */
export function sumTable(rows: readonly CodeRow[]): CodeTable {
  const width = rows[0]?.slots.length ?? 0;
  const cell = (r: number, c: number): number => r * width + c;
  const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
  const last = rows.length - 1;
  const rowLaws = range(rows.length).map((r): CodeLaw => ({
    cells: [cell(r, width - 1), ...range(width - 1).map((c) => cell(r, c))],
    coefficients: [-1, ...range(width - 1).map(() => 1 as const)],
  }));
  const columnLaws = range(width).map((c): CodeLaw => ({
    cells: [cell(last, c), ...range(last).map((r) => cell(r, c))],
    coefficients: [-1, ...range(last).map(() => 1 as const)],
  }));
  return { rows, laws: [...rowLaws, ...columnLaws] };
}

/** The texts of a row of numbers. */
export function texts(...values: readonly number[]): readonly string[] {
  return values.map(String);
}
