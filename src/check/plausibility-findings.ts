/**
 * Findings short of a law: figures that are unlikely together or for such a body, and a form that is not the year's. They
 * say where a person should look; no figure is doubted for them.
 */
import {
  addDecimals,
  type Block,
  type Cause,
  type CompletenessRules,
  type Decimal,
  type Edition,
  type Fact,
  type FigureRule,
  type Finding,
  formatDecimal,
  parseDecimal,
  signOfDecimal,
  subtractDecimals,
  type Subject,
  ZERO,
} from '../model/index.js';

/** What the rules are held against. */
export interface PlausibilityInput {
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
  readonly subject: Subject;
  readonly editions: readonly Edition[];
  readonly rules: CompletenessRules;
  /** Whose doing it is that these figures are printed so. */
  readonly causeOf: (facts: readonly Fact[]) => Cause;
}

/** Findings of the family's rules over figures, then `form.wrong_edition` or `form.mixed_edition`. */
export function plausibilityFindings(input: PlausibilityInput): readonly Finding[] {
  const { rules } = input;
  return [
    ...rules.figures.flatMap((rule) => rule.rows.flatMap((row) => figureFindings(rule, row, input))),
    ...editionFindings(input),
  ];
}

function figureFindings(rule: FigureRule, row: string, input: PlausibilityInput): Finding[] {
  if (rule.zeroFor !== undefined && rule.columns !== undefined) return zeroFindings(rule, row, input);
  if (rule.notLess !== undefined) return lessFindings(rule, row, input);
  return rule.notSum === undefined ? [] : sumFindings(rule, row, input);
}

/** One figure that is surely what the source prints. */
interface Printed {
  readonly fact: Fact;
  readonly value: Decimal;
}

function printedAt(table: string, row: string, column: string, facts: readonly Fact[]): Printed | undefined {
  const fact = facts.find((each) => each.table === table && each.row === row && each.column === column);
  const value = fact?.status === 'printed' ? parseDecimal(fact.value) : undefined;
  return fact === undefined || value === undefined ? undefined : { fact, value };
}

function zeroFindings(rule: FigureRule, row: string, input: PlausibilityInput): Finding[] {
  const { level, unitType } = input.subject;
  const isConcerned = rule.zeroFor?.some(
    ({ levels, unitTypes }) => levels.includes(level) && (unitTypes === undefined || unitTypes.includes(unitType)),
  );
  if (isConcerned !== true) return [];
  const above = (rule.columns ?? [])
    .map((column) => printedAt(rule.table, row, column, input.facts))
    .filter((each) => each !== undefined)
    .filter(({ value }) => signOfDecimal(value) > 0);
  const [first] = above;
  if (first === undefined) return [];
  const finding = toFinding(rule, first, above, input);
  return [{ ...finding, expected: '0', difference: formatDecimal(first.value) }];
}

function lessFindings(rule: FigureRule, row: string, input: PlausibilityInput): Finding[] {
  const [greater, lesser] = (rule.notLess ?? []).map((column) => printedAt(rule.table, row, column, input.facts));
  if (greater === undefined || lesser === undefined) return [];
  const difference = subtractDecimals(greater.value, lesser.value);
  if (signOfDecimal(difference) >= 0) return [];
  const finding = toFinding(rule, greater, [greater, lesser], input);
  return [{ ...finding, expected: `≥ ${formatDecimal(lesser.value)}`, difference: formatDecimal(difference) }];
}

function sumFindings(rule: FigureRule, row: string, input: PlausibilityInput): Finding[] {
  if (rule.notSum === undefined) return [];
  const { total: column, parts: columns, least } = rule.notSum;
  const total = printedAt(rule.table, row, column, input.facts);
  const parts = columns.map((each) => printedAt(rule.table, row, each, input.facts));
  if (total === undefined || Number(formatDecimal(total.value)) < least) return [];
  if (parts.some((part) => part === undefined)) return [];
  const sum = parts.reduce((all, part) => addDecimals(all, part?.value ?? ZERO), ZERO);
  if (signOfDecimal(subtractDecimals(total.value, sum)) !== 0) return [];
  return [toFinding(rule, total, [total], input)];
}

function toFinding(
  rule: FigureRule,
  { fact, value }: Printed,
  concerned: readonly Printed[],
  { blocks, causeOf }: PlausibilityInput,
): Finding {
  const block = blocks.find((each) => each.table === fact.table && each.rows.some(({ id }) => id === fact.row));
  const row = block?.rows.find(({ id }) => id === fact.row)?.name ?? { zh: fact.row, en: fact.row };
  const shown = concerned.map((each) => formatDecimal(each.value)).join('、');
  return {
    rule: rule.rule,
    severity: rule.severity,
    cause: causeOf(concerned.map((each) => each.fact)),
    table: fact.table,
    row: fact.row,
    column: fact.column,
    expected: '',
    actual: formatDecimal(value),
    difference: '',
    message: {
      zh: `${block?.tableName.zh ?? ''}「${row.zh}」：${shown}（${rule.statement.zh}）`,
      en: `${block?.tableName.en ?? ''}, ${row.en}: ${shown} (${rule.statement.en})`,
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
  };
}

/** A form that another year prescribes; some blocks of it are a mixture. */
function editionFindings({ facts, blocks, subject: { year }, editions, rules, causeOf }: PlausibilityInput): Finding[] {
  if (year === undefined || year < rules.editionsFrom) return [];
  const prescribed = editions.find(
    ({ id, fromYear = -Infinity, toYear = Infinity }) =>
      rules.editions.includes(id) && fromYear <= year && year <= toYear,
  );
  if (prescribed === undefined) return [];
  const present = facts.filter(({ status }) => status !== 'missing');
  // Figures that are mostly doubted may have been bound to the wrong form.
  const found = blocks.filter((block) => {
    const own = present.filter((fact) => isOf(fact, block));
    return own.length > 0 && own.filter(({ status }) => status === 'suspect').length <= own.length / 2;
  });
  const others = found.filter(({ edition }) => edition !== prescribed.id);
  const [first] = others;
  if (first === undefined) return [];
  const isMixed = others.length < found.length;
  const concerned = present.filter((fact) => others.some((block) => isOf(fact, block)));
  const names = [...new Set(others.map(({ tableName }) => tableName.zh))].join('、');
  const namesEn = [...new Set(others.map(({ tableName }) => tableName.en))].join(', ');
  const usedEditions = [...new Set(others.map(({ edition }) => edition))].sort().join('+');
  const place = concerned[0]?.place;
  return [
    {
      rule: isMixed ? 'form.mixed_edition' : 'form.wrong_edition',
      severity: isMixed ? 'warning' : 'error',
      cause: causeOf(concerned),
      table: first.table,
      row: '',
      column: '',
      expected: prescribed.id,
      actual: usedEditions,
      difference: '',
      message: {
        zh: `${year} 年的报告应用 ${prescribed.id} 年版格式，${isMixed ? `其中${names}却用` : '却用'} ${usedEditions} 年版`,
        en: `a report on ${year} uses the form of ${prescribed.id}, but ${isMixed ? namesEn : 'this one'} uses that of ${usedEditions}`,
      },
      ...(place === undefined ? {} : { place }),
    },
  ];
}

function isOf(fact: Fact, block: Block): boolean {
  return fact.block === block.slot && fact.edition === block.edition;
}
