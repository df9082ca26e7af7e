/** Binding: a layout and a report family in, facts out. Which cell is which field, through garbled labels. */
import { doubtFact, hasStatedCells } from '../model/index.js';
import type { Block, BoundTable, Fact, Family, Finding, Layout, Table } from '../model/index.js';
import { doubtPoints } from './ambiguous-points.js';
import { boundBlockFacts } from './bound-block-facts.js';
import type { BlockFacts } from './bound-block-facts.js';
import type { BoundBlock } from './bind-block.js';
import { captionYears } from './caption-years.js';
import { otherYearTables } from './other-year-tables.js';
import { chooseBlocks } from './choose-blocks.js';
import type { ChosenBlock } from './choose-blocks.js';
import { doubtFractions } from './fractions-of-counts.js';
import { LabelMatcher } from './label-matcher.js';
import { toLabelText } from './label-text.js';
import { withPrintedUnits } from './printed-units.js';
import { streamFacts } from './stream-facts.js';
import { structureFindings, unboundRowFindings } from './structure-findings.js';
import { indexTable, isBareFigure } from './table-index.js';
import { NO_STREAM, streamsBeyond } from './streams-beyond-tables.js';
import { namesColumnsOtherwise, ORDER_UNCERTAIN } from './token-stream/index.js';

/** What was bound. */
export interface Binding {
  /** In the order of the form: those found, and those the year prescribes. */
  readonly blocks: readonly Block[];
  /** In the order of the form; empty where no block was recognised. */
  readonly facts: readonly Fact[];
  readonly tables: readonly BoundTable[];
  /** Editions of the blocks found, ascending, joined by `+`. */
  readonly edition: string;
}

/** One matcher a thread: archives repeat their labels, and comparing them is most of the work. */
const matcher = new LabelMatcher();

/**
 * Binds the tables of a layout to the form of a family.
 *
 * @param year the year reported on: it says which edition to expect where nothing is found
 */
export function layoutToFacts(
  layout: Layout,
  family: Family,
  year: number | undefined,
): { value: Binding; findings: readonly Finding[] } {
  const context = { matcher, notApplicableMarks: family.notApplicableMarks };
  const captions = new Map(layout.tables.map((table) => [table, captionYears(layout, table)]));
  const indexes = layout.tables.map(indexTable);
  const byTables = chooseBlocks(indexes, family, { year, captions }, context);
  const isSeveral = holdsSeveralReports(layout, byTables);
  const mixed = mixedBlocks(layout, byTables);
  const factsOf = ({ block, bound }: ChosenBlock): readonly Fact[] => {
    const { facts } = boundBlockFacts(block, bound, family.notApplicableMarks);
    return mixed.has(block) ? facts.map((fact) => doubtFact(fact, ORDER_UNCERTAIN)) : facts;
  };
  const ofTables = byTables.map((place) => ({ slot: place.block.slot, facts: factsOf(place) }));
  const streams = isSeveral ? NO_STREAM : streamsBeyond(layout, family, ofTables);
  const chosen =
    streams.size === 0 ? byTables : chooseBlocks(indexes, family, { year, captions }, { ...context, streams });
  const ofOtherYear = otherYearTables(layout, chosen, { year, captions });
  // Nothing but a table that fits by its shape, and not one label of the form: it may be any table.
  const isUnlabelled = chosen.every(({ bound, stream }) => stream === undefined && (bound?.score ?? 0) === 0);
  const doubtful = { isSeveral, isUnlabelled, ofOtherYear, mixed };
  const places = chosen.map((place) => {
    const found = bindPlace(place, { ...doubtful, marks: family.notApplicableMarks });
    return {
      ...found,
      facts: withPrintedUnits(found.facts, place.block, textsOf(place, layout), linesAbove(place, layout)),
    };
  });
  const blocks = chosen.map(({ block }) => block);
  const bound = places.flatMap((place) => place.facts);
  const facts = doubtPoints(doubtFractions(bound, blocks, layout.dumpLines !== undefined), blocks);
  const editions = new Set(chosen.filter(({ bound, stream }) => bound ?? stream).map(({ block }) => block.edition));
  return {
    value: {
      blocks,
      facts: layout.dumpLines ? facts.map(doubtAbsence) : facts,
      tables: boundTables(layout, places),
      edition: [...editions].sort().join('+'),
    },
    findings: [...places.flatMap((place) => place.findings), ...unboundRowFindings(chosen)],
  };
}

