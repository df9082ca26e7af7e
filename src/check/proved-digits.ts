/**
 * Digits that sums prove. Where a font may draw other digits than a text is written with, each written digit stands for a digit that is
 * not known; the sums that hold as written are equations between them. Where nothing but the written digits solves them, the
 * font draws what is written: sums of published figures hold, and with digits exchanged nearly none of them would.
 */
import type { Check } from '../model/index.js';

/** How often each digit stands in an equation, weighted by its place; together with what it stands for they come to nothing. */
type Equation = readonly bigint[];

/** So many times as many sums must hold as are broken: publishers break one or two, exchanged digits nearly all. */
const HOLDING_PER_BROKEN = 3;
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);

/** The digits that stand for themselves, whatever else the figures might show. */
export function provedDigits(checks: readonly Check[]): ReadonlySet<string> {
  const equationsOf = (outcome: Check['outcome']): readonly Equation[] =>
    checks
      .filter((check) => check.outcome === outcome && !check.usesDerived)
      .map(toEquation)
      .filter((equation) => equation !== undefined);
  const holding = equationsOf('holds');
  if (holding.length < HOLDING_PER_BROKEN * equationsOf('violated').length) return new Set();
  const reduced = reduce(holding);
  const used = DIGITS.filter((digit) => holding.some((equation) => equation[digit] !== 0n));
  // Digits in their own proportions always solve the equations: with one equation less than digits nothing else does.
  const isSettled = reduced.length === used.length - 1 || used.every((digit) => digit === 0);
  if (isSettled && !isAmbiguousInScale(used)) return new Set(used.map(String));
  const saysNought = ([nought, ...others]: Equation): boolean => nought !== 0n && others.every((each) => each === 0n);
  return new Set(reduced.some(saysNought) ? ['0'] : []);
}

/** A sum as an equation between digits; `undefined` where it says nothing, or not all of its terms are whole numbers. */
function toEquation({ terms }: Check): Equation | undefined {
  const counts = DIGITS.map(() => 0n);
  for (const { role, sign, value } of terms) {
    if (!/^-?\d+$/u.test(value)) return undefined;
    const side = (role === 'total' ? 1n : -BigInt(sign)) * (value.startsWith('-') ? -1n : 1n);
    const digits = Array.from(value.replace('-', ''), Number);
    for (const [at, digit] of digits.entries()) {
      counts[digit] = (counts[digit] ?? 0n) + side * 10n ** BigInt(digits.length - 1 - at);
    }
  }
  return counts.some((count) => count !== 0n) ? counts : undefined;
}

/** Equations that say the same, as few as possible, each with a digit that no other one has. */
function reduce(equations: readonly Equation[]): readonly Equation[] {
  const reduced: Equation[] = [];
  let open = [...equations];
  for (const digit of DIGITS) {
    const pivot = open.find((equation) => equation[digit] !== 0n);
    if (!pivot) continue;
    const without = (equation: Equation): Equation => eliminated(equation, pivot, digit);
    open = open.map(without).filter((equation) => equation.some((count) => count !== 0n));
    for (const [at, equation] of reduced.entries()) reduced[at] = without(equation);
    reduced.push(pivot);
  }
  return reduced;
}

function eliminated(equation: Equation, pivot: Equation, digit: number): Equation {
  const [own, of] = [equation[digit] ?? 0n, pivot[digit] ?? 0n];
  if (own === 0n) return equation;
  const combined = equation.map((count, at) => count * of - own * (pivot[at] ?? 0n));
  const divisor = combined.reduce((a, b) => greatestDivisor(a, b), 0n);
  return divisor > 1n ? combined.map((count) => count / divisor) : combined;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Whether all digits could be multiplied by one number and stay digits: 1, 2, 3 might be 2, 4, 6. */
function isAmbiguousInScale(digits: readonly number[]): boolean {
  if (digits.every((digit) => digit === 0)) return false;
  return DIGITS.slice(1).some((by) =>
    DIGITS.slice(1).some(
      (over) => by !== over && digits.every((digit) => (digit * by) % over === 0 && (digit * by) / over <= 9),
    ),
  );
}
