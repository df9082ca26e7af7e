/**
 * Walks the body of a word processor's document and gathers what is printed of it: paragraphs with the numbers of their
 * lists, tables, text boxes. Tracked insertions are printed, deletions are not, hidden text is not.
 */
import type { MarkupBlock } from '../../model/index.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { beginField, endField, isInCode, type Field } from './fields.js';
import { chosenAlternative, hasPicture, textBoxesOf } from './drawings.js';
import type { ListNumbers } from './list-numbers.js';
import { listPlaceOf, runStyleOf } from './styles.js';
import type { Styles, TextStyle } from './styles.js';
import { tableToMarkup } from './table-to-markup.js';
import { childOf, elementsOf, ownText, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What the walk needs to know of the other parts of a document. */
export interface DocxContext {
  readonly styles: Styles;
  readonly lists: ListNumbers;
  /** Pages of HTML that stand in the document, by the name it gives them. */
  readonly chunks: ReadonlyMap<string, readonly MarkupBlock[]>;
  /** Inside a cell with a ground of its own, on which white letters are seen. */
  readonly isOnGround?: boolean;
}

/** Elements around others that change nothing of what is printed: insertions, content controls, links, fields, tags. */
const TRANSPARENT = new Set(
  (
    'w:ins w:moveTo w:sdt w:sdtContent w:customXml w:smartTag w:hyperlink w:fldSimple w:dir w:bdo w:ruby w:rubyBase ' +
    'm:oMathPara m:oMath m:r m:f m:num m:e m:sSup m:sSub m:d m:rad m:deg m:box m:nary'
  ).split(' '),
);

/** Gathers the blocks of an element's content. */
export function gatherDocx(element: XmlElement, builder: BlockBuilder, context: DocxContext): void {
  for (const child of elementsOf(element)) {
    switch (child.name) {
      case 'w:p':
        addParagraph(child, builder, context);
        break;
      case 'w:tbl':
        builder.addTable(tableToMarkup(child, (cell) => cellContent(cell, context)));
        break;
      case 'w:altChunk':
        builder.addBlocks(context.chunks.get(child.attributes.get('id') ?? '') ?? []);
        break;
      case 'mc:AlternateContent':
        gatherDocx(chosenAlternative(child), builder, context);
        break;
      default:
        if (TRANSPARENT.has(child.name)) gatherDocx(child, builder, context);
    }
  }
}

function cellContent(cell: XmlElement, context: DocxContext): ReturnType<BlockBuilder['finish']> {
  const builder = new BlockBuilder();
  const ground = childOf(childOf(cell, 'w:tcPr'), 'w:shd');
  gatherDocx(cell, builder, ground ? { ...context, isOnGround: true } : context);
  return builder.finish();
}

function addParagraph(paragraph: XmlElement, builder: BlockBuilder, context: DocxContext): void {
  const properties = childOf(paragraph, 'w:pPr');
  const style = context.styles.get(valueOf(properties, 'w:pStyle') ?? '') ?? {};
  const list = listPlaceOf(properties) ?? style.list;
  const number = list ? context.lists.next(list) : '';
  builder.addText(number);
  const boxed: MarkupBlock[] = [];
  walkInline(paragraph, { builder, context, style, boxed, isRaised: false, fields: [] });
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
    else if (child.name === 'm:t') inline.builder.addText(ownText(child), inline.isRaised);
    else if (child.name === 'm:sup' || child.name === 'm:sub') walkInline(child, { ...inline, isRaised: true });
    else if (child.name === 'm:den') walkDenominator(child, inline);
    else if (child.name === 'mc:AlternateContent') walkInline(chosenAlternative(child), inline);
    else if (TRANSPARENT.has(child.name)) walkInline(child, isReversing(child) ? reversed(inline) : inline);
  }
}

/** An override of the direction, from right to left. */
function isReversing({ name, attributes }: XmlElement): boolean {
  return name === 'w:bdo' && attributes.get('val') === 'rtl';
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
  const named = inline.context.styles.get(valueOf(properties, 'w:rStyle') ?? '') ?? {};
  const style = { ...inline.style, ...named, ...runStyleOf(properties) };
  if (style.isHidden !== true) walkRun(run, { ...inline, style });
  else for (const child of elementsOf(run)) if (child.name === 'w:fldChar') markField(child, inline);
}

function addText(text: string, { builder, context, style, fields, isRaised }: Inline): void {
  if (isInCode(fields)) return;
  if (style.isStruck === true && builder.noteStruck(text)) return;
  if (style.isConcealed === true && context.isOnGround !== true) builder.noteHidden(text);
  if (style.isDisordered === true && /\p{N}/u.test(text)) builder.note('order-by-style');
  if (style.isOfSymbols === true && /\p{N}/u.test(text)) builder.note('font-of-its-own');
  builder.addText(text, isRaised || style.isRaised === true);
}

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
    if (isUnknown) builder.noteHidden(field.code);
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
};

function walkRun(run: XmlElement, inline: Inline): void {
  const { builder, context, boxed } = inline;
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
      case 'w:object': {
        const boxes = textBoxesOf(child);
        for (const box of boxes) boxed.push(...cellContent(box, context).blocks);
        if (boxes.length === 0 && hasPicture(child)) builder.notePicture();
        break;
      }
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
