/**
 * Says whose doing a violated law is. It is the publisher's only where nothing else is possible: both readers give the
 * same digits on its pages, every run of digits of its table stands in exactly one cell, and no figure of it is doubted.
 */
import type { ProseMismatch } from './check/index.js';
import { EXTRA_COLUMN, tablesOfPlainExtras } from './extra-columns.js';
import { firmFigures } from './firm-figures.js';
import { figureKey, hasStatedCells, isCentredIn } from './model/index.js';
import type { BoundTable, Cause, Check, DigitRun, Fact, Finding, PageReaders, Table } from './model/index.js';

/** Findings that leave open whether a block's figures are all there. */
const INCOMPLETE = new Set(['form.missing_block', 'extra-row', EXTRA_COLUMN, 'form.repeated_block']);

/** A row that was not found leaves open what it says, and thereby most sums of columns. */
const MISSING_ROW = 'form.missing_row';

/** What is known of how a document was read. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly tables: readonly BoundTable[];
  readonly readers: readonly PageReaders[];
  /**
   * Whether the source itself states its text and its cells. Mark-up is no reading of a page: there is nothing a second
   * reader could differ in. A dump is a reading, whatever marks it up.
   */
  readonly isStated: boolean;
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
  const facts = new Map(evidence.facts.map((fact) => [figureKey(fact), fact]));
  const agreed = new Set(evidence.readers.filter((page) => page.digitsAgree === true).map((page) => page.pageNumber));
  const sound = soundTables(evidence);
  const isFirm = firmFigures(evidence.tables, evidence.facts, evidence.checks);
  const { isStated } = evidence;
  const isBroken = isReadingBroken(evidence.checks);
  const missing = missingRows(evidence);
  const placeInRow = (table: string, row: string): Fact['place'] =>
    evidence.facts.find((fact) => fact.table === table && fact.row === row && fact.place)?.place;
  return (check) => {
    if (isBroken || !sound.has(check.table)) return 'unknown';
    const lacking = missing.get(check.table) ?? new Set();
    const isSure = check.terms.every(({ row, column, place }) => {
      const fact = facts.get(figureKey({ table: check.table, row, column }));
      // Whatever a row says that the table does not print, the law is broken.
      if (fact?.status === 'missing' && lacking.has(row)) return true;
      // A blank term takes part in a violation only through its bounds; that it is blank must be as sure as a digit.
      if (fact?.status !== 'printed' || !isFirm(fact)) return false;
      // What prints nothing has no place of its own in a table without rules; it is where the rest of its row is.
      const at = fact.reading.kind === 'blank' ? (place ?? placeInRow(check.table, row)) : place;
      return isStated || (at !== undefined && agreed.has(at.pageNumber));
    });
    return isSure ? 'publisher' : 'unknown';
  };
}

/** By table: rows that were not found, and those found that print nothing. */
function missingRows({ findings, facts }: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>();
  const printing = new Set(
    facts.filter(({ status }) => status !== 'missing').map((fact) => `${fact.table}/${fact.row}`),
  );
  for (const { table, row } of facts) {
    if (!printing.has(`${table}/${row}`)) rows.set(table, (rows.get(table) ?? new Set()).add(row));
  }
  for (const { rule, table, row } of findings) {
    if (rule === MISSING_ROW) rows.set(table, (rows.get(table) ?? new Set()).add(row));
  }
  return rows;
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
  const isFirm = firmFigures(evidence.tables, evidence.facts, evidence.checks);
  const isBroken = isReadingBroken(evidence.checks);
  const { isStated } = evidence;
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

/** So many figures of a document that begin with a nought, and such a share of it, are no accident. */
const MOST_LEADING_ZEROS = 10;
const LEADING_ZEROS_SHARE = 0.2;

/** Whether figures by the dozen begin with a nought: a program has written each digit twice, or two cells as one. */
export function isWrittenTwice(facts: readonly Fact[]): boolean {
  const doubled = facts.filter(({ doubts }) => doubts.includes('leading-zero')).length;
  return doubled > MOST_LEADING_ZEROS && doubled > LEADING_ZEROS_SHARE * facts.length;
}

/** Tables (by the name their facts carry) whose digits are all accounted for. */
function soundTables({ tables, facts, findings }: Evidence): ReadonlySet<string> {
  // A column beside those of the form may hold what they lack.
  const plain = tablesOfPlainExtras(tables, facts, findings);
  const isOpen = ({ rule, table }: Finding): boolean =>
    INCOMPLETE.has(rule) && !(rule === EXTRA_COLUMN && plain.has(table));
  const incomplete = new Set(findings.filter(isOpen).map(({ table }) => table));
  const sound = new Set<string>();
  const unsound = new Set<string>(incomplete);
  for (const { table, bindings } of tables) {
    const isConserved =
      (hasStatedCells(table) || table.geometry === 'aligned') &&
      table.strayRuns.every((run) => liesAcrossRows(run, table)) &&
      // That mark-up leaves a gap is no doubt of what stands beside it.
      table.cells.every((cell) => cell.doubts.every((doubt) => doubt === 'no-such-cell'));
    for (const name of new Set(bindings.map((binding) => binding.table))) (isConserved ? sound : unsound).add(name);
  }
  return new Set([...sound].filter((name) => !unsound.has(name)));
}

/** Digits of so many times the height of the row they lie in are a watermark's, and in no cell. */
const WATERMARK_ROWS_HIGH = 1.5;

/** Whether digits drawn over a table are so large that they can be no figure of it. */
function liesAcrossRows({ text, box }: DigitRun, { cells, geometry }: Table): boolean {
  if (!box || geometry !== 'ruled') return false;
  const sides = [box.x1 - box.x0, box.bottom - box.top];
  // Of one digit the longer side is its size, however it is turned; of several the shorter one.
  const size = text.length > 1 ? Math.min(...sides) : Math.max(...sides);
  const under = cells.flatMap(({ parts, rowSpan }) =>
    parts.filter((part) => isCentredIn(box, part.box)).map((part) => (part.box.bottom - part.box.top) / rowSpan),
  );
  return under.length > 0 && under.every((height) => size >= WATERMARK_ROWS_HIGH * height);
}
