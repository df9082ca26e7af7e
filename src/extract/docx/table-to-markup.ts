/**
 * Reads a table of WordprocessingML. A cell that goes on below is a cell of its own there, empty and marked as going on:
 * here it is one cell that spans rows, as in HTML.
 */
import type { MarkupTable, MarkupTableCell, MarkupTableRow } from '../../model/index.js';
import { allText, childOf, elementsOf, switchOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What a cell holds. */
type CellContent = Pick<MarkupTableCell, 'blocks' | 'doubts'>;

/** A cell that may go on below. */
interface Draft {
  columnSpan: number;
  rowSpan: number;
  content: CellContent;
}

/** A table has at most so many columns (Word's own limit is 63). */
const MOST_COLUMNS = 1000;

/** Elements around rows and cells that change nothing of what is printed. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml']);

/**
 * Reads a table.
 *
 * @param contentOf reads what is in a cell; called in the order of the text, since lists count on through tables
 */
export function tableToMarkup(table: XmlElement, contentOf: (cell: XmlElement) => CellContent): MarkupTable {
  /** Cells of the row above that may go on, by the column in which they begin. */
  let above: ReadonlyMap<number, Draft> = new Map();
  const rows: { columnsBefore: number; drafts: readonly Draft[] }[] = [];
  for (const row of partsOf(table, 'w:tr')) {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') || switchOf(properties, 'w:hidden') === true) continue;
    const columnsBefore = countOf(valueOf(properties, 'w:gridBefore'), 0);
    const read = readRow(row, columnsBefore, above, contentOf);
    above = read.open;
    rows.push({ columnsBefore, drafts: read.drafts });
  }
  const marked = rows.map(({ columnsBefore, drafts }): MarkupTableRow => ({
    columnsBefore,
    cells: drafts.map(({ columnSpan, rowSpan, content }) => ({ columnSpan, rowSpan, ...content })),
  }));
  return { kind: 'table', groups: [marked] };
}

function readRow(
  row: XmlElement,
  columnsBefore: number,
  above: ReadonlyMap<number, Draft>,
  contentOf: (cell: XmlElement) => CellContent,
): { readonly drafts: readonly Draft[]; readonly open: ReadonlyMap<number, Draft> } {
  const drafts: Draft[] = [];
  const open = new Map<number, Draft>();
  let column = columnsBefore;
  for (const cell of partsOf(row, 'w:tc')) {
    const properties = childOf(cell, 'w:tcPr');
    if (childOf(properties, 'w:cellDel')) continue;
    const columnSpan = countOf(valueOf(properties, 'w:gridSpan'), 1);
    const last = drafts.at(-1);
    const across = childOf(properties, 'w:hMerge');
    if (across && across.attributes.get('val') !== 'restart' && last) {
      last.columnSpan += columnSpan;
      column += columnSpan;
      continue;
    }
    const down = childOf(properties, 'w:vMerge');
    const begun = above.get(column);
    // Text in a cell that goes on is not shown.
    const isContinued =
      down !== undefined && down.attributes.get('val') !== 'restart' && begun?.columnSpan === columnSpan;
    if (isContinued) goOn(begun, cell);
    const draft = isContinued ? begun : { columnSpan, rowSpan: 1, content: contentOf(cell) };
    if (!isContinued) drafts.push(draft);
    if (down) open.set(column, draft);
    column += columnSpan;
  }
  return { drafts, open };
}

/** What stands in a cell that goes on from above is kept in the file and not shown. */
function goOn(begun: Draft, cell: XmlElement): void {
  begun.rowSpan += 1;
  const { doubts } = begun.content;
  if (!/\p{N}/u.test(allText(cell)) || doubts.includes('hidden-text')) return;
  begun.content = { ...begun.content, doubts: [...doubts, 'hidden-text'] };
}

function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return TRANSPARENT.has(child.name) ? partsOf(child, name) : [];
  });
}

function countOf(stated: string | undefined, least: number): number {
  const count = Number(stated ?? least);
  return Number.isInteger(count) && count >= least ? Math.min(count, MOST_COLUMNS) : least;
}
