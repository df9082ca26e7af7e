/** What comparing the reports of one run needs: the family's rules for it, and what is kept of each report. */
import type { BilingualText, Severity } from './finding.js';
import type { Level } from './report.js';
import type { TableVerdict } from './verdict.js';

/** What is compared between the reports of one family. */
export interface AcrossRules {
  /** Tables whose figures are kept for comparison. */
  readonly tables: readonly string[];
  readonly bureau: BureauRules;
  readonly laws: readonly AcrossLaw[];
  /** Columns whose figures may well be the same year after year, so that they alone say nothing. */
  readonly standingColumns: readonly string[];
  readonly prose: ProseSameness;
  /** Figures of which a superior's cannot be less than its subordinates'. */
  readonly additive: readonly AdditiveFields[];
}

/** How bodies are told apart. Sources of regular expressions, `u` flag, for names without their division's. */
export interface BureauRules {
  /** Rewritings that bring short and full forms of a name together, applied in order. */
  readonly forms: readonly { readonly pattern: string; readonly replacement: string }[];
  /** Names that many bodies of one division share (镇人民政府): nothing is taken for one body because of them. */
  readonly nameless: string;
  /** Names that say of themselves where their body is, though no division of the list is in them (a development zone's). */
  readonly placed: string;
  /** The government itself, whose report speaks for its whole division. */
  readonly government: string;
  /** Bodies that count towards no government's figures: its own office, which may speak for it, and central bodies' branches. */
  readonly apart: string;
}

/** One law over the figures of two years of one body. */
export interface AcrossLaw {
  readonly rule: string;
  readonly table: string;
  readonly statement: BilingualText;
  /** How the total stands to the signed sum of the parts. */
  readonly relation: 'equals' | 'at-least';
  /** One evaluation for each. */
  readonly evaluations: readonly AcrossEvaluation[];
  /** First and last year of the later report. */
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** One evaluation of a law: a figure of the later report against figures of both. */
export interface AcrossEvaluation {
  readonly severity: Severity;
  readonly total: { readonly row: string; readonly column: string };
  readonly parts: readonly {
    readonly row: string;
    readonly column: string;
    readonly sign: 1 | -1;
    readonly isOfPreviousYear: boolean;
  }[];
}

/** When the prose of two years is too much alike: shares of the later one's text that the earlier one has too. */
export interface ProseSameness {
  /** In characters; shorter texts are not compared. */
  readonly shortest: number;
  readonly infoFrom: number;
  readonly warningFrom: number;
}

/** Figures of a table that add up over subordinates; all columns where none are named. */
export interface AdditiveFields {
  readonly table: string;
  readonly columns?: readonly string[];
}

/** How far a figure can be relied on: `c` certain as a digit on the page, `b` believed, `-` neither, or no figure. */
export type FigureTrust = 'c' | 'b' | '-';

/** What is kept of a report until the end of a run: a kilobyte or two, since there may be ten thousand. */
export interface ReportDigest {
  readonly familyId: string;
  readonly reportId: string;
  readonly sourcePath: string;
  readonly agency: string;
  readonly regionCode: string;
  readonly level: Level;
  readonly year?: number;
  /** The agency's name brought into one form, without its division's; empty where it says too little. */
  readonly bureauName: string;
  /** Keys of its figures (`table/row/column`), joined by spaces; one text for all reports of one form. */
  readonly shape: string;
  /** Values in that order, joined by commas; empty for none. */
  readonly values: string;
  /** One {@link FigureTrust} each, in that order. */
  readonly trust: string;
  /** Figures that are marked: suspect or missing. */
  readonly markCount: number;
  readonly hasPages: boolean;
  /** Of tables that several explanations remain for; absent where there are none. */
  readonly verdicts?: readonly TableVerdict[];
  /** Hashes of the sentences of its prose, and their lengths in characters. */
  readonly sentences: Uint32Array;
  readonly sentenceLengths: Uint16Array;
}
