/**
 * Evaluates every law of the given blocks over a report's figures. Changes no value, and decides nothing about whose
 * doing a violation is. All arithmetic is exact.
 */
import {
  figureKey,
  addDecimals,
  type Block,
  type Check,
  type CheckTerm,
  type Decimal,
  type Fact,
  formatDecimal,
  isInteger,
  parseDecimal,
  signOfDecimal,
  subtractDecimals,
  ZERO,
} from '../model/index.js';
import { type Law, type LawTerm, lawsOfBlock } from './block-identities.js';

interface Figure {
  readonly fact: Fact;
  /** Absent where nothing is known of it. */
  readonly value: Decimal | undefined;
}

/**
 * One check for each identity of the blocks, in the order of the blocks and of their identities. A fact's `value` counts
 * as it is, however the fact came by it.
 */
export function factsToChecks(facts: readonly Fact[], blocks: readonly Block[]): readonly Check[] {
  const figures = new Map<string, Figure>();
  for (const fact of facts) {
    figures.set(figureKey(fact), { fact, value: parseDecimal(fact.value) });
  }
  return blocks.flatMap((block) => lawsOfBlock(block).laws.map((law) => evaluate(law, figures)));
}

function evaluate({ identity, terms }: Law, figures: ReadonlyMap<string, Figure>): Check {
  let partSum = ZERO;
  let totalValue: Decimal | undefined;
  let usesDerived = false;
  const open: LawTerm[] = [];
  const checkTerms: CheckTerm[] = [];
  for (const term of terms) {
    const figure = figures.get(term.key);
    const value = figure?.value;
    if (figure?.fact.status === 'derived') usesDerived = true;
    if (value === undefined) open.push(term);
    else if (term.role === 'total') totalValue = value;
    else partSum = term.sign === 1 ? addDecimals(partSum, value) : subtractDecimals(partSum, value);
    checkTerms.push(toCheckTerm(term, figure));
  }
  const residual = subtractDecimals(totalValue ?? ZERO, partSum);
  const outcome = outcomeOf(residual, open);
  const isPartSumKnown = open.every(({ role }) => role === 'total');
  return {
    rule: identity.rule,
    severity: identity.severity,
    table: identity.table,
    terms: checkTerms,
    outcome,
    expected: outcome !== 'unassessable' && isPartSumKnown ? formatDecimal(partSum) : '',
    actual: totalValue === undefined ? '' : formatDecimal(totalValue),
    difference: open.length === 0 ? formatDecimal(residual) : '',
    usesDerived,
  };
}

/**
 * A law with open terms is violated where nothing they may hold satisfies it.
 *
 * @param residual what the open terms must add up to, an open total counting negative
 */
function outcomeOf(residual: Decimal, open: readonly LawTerm[]): Check['outcome'] {
  const sign = signOfDecimal(residual);
  if (open.length === 0) return sign === 0 ? 'holds' : 'violated';
  const raises = ({ type, role, sign: turn }: LawTerm): boolean =>
    type === 'signed-count' || (role === 'part') === (turn === 1);
  const lowers = ({ type, role, sign: turn }: LawTerm): boolean =>
    type === 'signed-count' || (role === 'part') !== (turn === 1);
  if (sign > 0 && !open.some(raises)) return 'violated';
  if (sign < 0 && !open.some(lowers)) return 'violated';
  if (open.every(({ type }) => type !== 'amount') && !isInteger(residual)) return 'violated';
  return 'unassessable';
}

function toCheckTerm({ role, sign, row, column }: LawTerm, figure: Figure | undefined): CheckTerm {
  const place = figure?.fact.place;
  return {
    role,
    sign,
    row,
    column,
    value: figure?.value === undefined ? '' : formatDecimal(figure.value),
    ...(place === undefined ? {} : { place }),
  };
}
