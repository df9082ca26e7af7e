/** Re-checks every claim that the JSON of one report makes of its figures, with nothing but what stands in it. */
import type { ReportJson } from '../../export/report-schema.js';
import { soleValues, toUnits } from './exact.js';
import { violation, type Violation } from './violation.js';

type Fact = ReportJson['facts'][number];
type Check = ReportJson['checks'][number];
type Verdict = ReportJson['verdicts'][number];
type Figures = ReadonlyMap<string, Fact>;
type Violations = Generator<Violation>;

/** A check as Σ factor · value = 0. */
interface Law {
  readonly check: Check;
  readonly terms: readonly { name: string; factor: bigint; value: string; fact: Fact | undefined }[];
}

/** Yields every claim of a report that does not stand up. */
export function* verifyReport(report: ReportJson): Violations {
  const figures = new Map(report.facts.map((fact) => [nameOf(fact), fact]));
  const cells = report.tables.flatMap((table) => table.cells);
  const texts = new Map(cells.map(({ fact, base_text }) => [fact ? nameOf(fact) : '', base_text]));
  const changed = new Set(report.verdicts.flatMap(namesChanged));
  if (figures.size < report.facts.length)
    yield violation('digits', 'facts', `${figures.size} / ${report.facts.length}`);
  const laws = report.checks.map((check) => toLaw(check, figures));
  for (const [name, fact] of figures) {
    const isSound = isAsItSays(fact, texts.get(name) ?? fact.printed, changed.has(name));
    const over = laws.filter(({ terms }) => terms.some((term) => term.name === name)).length;
    if (!isSound || fact.laws !== over) yield violation('status', name, JSON.stringify(fact));
  }
  for (const table of report.tables) yield* verifyTokens(table, figures);
  for (const law of laws) yield* verifyCheck(law);
  yield* verifyFindings(report, laws);
  for (const verdict of report.verdicts) yield* verifyVerdict(verdict, laws, figures);
  yield* verifyDerived(laws, figures);
}

function nameOf({ table, row, column }: Pick<Fact, 'table' | 'row' | 'column'>): string {
  return `${table}/${row}/${column}`;
}

/** The figures that a verdict reads otherwise. */
function namesChanged({ table, kind, explanations }: Verdict): readonly string[] {
  const taken = kind === 'unique' ? explanations.flatMap(({ changes }) => changes) : [];
  return taken.map((change) => nameOf({ table, ...change }));
}

/** Whether a fact's status fits its value, the text it was read from, what is doubted, and whether an explanation changed it. */
function isAsItSays(fact: Fact, text: string, isChanged: boolean): boolean {
  const { status, value, printed, reading, doubts } = fact;
  if (status === 'missing') return value === '' && printed === '' && fact.place === null;
  if (status === 'suspect' || doubts.length > 0) return status === 'suspect' && doubts.length > 0;
  if (status === 'derived') return value !== '' && (reading.kind !== 'number' || isChanged);
  if (status === 'repaired') return isChanged && digitsOf(printed) !== '';
  if (reading.kind !== 'number') return value === '';
  return value === reading.value && (fact.sentence?.includes(printed) ?? doesSay(text, value));
}

/** Whether the digits of a value stand together in a text; circled numbers are notes, some letters stand for digits. */
function doesSay(text: string, value: string): boolean {
  const letters = text.replace(/[Oo〇零]/gu, '0').replace(/[Il|]/gu, '1');
  const plain = letters.replace(/[\u2460-\u24ff\u3220-\u32bf\s,，]/gu, '').normalize('NFKC');
  return (plain.match(/\d+(?:\.\d+)?/gu) ?? []).some((each) => toUnits(each) === toUnits(value.replace('-', '')));
}

function digitsOf(text: string): string {
  return (text.match(/[0-9０-９]/gu) ?? []).join('').normalize('NFKC');
}

/** Every run of digits stands in one cell at most, and the runs of a cell are all its digits. */
function* verifyTokens({ table_index, runs, cells }: ReportJson['tables'][number], figures: Figures): Violations {
  const boxes = runs.flatMap(({ place }) => (place ? [JSON.stringify(place)] : []));
  let owned = runs.filter(({ cell }) => cell === null).length;
  for (const { row_index: row, column_index: column, text, fact } of cells) {
    const own = runs.filter(({ cell }) => cell?.row_index === row && cell.column_index === column);
    owned += own.length;
    const figure = fact && figures.get(nameOf(fact));
    const isFigures = !fact || (figure && (figure.status !== 'printed' || text.includes(figure.printed)));
    const place = `table ${table_index} cell ${row},${column}`;
    const digits = own.map((run) => run.text).join(' ');
    const isWhole = isFigures && digitsOf(digits) === digitsOf(text);
    if (!isWhole) yield violation('digits', place, `"${digits}" "${text}" "${figure?.printed ?? ''}"`);
  }
  const count = new Set(boxes).size - boxes.length + owned;
  if (count !== runs.length) yield violation('digits', `table ${table_index}`, `${count} / ${runs.length}`);
}

function toLaw(check: Check, figures: Figures): Law {
  const terms = check.terms.map(({ role, sign, row, column, value }) => {
    const name = nameOf({ table: check.table, row, column });
    return { name, factor: role === 'total' ? -1n : BigInt(sign), value, fact: figures.get(name) };
  });
  return { check, terms };
}

