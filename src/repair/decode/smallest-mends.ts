/**
 * The smallest sets of printed figures whose change would let every law of a table hold (minimum-change error localisation:
 * Fellegi & Holt 1976). They tell an auditor where to look; nothing is ever changed by them.
 */
import type { CodeTable } from './code-table.js';
import { decodeTable } from './decode-table.js';
import type { Decoding } from './decode-table.js';

/** More figures than these are no hint any more. */
const MOST_FIGURES = 2;

/** Sets of the fewest figures, at most two; the likelier misprints first. Empty where no so small a set would do. */
export function smallestMends(table: CodeTable): readonly Decoding[] {
  const rows = table.rows.map((row) => ({
    ...row,
    mayBeMisplaced: false,
    mayBeOtherRow: false,
    slots: row.slots.map((slot) => ({ ...slot, mayBeMisread: slot.value !== undefined })),
  }));
  const verdict = decodeTable({ rows, laws: table.laws });
  const found = verdict.kind === 'ambiguous' ? verdict.decodings : [];
  const all = verdict.kind === 'unique' ? [verdict.decoding] : found;
  const fewest = Math.min(...all.map(({ changes }) => changes.length));
  return fewest > MOST_FIGURES ? [] : all.filter(({ changes }) => changes.length === fewest);
}
