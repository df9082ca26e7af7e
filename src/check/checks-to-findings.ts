/** Says what is violated so that a person can find it on the page: names from the form, the equation in figures. */
import { figureKey } from '../model/index.js';
import type { BilingualText, Block, Cause, Check, CheckTerm, Finding } from '../model/index.js';
import { type FieldName, lawsOfBlock } from './block-identities.js';

/**
 * One finding for each violated check, in their order.
 *
 * @param causeOf whose doing a violation is; known to the caller, who knows how the source was read
 * @param blocks the blocks the checks were made from
 */
export function checksToFindings(
  checks: readonly Check[],
  causeOf: (check: Check) => Cause,
  blocks: readonly Block[],
): readonly Finding[] {
  const statements = new Map<string, BilingualText>();
  for (const { rule, statement } of blocks.flatMap(({ identities }) => identities)) statements.set(rule, statement);
  return checks
    .filter(({ outcome }) => outcome === 'violated')
    .map((check) => toFinding(check, causeOf(check), nameOf(check, blocks), statements.get(check.rule)));
}

function toFinding(
  check: Check,
  cause: Cause,
  name: FieldName | undefined,
  statement: BilingualText = { zh: check.rule, en: check.rule },
): Finding {
  const total = totalOf(check);
  return {
    rule: check.rule,
    severity: check.severity,
    cause,
    table: check.table,
    row: total?.row ?? '',
    column: total?.column ?? '',
    expected: check.expected,
    actual: check.actual,
    difference: check.difference,
    message: { zh: messageZh(check, name, statement.zh), en: messageEn(check, name, statement.en) },
    ...(total?.place === undefined ? {} : { place: total.place }),
    check,
  };
}

function totalOf(check: Check): CheckTerm | undefined {
  return check.terms.find(({ role }) => role === 'total');
}

function nameOf(check: Check, blocks: readonly Block[]): FieldName | undefined {
  const total = totalOf(check);
  if (total === undefined) return undefined;
  const key = figureKey({ table: check.table, row: total.row, column: total.column });
  return blocks.map((block) => lawsOfBlock(block).names.get(key)).find((name) => name !== undefined);
}

function messageZh(check: Check, name: FieldName | undefined, statement: string): string {
  const place = name === undefined ? '' : `${name.table.zh}「${name.row.zh} · ${name.column.zh}」：`;
  const { text, isSum } = sumOf(check);
  const given = isSum ? text : `各项合计 ${text}`;
  const printed = check.actual === '' ? '总计处无数字' : `表中为 ${minus(check.actual)}`;
  const verdict =
    check.difference === ''
      ? '空缺处填任何非负整数都不能成立'
      : `相差 ${minus(check.difference)}${check.usesDerived ? '，其中有推算的数' : ''}`;
  return `${place}${given}，${printed}，${verdict}（${statement}）`;
}

function messageEn(check: Check, name: FieldName | undefined, statement: string): string {
  const place = name === undefined ? '' : `${name.table.en}, ${name.row.en} × ${name.column.en}: `;
  const { text, isSum } = sumOf(check);
  const given = isSum ? text : `the terms give ${text}`;
  const printed = check.actual === '' ? 'no total is printed' : `${minus(check.actual)} is printed`;
  const verdict =
    check.difference === ''
      ? 'and nothing that could stand in the empty cells makes it hold'
      : `difference ${minus(check.difference)}${check.usesDerived ? ', some terms derived' : ''}`;
  return `${place}${given}, ${printed}, ${verdict} (${statement})`;
}

/** The known parts as an equation without its zeros: `4+1−2=3`; of fewer than two, the sum alone. */
function sumOf(check: Check): { text: string; isSum: boolean } {
  const parts = check.terms.filter(({ role, value }) => role === 'part' && value !== '');
  const shown = parts.filter(({ value }) => value !== '0');
  const isOpen = check.terms.some(({ role, value }) => role === 'part' && value === '');
  const [first] = shown;
  if (first === undefined) return { text: isOpen ? '0+…' : '0', isSum: isOpen };
  const sum = shown.map((term, k) => signed(term, k === 0)).join('');
  if (isOpen) return { text: `${sum}+…`, isSum: true };
  if (shown.length === 1) return { text: sum, isSum: false };
  return { text: `${sum}=${minus(check.expected)}`, isSum: true };
}

function signed({ sign, value }: CheckTerm, isFirst: boolean): string {
  const isTaken = (sign === -1) !== value.startsWith('-');
  const digits = value.replace('-', '');
  return `${isTaken ? '−' : isFirst ? '' : '+'}${digits}`;
}

/** A figure as people read it, with a real minus sign. */
function minus(value: string): string {
  return value.replace('-', '−');
}
