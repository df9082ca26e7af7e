/**
 * Judges the figures of one report against what its document prints. The one thing that must never be is a figure that is
 * wrong and does not say so. Pure; knows the output contract (the rows of facts.csv) and nothing of the pipeline.
 */
import { truthToCells, toFigure, type TruthCell, type TruthFile } from './truth-file.js';

/** A row of facts.csv, as far as it is judged. */
export interface ScoredFact {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly status: string;
  readonly printed: string;
  readonly confidence: string;
  /** Why it is doubted; absent where that is not asked. */
  readonly doubts?: readonly string[];
}

/** How many figures came out how. Every cell of the document is in `total` and in one of the five outcomes. */
export interface FigureScore {
  readonly total: number;
  /** The value is the truth's, whatever its status. */
  readonly right: number;
  /** Figures that are not 0: most are, so the share of these is the sharper one. */
  readonly nonZero: number;
  readonly nonZeroRight: number;
  /** Differs and does not say so, or is given twice with different values, or stands where the document has no cell. */
  readonly silentWrong: number;
  /** Those of `silentWrong` that stand where the document has no cell; not in `total`. */
  readonly invented: number;
  /** Differs and says so: suspect or missing. */
  readonly flaggedWrong: number;
  /** The document has the cell, the facts have no such row. */
  readonly absent: number;
  /** Right but suspect, in a document that breaks no sum. */
  readonly falseAlarms: number;
  /** Marked suspect or missing, right or not. */
  readonly alarms: number;
}

/** A figure that is not right. */
export interface Mistake {
  readonly kind: 'silent' | 'invented' | 'twice' | 'marked' | 'absent';
  readonly place: string;
  readonly want: string;
  readonly got: string;
}

