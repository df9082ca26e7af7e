/**
 * Systems of the laws of a form over figures that are not known: every coefficient is 1 or −1, every figure is counted in
 * one smallest unit for the whole system, so that all arithmetic is on whole numbers and exact.
 */

/** Σ coefficients[k] · unknowns[k] = constant. */
export interface Equation {
  /** Indices of unknowns, each at most once. */
  readonly unknowns: readonly number[];
  readonly coefficients: readonly (1 | -1)[];
  /** In smallest units. */
  readonly constant: bigint;
}

/** What an unknown may be. */
export interface Unknown {
  /** True where it may be negative. */
  readonly isSigned: boolean;
  /** It is a multiple of this many smallest units; 0 where it may be any number. */
  readonly step: bigint;
}

/** What the equations leave. */
export type Solution =
  /** By index of the unknown; `undefined` where more than one value is possible. */
  | { readonly isFeasible: true; readonly values: readonly (bigint | undefined)[] }
  /** No figures satisfy all equations. */
  | { readonly isFeasible: false };
