/** One figure of one report. */
import type { Bbox } from './bbox.js';

/** Whether and how a figure is believed; DESIGN.md's "Output contract" defines each. */
export type FactStatus = 'printed' | 'derived' | 'repaired' | 'suspect' | 'missing';

/** Where something stands on a page. */
export interface CellPlace {
  /** From 1. */
  readonly pageNumber: number;
  readonly box: Bbox;
}

/** What a cell says, kept apart: a blank is not a dash, and neither is 0. */
export type Reading =
  /** `value` is a plain decimal: sign only `-`, no exponent, no trailing zeros after a point. */
  | { readonly kind: 'number'; readonly value: string; readonly unit: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'illegible' };

/** One figure of one report, tidy. */
export interface Fact {
  /** The block of the form it belongs to. */
  readonly block: string;
  readonly edition: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What the source says at its place. */
  readonly reading: Reading;
  /** The believed value as a plain decimal, or empty. */
  readonly value: string;
  readonly unit: string;
  /** The cell's text as found; empty where the source has no such cell or prints nothing. */
  readonly printed: string;
  readonly status: FactStatus;
  readonly place?: CellPlace;
  /** Other values the text could stand for, plain decimals, best first; empty for most. */
  readonly alternatives: readonly string[];
  /** Why the figure is doubted, stable words; empty for most. */
  readonly doubts: readonly string[];
  /** How likely the value is right, in [0, 1]; absent where nothing was recognised from a picture. */
  readonly confidence?: number;
  /** The whole sentence as found, of a figure stated in prose; absent for a cell's. */
  readonly sentence?: string;
}
