/**
 * Tells tables that hold data from tables that only place things on a page, and takes the latter apart: what remains are
 * lines of text and tables of data, in reading order.
 */
import { PICTURE_MARK, withoutDigits } from '../model/index.js';
import type { MarkupBlock, MarkupCellDoubt, MarkupParagraph, MarkupTable, MarkupTableCell } from '../model/index.js';
import { hasDigit } from './digit-runs.js';
import { isValue } from './line-to-row.js';
import { joinParagraphs } from './markup-text.js';

/** A line of text or a table of data. */
export type FlowItem =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly baseText: string;
      readonly doubts?: readonly MarkupCellDoubt[];
    }
  | {
      readonly kind: 'table';
      readonly table: MarkupTable;
      /** Stands inside a cell of a table of data. */
      readonly isNested: boolean;
    };

/** So many rows with figures of its own make a table a table of data, whatever else its cells hold. */
const FEWEST_FIGURE_ROWS = 3;
/**
 * A cell with more text than this, in characters, holds an article and no label. The longest label of a form has some
 * sixty; explanations that are printed inside tables stay below two hundred.
 */
const LONGEST_LABEL = 300;

/** Blocks in reading order, layout tables taken apart. */
export function blocksToFlow(blocks: readonly MarkupBlock[]): readonly FlowItem[] {
  const items = blocks.flatMap(blockToFlow);
  return items.flatMap((item, at) => {
    if (item.kind === 'line' || !isLoneRow(item.table)) return [item];
    // A row between tables may be the head of the next one.
    const isBesideTable = items[at - 1]?.kind === 'table' || items[at + 1]?.kind === 'table';
    return isBesideTable ? [item] : cellsToFlow(cellsOf(item.table));
  });
}

function blockToFlow(block: MarkupBlock): readonly FlowItem[] {
  if (block.kind === 'picture') return [{ kind: 'line', text: PICTURE_MARK, baseText: PICTURE_MARK }];
  return block.kind === 'paragraph' ? [toLine(block)] : tableToFlow(block);
}

function toLine(paragraph: MarkupParagraph): FlowItem {
  const { text, baseText } = joinParagraphs([paragraph]);
  const { doubts } = paragraph;
  if (doubts === undefined) return { kind: 'line', text, baseText };
  const isElsewhere = doubts.some((doubt) => OF_PLACE.has(doubt));
  const shown = (line: string): string => (isElsewhere ? withoutDigits(line) : line);
  return { kind: 'line', text: shown(text), baseText: shown(baseText), doubts };
}

/** Doubts about which digits stand where in a line: none of them says anything. */
const OF_PLACE: ReadonlySet<MarkupCellDoubt> = new Set(['order-by-style']);

// Tables stand within tables, and each asks what its cells hold: without a memory the work doubles with every level.
const flows = new WeakMap<MarkupTable, readonly FlowItem[]>();
const layouts = new WeakMap<MarkupTable, boolean>();

function tableToFlow(table: MarkupTable): readonly FlowItem[] {
  const known = flows.get(table);
  if (known) return known;
  const cells = cellsOf(table);
  const flow: readonly FlowItem[] = isLayout(table)
    ? cellsToFlow(cells)
    : [{ kind: 'table', table, isNested: false }, ...cells.flatMap(nestedTables)];
  flows.set(table, flow);
  return flow;
}

function cellsToFlow(cells: readonly MarkupTableCell[]): readonly FlowItem[] {
  return cells.flatMap(({ blocks }) => blocksToFlow(blocks));
}

/** Tables of data that stand inside the cells of a table of data follow it. */
function nestedTables({ blocks }: MarkupTableCell): readonly FlowItem[] {
  const items = blocksToFlow(blocks.filter((block) => block.kind === 'table'));
  return items.filter((item) => item.kind === 'table').map((item) => ({ ...item, isNested: true }));
}

function cellsOf({ groups }: MarkupTable): readonly MarkupTableCell[] {
  return groups.flat().flatMap(({ cells }) => cells);
}

/** A single row of words. */
function isLoneRow({ groups }: MarkupTable): boolean {
  const rows = groups.flat().filter((row) => row.cells.some(isFilled));
  return rows.length === 1 && !rows[0]?.cells.some((cell) => isValue(cellText(cell)));
}

/** Whether a table only places what is in its cells. */
function isLayout(table: MarkupTable): boolean {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const answer = placesOnly(table);
  layouts.set(table, answer);
  return answer;
}

function placesOnly(table: MarkupTable): boolean {
  const rows = table.groups.flat().map((row) => row.cells.filter(isFilled));
  // Without two things side by side nothing is said of anything.
  if (rows.every((row) => row.length <= 1)) return true;
  const figureRows = rows.filter((row) => !row.some(holdsTable) && row.some((cell) => isValue(cellText(cell)))).length;
  if (figureRows >= FEWEST_FIGURE_ROWS) return false;
  return rows.flat().some((cell) => holdsTable(cell) || cellText(cell).length > LONGEST_LABEL);
}

/** Whether something side by side stands inside a cell. */
function holdsTable({ blocks }: MarkupTableCell): boolean {
  return blocksToFlow(blocks).some((item) => item.kind === 'table');
}

function isFilled({ blocks }: MarkupTableCell): boolean {
  return blocks.some(
    (block) => block.kind === 'paragraph' || (block.kind === 'table' && cellsOf(block).some(isFilled)),
  );
}

/** The text of a cell, that of frames inside it included; a table of data inside it is none of its text. */
export function cellText(cell: MarkupTableCell): string {
  return joinParagraphs(cellParagraphs(cell)).text;
}

/** The paragraphs of a cell, those of frames inside it included. */
export function cellParagraphs({ blocks }: MarkupTableCell): readonly MarkupParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    return block.kind === 'table' && isLayout(block) ? cellsOf(block).flatMap(cellParagraphs) : [];
  });
}

/** Whether a table of data with digits stands inside a cell: it may hold the cell's own figure. */
export function hidesFigures(cell: MarkupTableCell): boolean {
  return cell.blocks.some(
    (block) => block.kind === 'table' && !isLayout(block) && cellsOf(block).some((inner) => hasDigit(cellText(inner))),
  );
}
