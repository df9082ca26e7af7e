/**
 * Walks the body of a word processor's document and gathers what is printed of it: paragraphs with the numbers of their
 * lists, tables, text boxes. Tracked insertions are printed, deletions are not, hidden text is not.
 */
import { withoutDigits } from '../../model/index.js';
import type { MarkupBlock, MarkupCellDoubt } from '../../model/index.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { beginField, endField, fieldAround, isInCode, mayShowOther, type Field } from './fields.js';
import { controlDoubt } from './controls.js';
import { chosenAlternative, hasPicture, isInLine, textBoxesOf } from './drawings.js';
import type { FontDoubtOf } from './embedded-fonts.js';
import { groundOf, isOfGround } from './ink.js';
import type { ListNumbers } from './list-numbers.js';
import { listPlaceOf, runStyleOf } from './styles.js';
import type { Styles, TextStyle } from './styles.js';
import { tableToMarkup } from './table-to-markup.js';
import { allText, childOf, elementsOf, ownText, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What the walk needs to know of the other parts of a document. */
export interface DocxContext {
  readonly styles: Styles;
  readonly lists: ListNumbers;
  /** Pages of HTML that stand in the document, by the name it gives them. */
  readonly chunks: ReadonlyMap<string, readonly MarkupBlock[]>;
  /** The colour of the cell or the paragraph around, if it has one of its own. */
  readonly ground?: string;
  readonly isInCell?: boolean;
  /** What the table around says of its text. */
  readonly ofTable?: TextStyle;
  /** What is to be said of digits by their fonts; absent where the document brings none along. */
  readonly fontDoubt?: FontDoubtOf;
  /** Why what is in a control around paragraphs may not be what is shown. */
  readonly doubt?: MarkupCellDoubt;
}

/** Elements around others that change nothing of what is printed: insertions, content controls, links, fields, tags. */
const TRANSPARENT = new Set(
  'w:ins w:moveTo w:sdt w:sdtContent w:customXml w:smartTag w:hyperlink w:fldSimple w:dir w:bdo w:ruby w:rubyBase'.split(
    ' ',
  ),
);

/** Formulas are made of parts within parts; their properties hold no text. */
function isTransparent({ name }: XmlElement): boolean {
  return TRANSPARENT.has(name) || (name.startsWith('m:') && !name.endsWith('Pr'));
}

/** Gathers the blocks of an element's content. */
export function gatherDocx(element: XmlElement, builder: BlockBuilder, context: DocxContext): void {
  for (const child of elementsOf(element)) {
    switch (child.name) {
      case 'w:p':
        addParagraph(child, builder, context);
        break;
      case 'w:tbl':
        builder.addTable(tableToMarkup(child, (cell) => cellContent(cell, inTable(child, context))));
        break;
      case 'w:altChunk':
        builder.addBlocks(context.chunks.get(child.attributes.get('id') ?? '') ?? []);
        break;
      case 'mc:AlternateContent':
        gatherDocx(chosenAlternative(child), builder, context);
        break;
      default:
        if (isTransparent(child)) gatherControlled(child, builder, context);
    }
  }
}

/** A control around whole paragraphs, or any other element that changes nothing. */
function gatherControlled(element: XmlElement, builder: BlockBuilder, context: DocxContext): void {
  const doubt = controlDoubt(element);
  if (doubt === undefined || !DIGIT.test(allText(element))) {
    gatherDocx(element, builder, context);
    return;
  }
  builder.note(doubt);
  gatherDocx(element, builder, { ...context, doubt });
}

/** A table's style may set its letters off from a ground that it draws itself: their colour says nothing here. */
function inTable(table: XmlElement, context: DocxContext): DocxContext {
  const { ofAll, named } = context.styles;
  const style = named(valueOf(childOf(table, 'w:tblPr'), 'w:tblStyle'));
  return { ...context, ofTable: { ...style, letters: ofAll.letters } };
}

function cellContent(cell: XmlElement, context: DocxContext): ReturnType<BlockBuilder['finish']> {
  const builder = new BlockBuilder();
  const ground = groundOf(childOf(cell, 'w:tcPr'));
  gatherDocx(cell, builder, { ...context, isInCell: true, ...(ground !== undefined && { ground }) });
  return builder.finish();
}

function addParagraph(paragraph: XmlElement, builder: BlockBuilder, context: DocxContext): void {
  const properties = childOf(paragraph, 'w:pPr');
  const { styles, ofTable } = context;
  const style = { ...styles.ofAll, ...ofTable, ...styles.ofParagraph(valueOf(properties, 'w:pStyle')) };
  const list = listPlaceOf(properties) ?? style.list;
  const number = list ? context.lists.next(list) : '';
  builder.addText(number);
  const boxed: MarkupBlock[] = [];
  const ground = groundOf(properties);
  const own = ground === undefined ? context : { ...context, ground };
  walkInline(paragraph, { builder, context: own, style, boxed, isRaised: false, fields: [] });
  if (number !== '' && !/\p{L}/u.test(builder.line.slice(number.length))) builder.noteListNumber();
  // Where the mark at its end was deleted, a paragraph runs on into the next.
  const isJoined = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined;
  if (!isJoined || boxed.length > 0) builder.breakLine();
  builder.addBlocks(boxed);
}

interface Inline {
  readonly builder: BlockBuilder;
  readonly context: DocxContext;
  /** Of the paragraph, or of the run within it. */
  readonly style: TextStyle;
  /** Text boxes anchored in the paragraph; they follow it. Added to in place. */
  readonly boxed: MarkupBlock[];
  /** Above or below the line, in a formula. */
  readonly isRaised: boolean;
  /** The fields that are open, outermost first. Changed in place. */
  readonly fields: Field[];
}

function walkInline(element: XmlElement, inline: Inline): void {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:r') addRun(child, inline);
    else if (child.name === 'm:t') addText(ownText(child), inline);
    else if (RAISED.has(child.name)) walkInline(child, { ...inline, isRaised: true });
    else if (child.name === 'm:den') walkDenominator(child, inline);
    else if (child.name === 'm:phant') inline.builder.noteHidden(allText(child), true);
    else if (child.name === 'mc:AlternateContent') walkInline(chosenAlternative(child), inline);
    // Another document, whose text stands here.
    else if (child.name === 'w:subDoc') inline.builder.notePicture();
    else if (child.name === 'w:sdt') walkControl(child, inline);
    else if (child.name === 'w:fldSimple')
      walkInline(child, { ...inline, fields: [...inline.fields, fieldAround(child)] });
    else if (isTransparent(child)) walkInline(child, isReversing(child) ? reversed(inline) : inline);
  }
}

