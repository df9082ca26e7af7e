/**
 * Numbers that print with gaps or over two lines, as in columns too narrow for them: which of them are one number though a law over
 * them fails, and would fail whatever part of them was meant.
 */
import { addDecimals, figureKey, parseDecimal, signOfDecimal, subtractDecimals } from '../model/index.js';
import type { Block, Check, Decimal, Fact } from '../model/index.js';

const BROKEN = 'broken-number';
/** So many numbers broken in one block, and proved to be whole by its sums, say that it breaks its numbers. */
const FEWEST_PROVED = 3;
/** More combinations of readings than this are not tried. */
const MOST_READINGS = 100_000;

/** Whether nothing is doubted of a figure of a text layer but that it is one number. */
export function isBroken({ doubts, place, confidence, alternatives }: Fact): boolean {
  const isPrinted = place !== undefined && confidence === undefined;
  return isPrinted && alternatives.length > 0 && doubts.every((doubt) => doubt === BROKEN);
}

/** Whether another reading of one broken number makes a failing law hold. */
export function mendsAlone(check: Check, fact: Fact): boolean {
  const own = new Map([[figureKey(fact), fact]]);
  return check.terms.some(({ row, column }) => row === fact.row && column === fact.column) && isMendable(check, own);
}

/**
 * Whether other readings of a law's broken numbers may make it hold, or something else of it is doubted.
 *
 * @param open the doubted figures by their key
 */
function isMendable(check: Check, open: ReadonlyMap<string, Fact>): boolean {
  const terms = check.terms.flatMap((term) => {
    const fact = open.get(figureKey({ table: check.table, row: term.row, column: term.column }));
    return fact ? [{ fact, isAdded: (term.role === 'part') === (term.sign === 1) }] : [];
  });
  const difference = parseDecimal(check.difference);
  if (!difference || !terms.every(({ fact }) => isBroken(fact))) return true;
  let sums: readonly Decimal[] = [difference];
  for (const { fact, isAdded } of terms) {
    const value = parseDecimal(fact.value);
    const others = fact.alternatives.map(parseDecimal).filter((other) => other !== undefined);
    if (!value || sums.length * (others.length + 1) > MOST_READINGS) return true;
    // The difference is the total less its parts.
    const shifts = others.map((other) => (isAdded ? subtractDecimals(value, other) : subtractDecimals(other, value)));
    sums = sums.flatMap((sum) => [sum, ...shifts.map((shift) => addDecimals(sum, shift))]);
  }
  return sums.some((sum) => signOfDecimal(sum) === 0);
}

/**
 * The broken numbers that no law proves, of blocks of which at least as many others are proved to be whole: where each figure of their
 * row is printed none of their parts is a neighbour's, and none of them mends a law.
 *
 * @param proved the keys of figures that laws prove
 */
export function brokenAlike(
  facts: readonly Fact[],
  checks: readonly Check[],
  proved: ReadonlySet<string>,
  blocks: readonly Block[],
): ReadonlySet<string> {
  const alike = new Set<string>();
  const open = new Map(
    facts
      .filter((fact) => fact.status === 'suspect' && !proved.has(figureKey(fact)))
      .map((fact) => [figureKey(fact), fact]),
  );
  for (const { slot, table } of blocks) {
    const own = facts.filter(
      (fact) => fact.block === slot && fact.table === table && fact.status === 'suspect' && isBroken(fact),
    );
    const whole = own.filter((fact) => proved.has(figureKey(fact)));
    const rest = own.filter((fact) => !proved.has(figureKey(fact)));
    const violated = checks.filter((check) => check.table === table && check.outcome === 'violated');
    const isSettled = (fact: Fact): boolean => {
      const row = facts.filter((other) => other.block === slot && other.table === table && other.row === fact.row);
      const laws = violated.filter(({ terms }) =>
        terms.some(({ row: of, column }) => of === fact.row && column === fact.column),
      );
      return (
        laws.length > 0 &&
        laws.every((check) => !isMendable(check, open)) &&
        row.every(({ reading }) => reading.kind === 'number' || reading.kind === 'notApplicable')
      );
    };
    if (whole.length < Math.max(FEWEST_PROVED, rest.length)) continue;
    for (const fact of rest.filter(isSettled)) alike.add(figureKey(fact));
  }
  return alike;
}
