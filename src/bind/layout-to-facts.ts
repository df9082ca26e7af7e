/** Binding: a layout and a report family in, facts out. Which cell is which field, through garbled labels. */
import type { Block, BoundTable, Fact, Family, Finding, Layout } from '../model/index.js';
import { boundBlockFacts } from './bound-block-facts.js';
import type { TableBinding } from './bound-block-facts.js';
import { chooseBlocks } from './choose-blocks.js';
import { LabelMatcher } from './label-matcher.js';
import { structureFindings } from './structure-findings.js';
import { indexTable } from './table-index.js';

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
  const chosen = chooseBlocks(layout.tables.map(indexTable), family, year, context);
  const facts: Fact[] = [];
  const bindings: TableBinding[] = [];
  for (const { block, bound } of chosen) {
    const own = boundBlockFacts(block, bound, family.notApplicableMarks);
    facts.push(...own.facts);
    bindings.push(...own.bindings);
  }
  const tables = layout.tables.map((table) => ({
    table,
    bindings: bindings
      .filter(({ ofTable }) => ofTable === table)
      .map(({ rowIndex, columnIndex, table: name, row, column }) => ({
        rowIndex,
        columnIndex,
        table: name,
        row,
        column,
      })),
  }));
  const editions = new Set(chosen.filter(({ bound }) => bound).map(({ block }) => block.edition));
  return {
    value: { blocks: chosen.map(({ block }) => block), facts, tables, edition: [...editions].sort().join('+') },
    findings: structureFindings(chosen),
  };
}
