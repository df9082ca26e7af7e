/**
 * Narrows what unknowns may be, one equation at a time, until nothing changes. Finds at once what most reports leave
 * blank: parts of a total of 0, and the one blank of a sum.
 */
import type { Equation, Unknown } from './linear-system.js';

/** Least and greatest value of an unknown; absent where there is no bound. */
export interface Bounds {
  readonly least: bigint | undefined;
  readonly most: bigint | undefined;
}

// A sound table settles in a handful of rounds. Some contradictory systems (x = y and x = y + 1) would narrow for ever;
// stopping early is sound, only less is known.
const MAX_ROUNDS = 60;

/**
 * The bounds that the equations leave to each unknown.
 *
 * @returns `undefined` when an equation cannot be satisfied
 */
export function narrowBounds(equations: readonly Equation[], unknowns: readonly Unknown[]): Bounds[] | undefined {
  const bounds: Bounds[] = unknowns.map(({ isSigned }) => ({ least: isSigned ? undefined : 0n, most: undefined }));
  for (let round = 0, hasChanged = true; hasChanged && round < MAX_ROUNDS; round++) {
    hasChanged = false;
    for (const equation of equations) {
      const change = narrowByOne(equation, bounds);
      if (change === 'contradiction') return undefined;
      if (change === 'narrower') hasChanged = true;
    }
  }
  return bounds;
}

function narrowByOne(equation: Equation, bounds: Bounds[]): 'same' | 'narrower' | 'contradiction' {
  const { unknowns, coefficients, constant } = equation;
  const shares = unknowns.map((unknown, k) => shareOf(bounds[unknown], coefficients[k] ?? 1));
  const least = sumOf(shares.map((share) => share.least));
  const most = sumOf(shares.map((share) => share.most));
  if (least.open === 0 && least.sum > constant) return 'contradiction';
  if (most.open === 0 && most.sum < constant) return 'contradiction';
  let change: 'same' | 'narrower' = 'same';
  for (const [k, unknown] of unknowns.entries()) {
    const share = shares[k];
    const old = bounds[unknown];
    if (share === undefined || old === undefined) continue;
    const atMost = without(least, share.least, constant);
    const atLeast = without(most, share.most, constant);
    const allowed = shareOf({ least: atLeast, most: atMost }, coefficients[k] ?? 1);
    const next = { least: greater(old.least, allowed.least), most: lesser(old.most, allowed.most) };
    if (next.least !== undefined && next.most !== undefined && next.least > next.most) return 'contradiction';
    if (next.least !== old.least || next.most !== old.most) {
      bounds[unknown] = next;
      change = 'narrower';
    }
  }
  return change;
}

/** What an unknown within bounds adds to a sum; also what an unknown may be whose share is within bounds. */
function shareOf(bounds: Bounds | undefined, coefficient: 1 | -1): Bounds {
  const { least, most } = bounds ?? { least: undefined, most: undefined };
  if (coefficient === 1) return { least, most };
  return { least: most === undefined ? undefined : -most, most: least === undefined ? undefined : -least };
}

interface OpenSum {
  /** Sum of the terms that are bounded. */
  readonly sum: bigint;
  /** How many are not. */
  readonly open: number;
}

function sumOf(terms: readonly (bigint | undefined)[]): OpenSum {
  let sum = 0n;
  let open = 0;
  for (const term of terms) {
    if (term === undefined) open++;
    else sum += term;
  }
  return { sum, open };
}

/** What `constant` leaves to one term when all the others are at their bound; `undefined` where one of them has none. */
function without({ sum, open }: OpenSum, own: bigint | undefined, constant: bigint): bigint | undefined {
  if (own === undefined) return open === 1 ? constant - sum : undefined;
  return open === 0 ? constant - (sum - own) : undefined;
}

function greater(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function lesser(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
