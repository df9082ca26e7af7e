/**
 * Blots telephone numbers and addresses of people out of what is exported. Figures of the form are never touched: only
 * cells that hold no fact, and the words of findings.
 */
import type { BoundTable, Cell, ContactRule, DigitRun, Fact, Finding, Report } from '../model/index.js';

/** What stands for each sign that is blotted out, so that lengths stay. */
const BLOT = '*';
/** A cell of digits alone, in a table of the form, may be a figure that was not bound: it stays. */
const BARE_DIGITS = /^[\d\s.,，-]*$/u;

/** A report without its contacts, wherever they stand. */
export function hideContacts(report: Report, rules: readonly ContactRule[]): Report {
  return {
    ...report,
    contacts: [],
    facts: maskFacts(report.facts, rules),
    tables: maskTables(report.tables, rules),
    findings: maskFindings(report.findings, rules),
  };
}

/** The tables with the contacts in their other cells blotted out; the same array where there is nothing to blot out. */
function maskTables(tables: readonly BoundTable[], rules: readonly ContactRule[]): readonly BoundTable[] {
  const expressions = toExpressions(rules);
  const masked = tables.map((bound) => maskTable(bound, expressions));
  return masked.some((bound, k) => bound !== tables[k]) ? masked : tables;
}

/** Facts of sentences quote the sentence; a cell of the form is left as it is. */
function maskFacts(facts: readonly Fact[], rules: readonly ContactRule[]): readonly Fact[] {
  const expressions = toExpressions(rules);
  return facts.map((fact) => {
    if (BARE_DIGITS.test(fact.printed)) return fact;
    const printed = maskText(fact.printed, expressions);
    return printed === fact.printed ? fact : { ...fact, printed };
  });
}

/** The findings with the contacts in their texts blotted out. */
function maskFindings(findings: readonly Finding[], rules: readonly ContactRule[]): readonly Finding[] {
  const expressions = toExpressions(rules);
  const mask = (text: string): string => maskText(text, expressions);
  return findings.map((finding) => {
    const { actual, expected, message } = finding;
    const isClean = [actual, expected, message.zh, message.en].every((text) => mask(text) === text);
    if (isClean) return finding;
    return {
      ...finding,
      actual: mask(actual),
      expected: mask(expected),
      message: { zh: mask(message.zh), en: mask(message.en) },
    };
  });
}

function toExpressions(rules: readonly ContactRule[]): readonly RegExp[] {
  return rules.flatMap(({ mask }) => (mask === undefined ? [] : [new RegExp(mask, 'gu')]));
}

function maskText(text: string, expressions: readonly RegExp[]): string {
  return expressions.reduce((masked, each) => masked.replace(each, (found) => BLOT.repeat(found.length)), text);
}

function maskTable(bound: BoundTable, expressions: readonly RegExp[]): BoundTable {
  const { table, bindings } = bound;
  const owners = new Set(bindings.map(({ rowIndex, columnIndex }) => `${rowIndex},${columnIndex}`));
  const cells = table.cells.map((cell) => {
    if (owners.has(`${cell.rowIndex},${cell.columnIndex}`)) return cell;
    if (bindings.length > 0 && BARE_DIGITS.test(cell.text)) return cell;
    return maskCell(cell, expressions);
  });
  if (cells.every((cell, k) => cell === table.cells[k])) return bound;
  return { ...bound, table: { ...table, cells } };
}

function maskCell(cell: Cell, expressions: readonly RegExp[]): Cell {
  const text = maskText(cell.text, expressions);
  if (text === cell.text) return cell;
  return {
    ...cell,
    text,
    baseText: maskText(cell.baseText, expressions),
    parts: cell.parts.map((part) => ({ ...part, text: maskText(part.text, expressions) })),
    runs: maskRuns(cell, text),
  };
}

/** Each run as it stands in the masked text; a run that cannot be found there is blotted out whole. */
function maskRuns(cell: Cell, masked: string): readonly DigitRun[] {
  let from = 0;
  return cell.runs.map((run) => {
    const at = cell.text.indexOf(run.text, from);
    if (at < 0) return { ...run, text: BLOT.repeat(run.text.length) };
    from = at + run.text.length;
    return { ...run, text: masked.slice(at, from) };
  });
}
