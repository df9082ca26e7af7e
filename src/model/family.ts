/**
 * A report family as data: which tables its form has, how their rows and columns are worded, what adds up to what.
 * `families/` builds these from the YAML in `pipelines/`; the engine holds no field name of any family.
 */
import type { AcrossRules } from './across.js';
import type { EditionComparison } from './edition-comparison.js';
import type { BilingualText, Severity } from './finding.js';
import type { IndicatorRules } from './indicator.js';
import type { ProseRules } from './prose-rules.js';
import type { PublicationSource } from './report.js';
import type { BodyRules, CompletenessRules, ContactRule, SectionRule } from './report-rules.js';

/** A kind of report, in all the editions of its form. */
export interface Family {
  readonly id: string;
  readonly name: BilingualText;
  readonly title: TitleRules;
  /** In order. */
  readonly sections: readonly SectionRule[];
  readonly bodies: BodyRules;
  readonly contacts: readonly ContactRule[];
  readonly completeness: CompletenessRules;
  /** Ascending by first year. */
  readonly editions: readonly Edition[];
  /** Which figures of its editions compare with which; empty where nothing is said of it. */
  readonly comparisons: readonly EditionComparison[];
  /** Texts of a cell that say "does not apply". */
  readonly notApplicableMarks: readonly string[];
  /** Absent where no figure is looked for in prose. */
  readonly prose?: ProseRules;
  /** What is compared between reports of several years and bodies; absent where nothing is. */
  readonly across?: AcrossRules;
  /** What bureaus and years are compared by; absent where nothing is. */
  readonly indicators?: IndicatorRules;
}

/** How the title, the agency and the year are recognised in the text. Sources of regular expressions, `u` flag. */
export interface TitleRules {
  /** Applied to the title's text without white space; named groups `agency` and `year`. Tried in order. */
  readonly patterns: readonly string[];
  /**
   * Applied to the first lines without white space; named groups `year` and, where the pattern sees it, `yearEnd`: the
   * first and last year of the statistical period. Tried in order.
   */
  readonly periodPatterns: readonly string[];
  /**
   * Applied to each line without white space; named groups `year`, `month`, and where the pattern sees it `day`: when the
   * report was published. Tried in order.
   */
  readonly publicationPatterns: readonly PublicationPattern[];
}

/** A date that may be the report's, and where it stands. */
export interface PublicationPattern {
  readonly source: PublicationSource;
  readonly pattern: string;
}

/** One edition of the form. */
export interface Edition {
  readonly id: string;
  /** First and last year reported on that it governs; open ends absent. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** In the order of the form; of several for one slot the first is the one to expect. Empty for free prose. */
  readonly blocks: readonly Block[];
}

/**
 * The smallest part of a form whose edition is decided by itself: a header over rows of cells. Within an edition, too,
 * blocks with one `slot` are alternatives: lists that differ from place to place, columns that not every report has.
 */
export interface Block {
  /** Blocks of several editions with one `slot` are alternatives for one place of the form. */
  readonly slot: string;
  readonly edition: string;
  /** `table` of its facts. */
  readonly table: string;
  /** What people call the table: 表三. */
  readonly tableName: BilingualText;
  /** How much it matters that a report does not have it. */
  readonly absence: Severity;
  /** The line above the header that names the block; absent where there is none. */
  readonly title?: Label;
  /** What stands in the header over the labels of the rows; absent where nothing does. */
  readonly corner?: Label;
  /** Header of a column that prints each row's unit; absent where the form has none. */
  readonly unitColumn?: Label;
  /** Leaf columns, left to right. */
  readonly columns: readonly BlockColumn[];
  /** True where reports differ in the columns they print: then only a header tells which of them are there. */
  readonly columnsVary: boolean;
  /** Leaf rows, top to bottom. */
  readonly rows: readonly BlockRow[];
  /** False where the rows carry no label: then only the columns say what a cell is. */
  readonly hasRowLabels: boolean;
  readonly identities: readonly Identity[];
}

/** A wording with all that is known of how it is printed. */
export interface Label {
  /** The official wording. */
  readonly text: string;
  /** Other wordings seen. */
  readonly variants: readonly string[];
  /**
   * Texts of which one must stand in the label once white space and punctuation are gone; strong evidence, because each
   * tells its row from the other rows of the block, or its column from the other columns. Empty where no text does.
   */
  readonly keys: readonly string[];
}

/** A leaf column of a block. */
export interface BlockColumn {
  readonly id: string;
  readonly name: BilingualText;
  /** Header texts from the outermost group to the leaf. */
  readonly path: readonly Label[];
  /** Row id of its facts where the block's rows have none of their own (table four). */
  readonly factRow?: string;
  readonly factRowName?: BilingualText;
  readonly unit: string;
  readonly type: ValueType;
}

/** What a column's cells may hold. */
export type ValueType =
  /** An integer ≥ 0. */
  | 'count'
  /** An integer with sign. */
  | 'signed-count'
  /** A decimal ≥ 0. */
  | 'amount';

/** A leaf row of a block. */
export interface BlockRow {
  readonly id: string;
  readonly name: BilingualText;
  /** Label texts from the outermost group to the leaf. */
  readonly path: readonly Label[];
  /** Where the row has a unit of its own; goes before its column's. */
  readonly unit?: string;
  /** Where the row's figures are of a kind of their own; goes before its column's. */
  readonly type?: ValueType;
}

/** Names one figure of a table. */
export interface FieldRef {
  readonly row: string;
  readonly column: string;
}

/** One concrete arithmetic law over the figures of a block: the total equals the signed sum of the parts. */
export interface Identity {
  readonly rule: string;
  readonly severity: Severity;
  /** The law in words, without its figures: 各项办理结果之和应等于（七）总计. */
  readonly statement: BilingualText;
  readonly table: string;
  readonly total: FieldRef;
  readonly parts: readonly IdentityPart[];
}

/** A signed term of an identity. */
export interface IdentityPart extends FieldRef {
  readonly sign: 1 | -1;
}