function boundTables({ tables }: Layout, places: readonly BlockFacts[]): readonly BoundTable[] {
  const all = places.flatMap((place) => place.bindings);
  return tables.map((table) => {
    const own = all.filter(({ ofTable }) => ofTable === table);
    const bindings = own.map(({ rowIndex, columnIndex, table: name, row, column }) => ({
      ...{ rowIndex, columnIndex },
      ...{ table: name, row, column },
    }));
    return { table, bindings };
  });
}

/** What the place in which a block was found says; of a dump all of it, whose headers may stand outside its tables. */
function textsOf({ bound }: ChosenBlock, { lines, dumpLines = [] }: Layout): readonly string[] {
  const ofTable = bound?.table.cells.map(({ text }) => text) ?? [];
  return bound && hasStatedCells(bound.table) ? ofTable : [...ofTable, ...lines.map(({ text }) => text), ...dumpLines];
}

/** Between a table and the line that names its units stands its title at most. */
const LINES_ABOVE = 3;

/** The lines right above the table in which a block was found. */
function linesAbove({ bound }: ChosenBlock, { lines }: Layout): readonly string[] {
  const own = bound ? lines.filter(({ tablesBefore }) => tablesBefore === bound.table.tableIndex) : [];
  return own.slice(-LINES_ABOVE).map(({ text }) => text);
}

/** What makes whole tables doubtful. */
interface Doubtful {
  readonly isSeveral: boolean;
  readonly isUnlabelled: boolean;
  readonly ofOtherYear: ReadonlySet<Table>;
  /** Blocks whose columns a dump names in another order than the form. */
  readonly mixed: ReadonlySet<Block>;
}

/** Blocks read from a dump by the order of figures, although its header names the columns in another order. */
function mixedBlocks({ dumpLines }: Layout, chosen: readonly ChosenBlock[]): ReadonlySet<Block> {
  if (!dumpLines) return new Set();
  const byOrder = chosen.flatMap(({ block, bound }) => {
    if (!bound || hasStatedCells(bound.table) || block.columns.length < 2) return [];
    const starts = bound.plan.ranges.map((range) => range?.start ?? 0);
    const followsHeader = starts.some((start, column) => start < (starts[column - 1] ?? 0));
    return followsHeader ? [] : [block];
  });
  return namesColumnsOtherwise(dumpLines, byOrder);
}

/** The facts of one place of the form, and what is to be said of its structure. */
function bindPlace(
  place: ChosenBlock,
  { isSeveral, isUnlabelled, ofOtherYear, mixed, marks }: Doubtful & { readonly marks: readonly string[] },
): BlockFacts & { readonly findings: readonly Finding[] } {
  const { block, bound, completing, repeated } = place;
  if (place.stream) return { facts: streamFacts(place.stream), bindings: [], findings: [] };
  const factsIn = (each: BoundBlock | undefined): BlockFacts => boundBlockFacts(block, each, marks);
  const own = completing.map(factsIn).reduce(completeFacts, factsIn(bound));
  const others = repeated.map((again) => factsIn(again).facts);
  const isMixed = isSeveral && bound !== undefined && !hasStatedCells(bound.table);
  const isOther = bound !== undefined && ofOtherYear.has(bound.table);
  const doubts = [
    ...(isUnlabelled ? ['label-unrecognised'] : []),
    ...(isMixed ? ['several-reports'] : []),
    ...(isOther ? ['other-year'] : []),
    ...(mixed.has(block) ? [ORDER_UNCERTAIN] : []),
  ];
  const doubted = doubts.reduce((facts, doubt) => facts.map((fact) => doubtFact(fact, doubt)), own.facts);
  const disputed = markRepeated(doubted, others, block.columns.length);
  const findings = structureFindings(place, repeated.length > 0 && disputed !== doubted);
  return { facts: disputed, bindings: own.bindings, findings };
}

