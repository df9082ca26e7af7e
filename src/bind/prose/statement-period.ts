/** Tells statements about other years, or about part of the year, from those about the year reported on. */
import type { CompiledRules } from './compile-rules.js';
import type { Found } from './found.js';

/** A statement with the beginning of its clause. */
export interface FoundInClause extends Found {
  readonly clauseStart: number;
}

/** What the statement may speak of. */
export interface PeriodOptions {
  readonly year: number | undefined;
  /** True for what was carried over from another year. */
  readonly mayNameOther: boolean;
}

const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?=年)/gu;

/**
 * Whether a statement is about another period: its clause says so, or what leads up to it, or the year that
 * stands last before it at the head of a clause is another one.
 */
export function isOfOtherPeriod(
  text: string,
  { start, from, clauseStart }: FoundInClause,
  { yearAnchors, otherPeriods, leadingPeriods }: CompiledRules,
  { year, mayNameOther }: PeriodOptions,
): boolean {
  const clause = text.slice(clauseStart, Math.max(from, start));
  if (!mayNameOther && otherPeriods.some((words) => words.test(clause))) return true;
  const before = text.slice(0, from);
  if (leadingPeriods.some((words) => words.test(before))) return true;
  if (year === undefined) return false;
  const named = [...clause.matchAll(ANY_YEAR)].map(([digits]) => Number(digits));
  if (!mayNameOther && named.some((each) => each !== year)) return true;
  let last: { year: number; at: number } | undefined;
  for (const match of yearAnchors.flatMap((anchor) => [...before.matchAll(anchor)])) {
    const digits = Number(match.groups?.['year']);
    if (Number.isInteger(digits) && match.index >= (last?.at ?? -1)) last = { year: digits, at: match.index };
  }
  return last !== undefined && last.year !== year;
}