/** Parts of formulas above or below the line. */
const RAISED: ReadonlySet<string> = new Set(['m:sup', 'm:sub', 'm:lim']);

/** An override of the direction, from right to left. */
function isReversing({ name, attributes }: XmlElement): boolean {
  return /^w:(?:bdo|dir)$/u.test(name) && attributes.get('val') === 'rtl';
}

/** What a control shows may be what is asked for, or be fetched from another part when the document is opened. */
function walkControl(control: XmlElement, inline: Inline): void {
  const doubt = controlDoubt(control);
  if (doubt !== undefined && /\p{N}/u.test(allText(control))) inline.builder.noteInLine(doubt);
  walkInline(control, inline);
}

function reversed(inline: Inline): Inline {
  return { ...inline, style: { ...inline.style, isDisordered: true } };
}

function walkDenominator(element: XmlElement, inline: Inline): void {
  inline.builder.addText('/');
  walkInline(element, inline);
}

function addRun(run: XmlElement, inline: Inline): void {
  const properties = childOf(run, 'w:rPr');
  const named = inline.context.styles.named(valueOf(properties, 'w:rStyle'));
  const style = { ...inline.style, ...named, ...runStyleOf(properties) };
  if (style.isHidden !== true) walkRun(run, { ...inline, style });
  else for (const child of elementsOf(run)) if (child.name === 'w:fldChar') markField(child, inline);
}