/** A figure with a confidence, and whether it was right. */
export interface Judgement {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** A reason to doubt a figure, and whether the figure was right all the same. */
export interface DoubtJudgement {
  readonly doubt: string;
  readonly isRight: boolean;
}

/** What judging one report gives. */
export interface FactsVerdict {
  readonly figures: FigureScore;
  readonly mistakes: readonly Mistake[];
  /** Of figures that carry a confidence. */
  readonly judgements: readonly Judgement[];
  /** Of suspect figures that give a value, one for each of their doubts. */
  readonly doubted: readonly DoubtJudgement[];
}

/** Nothing judged yet. */
export const NO_FIGURES: FigureScore = {
  total: 0,
  right: 0,
  nonZero: 0,
  nonZeroRight: 0,
  silentWrong: 0,
  invented: 0,
  flaggedWrong: 0,
  absent: 0,
  falseAlarms: 0,
  alarms: 0,
};

/** Tables whose figures are judged; those of the prose are not. */
const TABLES: ReadonlySet<string> = new Set(['disclosure', 'applications', 'reviews', 'statistics']);
const MARKED: ReadonlySet<string> = new Set(['suspect', 'missing']);
/** Amounts have up to six decimals; two figures nearer than this are the same double, written differently. */
const SAME_FIGURE = 1e-9;

/** Judges every figure of a report. Facts of several reports must not be mixed. */
export function scoreFacts(facts: readonly ScoredFact[], truth: TruthFile): FactsVerdict {
  const score = { ...NO_FIGURES };
  const mistakes: Mistake[] = [];
  const judgements: Judgement[] = [];
  const doubted: DoubtJudgement[] = [];
  const byPlace = new Map<string, ScoredFact>();
  for (const fact of facts.filter(({ table }) => TABLES.has(table))) {
    const place = placeOf(fact);
    const before = byPlace.get(place);
    if (before !== undefined && before.value !== fact.value) {
      score.silentWrong++;
      mistakes.push({ kind: 'twice', place, want: before.value, got: fact.value });
    }
    byPlace.set(place, fact);
  }
  const undecidable = new Set((truth.undecidable ?? []).map((line) => line.split(':')[0]));
  const breaksSums = breaksAnySum(truth);
  const known = new Set<string>();
  for (const cell of truthToCells(truth)) {
    const place = placeOf(cell);
    const fact = byPlace.get(place);
    known.add(place);
    const isMarked = fact !== undefined && MARKED.has(fact.status);
    const isRight = isFigureRight(fact, cell, truth);
    // Nothing in the document tells how to read such a row: it counts only where a wrong figure stands unmarked.
    if (undecidable.has(`${cell.table}/${cell.row}`) && (isRight || fact === undefined || isMarked)) continue;
    score.total++;
    if (isMarked) score.alarms++;
    if (cell.want !== null && cell.want !== 0) {
      score.nonZero++;
      if (isRight) score.nonZeroRight++;
    }
    if (fact !== undefined && fact.confidence !== '') judgements.push({ confidence: Number(fact.confidence), isRight });
    if (fact?.status === 'suspect' && fact.value !== '')
      doubted.push(...(fact.doubts ?? []).map((doubt) => ({ doubt, isRight })));
    if (isRight) {
      score.right++;
      if (fact?.status === 'suspect' && !breaksSums) score.falseAlarms++;
      continue;
    }
    const kind = fact === undefined ? 'absent' : isMarked ? 'marked' : 'silent';
    if (kind === 'absent') score.absent++;
    else if (kind === 'marked') score.flaggedWrong++;
    else score.silentWrong++;
    mistakes.push({ kind, place, want: cell.want === null ? 'nothing' : String(cell.want), got: describe(fact) });
  }
  for (const [place, fact] of byPlace) {
    if (known.has(place) || fact.value === '' || MARKED.has(fact.status)) continue;
    score.invented++;
    score.silentWrong++;
    mistakes.push({ kind: 'invented', place, want: 'no such cell', got: describe(fact) });
  }
  return { figures: score, mistakes, judgements, doubted };
}

/** Adds two scores. */
export function addFigures(a: FigureScore, b: FigureScore): FigureScore {
  return {
    total: a.total + b.total,
    right: a.right + b.right,
    nonZero: a.nonZero + b.nonZero,
    nonZeroRight: a.nonZeroRight + b.nonZeroRight,
    silentWrong: a.silentWrong + b.silentWrong,
    invented: a.invented + b.invented,
    flaggedWrong: a.flaggedWrong + b.flaggedWrong,
    absent: a.absent + b.absent,
    falseAlarms: a.falseAlarms + b.falseAlarms,
    alarms: a.alarms + b.alarms,
  };
}

function placeOf({ table, row, column }: Pick<TruthCell, 'table' | 'row' | 'column'>): string {
  return `${table}/${row}/${column}`;
}

function describe(fact: ScoredFact | undefined): string {
  if (fact === undefined) return 'no row';
  return `${fact.value === '' ? 'empty' : fact.value} (${fact.status}, printed “${fact.printed}”)`;
}

function breaksAnySum(truth: TruthFile): boolean {
  return (truth.identities_that_fail_as_printed ?? []).length + (truth.expected_findings ?? []).length > 0;
}

/** Where nothing is printed an empty value is right, and so is the value that the sums leave. */
function isFigureRight(fact: ScoredFact | undefined, cell: TruthCell, truth: TruthFile): boolean {
  const got = fact === undefined || fact.value === '' ? null : Number(fact.value);
  if (cell.want !== null) return got !== null && Math.abs(got - cell.want) < SAME_FIGURE;
  return got === null || (fact?.status === 'derived' && got === impliedFigure(cell, truth));
}

/** What the sums leave for a blank: named in the truth, else 0, or under a total the sum of its row. */
function impliedFigure({ table, row, column }: TruthCell, truth: TruthFile): number {
  const given = truth.derived?.[`${table}/${row}/${column}`];
  if (given !== undefined) return given;
  if (column !== 'total' || (table !== 'applications' && table !== 'reviews')) return 0;
  const parts = (truth[table]?.[row] ?? []).slice(0, -1);
  return parts.reduce<number>((sum, part) => sum + (toFigure(part) ?? 0), 0);
}
