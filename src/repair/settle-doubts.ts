/**
 * Clears doubts that arithmetic decides. A figure whose text could be read in several ways is proved by a law that holds
 * with it and in which nothing else is doubted: any other reading would break that law.
 */
import { addDecimals, figureKey, parseDecimal, signOfDecimal, subtractDecimals, ZERO } from '../model/index.js';
import type { Block, Check, Decimal, Fact } from '../model/index.js';
import { brokenAlike, isBroken, mendsAlone } from './broken-numbers.js';
import { likeFigures } from './like-figures.js';

/** Glyphs of a scan that were not read with certainty. */
const READ_UNSURELY = 'read-unsurely';
/** A letter read for a digit: it stands for one digit only. */
const LOOKALIKE = 'lookalike-digit';
/** Doubts about which value a text in a known place stands for. Doubts about the place itself are never settled here. */
const VALUE_DOUBTS: ReadonlySet<string> = new Set([
  'broken-number',
  'several-numbers',
  'text-after-number',
  'strays-over-rule',
  READ_UNSURELY,
  LOOKALIKE,
]);
/** Doubt about the columns of a whole block whose header could not be read. */
const HEADER_DOUBT = 'header-unrecognised';

/**
 * Makes doubted facts `printed` where the checks prove them.
 *
 * @param all evaluated over these facts; those whose breach is no error prove nothing
 * @param blocks those of the facts
 */
export function settleDoubts(facts: readonly Fact[], all: readonly Check[], blocks: readonly Block[]): readonly Fact[] {
  const checks = all.filter(({ severity, outcome }) => severity === 'error' || outcome === 'violated');
  const open = new Map(facts.filter((fact) => fact.status === 'suspect').map((fact) => [figureKey(fact), fact]));
  if (open.size === 0) return facts;
  // A figure that was changed so that a law holds says nothing by that law, nor that the columns of its block are right.
  const changed = new Set(
    facts.filter(({ status }) => status === 'repaired' || status === 'derived').map((fact) => figureKey(fact)),
  );
  const telling = checks.filter((check) => check.outcome !== 'holds' || !keysOf(check).some((key) => changed.has(key)));
  const asRead = blocks.filter((block) => !facts.some((fact) => isOf(fact, block) && changed.has(figureKey(fact))));
  const values = provedValues(open, telling);
  const settled = new Set([
    ...values,
    ...brokenAlike(facts, checks, values, blocks),
    ...provedHeaders(facts, checks, asRead),
  ]);
  return facts.map((fact) => (settled.has(figureKey(fact)) ? { ...fact, status: 'printed', doubts: [] } : fact));
}

function isOf(fact: Fact, { slot, table }: Block): boolean {
  return fact.block === slot && fact.table === table;
}

function keysOf(check: Check): readonly string[] {
  return check.terms.map((term) => figureKey({ table: check.table, row: term.row, column: term.column }));
}

/** Proves value doubts law by law: a proved figure helps to prove the next. */
function provedValues(open: ReadonlyMap<string, Fact>, checks: readonly Check[]): ReadonlySet<string> {
  const proved = new Set<string>();
  const failing = checks.filter((check) => check.outcome === 'violated');
  const violated = new Set(failing.flatMap(keysOf));
  // A law that fails whatever a broken number says tells nothing against what another law proves of it.
  const isOpenToDoubt = (key: string): boolean => {
    const fact = open.get(key);
    return fact && isBroken(fact) ? failing.some((check) => mendsAlone(check, fact)) : violated.has(key);
  };
  const holding = checks.filter((check) => check.outcome === 'holds');
  for (let size = -1; size !== proved.size;) {
    size = proved.size;
    for (const check of holding) {
      const doubted = keysOf(check).filter((key) => open.has(key) && !proved.has(key));
      const facts = doubted.map((key) => open.get(key)).filter((fact) => fact !== undefined);
      const isValueDoubt = facts.every((fact) => fact.doubts.every((doubt) => VALUE_DOUBTS.has(doubt)));
      if (!isValueDoubt || doubted.some(isOpenToDoubt)) continue;
      if (doubted.length === 1 || isOnlyReading(check, open, proved) || isHardlyDoubted(check, facts))
        for (const key of doubted) proved.add(key);
    }
  }
  return proved;
}

/**
 * A recognised figure that is likelier than this, and of which no other reading is worth naming, helps to prove those beside
 * it: most are a hair below what is believed without any sum.
 */
const HARDLY_DOUBTED = 0.997;

/**
 * Whether all but one of a law's doubted figures are hardly doubted: two would have to be misread at once, and by the same
 * amount. Digits that are alike are misread alike, so no digit may stand in the same place of a part and of its total.
 */
