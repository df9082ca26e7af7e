/** Walks a parsed page and gathers what a reader sees of it: text by lines, tables by rows and cells. */
import type { MarkupCellDoubt, MarkupTable, MarkupTableCell, MarkupTableRow } from '../../model/index.js';
import { PipelineError } from '../../model/index.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { isFilledByScript } from './filled-by-script.js';
import { drawnContent } from './drawn-content.js';
import { inputText, isNumbered, selectText } from './form-fields.js';
import {
  attributeOf,
  isBlock,
  isHidden,
  isInvisible,
  isPicture,
  isUnseen,
  shadowOf,
  styleOf,
  textOf,
} from './html-elements.js';
import type { HtmlElement, HtmlNode } from './html-elements.js';
import { looksOf, type Look } from './look.js';
import { fontsOfTheirOwn } from './own-fonts.js';
import type { Side } from './sheet-rules.js';
import { parsePage } from './parse-page.js';
import { isOutOfOrder, isOutOfPlace } from './shown-order.js';
import { readStyleSheets, type StyleSheets, type Visibility } from './style-sheets.js';

/** What elements further out have decided. */
interface Context {
  readonly isRaised: boolean;
  /** A line is drawn through it. */
  readonly isStruck: boolean;
  /** Its letters have no size. */
  readonly isTiny: boolean;
  /** Its letters are mirrored, turned or reversed. */
  readonly isTurned: boolean;
  /** Line ends of the source are line ends on the page. */
  readonly isPreformatted: boolean;
  /** Whether it is in a cell; what is seen of text elsewhere cannot be doubted, and is left out where it is not certain. */
  readonly isInCell: boolean;
  readonly depth: number;
  readonly sheets: StyleSheets;
  /** What the page's own styles make of an element. */
  readonly lookOf: (element: HtmlElement) => Look;
  /** Whether digits right in an element are drawn by a font that may draw others. */
  readonly hasFontOfItsOwn: (element: HtmlElement) => boolean;
}

/** Elements within one another; browsers stop at 512. A page beyond it was made to harm. */
const DEEPEST = 1000;

/** White space that HTML collapses; a no-break space is none of it. */
const WHITE_SPACE = /[\t\n\f\r ]+/gu;

/** Gathers what is shown of a page; `around` says where it is a frame of another one. */
export function gatherBlocks(
  root: HtmlElement,
  builder: BlockBuilder,
  around: Partial<Pick<Context, 'depth' | 'isInCell'>> = {},
): void {
  const level = {
    isRaised: false,
    isStruck: false,
    isTiny: false,
    isTurned: false,
    isPreformatted: false,
    isInCell: false,
    depth: 0,
  };
  const sheets = readStyleSheets(root);
  const hasFontOfItsOwn = fontsOfTheirOwn(root, sheets);
  walkChildren(root, builder, { ...level, ...around, sheets, lookOf: looksOf(sheets), hasFontOfItsOwn });
}

/** A page written into an attribute of another one is shown in its place. */
function addFrame(frame: HtmlElement, builder: BlockBuilder, { depth, isInCell }: Context): void {
  const root = parsePage(attributeOf(frame, 'srcdoc') ?? '');
  if (depth > DEEPEST) throw new PipelineError('memory-limit', TOO_DEEP);
  if (root) gatherBlocks(root, builder, { depth: depth + 1, isInCell });
}

function walkChildren(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  if (context.depth > DEEPEST) throw new PipelineError('memory-limit', TOO_DEEP);
  addDrawn(element, 'before', builder, context);
  for (const child of element.childNodes) walk(child, builder, context);
  addDrawn(element, 'after', builder, context);
}

function addDrawn(element: HtmlElement, side: Side, builder: BlockBuilder, context: Context): void {
  const { text, isUncertain, isPicture } = drawnContent(element, side, context.sheets);
  if (isPicture) builder.notePicture();
  if (isUncertain) noteUncertain('text-by-style', builder, context);
  // Beside words a sheet writes bars, arrows and other ornaments.
  if (context.isInCell || DIGIT.test(text)) addText(text, builder, context);
}

const DIGIT = /\p{N}/u;
const DIGITS = /\p{N}/gu;
const UNREADABLE = '\ufffd';

/** A cell is doubted; a sentence gets a character that nobody reads for part of a figure. */
function noteUncertain(doubt: MarkupCellDoubt, builder: BlockBuilder, { isInCell }: Context): void {
  if (isInCell) builder.note(doubt);
  else builder.addText(UNREADABLE);
}

const TOO_DEEP = {
  zh: `网页元素嵌套超过 ${DEEPEST} 层，不予读取`,
  en: `elements of the page are nested more than ${DEEPEST} deep; it is not read`,
};

function walk(node: HtmlNode, builder: BlockBuilder, context: Context): void {
  if (node.nodeName === '#text' && 'value' in node) {
    const parent = node.parentNode !== null && 'tagName' in node.parentNode ? node.parentNode : undefined;
    if (DIGIT.test(node.value) && parent && context.hasFontOfItsOwn(parent)) builder.note('font-of-its-own');
    addText(node.value, builder, context);
    return;
  }
  if (!('tagName' in node)) return;
  if (isPicture(node)) builder.notePicture();
  const { visibility } = context.lookOf(node);
  if (isHidden(node) || visibility !== 'shown') builder.noteHidden(textOf(node));
  if (isUnseen(node) || visibility === 'absent' || visibility === 'invisible') return;
  const isOnOwnLines = isBlock(node);
  if (isOnOwnLines) builder.breakLine();
  walkElement(node, builder, { ...insideOf(node, context), depth: context.depth + 1 });
  if (isOnOwnLines) builder.breakLine();
}

