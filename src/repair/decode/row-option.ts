/** One way to read a row: its figures, where they came from, and what is supposed to have gone wrong. */
import type { CodeRow } from './code-table.js';

/** What went wrong in a row, or in the whole table, or that nothing did. */
export type Fault =
  | 'as-read'
  | 'shifted'
  | 'run-together'
  | 'torn-apart'
  | 'residue'
  | 'figure-lost'
  | 'several-faults'
  | 'exchanged'
  | 'misread'
  | 'column-doubled'
  | 'column-lost'
  | 'row-of-neighbour';

/** One way to read a row. */
export interface RowOption {
  /** One for each slot; `undefined` where nothing is known. */
  readonly values: readonly (number | undefined)[];
  /** One for each slot: the runs of digits its figure was made of; none where nothing printed is its. */
  readonly sources: readonly (readonly Token[])[];
  /** How much it assumes; 0 for the row as read. */
  readonly cost: number;
  readonly fault: Fault;
}

/** A run of digits and where it was read; surplus ones stand left of slot 0 or right of the last. */
export interface Token {
  readonly text: string;
  readonly slot: number;
}

/** The sources of a row whose figures stay where they are. */
export function ownSources({ slots }: CodeRow): readonly (readonly Token[])[] {
  return slots.map(({ tokens }, slot) => tokens.map((text) => ({ text, slot })));
}
