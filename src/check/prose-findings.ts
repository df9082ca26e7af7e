/** Says what sentences and tables, and the sentences among themselves, contradict each other in. */
import {
  addDecimals,
  type BilingualText,
  type Cause,
  compareDecimals,
  type Decimal,
  type Fact,
  type Finding,
  formatDecimal,
  parseDecimal,
  type ProseRules,
  type ProseSum,
  subtractDecimals,
  ZERO,
} from '../model/index.js';
import type { ProseMismatch } from './prose-mismatches.js';

/** One finding for each contradiction between a sentence and the tables, in their order. */
export function mismatchesToFindings(
  mismatches: readonly ProseMismatch[],
  rules: ProseRules,
  causeOf: (mismatch: ProseMismatch) => Cause,
): readonly Finding[] {
  return mismatches.map((mismatch) => {
    const { fact, field, severity, nearest } = mismatch;
    const expected = formatDecimal(nearest.value);
    const scope = scopeName(fact, rules);
    return {
      ...placeOf(fact),
      rule: `prose.${field.id}`,
      severity,
      cause: causeOf(mismatch),
      expected,
      difference: differenceOf(fact.value, nearest.value),
      message: {
        zh: `正文称${field.name.zh}“${fact.printed}”（${scope.zh}），表中没有与之相符的数，最接近的是 ${expected}（${nearest.candidate.text}）`,
        en: `the text gives ${field.name.en} as “${fact.printed}” (${scope.en}); no quantity of the tables is that, the nearest is ${expected} (${nearest.candidate.text})`,
      },
    };
  });
}

/**
 * Parts that exceed the whole they are part of, or that are all given and fall short of it, within one sentence. Of one
 * scope only, and none where a figure is doubted.
 */
export function proseSumsToFindings(proseFacts: readonly Fact[], { sums }: ProseRules): readonly Finding[] {
  const sure = proseFacts.filter(({ status }) => status === 'printed');
  return sums.flatMap((sum) =>
    sure
      .filter(({ row }) => sum.total.includes(row))
      .flatMap((total) => brokenSum(sum, total, sure))
      // A sentence that gives several wholes is held against the one that is best: any that fits is what it means.
      .slice(0, isAnyWhole(sum, sure) ? 0 : 1),
  );
}

function partsOf(sum: ProseSum, total: Fact, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    ({ row, column, sentence }) => sum.parts.includes(row) && column === total.column && sentence === total.sentence,
  );
}

/** Whether the parts of some sentence make up one of the wholes that it gives. */
function isAnyWhole(sum: ProseSum, facts: readonly Fact[]): boolean {
  return facts
    .filter(({ row }) => sum.total.includes(row))
    .some((total) => {
      const parts = partsOf(sum, total, facts);
      return parts.length >= 2 && !isBroken(sum, total, parts);
    });
}

function isBroken(sum: ProseSum, total: Fact, parts: readonly Fact[]): boolean {
  const order = compareDecimals(sumOf(parts), parseDecimal(total.value) ?? ZERO);
  return order > 0 || (order < 0 && parts.length === sum.parts.length);
}

function brokenSum(sum: ProseSum, total: Fact, facts: readonly Fact[]): Finding[] {
  const parts = partsOf(sum, total, facts);
  if (parts.length < 2 || !isBroken(sum, total, parts)) return [];
  const given = sumOf(parts);
  const equation = `${parts.map(({ value }) => value).join('+')}=${formatDecimal(given)}`;
  const message: BilingualText = {
    zh: `正文一句之内：${equation}，而总数为 ${total.value}（${sum.statement.zh}）`,
    en: `within one sentence: ${equation}, but the whole is ${total.value} (${sum.statement.en})`,
  };
  return [
    {
      ...placeOf(total),
      rule: sum.rule,
      severity: 'info',
      cause: 'unknown',
      expected: formatDecimal(given),
      difference: differenceOf(total.value, given),
      message,
    },
  ];
}

function sumOf(facts: readonly Fact[]): Decimal {
  return facts.reduce((sum, { value }) => addDecimals(sum, parseDecimal(value) ?? ZERO), ZERO);
}

function differenceOf(value: string, expected: Decimal): string {
  const actual = parseDecimal(value);
  return actual === undefined ? '' : formatDecimal(subtractDecimals(actual, expected));
}

function scopeName(fact: Fact, { scopes }: ProseRules): BilingualText {
  return scopes.find(({ id }) => id === fact.column)?.name ?? { zh: fact.column, en: fact.column };
}

function placeOf(fact: Fact): Pick<Finding, 'table' | 'row' | 'column' | 'actual' | 'place'> {
  const { table, row, column, value, place } = fact;
  return { table, row, column, actual: value, ...(place === undefined ? {} : { place }) };
}
