/** Walks a parsed page and gathers what a reader sees of it: text by lines, tables by rows and cells. */
import { UNREADABLE, withoutDigits } from '../../model/index.js';
import type { MarkupCellDoubt } from '../../model/index.js';
import type { BlockBuilder } from '../markup/block-builder.js';
import { assertDepth, contextOf, insideOf, type Context } from './context.js';
import { drawnContent } from './drawn-content.js';
import { isDrawnElsewhere } from './drawn-elsewhere.js';
import { inputText, isNumbered, selectText } from './form-fields.js';
import { allElements, isBlock, isHidden, isInLine, isPicture, isUnseen, shadowOf, textOf } from './html-elements.js';
import type { HtmlElement, HtmlNode } from './html-elements.js';
import { tableOf } from './html-tables.js';
import { isUnseenInk } from './ink.js';
import type { Side } from './sheet-rules.js';
import type { OpenedPage } from './open-page.js';
import { writesInPlace } from './scripted-elements.js';
import { isPieceByClass, isSeenByTurns, mayBeNote } from './unlike-neighbours.js';

/** White space that HTML collapses; a no-break space is none of it. */
const WHITE_SPACE = /[\t\n\f\r ]+/gu;
const DIGIT = /\p{N}/u;
/** What a figure is written with. */
const FIGURE_SIGN = /[\p{N}〇.,\-−+]/u;
/** Elements in whose place another page is shown. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame']);

/** Gathers what is shown of a page; `around` says where it is a frame of another one. */
export function gatherBlocks(
  page: OpenedPage,
  builder: BlockBuilder,
  around: Partial<Pick<Context, 'depth' | 'isInCell'>> = {},
): void {
  walkChildren(page.root, builder, { ...contextOf(page), ...around });
  builder.breakLine();
}

function walkChildren(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  assertDepth(context);
  addDrawn(element, 'before', builder, context);
  for (const child of element.childNodes) walk(child, builder, context);
  addDrawn(element, 'after', builder, context);
}

function addDrawn(element: HtmlElement, side: Side, builder: BlockBuilder, context: Context): void {
  const { text, isUncertain, isPicture } = drawnContent(element, side, context.sheets);
  if (isPicture) addPicture(builder, context);
  if (isUncertain) noteUncertain('text-by-style', builder, context);
  // Beside words a sheet writes bars, arrows and other ornaments.
  if (context.isInCell || DIGIT.test(text)) addText(text, builder, context);
}

/** A cell is doubted; a sentence gets a character that nobody reads for part of a figure. */
function noteUncertain(doubt: MarkupCellDoubt, builder: BlockBuilder, { isInCell }: Context): void {
  builder.note(doubt);
  if (!isInCell) builder.addText(UNREADABLE);
}

function addPicture(builder: BlockBuilder, { isInCell }: Context, isRead = false): void {
  builder.notePicture();
  if (!isRead) builder.addGap(isInCell);
}

function walk(node: HtmlNode, builder: BlockBuilder, context: Context): void {
  if (node.nodeName === '#text' && 'value' in node) {
    const parent = node.parentNode !== null && 'tagName' in node.parentNode ? node.parentNode : undefined;
    const doubt = DIGIT.test(node.value) && parent !== undefined ? context.fontDoubtOf(parent) : undefined;
    if (doubt !== undefined) builder.noteInLine(doubt);
    addText(node.value, builder, context);
    return;
  }
  if (!('tagName' in node)) return;
  if (isPicture(node)) addPicture(builder, context, holdsDrawnFigure(node));
  else if (isDrawnElsewhere(node, context)) addPicture(builder, context);
  const framed = FRAMES.has(node.tagName) && !isHidden(node) ? context.frameOf(node) : undefined;
  if (framed) gatherBlocks(framed, builder, { depth: context.depth + 1, isInCell: context.isInCell });
  else if (isLeftOut(node, context)) addLeftOut(node, builder, context);
  else addShown(node, builder, context);
}

/** Whether a drawing holds a figure as text, which is read. */
function holdsDrawnFigure(picture: HtmlElement): boolean {
  if (picture.tagName !== 'svg') return false;
  return allElements(picture).some((element) => element.tagName === 'text' && DIGIT.test(textOf(element)));
}

function isLeftOut(element: HtmlElement, { lookOf, isLifted }: Context): boolean {
  if (isLifted(element)) return false;
  return isUnseen(element) || /^(?:absent|invisible)$/u.test(lookOf(element).visibility);
}

/** What is there for browsers without scripts is kept as it is written. */
const TAGS = /<[^<>]*>/gu;

