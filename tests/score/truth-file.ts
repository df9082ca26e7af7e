/**
 * The truth beside a document, as far as scoring reads it: that of the generator and of the hand-checked reports alike
 * (tests/corpus/README.md describes the format). A figure is null where the document prints no number.
 */
import { APPLICANTS, DISCLOSURE, OUTCOMES } from '../corpus/figures.js';

/** A truth cell: a number, a text that begins with one (`22（其中修订16件）`), or null. */
export type TruthFigure = number | string | null;
type TruthRows = Readonly<Record<string, readonly TruthFigure[]>>;

/** A violated sum that must be reported. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What a truth file says; everything may be absent but the figures of a report have at least one table. */
export interface TruthFile {
  readonly agency?: string;
  readonly year?: number;
  readonly format?: string;
  readonly editions?: { readonly disclosure?: string };
  readonly disclosure?: TruthRows;
  readonly applications?: TruthRows;
  readonly reviews?: TruthRows;
  readonly statistics_by_id?: Readonly<Record<string, Readonly<Record<string, TruthFigure>>>>;
  readonly identities_that_fail_as_printed?: readonly string[];
  /** Absent in hand-checked files, which name the violated sums in words only. */
  readonly expected_findings?: readonly ExpectedFinding[];
  readonly expected_structure?: readonly string[];
  /** Absent where nothing is known of what surrounds the figures. */
  readonly expected_remarks?: readonly string[];
  readonly derived?: Readonly<Record<string, number>>;
  readonly undecidable?: readonly string[];
  /** What sentences state, `row/column` to value, and the contradictions that must be reported. */
  readonly prose?: {
    readonly figures: Readonly<Record<string, number>>;
    readonly findings: readonly ExpectedFinding[];
  };
  readonly layout?: string;
  readonly renderer?: string;
  readonly seed?: number;
  readonly notes?: string;
}

/** One cell of the document. */
export interface TruthCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** The figure printed, or null. */
  readonly want: number | null;
}

/** The figure in a truth cell: the leading number of a text, null where no number is printed. */
export function toFigure(cell: TruthFigure): number | null {
  if (cell === null || typeof cell === 'number') return cell;
  const match = /-?\d+(\.\d+)?/u.exec(cell.replace(/[,，]/gu, ''));
  return match === null ? null : Number(match[0]);
}

/** Every cell of the document, table by table. */
export function truthToCells(truth: TruthFile): readonly TruthCell[] {
  const edition = truth.editions?.disclosure ?? truth.format;
  const columns = edition === '2021' || edition === '2019' ? DISCLOSURE[edition] : {};
  return [
    ...rowsToCells('disclosure', truth.disclosure, (row) => columns[row] ?? []),
    ...rowsToCells('applications', truth.applications, () => APPLICANTS),
    ...rowsToCells('reviews', truth.reviews, () => OUTCOMES),
    ...Object.entries(truth.statistics_by_id ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, cell]) => ({ table: 'statistics', row, column, want: toFigure(cell) })),
    ),
  ];
}

function rowsToCells(
  table: string,
  rows: TruthRows | undefined,
  columnsOf: (row: string) => readonly string[],
): readonly TruthCell[] {
  return Object.entries(rows ?? {}).flatMap(([row, cells]) =>
    cells.map((cell, k) => ({ table, row, column: columnsOf(row)[k] ?? String(k), want: toFigure(cell) })),
  );
}
