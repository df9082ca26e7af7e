/** Holds the laws between two years of one body. */
import {
  figureKey,
  addDecimals,
  compareDecimals,
  formatDecimal,
  negateDecimal,
  subtractDecimals,
  ZERO,
  type AcrossEvaluation,
  type AcrossLaw,
  type Decimal,
  type Finding,
  type ReportDigest,
  type Severity,
} from '../../model/index.js';
import { listFigures } from './across-finding.js';
import type { FieldNamer } from './field-names.js';
import type { Figure, Figures } from './figures.js';

/** A report of one year beside that of the year before. */
export interface YearPair {
  readonly earlier: ReportDigest;
  readonly earlierFigures: Figures;
  readonly later: ReportDigest;
  readonly laterFigures: Figures;
}

/** An evaluation that does not hold. */
interface Violation {
  readonly severity: Severity;
  readonly total: Figure;
  readonly expected: Decimal;
  readonly isCertain: boolean;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Holds one law to two years: one finding for the worst severity that is violated, with the number of violations.
 *
 * @returns `undefined` where the law holds, or where too little is known.
 */
export function holdLaw(law: AcrossLaw, pair: YearPair, nameOf: FieldNamer): Finding | undefined {
  if (!isInForce(law, pair)) return undefined;
  const violations = law.evaluations.flatMap((evaluation) => evaluate(law, evaluation, pair) ?? []);
  const severity = SEVERITIES.find((each) => violations.some((violation) => violation.severity === each));
  const first = violations.find((violation) => violation.severity === severity);
  return severity === undefined || first === undefined ? undefined : toFinding(law, pair, violations, nameOf);
}

/** Whether a law is about two years. */
export function isInForce({ fromYear = -Infinity, toYear = Infinity }: AcrossLaw, { later }: YearPair): boolean {
  return later.year !== undefined && later.year >= fromYear && later.year <= toYear;
}

/** What a law wants a total to be; `undefined` where a figure of it is not known. */
export function expectedOf(
  law: AcrossLaw,
  evaluation: AcrossEvaluation,
  pair: YearPair,
): Omit<Violation, 'severity'> | undefined {
  const keyOf = ({ row, column }: { row: string; column: string }): string =>
    figureKey({ table: law.table, row, column });
  const total = pair.laterFigures.get(keyOf(evaluation.total));
  if (total === undefined) return undefined;
  let expected = ZERO;
  let { isCertain } = total;
  for (const part of evaluation.parts) {
    const figure = (part.isOfPreviousYear ? pair.earlierFigures : pair.laterFigures).get(keyOf(part));
    if (figure === undefined) return undefined;
    expected = addDecimals(expected, part.sign === 1 ? figure.value : negateDecimal(figure.value));
    isCertain &&= figure.isCertain;
  }
  return { total, expected, isCertain };
}

function evaluate(law: AcrossLaw, evaluation: AcrossEvaluation, pair: YearPair): Violation | undefined {
  const held = expectedOf(law, evaluation, pair);
  if (held === undefined) return undefined;
  const order = compareDecimals(held.total.value, held.expected);
  const holds = law.relation === 'equals' ? order === 0 : order >= 0;
  return holds ? undefined : { severity: evaluation.severity, ...held };
}

function toFinding(law: AcrossLaw, pair: YearPair, violations: readonly Violation[], nameOf: FieldNamer): Finding {
  const bySeverity = violations.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const [first] = bySeverity;
  if (first === undefined) throw new RangeError('a finding needs a violation');
  const [table = '', row = '', column = ''] = first.total.key.split('/');
  const expected = formatDecimal(first.expected);
  const toItem =
    (gap: string) =>
    ({ total, expected: wanted }: Violation) => ({
      key: total.key,
      text: gap.replace('$1', total.text).replace('$2', formatDecimal(wanted)),
    });
  const sign = law.relation === 'equals' ? '≠' : '<';
  const listed = listFigures(bySeverity.map(toItem(`$1 ${sign} $2`)), nameOf);
  const { earlier } = pair;
  return {
    rule: law.rule,
    severity: first.severity,
    cause: violations.every(({ isCertain }) => isCertain) ? 'publisher' : 'unknown',
    table,
    row,
    column,
    expected,
    actual: first.total.text,
    difference: formatDecimal(subtractDecimals(first.total.value, first.expected)),
    message: {
      zh: `与 ${earlier.year ?? ''} 年报告（${earlier.sourcePath}）不衔接，共 ${violations.length} 处：${listed.zh}（${law.statement.zh}）`,
      en: `does not follow on from the report of ${earlier.year ?? ''} (${earlier.sourcePath}), ${violations.length} figure(s): ${listed.en} (${law.statement.en})`,
    },
  };
}