/** Of what is not shown it matters whether a script may show it, or write a figure in its place. */
function addLeftOut(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  const text = textOf(element);
  const isSwitchedOff = isHidden(element) || context.lookOf(element).visibility !== 'shown';
  if (isSwitchedOff || element.tagName === 'noscript') builder.noteHidden(text.replace(TAGS, ''));
  if (isSwitchedOff && !context.isInCell && DIGIT.test(text) && isInLine(element)) builder.addGap(false);
  if (!writesInPlace(element)) return;
  builder.note('script-filled');
  builder.addGap(context.isInCell);
}

function addShown(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  const isOnOwnLines = isBlock(element);
  if (isOnOwnLines) builder.breakLine();
  const inside = insideOf(element, context);
  const isSure = context.lookOf(element).visibility === 'shown';
  // What is raised is told from the figure as it is.
  const isRaised = (): boolean => inside.isRaised || allElements(element).some((each) => context.lookOf(each).isRaised);
  if (mayBeNote(element) && !isRaised()) builder.addGap(false);
  const isByTurns = isSeenByTurns(element);
  // A sentence as a whole is doubted, digits within one are left out.
  if (!isSure || isByTurns) builder.noteHidden(textOf(element), isOnOwnLines || context.isInCell);
  if (isPieceByClass(element, context.sheets.hasOthers)) builder.noteInLine('order-by-style');
  const isWritten = context.isScripted(element) && isInLine(element);
  if (isWritten) addScripted(element, builder, context);
  walkElement(element, builder, isWritten || isByTurns ? { ...inside, isUnsure: true } : inside);
  if (isOnOwnLines) builder.breakLine();
}

/** What a script writes into an element that holds a figure, or nothing yet. */
function addScripted(element: HtmlElement, builder: BlockBuilder, { isInCell }: Context): void {
  const text = textOf(element);
  if (DIGIT.test(text) && isInCell) builder.noteInLine('script-filled');
  else if (text.trim() === '') builder.addGap(isInCell);
}

function walkElement(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  switch (element.tagName) {
    case 'br':
      builder.breakLine();
      return;
    case 'input':
      addField(inputText(element), builder, context);
      return;
    case 'select':
      addField(selectText(element), builder, context);
      return;
    case 'table':
      addTable(element, builder, context);
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
    case 'mfrac':
    case 'msup':
    case 'msub':
      addFormula(element, builder, context);
      return;
    default:
      walkChildren(element, builder, context);
  }
}

/** A fraction's parts stand over one another; what is raised is no digit of what is below. */
function addFormula(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  const parts = element.childNodes.filter((child) => 'tagName' in child);
  const isFraction = element.tagName === 'mfrac';
  for (const [at, part] of parts.entries()) {
    if (at > 0 && isFraction) addText('/', builder, context);
    walk(part, builder, { ...context, isRaised: context.isRaised || (at > 0 && !isFraction) });
  }
}

/** What is asked for stands in a field until it is filled in, and looks like a figure. */
function addField(
  { text, isUncertain }: { readonly text: string; readonly isUncertain: boolean },
  builder: BlockBuilder,
  context: Context,
): void {
  if (isUncertain) noteUncertain('hidden-text', builder, context);
  addText(text, builder, context);
}

function addText(text: string, builder: BlockBuilder, context: Context): void {
  const { isRaised, isStruck, isTiny, isTurned, isDisplaced, isUnsure, isInCell, isPreformatted } = context;
  // A figure struck out is no figure any more; of words that are, labels are made all the same.
  if (isStruck && builder.noteStruck(text)) return;
  const isUnseen = isTiny || (DIGIT.test(text) && isUnseenInk(context.ink));
  if (isUnseen) builder.noteHidden(text, isInCell);
  if (isDisplaced && FIGURE_SIGN.test(text)) builder.noteInLine('order-by-style', !isInCell);
  // The cell of a table that only places things holds sentences.
  if (isInCell && isTurned && DIGIT.test(text)) builder.noteInLine('order-by-style', false);
  const isCertain = isInCell || !(isUnseen || isTurned || isUnsure);
  const certain = isCertain ? text : withoutDigits(text);
  if (!isPreformatted) {
    builder.addText(certain.replace(WHITE_SPACE, ' '), isRaised);
    return;
  }
  for (const [at, line] of certain.split(/\r\n|[\n\r]/u).entries()) {
    if (at > 0) builder.breakLine();
    builder.addText(line, isRaised);
  }
}

function addTable(element: HtmlElement, builder: BlockBuilder, context: Context): void {
  const { captions, table } = tableOf(element, context, walkChildren);
  for (const caption of captions) walk(caption, builder, context);
  if (table) builder.addTable(table);
}
