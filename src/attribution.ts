/**
 * Says whose doing a violated law is. It is the publisher's only where nothing else is possible: both readers give the
 * same digits on its pages, every run of digits of its table stands in exactly one cell, and no figure of it is doubted.
 */
import type { ProseMismatch } from './check/index.js';
import { hasStatedCells } from './model/index.js';
import type { BoundTable, Cause, Check, Fact, Finding, PageReaders, Table } from './model/index.js';

/** Findings that leave open whether a block's figures are all there. */
const INCOMPLETE = new Set(['form.missing_block', 'extra-row', 'extra-column', 'form.repeated_block']);

/** A row that was not found leaves the sums of columns open, but not those of the rows that were. */
const MISSING_ROW = 'form.missing_row';

/** What is known of how a document was read. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly tables: readonly BoundTable[];
  readonly readers: readonly PageReaders[];
  readonly checks: readonly Check[];
  /** Findings of the stages before `check`. */
  readonly findings: readonly Finding[];
}

/** Published tables are nearly always exact: one in which more of its laws fail than this was not read right. */
const MOST_FAILING_SHARE = 0.4;
/** So few failing laws are no pattern, whatever their share: table four has three laws in all. */
const FEW_FAILING = 5;

/** Makes the function that attributes a violated check. */
export function attributeChecks(evidence: Evidence): (check: Check) => Cause {
  const facts = new Map(evidence.facts.map((fact) => [`${fact.table}/${fact.row}/${fact.column}`, fact]));
  const agreed = new Set(evidence.readers.filter((page) => page.digitsAgree === true).map((page) => page.pageNumber));
  const sound = soundTables(evidence);
  const isFirm = firmRows(evidence);
  const isStated = isMarkup(evidence);
  const isBroken = isReadingBroken(evidence.checks);
  const lacking = new Set(evidence.findings.filter(({ rule }) => rule === MISSING_ROW).map(({ table }) => table));
  return (check) => {
    if (isBroken || !sound.has(check.table)) return 'unknown';
    const isOneRow = new Set(check.terms.map(({ row }) => row)).size === 1;
    if (lacking.has(check.table) && !isOneRow) return 'unknown';
    const isSure = check.terms.every(({ row, column, place }) => {
      const fact = facts.get(`${check.table}/${row}/${column}`);
      // A blank term takes part in a violation only through its bounds; that it is blank must be as sure as a digit.
      if (fact?.status !== 'printed' || !isFirm(fact)) return false;
      return isStated || (place !== undefined && agreed.has(place.pageNumber));
    });
    return isSure ? 'publisher' : 'unknown';
  };
}

/**
 * Makes the function that says whose doing it is that a sentence contradicts the tables: the publisher's only where the
 * sentence and every figure it is held against are printed so, on pages of which both readers give the same digits.
 *
 * @param evidence its facts are those of the tables after repair
 */
export function attributeMismatches(evidence: Evidence): (mismatch: ProseMismatch) => Cause {
  const agreed = new Set(evidence.readers.filter((page) => page.digitsAgree === true).map((page) => page.pageNumber));
  const sound = soundTables(evidence);
  const isFirm = firmRows(evidence);
  const isBroken = isReadingBroken(evidence.checks);
  const isStated = isMarkup(evidence);
  const isCertain = ({ status, place }: Fact): boolean =>
    status === 'printed' && (isStated || (place !== undefined && agreed.has(place.pageNumber)));
  return ({ fact, facts }) => {
    const isSure = isCertain(fact) && facts.every((each) => isCertain(each) && sound.has(each.table) && isFirm(each));
    return isSure && !isBroken ? 'publisher' : 'unknown';
  };
}

/**
 * Whether the laws of some table fail by the dozen: a text layer that says other digits than the page shows breaks them
 * all at once, and then no figure of the document can be trusted.
 */
export function isReadingBroken(checks: readonly Check[]): boolean {
  return [...new Set(checks.map((check) => check.table))].some((table) => {
    const own = checks.filter((check) => check.table === table && check.outcome !== 'unassessable');
    const failing = own.filter((check) => check.outcome === 'violated').length;
    return failing > FEW_FAILING && failing > MOST_FAILING_SHARE * own.length;
  });
}

/** Mark-up is no reading of a page: its text is the source itself, and there is nothing a second reader could differ in. */
function isMarkup({ tables }: Evidence): boolean {
  return tables.length > 0 && tables.every(({ table }) => table.geometry === 'marked');
}

/**
 * Makes the function that says whether a fact's place is as firm as rules make it. Without rules, which column a number
 * stands in is only likely, unless each column of its row prints one number in a place of its own: then their order says it.
 * The last row of a page may go on overleaf, where the rest of a number looks like that of the page.
 */
function firmRows({ tables }: Evidence): (fact: Fact) => boolean {
  const loose = new Set<string>();
  for (const { table, bindings } of tables.filter((each) => each.table.geometry === 'aligned')) {
    const cells = new Map(table.cells.map((cell) => [`${cell.rowIndex}/${cell.columnIndex}`, cell]));
    const open = rowsThatMayGoOn(table);
    for (const { rowIndex, columnIndex, table: name, row } of bindings) {
      const cell = cells.get(`${rowIndex}/${columnIndex}`);
      const isAlone = cell?.columnSpan === 1 && cell.runs.length === 1;
      if (!isAlone || open.has(rowIndex)) loose.add(`${name}/${row}`);
    }
  }
  return ({ table, row }) => !loose.has(`${table}/${row}`);
}

/** The last row of each page that the table ends. */
function rowsThatMayGoOn({ parts, cells }: Table): ReadonlySet<number> {
  const ending = parts.filter(({ endsPage }) => endsPage === true);
  return new Set(
    ending.map(({ pageNumber }) => {
      const onPage = cells.filter((cell) => cell.parts.some((part) => part.pageNumber === pageNumber));
      return Math.max(...onPage.map(({ rowIndex }) => rowIndex));
    }),
  );
}

/** Tables (by the name their facts carry) whose digits are all accounted for. */
function soundTables({ tables, findings }: Evidence): ReadonlySet<string> {
  const incomplete = new Set(findings.filter(({ rule }) => INCOMPLETE.has(rule)).map(({ table }) => table));
  const sound = new Set<string>();
  const unsound = new Set<string>(incomplete);
  for (const { table, bindings } of tables) {
    const isConserved =
      (hasStatedCells(table) || table.geometry === 'aligned') &&
      table.strayRuns.length === 0 &&
      // That mark-up leaves a gap is no doubt of what stands beside it.
      table.cells.every((cell) => cell.doubts.every((doubt) => doubt === 'no-such-cell'));
    for (const name of new Set(bindings.map((binding) => binding.table))) (isConserved ? sound : unsound).add(name);
  }
  return new Set([...sound].filter((name) => !unsound.has(name)));
}
