/**
 * What a family says of figures that its reports state in sentences. `families/` builds this from `prose.yaml`; the
 * engine in `bind/prose` and `check` knows none of the words. All expressions are sources with the `u` flag, made for
 * normalised text: compatibility forms folded, punctuation ASCII but for `。` and `、`, white space removed.
 */
import type { BilingualText } from './finding.js';

/** How figures in prose are found and what they are held against. */
export interface ProseRules {
  /** `table` of the facts. */
  readonly table: string;
  readonly tableName: BilingualText;
  /** Reports that consist of prose alone. */
  readonly proseOnly: ProseOnlyRules;
  readonly context: ProseContext;
  /** In the order in which they are tried; exactly one has no words: what a sentence without any is about. */
  readonly scopes: readonly ProseScope[];
  /** In the order of their facts. */
  readonly fields: readonly ProseField[];
  readonly sums: readonly ProseSum[];
}

/** When a document without any table of the form is a report all the same. */
export interface ProseOnlyRules {
  /** Edition of such a report. */
  readonly edition: string;
  /** Last year reported on for which a report may have no table. */
  readonly toYear: number;
  /** A line that says the document is something else: a notice, a piece of news. */
  readonly refuse: readonly string[];
}

/** What is true of sentences whatever they speak of. */
export interface ProseContext {
  /** Replaced by one sign: titles of documents and their numbers hold figures that mean something else. */
  readonly masks: readonly string[];
  /** A line that begins so begins a new paragraph. */
  readonly paragraphStarts: readonly string[];
  /** A text that ends so right before a figure says that it is no count of anything, or only about so many. */
  readonly notBefore: readonly string[];
  /** A text that begins so right behind a figure and its unit says the same. */
  readonly notBehind: readonly string[];
  /** Where a year governs the sentences after it; named group `year`. */
  readonly yearAnchors: readonly string[];
  /** A clause that holds one of these speaks of another year or of part of the year. */
  readonly otherPeriods: readonly string[];
  /** A paragraph that, up to a statement, holds one of these speaks of such a period there too. */
  readonly leadingPeriods: readonly string[];
  /** Ends a text right before a statement where another body is its subject; named group `body`. */
  readonly bodies: readonly string[];
}

/** Whose figures a sentence states: the `column` of its facts. */
export interface ProseScope {
  readonly id: string;
  readonly name: BilingualText;
  readonly words: readonly string[];
  /** True where it is only part of what a body counts: its words hold for their clause and not for what follows. */
  readonly isSubset: boolean;
  /** Names of bodies whose tables count the same; empty where no table does. */
  readonly sameForAgencies: readonly string[];
  /** Names of bodies in whose reports alone its words mean it; empty for all. */
  readonly onlyFor: readonly string[];
}

/** A quantity stated in prose: the `row` of its facts. */
export interface ProseField {
  readonly id: string;
  readonly name: BilingualText;
  /** Named groups `n`, the figure, and `unit`. Tried in order. */
  readonly patterns: readonly string[];
  /** What states that there was none. */
  readonly negatives: readonly string[];
  /** Unit of what `negatives` state. */
  readonly unit: string;
  /** The clause that holds the figure must not hold any of these. */
  readonly excludeClause: readonly string[];
  /** Nor must the sentence up to the figure. */
  readonly excludeSentence: readonly string[];
  /** Nor may the text right behind the figure's unit begin so. */
  readonly excludeBehind: readonly string[];
  /** One of these must stand in the text shortly before the end of the clause, be it in the paragraph before; empty for none. */
  readonly requires: readonly string[];
  /** True where the sentence may name another year and still speak of this one: what was carried over. */
  readonly mayNameOtherYear: boolean;
  /** Quantities of the tables that the figure may mean. */
  readonly candidates: readonly ProseCandidate[];
}

/** A signed sum of figures of the tables. */
export interface ProseCandidate {
  /** As written in the definition. */
  readonly text: string;
  readonly terms: readonly ProseTerm[];
}

/** One figure of a table, or every one whose row's id begins alike. */
export interface ProseTerm {
  readonly sign: 1 | -1;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** True where `row` is only how the rows' ids begin. */
  readonly isPrefix: boolean;
}

/** Quantities that one sentence states together: the parts make up the whole. */
export interface ProseSum {
  readonly rule: string;
  readonly total: readonly string[];
  readonly parts: readonly string[];
  readonly statement: BilingualText;
}