function addText(text: string, { builder, context, style, fields, isRaised }: Inline): void {
  if (isInCode(fields)) return;
  if (style.isStruck === true && builder.noteStruck(text)) return;
  const isUnseen = style.isTiny === true || isOfGround(style.letters, style.ground ?? context.ground);
  if (isUnseen) builder.noteHidden(text, context.isInCell);
  if (context.doubt !== undefined && DIGIT.test(text)) builder.noteInLine(context.doubt);
  if (fields.some(mayShowOther) && DIGIT.test(text)) builder.noteInLine('script-filled');
  if (style.isDisordered === true && DIGIT.test(text)) builder.noteInLine('order-by-style');
  const fontDoubt = style.isOfSymbols === true ? 'font-of-its-own' : context.fontDoubt?.(text, style);
  if (fontDoubt !== undefined && DIGIT.test(text)) builder.noteInLine(fontDoubt);
  const isCertain = !isUnseen || context.isInCell === true;
  builder.addText(isCertain ? text : withoutDigits(text), isRaised || style.isRaised === true);
}

const DIGIT = /\p{N}/u;

/** The marks between the parts of a field; ends without a beginning belong to a paragraph further up. */
function markField(mark: XmlElement, inline: Inline): void {
  const { fields, builder } = inline;
  const type = mark.attributes.get('fldCharType');
  const field = fields.at(-1);
  if (type === 'begin') fields.push(beginField(mark));
  else if (type === 'separate' && field) field.isInCode = false;
  else if (type === 'end' && field) {
    fields.pop();
    const { text, isUnknown } = endField(field);
    if (isUnknown) {
      builder.noteHidden(field.code, true);
      builder.addGap(inline.context.isInCell === true);
    }
    addText(text, inline);
  }
}

/** What stands for itself in a run, and what is printed for it. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:noBreakHyphen': '-',
  // A character of a font of symbols: only the font knows what it looks like.
  'w:sym': '\ufffd',
  // Numbers of pages and days, as they are when the document is opened.
  'w:pgNum': '\ufffd',
  'w:dayShort': '\ufffd',
  'w:dayLong': '\ufffd',
  'w:monthShort': '\ufffd',
  'w:monthLong': '\ufffd',
  'w:yearShort': '\ufffd',
  'w:yearLong': '\ufffd',
};

/** Text boxes follow the paragraph; what stands in its line, and is not read there, may be part of a figure. */
function addDrawing(drawing: XmlElement, { builder, context, boxed }: Inline): void {
  const boxes = textBoxesOf(drawing);
  for (const box of boxes) boxed.push(...cellContent(box, context).blocks);
  const isShown = boxes.length > 0 || hasPicture(drawing);
  if (isShown && boxes.length === 0) builder.notePicture();
  if (isShown && isInLine(drawing)) builder.addGap(context.isInCell === true);
}

function walkRun(run: XmlElement, around: Inline): void {
  const { builder } = around;
  // The mark of a note that its writer has chosen.
  const isMark = elementsOf(run).some(({ attributes }) => attributes.has('customMarkFollows'));
  const inline = isMark ? { ...around, isRaised: true } : around;
  for (const child of elementsOf(run)) {
    switch (child.name) {
      case 'w:t':
        addText(ownText(child), inline);
        break;
      case 'w:fldChar':
        markField(child, inline);
        break;
      case 'w:instrText': {
        const field = inline.fields.at(-1);
        if (field) field.code += ownText(child);
        break;
      }
      case 'w:br':
      case 'w:cr':
        builder.breakLine();
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        addDrawing(child, inline);
        break;
      case 'w:ruby':
        walkInline(child, inline);
        break;
      case 'mc:AlternateContent':
        walkRun(chosenAlternative(child), inline);
        break;
      default:
        addText(SIGNS[child.name] ?? '', inline);
    }
  }
}
