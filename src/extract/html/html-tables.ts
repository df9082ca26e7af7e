/** Tables of a page, as its mark-up states them. */
import type { MarkupTable, MarkupTableCell, MarkupTableRow } from '../../model/index.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { insideOfCell, type Context } from './context.js';
import { isFilledByScript } from './filled-by-script.js';
import { attributeOf, isInvisible, isUnseen, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { inkInside } from './ink.js';
import { isOutOfOrder, isOutOfPlace } from './shown-order.js';
import type { Visibility } from './style-sheets.js';

/** Gathers what is in an element. */
export type Gather = (element: HtmlElement, builder: BlockBuilder, context: Context) => void;

/** Where a group of rows is shown: heads above bodies, feet below, wherever they stand in the source. */
const GROUP_ORDER: Readonly<Record<string, number>> = { thead: 0, tbody: 1, tfoot: 2 };

/** The captions of a table, and its rows; the table is absent where it has none. */
export function tableOf(
  table: HtmlElement,
  context: Context,
  gather: Gather,
): { readonly captions: readonly HtmlElement[]; readonly table?: MarkupTable } {
  const parts = shownElements(table, context);
  const groups = parts
    .filter(({ tagName }) => tagName in GROUP_ORDER)
    .sort((a, b) => (GROUP_ORDER[a.tagName] ?? 1) - (GROUP_ORDER[b.tagName] ?? 1))
    .map((group) =>
      shownElements(group, context)
        .filter(({ tagName }) => tagName === 'tr')
        .map((row) => toRow(row, withInkOf(row, withInkOf(group, context)), gather)),
    )
    .filter((rows) => rows.length > 0);
  const captions = parts.filter(({ tagName }) => tagName === 'caption');
  return { captions, ...(groups.length > 0 && { table: { kind: 'table', groups } }) };
}

/** Rows and cells that take no room leave no gap: a browser lays the table out without them. */
function shownElements(element: HtmlElement, { lookOf }: Context): readonly HtmlElement[] {
  return element.childNodes.filter(
    (child): child is HtmlElement =>
      'tagName' in child && (!isUnseen(child) || isInvisible(child)) && lookOf(child).visibility !== 'absent',
  );
}

function withInkOf(element: HtmlElement, context: Context): Context {
  return { ...context, ink: inkInside(element, context.ink, context.sheets) };
}

function toRow(row: HtmlElement, context: Context, gather: Gather): MarkupTableRow {
  const cells = shownElements(row, context).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const look = { ofRow: cellVisibility(row, context), isMoved: isOutOfPlace(row, context.lookOf) };
  return { columnsBefore: 0, cells: cells.map((cell) => toCell(cell, { context, gather, look })) };
}

/** Whether what stands in a row or a cell is shown, by its own style or by a sheet. */
function cellVisibility(element: HtmlElement, { lookOf }: Context): Visibility {
  return isInvisible(element) ? 'invisible' : lookOf(element).visibility;
}

interface RowContext {
  readonly context: Context;
  readonly gather: Gather;
  readonly look: {
    readonly ofRow: Visibility;
    /** Styles move its cells. */
    readonly isMoved: boolean;
  };
}

const DIGIT = /\p{N}/u;

function toCell(cell: HtmlElement, { context, gather, look }: RowContext): MarkupTableCell {
  const builder = new BlockBuilder();
  const found = [look.ofRow, cellVisibility(cell, context)];
  const text = textOf(cell);
  if (found.some((visibility) => visibility !== 'shown')) builder.noteHidden(text);
  if (look.isMoved || isOutOfOrder(cell, context.lookOf)) builder.note('order-by-style');
  if (context.isScripted(cell) && DIGIT.test(text)) builder.note('script-filled');
  if (!found.includes('invisible')) gather(cell, builder, insideOfCell(cell, context));
  const { blocks, doubts } = builder.finish();
  const isFilled = blocks.length === 0 && isFilledByScript(cell, context.isScripted);
  return {
    rowSpan: spanOf(cell, 'rowspan', MOST_ROWS, 0),
    columnSpan: spanOf(cell, 'colspan', MOST_COLUMNS, 1),
    blocks,
    doubts: isFilled && !doubts.includes('script-filled') ? [...doubts, 'script-filled'] : doubts,
  };
}

/** Limits of HTML's table model ("Attributes common to td and th elements"). */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65534;

/** A span as browsers read it: leading digits; 1 for what is none. */
function spanOf(cell: HtmlElement, name: string, most: number, least: number): number {
  const stated = /^\s*\+?(\d{1,9})/u.exec(attributeOf(cell, name) ?? '')?.[1];
  if (stated === undefined) return 1;
  const span = Number(stated);
  return span < least ? 1 : Math.min(span, most);
}
