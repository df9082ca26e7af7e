/** The whole of what is known of one report: what `export` writes. */
import type { BlindSpots } from './blind-spots.js';
import type { Fact } from './fact.js';
import type { Check, Finding } from './finding.js';
import type { Table } from './layout.js';
import type { PageReader } from './page.js';
import type { SourceKind } from './source.js';
import type { TableVerdict } from './verdict.js';

/** Administrative level of the body that reports; empty when unknown. */
export type Level = 'central' | 'province' | 'prefecture' | 'county' | 'township' | '';

/** Who reports on which year. */
export interface Subject {
  /** As printed in the title; empty when unknown. */
  readonly agency: string;
  /** Six digits, or empty. */
  readonly regionCode: string;
  readonly level: Level;
  /** Kind of body as the family names them; empty when unknown. */
  readonly unitType: string;
  /** Whose requests and documents it counts, as the family names it; empty when unknown. */
  readonly scope: string;
  readonly year?: number;
  /** The statistical period as stated; absent where none is. */
  readonly period?: StatedPeriod;
  /** Absent where no date is stated that is surely the report's. */
  readonly published?: PublicationDate;
  /** How the body is reached. Never exported unless asked for. */
  readonly contacts: readonly Contact[];
}

/** First and last day, `YYYY-MM-DD`. */
export interface StatedPeriod {
  readonly from: string;
  readonly to: string;
}

/** When a report was published or signed. */
export interface PublicationDate {
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is stated. */
  readonly date: string;
  readonly source: PublicationSource;
}

/** Where a date stands: behind a label such as 发布日期, or under the report. */
export type PublicationSource = 'label' | 'signature';

/** Kinds of addresses and numbers. */
export type ContactKind = 'phone' | 'address' | 'email' | 'postcode';

/** A number or address as printed. */
export interface Contact {
  readonly kind: ContactKind;
  readonly text: string;
}

/** What became of a readable report. */
export type ReportOutcome = 'ok' | 'findings';

/** One report, checked. */
export interface Report extends Subject {
  readonly reportId: string;
  readonly sourcePath: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  readonly pageCount: number;
  /** The readers that took part, by page; empty for sources that are no PDF. */
  readonly readers: readonly PageReaders[];
  /** All editions of its blocks, ascending, joined by `+`. */
  readonly edition: string;
  readonly outcome: ReportOutcome;
  /** In the order of the form. */
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
  /** One for each block that has laws, in the order of the form. */
  readonly verdicts: readonly TableVerdict[];
  /** One for each block, in the order of the form. */
  readonly blindSpots: readonly BlindSpots[];
  readonly tables: readonly BoundTable[];
  /** For comparison with other reports; no part of the output. Absent where a report is compared with none. */
  readonly comparison?: ComparisonEvidence;
}

/** What is known of a report only while it is at hand, and needed to compare it with others. */
export interface ComparisonEvidence {
  readonly familyId: string;
  /** The agency's name without its division's (工业和信息化局); absent where it begins with no division. */
  readonly nameInDivision?: string;
  /** Whether several divisions have the name that the agency's begins with. */
  readonly isAmbiguous: boolean;
  /** Lines of text outside the tables, in reading order. */
  readonly lines: readonly string[];
}

/** Which readers read a page, and whether their digits agree. */
export interface PageReaders {
  readonly pageNumber: number;
  readonly readers: readonly PageReader[];
  /** Absent with one reader. */
  readonly digitsAgree?: boolean;
}

/** A table of the source with what its cells were bound to. */
export interface BoundTable {
  readonly table: Table;
  /** One entry for each cell that holds a fact. */
  readonly bindings: readonly CellBinding[];
}

/** Which fact a cell holds. */
export interface CellBinding {
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** `table` of the fact. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
}