function insideOf(element: HtmlElement, context: Context): Context {
  const { tagName } = element;
  const { isRaised, isStruck, isTiny, isTurned } = context.lookOf(element);
  const space = styleOf(element, 'white-space');
  const isPreformatted = /^(?:pre|listing|xmp|plaintext|textarea)$/u.test(tagName) || space.startsWith('pre');
  return {
    ...context,
    isRaised: context.isRaised || isRaised,
    isStruck: context.isStruck || isStruck,
    isTiny: isTiny ?? context.isTiny,
    isTurned: context.isTurned || isTurned,
    isPreformatted: space === 'normal' ? false : context.isPreformatted || isPreformatted,
  };
}

function walkElement(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  switch (element.tagName) {
    case 'br':
      builder.breakLine();
      return;
    case 'input':
      addInput(element, builder, context);
      return;
    case 'select':
      addText(selectText(element), builder, context);
      return;
    case 'table':
      addTable(element, builder, context);
      return;
    case 'iframe':
      addFrame(element, builder, context);
      return;
    case 'template':
      // What stands beside it is shown where the template says so.
      if (element.parentNode && 'tagName' in element.parentNode) builder.noteHidden(textOf(element.parentNode));
      for (const child of shadowOf(element)) walk(child, builder, context);
      return;
    case 'li':
      if (context.isInCell && isNumbered(element) && !/\p{L}/u.test(textOf(element))) builder.noteListNumber();
      walkChildren(element, builder, context);
      return;
    default:
      walkChildren(element, builder, context);
  }
}

/** What is asked for stands in a field until it is filled in, and looks like a figure. */
function addInput(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  const { text, isUncertain } = inputText(element);
  if (isUncertain) builder.note('hidden-text');
  addText(text, builder, context);
}

function addText(text: string, builder: BlockBuilder, context: Context): void {
  const { isRaised, isStruck, isTiny, isTurned, isInCell, isPreformatted } = context;
  // A figure struck out is no figure any more; of words that are, labels are made all the same.
  if (isStruck && builder.noteStruck(text)) return;
  if (isTiny) builder.noteHidden(text);
  const certain = isInCell || !(isTiny || isTurned) ? text : text.replace(DIGITS, UNREADABLE);
  if (!isPreformatted) {
    builder.addText(certain.replace(WHITE_SPACE, ' '), isRaised);
    return;
  }
  for (const [at, line] of certain.split(/\r\n|[\n\r]/u).entries()) {
    if (at > 0) builder.breakLine();
    builder.addText(line, isRaised);
  }
}

/** Where a group of rows is shown: heads above bodies, feet below, wherever they stand in the source. */
const GROUP_ORDER: Readonly<Record<string, number>> = { thead: 0, tbody: 1, tfoot: 2 };

function addTable(table: HtmlElement, builder: BlockBuilder, context: Context): void {
  const parts = shownElements(table, context);
  for (const caption of parts.filter(({ tagName }) => tagName === 'caption')) walk(caption, builder, context);
  const groups = parts
    .filter(({ tagName }) => tagName in GROUP_ORDER)
    .sort((a, b) => (GROUP_ORDER[a.tagName] ?? 1) - (GROUP_ORDER[b.tagName] ?? 1))
    .map((group) =>
      shownElements(group, context)
        .filter(({ tagName }) => tagName === 'tr')
        .map((row) => toRow(row, context)),
    );
  const marked: MarkupTable = { kind: 'table', groups: groups.filter((rows) => rows.length > 0) };
  if (marked.groups.length > 0) builder.addTable(marked);
}

/** Rows and cells that take no room leave no gap: a browser lays the table out without them. */
function shownElements(element: HtmlElement, { lookOf }: Context): readonly HtmlElement[] {
  return element.childNodes.filter(
    (child): child is HtmlElement =>
      'tagName' in child && (!isUnseen(child) || isInvisible(child)) && lookOf(child).visibility !== 'absent',
  );
}

function toRow(row: HtmlElement, context: Context): MarkupTableRow {
  const cells = shownElements(row, context).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const ofRow = cellVisibility(row, context);
  const isMoved = isOutOfPlace(row, context.lookOf);
  return { columnsBefore: 0, cells: cells.map((cell) => toCell(cell, context, { ofRow, isMoved })) };
}

/** Whether what stands in a row or a cell is shown, by its own style or by a sheet. */
function cellVisibility(element: HtmlElement, { lookOf }: Context): Visibility {
  return isInvisible(element) ? 'invisible' : lookOf(element).visibility;
}

interface RowLook {
  readonly ofRow: Visibility;
  /** Styles move its cells. */
  readonly isMoved: boolean;
}

function toCell(cell: HtmlElement, context: Context, { ofRow, isMoved }: RowLook): MarkupTableCell {
  const builder = new BlockBuilder();
  const found = [ofRow, cellVisibility(cell, context)];
  if (found.some((visibility) => visibility !== 'shown')) builder.noteHidden(textOf(cell));
  if (isMoved || isOutOfOrder(cell, context.lookOf)) builder.note('order-by-style');
  const around = { ...context, isRaised: false, isTiny: false, isInCell: true };
  const inside = { ...insideOf(cell, around), depth: context.depth + 1 };
  if (!found.includes('invisible')) walkChildren(cell, builder, inside);
  const { blocks, doubts } = builder.finish();
  return {
    rowSpan: spanOf(cell, 'rowspan', MOST_ROWS, 0),
    columnSpan: spanOf(cell, 'colspan', MOST_COLUMNS, 1),
    blocks,
    doubts: blocks.length === 0 && isFilledByScript(cell) ? [...doubts, 'script-filled'] : doubts,
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
