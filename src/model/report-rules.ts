/**
 * What a family knows of the bodies that report and of what a report must hold besides its figures. Patterns are sources
 * of regular expressions with the `u` flag, for text without white space, its full-width digits made ASCII.
 */
import type { BilingualText, Severity } from './finding.js';
import type { ContactKind, Level } from './report.js';

/** How kinds of bodies, their level and what their report covers are told. */
export interface BodyRules {
  /** Tried in order on the body's name; the first that fits gives its type. */
  readonly unitTypes: readonly UnitTypeRule[];
  /** Tried in order on names that the list of divisions does not know. */
  readonly levels: readonly { readonly level: Exclude<Level, ''>; readonly pattern: string }[];
  /** Tried in order on the report's text; the first that fits gives the scope. */
  readonly scopes: readonly ScopeRule[];
}

/** A kind of bodies by name. */
export interface UnitTypeRule {
  readonly type: string;
  readonly pattern: string;
  /** The type by level instead of `type`; a level that is not in it, or unknown, leaves the type empty. */
  readonly byLevel?: Readonly<Partial<Record<Level, string>>>;
  /** True where the name of a division must not be taken for one of these (浦东新区 is no development zone). */
  readonly isNoDivision: boolean;
}

/** Whose requests and documents a report counts, told from how it speaks of itself. */
export interface ScopeRule {
  readonly scope: string;
  readonly unitTypes: readonly string[];
  readonly pattern: string;
}

/** A kind of address or number under which a body is reached. */
export interface ContactRule {
  readonly kind: ContactKind;
  /** Looked for in the text before the first table; the group `value` is the number or address. */
  readonly patterns: readonly string[];
  /** What to blot out of the texts of cells wherever it stands; absent where nothing need be. */
  readonly mask?: string;
}

/** What a report must hold, and by when. */
export interface CompletenessRules {
  /** Editions of whose reports the sections are prescribed. */
  readonly editions: readonly string[];
  /** First year reported on whose edition is binding: the year before, older forms were allowed. */
  readonly editionsFrom: number;
  /** Notes of the form's authors that a report must not carry any more. */
  readonly residue: readonly { readonly pattern: string; readonly severity: Severity }[];
  readonly mentions: readonly MentionRule[];
  readonly deadlines: readonly DeadlineRule[];
  readonly figures: readonly FigureRule[];
  /** Titles of tables with a year in them: group `year`. */
  readonly datedTitles: readonly string[];
}

/** An official section. */
export interface SectionRule {
  readonly id: string;
  /** The heading's wordings without enumerator, the official one first. */
  readonly headings: readonly string[];
  /** Tells a heading, its enumerator gone, from every other line. */
  readonly key?: string;
  /** How much its absence matters. */
  readonly severity: Severity;
  /** Table that stands in it: where the table was found, a heading that was not is a trifle. */
  readonly table?: string;
  /** Fewest characters that say anything; absent where length is not asked. */
  readonly shortest?: number;
}

/** A word that a report is expected to hold somewhere. */
export interface MentionRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly name: BilingualText;
  readonly pattern: string;
  /** Kinds of bodies it is asked of; of all where absent. */
  readonly unitTypes?: readonly string[];
  /** Asked only where this figure is above zero. */
  readonly where?: { readonly table: string; readonly row: string; readonly column: string };
  readonly fromYear: number;
}

/** By when a kind of bodies publishes, in the year after the one reported on. */
export interface DeadlineRule {
  readonly unitTypes: readonly string[];
  /** First year reported on. */
  readonly fromYear: number;
  readonly month: number;
  readonly day: number;
}

/** What the figures of one row should be to each other, short of a law. */
export interface FigureRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly statement: BilingualText;
  readonly table: string;
  readonly rows: readonly string[];
  /** The columns must be 0 for these bodies. */
  readonly zeroFor?: readonly { readonly levels: readonly Level[]; readonly unitTypes?: readonly string[] }[];
  readonly columns?: readonly string[];
  /** The first column must not be less than the second. */
  readonly notLess?: readonly [string, string];
  /** The first column must not be the sum of the others, from `least` on. */
  readonly notSum?: { readonly total: string; readonly parts: readonly string[]; readonly least: number };
}
