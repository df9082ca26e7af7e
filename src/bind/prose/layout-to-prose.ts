/** Figures stated in sentences: a layout and a family's rules in, facts out. Holds no word of any family. */
import type { Fact, Family, Finding, Layout, Subject, Table } from '../../model/index.js';
import { READ_UNSURELY } from '../recognised-figure.js';
import { ORDER_UNCERTAIN } from '../token-stream/index.js';
import { compileRules } from './compile-rules.js';
import type { CompiledRules } from './compile-rules.js';
import { findStatements } from './find-statements.js';
import { linesToParagraphs } from './lines-to-paragraphs.js';
import type { Paragraph } from './lines-to-paragraphs.js';
import { pagesInColumns } from './pages-in-columns.js';
import { toProseText } from './prose-text.js';
import { statementsToFacts } from './statements-to-facts.js';

/** What the prose of a document states. */
export interface ProseBinding {
  /** In the order of the family's fields and scopes. */
  readonly facts: readonly Fact[];
  /** True where the document is a report although it has no table: it says that it is one, in a year when that was so. */
  readonly isReport: boolean;
}

/** What is known of the document besides its text. */
export interface ProseSubject {
  readonly subject: Subject;
  /** Editions of the tables found; empty where none was. */
  readonly edition: string;
  /** Those that the form was found in. */
  readonly tables: readonly Table[];
  /** True where a title names the year and says that this is such a report. */
  readonly isTitled: boolean;
}

/** Finds the figures that a document states in sentences. */
export function layoutToProse(
  layout: Layout,
  family: Family,
  { subject, edition, tables, isTitled }: ProseSubject,
): { value: ProseBinding; findings: readonly Finding[] } {
  const rules = family.prose;
  if (rules === undefined) return { value: { facts: [], isReport: false }, findings: [] };
  const compiled = compileRules(rules);
  const speaker = { agency: subject.agency, year: subject.year };
  const paragraphs = linesToParagraphs(layout.lines, tables, compiled);
  const columned = pagesInColumns(layout.lines);
  const statements = paragraphs.flatMap((paragraph) => {
    const doubts = doubtsOfText(paragraph, columned);
    const found = findStatements(paragraph, compiled, speaker);
    return doubts.length === 0 ? found : found.map((each) => ({ ...each, doubts: [...each.doubts, ...doubts] }));
  });
  const { year } = subject;
  const isTable = edition !== '';
  const isOld = year !== undefined && year <= rules.proseOnly.toYear;
  const isReport = !isTable && isTitled && isOld && !isRefused(layout, compiled);
  if (!isTable && !isReport) return { value: { facts: [], isReport: false }, findings: [] };
  const { facts, findings } = statementsToFacts(statements, rules, isTable ? edition : rules.proseOnly.edition);
  return { value: { facts, isReport: isReport && facts.length > 0 }, findings };
}

/** Why what a paragraph states may not be what is printed. */
function doubtsOfText({ lines }: Paragraph, columned: ReadonlySet<number>): readonly string[] {
  return [
    ...(lines.some(({ line }) => line.isRecognised) ? [READ_UNSURELY] : []),
    ...new Set(lines.flatMap(({ line }) => line.doubts ?? [])),
    ...(lines.some(({ line }) => columned.has(line.pageNumber)) ? [ORDER_UNCERTAIN] : []),
  ];
}

/** Whether some line says that the document is something else. */
function isRefused({ lines }: Layout, { refuse }: CompiledRules): boolean {
  return lines.some(({ text }) => {
    const plain = toProseText(text).text;
    return refuse.some((words) => words.test(plain));
  });
}
