/**
 * Digits that sums prove. Where a font may draw other digits than a text is written with, each written digit stands for a digit that is
 * not known; the sums that hold as written are equations between them. Where nothing but the written digits solves them, the
 * font draws what is written: sums of published figures hold, and with digits exchanged nearly none of them would.
 */
import type { Check } from '../model/index.js';

/** How often each digit stands in an equation, weighted by its place; together with what it stands for they come to nothing. */
type Equation = readonly number[];

/** So many times as many sums must hold as are broken: publishers break one or two, exchanged digits nearly all. */
const HOLDING_PER_BROKEN = 3;
/** So many digits may look like another one: a font that draws more alike would be seen through by whoever reads it. */
const MOST_ALIKE = 1;
/** More are not tried; reports in which digits are proved need some hundred. */
const MOST_TRIED = 200_000;
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
  const used = DIGITS.filter((digit) => holding.some((equation) => equation[digit] !== 0));
  const shown = whatIsShown(holding, used);
  return new Set(used.filter((digit) => shown.get(digit)?.size === 1).map(String));
}

/** A sum as an equation between digits; `undefined` where it says nothing, or not all of its terms are whole numbers of which any digits can be added exactly. */
function toEquation({ terms }: Check): Equation | undefined {
  const counts = DIGITS.map(() => 0);
  for (const { role, sign, value } of terms) {
    if (!/^-?\d{1,12}$/u.test(value)) return undefined;
    const side = (role === 'total' ? 1 : -sign) * (value.startsWith('-') ? -1 : 1);
    const digits = Array.from(value.replace('-', ''), Number);
    for (const [at, digit] of digits.entries()) {
      counts[digit] = (counts[digit] ?? 0) + side * 10 ** (digits.length - 1 - at);
    }
  }
  return counts.some((count) => count !== 0) ? counts : undefined;
}

/**
 * What each digit may show so that all equations hold, which as written they do: the digits are tried one after another, and
 * given up where those that are left cannot make up for what an equation lacks. Nothing where too much would have to be tried.
 */
function whatIsShown(
  equations: readonly Equation[],
  used: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map(used.map((digit) => [digit, new Set<number>()]));
  let tried = 0;
  const tryFrom = (at: number, shown: readonly number[]): void => {
    const digit = used[at];
    if (digit === undefined) {
      for (const [k, value] of shown.entries()) found.get(used[k] ?? -1)?.add(value);
      return;
    }
    for (const value of DIGITS) {
      tried += 1;
      if (tried > MOST_TRIED) return;
      const next = [...shown, value];
      if (next.length - new Set(next).size > MOST_ALIKE) continue;
      if (equations.every((equation) => canHold(equation, used, next))) tryFrom(at + 1, next);
    }
  };
  tryFrom(0, []);
  return tried > MOST_TRIED ? new Map() : found;
}

/** Whether an equation may hold with what the first of the digits show, whatever the others do. */
function canHold(equation: Equation, used: readonly number[], shown: readonly number[]): boolean {
  let [least, most] = [0, 0];
  for (const [k, digit] of used.entries()) {
    const [count, value] = [equation[digit] ?? 0, shown[k]];
    least += value === undefined ? Math.min(0, 9 * count) : count * value;
    most += value === undefined ? Math.max(0, 9 * count) : count * value;
  }
  return least <= 0 && most >= 0;
}
