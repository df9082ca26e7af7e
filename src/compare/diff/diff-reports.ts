/** What changed between two readings of a report, or between the reports of a body on two years. */
import type { ReportJson } from '../../export/index.js';
import { formatDecimal, parseDecimal, subtractDecimals } from '../../model/index.js';

/** A figure as a report's JSON has it; what an older version did not write is absent. */
export type DiffedFact = Pick<ReportJson['facts'][number], 'table' | 'row' | 'column' | 'edition'> &
  Pick<ReportJson['facts'][number], 'value' | 'unit' | 'status' | 'printed' | 'doubts'>;

/** A finding as a report's JSON has it. */
export type DiffedFinding = Omit<ReportJson['findings'][number], 'check' | 'place'>;

/** What of a report is held against another. */
export interface DiffedReport {
  readonly facts: readonly DiffedFact[];
  readonly findings: readonly DiffedFinding[];
}

/** What is unlike in a figure, the first of: it is there on one side only, its edition, value or unit, status, doubts, print. */
export type FactChangeKind = 'added' | 'removed' | 'edition' | 'value' | 'status' | 'doubts' | 'printed';

/** A figure that changed. */
export interface FactChange {
  readonly kind: FactChangeKind;
  readonly old?: DiffedFact;
  readonly new?: DiffedFact;
  /** new − old; empty where they do not compare or one of them is suspect. */
  readonly difference: string;
}

/** A finding that came, went, or is judged otherwise. */
export interface FindingChange {
  readonly kind: 'appeared' | 'vanished' | 'changed';
  readonly old?: DiffedFinding;
  readonly new?: DiffedFinding;
}

/** What changed in a report. */
export interface ReportChanges {
  /** Figures of the new report in its order, then those that are gone. */
  readonly facts: readonly FactChange[];
  readonly findings: readonly FindingChange[];
}

/** Holds two reports against each other. */
export function diffReports(old: DiffedReport, report: DiffedReport): ReportChanges {
  return {
    facts: pairUp(old.facts, report.facts, factKey).flatMap(([before, after]) => factChange(before, after) ?? []),
    findings: pairUp(old.findings, report.findings, findingKey).flatMap(
      ([before, after]) => findingChange(before, after) ?? [],
    ),
  };
}

function factKey({ table, row, column }: DiffedFact): string {
  return `${table}/${row}/${column}`;
}

function findingKey({ rule, table, row, column }: DiffedFinding): string {
  return `${rule} ${table}/${row}/${column}`;
}

/** Pairs what has one key, in order where several have; the rest stands alone. */
function pairUp<Item>(
  olds: readonly Item[],
  news: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [Item | undefined, Item | undefined])[] {
  const waiting = new Map<string, Item[]>();
  for (const item of olds) {
    const key = keyOf(item);
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [item]);
    else known.push(item);
  }
  const pairs = news.map((item) => [waiting.get(keyOf(item))?.shift(), item] as const);
  return [...pairs, ...[...waiting.values()].flat().map((item) => [item, undefined] as const)];
}

function factChange(old: DiffedFact | undefined, fact: DiffedFact | undefined): FactChange | undefined {
  if (old === undefined) return fact === undefined ? undefined : { kind: 'added', new: fact, difference: '' };
  if (fact === undefined) return { kind: 'removed', old, difference: '' };
  const kind = kindOf(old, fact);
  return kind === undefined
    ? undefined
    : { kind, old, new: fact, difference: kind === 'edition' ? '' : difference(old, fact) };
}

/** Figures of two editions are never set off against each other: what compares is said in comparability.csv. */
function kindOf(old: DiffedFact, fact: DiffedFact): FactChangeKind | undefined {
  if (old.edition !== fact.edition) return 'edition';
  if (old.value !== fact.value || old.unit !== fact.unit) return 'value';
  if (old.status !== fact.status) return 'status';
  if ([...old.doubts].sort().join() !== [...fact.doubts].sort().join()) return 'doubts';
  return old.printed === fact.printed ? undefined : 'printed';
}

function difference(old: DiffedFact, fact: DiffedFact): string {
  if (old.status === 'suspect' || fact.status === 'suspect') return '';
  const [before, after] = [parseDecimal(old.value), parseDecimal(fact.value)];
  if (before === undefined || after === undefined || old.unit !== fact.unit) return '';
  return formatDecimal(subtractDecimals(after, before));
}

function findingChange(old: DiffedFinding | undefined, finding: DiffedFinding | undefined): FindingChange | undefined {
  if (old === undefined) return finding === undefined ? undefined : { kind: 'appeared', new: finding };
  if (finding === undefined) return { kind: 'vanished', old };
  const isSame = (['severity', 'cause', 'expected', 'actual'] as const).every((key) => old[key] === finding[key]);
  return isSame ? undefined : { kind: 'changed', old, new: finding };
}
