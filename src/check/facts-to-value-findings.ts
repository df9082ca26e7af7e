/**
 * Finds cells that print no figure although the form wants one, and figures that cannot be what the form asks for. Table
 * two has no law of its own, so this is all that arithmetic can say of it.
 */
import {
  figureKey,
  type BilingualText,
  type Block,
  type Cause,
  type Fact,
  type Finding,
  isInteger,
  parseDecimal,
  type Severity,
  signOfDecimal,
} from '../model/index.js';
import { type FieldName, lawsOfBlock } from './block-identities.js';

/**
 * `value.blank` and `value.not_applicable`, one for each table with the number of its cells; then `value.negative` and
 * `value.fraction`, one for each figure. Cells that the source does not have at all are not its blanks.
 *
 * @param facts as bound, before anything is derived
 * @param cause whose doing it is that the cells say this
 */
export function factsToValueFindings(
  facts: readonly Fact[],
  blocks: readonly Block[],
  cause: Cause,
): readonly Finding[] {
  const names = new Map<string, FieldName>(blocks.flatMap((block) => [...lawsOfBlock(block).names]));
  const nameOf = (fact: Fact): FieldName | undefined => names.get(figureKey(fact));
  const present = facts.filter((fact) => fact.status !== 'missing' && nameOf(fact) !== undefined);
  const findings: Finding[] = [];
  for (const table of new Set(present.map((fact) => fact.table))) {
    const inTable = present.filter((fact) => fact.table === table);
    const blanks = inTable.filter(({ reading }) => reading.kind === 'blank');
    const marks = inTable.filter(({ reading }) => reading.kind === 'notApplicable');
    if (blanks.length > 0) findings.push(countFinding('value.blank', blanks, nameOf, cause));
    if (marks.length > 0) findings.push(countFinding('value.not_applicable', marks, nameOf, cause));
  }
  // A speck taken for a point makes a fraction: of what a picture does not show clearly nothing is said.
  const clear = present.filter(({ doubts }) => !doubts.includes('read-unsurely'));
  return [...findings, ...clear.flatMap((fact) => figureFindings(fact, nameOf(fact), cause))];
}

type NameOf = (fact: Fact) => FieldName | undefined;

function countFinding(rule: string, found: readonly Fact[], nameOf: NameOf, causeOfClear: Cause): Finding {
  // Where it is doubted what a cell shows, nobody is accused of leaving it blank.
  const clear = found.filter(({ status }) => status !== 'suspect');
  const [cells, cause]: [readonly Fact[], Cause] = clear.length > 0 ? [clear, causeOfClear] : [found, 'unknown'];
  const [first] = cells;
  const table = first === undefined ? undefined : nameOf(first)?.table;
  const only = cells.length === 1 ? first : undefined;
  const marks = [...new Set(cells.map(({ printed }) => printed))].filter((mark) => mark !== '');
  const isBlank = rule === 'value.blank';
  const message = {
    zh: `${table?.zh ?? ''}有 ${cells.length} 格${isBlank ? '空白' : `填“${marks.join('”“')}”`}，未填数字`,
    en: `${table?.en ?? ''}: ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} ${isBlank ? 'blank' : `filled with “${marks.join('”, “')}”`} instead of a figure`,
  };
  return { ...findingAt(first, only), rule, severity: 'warning', cause, message };
}

function figureFindings(fact: Fact, name: FieldName | undefined, cause: Cause): Finding[] {
  const value = parseDecimal(fact.value);
  if (value === undefined || name === undefined) return [];
  const field = {
    zh: `${name.table.zh}「${name.row.zh} · ${name.column.zh}」`,
    en: `${name.table.en}, ${name.row.en} × ${name.column.en}`,
  };
  const shown = fact.value.replace('-', '−');
  const finding = (rule: string, message: BilingualText, severity: Severity = 'error'): Finding => ({
    ...findingAt(fact, fact),
    rule,
    severity,
    // A figure that may be another one accuses nobody.
    cause: fact.status === 'suspect' ? 'unknown' : cause,
    actual: fact.value,
    message,
  });
  const findings: Finding[] = [];
  if (name.type !== 'signed-count' && signOfDecimal(value) < 0) {
    const message = { zh: `${field.zh}为负数 ${shown}`, en: `${field.en} is negative: ${shown}` };
    findings.push(finding('value.negative', message));
  }
  if (name.type !== 'amount' && !isInteger(value)) {
    const message = {
      zh: `${field.zh}应为整数，却为 ${shown}`,
      en: `${field.en} must be a whole number but is ${shown}`,
    };
    findings.push(finding('value.fraction', message));
  }
  return findings;
}

type Placed = Pick<Finding, 'table' | 'row' | 'column' | 'expected' | 'actual' | 'difference'> &
  Partial<Pick<Finding, 'place'>>;

/** The empty shape of a finding: where it stands, and the figure it names if it names one. */
function findingAt(first: Fact | undefined, named: Fact | undefined): Placed {
  return {
    table: first?.table ?? '',
    row: named?.row ?? '',
    column: named?.column ?? '',
    expected: '',
    actual: '',
    difference: '',
    ...(first?.place === undefined ? {} : { place: first.place }),
  };
}