function isHardlyDoubted(check: Check, doubted: readonly Fact[]): boolean {
  const open = doubted.filter(
    ({ confidence = 0, alternatives, doubts }) =>
      confidence < HARDLY_DOUBTED || alternatives.length > 0 || doubts.some((doubt) => doubt !== READ_UNSURELY),
  );
  if (open.length > 1) return false;
  const sideOf = ({ row, column }: Fact): boolean | undefined => {
    const term = check.terms.find((each) => each.row === row && each.column === column);
    return term && isAdded(term);
  };
  return doubted.every((one, at) =>
    doubted.slice(at + 1).every((other) => (sideOf(one) !== sideOf(other) ? !sharesDigit(one, other) : true)),
  );
}

/** Whether two whole numbers have the same digit in the same place; taken for granted of others. */
function sharesDigit(one: Fact, other: Fact): boolean {
  if (!/^-?\d+$/u.test(one.value) || !/^-?\d+$/u.test(other.value)) return true;
  const [a, b] = [one, other].map(({ value }) => Array.from(value.replace('-', '')).reverse());
  return a?.some((digit, place) => digit === b?.[place]) ?? true;
}

/** Whether a larger figure makes the difference larger that must stay 0. */
function isAdded({ role, sign }: Check['terms'][number]): boolean {
  return (role === 'part') === (sign === 1);
}

/**
 * Whether no other choice among the readings of a law's doubted figures satisfies it. Every reading must be known: a
 * figure without alternatives may be anything.
 */
function isOnlyReading(check: Check, open: ReadonlyMap<string, Fact>, proved: ReadonlySet<string>): boolean {
  // What each doubted figure may add to the difference that must stay 0.
  const shifts: Decimal[][] = [];
  for (const term of check.terms) {
    const key = figureKey({ table: check.table, row: term.row, column: term.column });
    const fact = open.get(key);
    if (!fact || proved.has(key)) continue;
    const value = parseDecimal(fact.value);
    const others = fact.alternatives.map(parseDecimal).filter((other) => other !== undefined);
    if (!value || others.length === 0 || others.length < fact.alternatives.length) return false;
    const isLarger = isAdded(term);
    shifts.push([
      ZERO,
      ...others.map((other) => (isLarger ? subtractDecimals(other, value) : subtractDecimals(value, other))),
    ]);
  }
  if (shifts.reduce((product, choices) => product * choices.length, 1) > MOST_READINGS) return false;
  let sums: Decimal[] = [ZERO];
  for (const choices of shifts) sums = sums.flatMap((sum) => choices.map((shift) => addDecimals(sum, shift)));
  return sums.filter((sum) => signOfDecimal(sum) === 0).length === 1;
}

/** More combinations of readings than this are not tried. */
const MOST_READINGS = 100_000;

/**
 * Proves figures of columns counted from the right: every law of the block holds, and among them one whose figures are not all
 * 0, so that a shifted column would break it. Columns exchanged with others that stand in laws of the same kind would break
 * none: such figures are proved only where they are the same.
 */
function provedHeaders(
  facts: readonly Fact[],
  checks: readonly Check[],
  blocks: readonly Block[],
): ReadonlySet<string> {
  const proved = new Set<string>();
  for (const block of blocks) {
    const own = facts.filter((fact) => isOf(fact, block));
    const headless = own.filter(({ doubts }) => doubts.includes(HEADER_DOUBT));
    if (headless.length === 0) continue;
    const keys = new Set(own.map((fact) => figureKey(fact)));
    const laws = checks.filter((check) => keysOf(check).some((key) => keys.has(key)));
    const hasTellingLaw = laws.some((law) => law.outcome === 'holds' && law.actual !== '0' && law.actual !== '');
    const isAllZero = own.every((fact) => fact.value === '0');
    const isProved = laws.length > 0 && laws.every((law) => law.outcome === 'holds') && (hasTellingLaw || isAllZero);
    if (!isProved) continue;
    const valuesOf = new Map<string, Set<string>>();
    const classes = likeFigures(block);
    // A block of one row (table four) is taken in the order of the form: text dumps seldom keep its header.
    const classOf = ({ row, column }: Fact): string =>
      (block.hasRowLabels ? classes.get(`${row}/${column}`) : undefined) ?? `${row}/${column}`;
    for (const fact of headless) {
      valuesOf.set(classOf(fact), (valuesOf.get(classOf(fact)) ?? new Set()).add(fact.value));
    }
    for (const fact of headless) {
      const isOther = fact.doubts.some((doubt) => doubt !== HEADER_DOUBT && doubt !== LOOKALIKE);
      if (!isOther && valuesOf.get(classOf(fact))?.size === 1) proved.add(figureKey(fact));
    }
  }
  return proved;
}