/** The facts of one table with those that only another one holds. */
function completeFacts(own: BlockFacts, other: BlockFacts): BlockFacts {
  const facts = own.facts.map((fact, at) => (fact.status === 'missing' ? (other.facts[at] ?? fact) : fact));
  return { facts, bindings: [...own.bindings, ...other.bindings] };
}

/** That a dump has no such row may as well be a label that was not recognised: then nothing may be derived for it. */
function doubtAbsence(fact: Fact): Fact {
  return fact.status === 'missing' ? { ...fact, doubts: ['row-not-found'] } : fact;
}

/** Doubts the figures that another table gives otherwise; the same array where all tables agree. */
function markRepeated(
  facts: readonly Fact[],
  others: readonly (readonly Fact[])[],
  columnCount: number,
): readonly Fact[] {
  // A table that lacks a whole column, one of a group printed by itself, says nothing about it.
  const said = others.map((other) => {
    const columns = new Set(other.flatMap(({ status }, at) => (status === 'missing' ? [] : at % columnCount)));
    return other.map((fact, at) => (columns.has(at % columnCount) ? fact : undefined));
  });
  const isDisputed = (fact: Fact, at: number): boolean =>
    said.some((other) => other[at] !== undefined && other[at].value !== fact.value);
  if (!facts.some(isDisputed)) return facts;
  return facts.map((fact, at) => {
    if (!isDisputed(fact, at)) return fact;
    const values = others
      .map((other) => other[at]?.value ?? '')
      .filter((value) => value !== '' && value !== fact.value);
    return {
      ...fact,
      status: 'suspect',
      doubts: [...fact.doubts, 'repeated-block'],
      alternatives: [...new Set([...fact.alternatives, ...values])],
    };
  });
}

/** Labels shorter than this occur elsewhere too. */
const SHORTEST_TELLING_LABEL = 4;
/** So many labels of rows that stand twice are no accident. */
const FEWEST_TWICE = 4;

/**
 * Whether a dump holds several reports on the same lines or behind one another: their figures cannot be told apart, since
 * each report's sums hold. Where figures have places, another table is another one; only labels that stand twice in one
 * table say that two were taken for one.
 */
function holdsSeveralReports({ tables }: Layout, chosen: readonly ChosenBlock[]): boolean {
  const ofDump = tables.filter(({ geometry }) => geometry === 'delimited' || geometry === 'spaced');
  const aligned = tables.filter(({ geometry }) => geometry === 'aligned');
  const labels = chosen.flatMap(({ block }) => block.rows.map((row) => toLabelText(row.path.at(-1)?.text ?? '').text));
  const telling = new Set(labels.filter((text) => text.length >= SHORTEST_TELLING_LABEL));
  return [ofDump, ...aligned.map((table) => [table])].some((together) => twiceCount(together, telling) >= FEWEST_TWICE);
}

/** How many of some labels stand more than once in the cells of tables; that of a row may stand over it as its heading. */
function twiceCount(tables: readonly Table[], labels: ReadonlySet<string>): number {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const withFigures = new Set(table.cells.flatMap(({ text, rowIndex }) => (isBareFigure(text) ? rowIndex : [])));
    const last = new Map<string, number>();
    for (const { text, rowIndex } of table.cells) {
      if (text === '') continue;
      const label = toLabelText(text.replace(/[\s\d.]+$/u, '')).text;
      const above = last.get(label);
      last.set(label, rowIndex);
      const isNear = above !== undefined && rowIndex - above <= FARTHEST_HEADING;
      if (isNear && !withFigures.has(above) && withFigures.has(rowIndex)) continue;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts].filter(([label, count]) => count > 1 && labels.has(label)).length;
}

/** A row stands so many rows below its heading, the names of columns between. */
const FARTHEST_HEADING = 2;