/** What a law comes to, some values read otherwise. Open terms are not negative: they move it one way only. */
function evaluate({ terms }: Law, values = new Map<string, string>()): { residual: bigint; outcome: Check['outcome'] } {
  let residual = 0n;
  const open: bigint[] = [];
  for (const { name, factor, value } of terms) {
    const units = toUnits(values.get(name) ?? value);
    if (units === undefined) open.push(factor);
    else residual += factor * units;
  }
  const canHold = residual === 0n || open.some((factor) => factor > 0n === residual < 0n);
  return { residual, outcome: !canHold ? 'violated' : open.length > 0 ? 'unassessable' : 'holds' };
}

function* verifyCheck(law: Law): Violations {
  const { check, terms } = law;
  const { residual, outcome } = evaluate(law);
  const [actual = 0n, expected = 0n, difference] = [check.actual, check.expected, check.difference].map(toUnits);
  const isSum = difference === -residual && difference === actual - expected;
  const isRight =
    outcome === check.outcome &&
    terms.every(({ fact, value }) => fact?.value === value) &&
    terms.some(({ fact }) => fact?.status === 'derived') === check.uses_derived &&
    check.actual === terms[0]?.value &&
    (isSum || terms.some(({ value }) => value === ''));
  if (!isRight) yield violation('check', `${check.rule} ${terms[0]?.name ?? ''}`, `${check.outcome} / ${outcome}`);
}

/** What a finding repeats of its check. */
const SHARED = ['rule', 'severity', 'table', 'expected', 'actual', 'difference'] as const;

/** Each violated check has its finding, and it is the publisher's only where nothing of it is in doubt. */
function* verifyFindings({ outcome, findings, readers, tables }: ReportJson, laws: readonly Law[]): Violations {
  if ((outcome === 'ok') !== findings.every(({ severity }) => severity === 'info')) yield violation('finding', outcome);
  const agreed = new Set(readers.flatMap(({ page, digits_agree }) => (digits_agree === true ? [page] : [])));
  const open = new Map(laws.map((law) => [JSON.stringify(law.check), law]));
  for (const finding of findings) {
    const { check, cause } = finding;
    if (check === null) continue;
    const place = `${finding.rule} ${nameOf(finding)}`;
    const law = open.get(JSON.stringify(check));
    const isSame = SHARED.every((key) => finding[key] === law?.check[key]) && law?.check.outcome === 'violated';
    if (!open.delete(JSON.stringify(check)) || !isSame) yield violation('finding', place);
    const facts = (law?.terms ?? []).map(({ fact }) => fact);
    const isSeen = facts.every((fact) => (fact?.place ? agreed.has(fact.place.page) : readers.length === 0));
    const own = tables.filter(({ cells }) => cells.some(({ fact }) => fact?.table === check.table));
    const isConserved = own.every(({ runs }) => runs.every(({ cell }) => cell !== null));
    const printed = facts.filter((fact) => fact?.status === 'printed').length;
    if (cause === 'publisher' && (printed < facts.length || !isSeen || !isConserved)) yield violation('accused', place);
    if (cause !== 'publisher' && printed > 0) yield violation('unmarked', place);
  }
  for (const [text, { check }] of open) if (check.outcome === 'violated') yield violation('finding', text);
}

/** A table said to hold has no error, every explanation makes its laws hold, and only a unique one is applied. */
function* verifyVerdict({ table, kind, ...verdict }: Verdict, laws: readonly Law[], figures: Figures): Violations {
  const own = laws.filter(({ check }) => check.table === table && check.severity === 'error');
  const isUnique = kind === 'unique';
  const count = verdict.explanations.length;
  const isCounted = isUnique ? count === 1 : count > 0 === (kind === 'ambiguous');
  const isHeld = own.every((law) => evaluate(law).outcome !== 'violated');
  if (!isCounted || (!isHeld && (isUnique || kind === 'consistent'))) yield violation('verdict', table, kind);
  for (const { changes } of [...verdict.explanations, ...verdict.mends]) {
    const values = new Map(changes.map((change) => [nameOf({ table, ...change }), change.to]));
    const isMended = own.every((law) => evaluate(law, values).outcome !== 'violated');
    const isKept = changes.every((c) => figures.get(nameOf({ table, ...c }))?.value === (isUnique ? c.to : c.from));
    if (!isMended || !isKept) yield violation('verdict', table, JSON.stringify(changes));
  }
}

/** A derived value is the only one that the laws over undoubted figures leave. */
function* verifyDerived(laws: readonly Law[], figures: Figures): Violations {
  const held = laws.filter(({ check }) => check.severity === 'error' && check.outcome !== 'violated');
  const sound = held.filter(({ terms }) => terms.every(({ fact }) => fact && fact.status !== 'suspect'));
  const equations = sound.map(({ terms }) => {
    const open = terms.filter(({ fact }) => fact?.status === 'derived' || fact?.value === '');
    const known = terms.map((term) => (open.includes(term) ? 0n : term.factor * (toUnits(term.value) ?? 0n)));
    const constant = -known.reduce((sum, value) => sum + value, 0n);
    return { terms: new Map(open.map(({ name, factor }) => [name, factor])), constant };
  });
  const sole = soleValues(equations);
  for (const [name, { status, value }] of figures) {
    if (status === 'derived' && sole.get(name) !== toUnits(value)) yield violation('derived', name, value);
  }
}
