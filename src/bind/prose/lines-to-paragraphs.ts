/**
 * Puts the lines of a document together to paragraphs. A page breaks sentences anywhere: page numbers, running heads and
 * tables may stand between two halves of one.
 */
import { endsWithBar, isCentredIn } from '../../model/index.js';
import type { Bbox, Table, TextLine } from '../../model/index.js';
import { maskText, type ProseText, toProseText } from './prose-text.js';

/** A paragraph and where its lines stand in its raw text. */
export interface Paragraph extends ProseText {
  readonly lines: readonly PlacedLine[];
  /** The normalised text of the paragraph before: the heading, where that is one; empty for the first. */
  readonly before: string;
}

/** A line of a paragraph. */
export interface PlacedLine {
  readonly line: TextLine;
  /** First place in the raw text. */
  readonly start: number;
  /** Behind the last place in the raw text. */
  readonly end: number;
}

/** A line that ends before this share of the text's width is the last of its paragraph. */
const FULL_LINE_SHARE = 0.7;
/** A line that begins this many times its size right of the one above begins a paragraph; two are usual. */
const INDENT = 1.4;
/** Lines of one paragraph differ in size by less than this many points. */
const SAME_SIZE = 1;
/** Without places, a shorter line that ends without a mark is a heading. */
const SHORTEST_OPEN_LINE = 15;
/** A paragraph longer than this, in signs, is cut at the next end of a sentence: no pattern reaches so far. */
const LONGEST_PARAGRAPH = 4000;

const CLOSED = /[。！？!?]["”』」）)]?$/u;
const OPEN = /[,，、(（;；]$/u;
const ENDS_CLAUSE = /[:：;；]$/u;

/** How paragraphs are told apart. */
export interface ParagraphRules {
  readonly masks: readonly RegExp[];
  readonly paragraphStarts: readonly RegExp[];
}

/**
 * The paragraphs of a document in reading order; lines of figures without a sentence are left out.
 *
 * @param tables those that the form was found in: lines within one that no rules draw are its cells
 */
export function linesToParagraphs(
  lines: readonly TextLine[],
  tables: readonly Table[],
  rules: ParagraphRules,
): readonly Paragraph[] {
  const boxes = readingBoxes(lines);
  const rights = rightEdges(lines, boxes);
  const paragraphs: Paragraph[] = [];
  let open: TextLine[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length > 0) paragraphs.push(toParagraph(open, rules.masks, paragraphs.at(-1)?.text ?? ''));
    open = [];
    length = 0;
  };
  for (const line of lines) {
    if (line.isFurniture === true) continue;
    if (isCell(line.text) || isRowOfFigures(line.text) || tables.some((table) => isWithin(line, table))) {
      close();
      continue;
    }
    const last = open.at(-1);
    const isTooLong = length > LONGEST_PARAGRAPH && last !== undefined && CLOSED.test(last.text);
    if (last !== undefined && (isTooLong || beginsParagraph(line, last, { boxes, edges: rights, ...rules }))) close();
    open.push(line);
    length += line.text.length;
  }
  close();
  return paragraphs;
}

type Boxes = ReadonlyMap<TextLine, Bbox>;

/** The boxes of lines as they are read: on a page whose text is drawn sideways, lines run up or down. */
function readingBoxes(lines: readonly TextLine[]): Boxes {
  const placed = lines.flatMap((line) => (line.box ? [{ line, box: line.box }] : []));
  const isUpright = ({ line, box }: { line: TextLine; box: Bbox }): boolean =>
    line.text.length < 2 || box.x1 - box.x0 > box.bottom - box.top;
  const turned = placed.filter((each) => !isUpright(each));
  const boxes = new Map(placed.map(({ line, box }) => [line, box]));
  for (const pageNumber of new Set(turned.map(({ line }) => line.pageNumber))) {
    const own = placed.filter(({ line }) => line.pageNumber === pageNumber);
    if (own.filter(isUpright).length > own.length / 2) continue;
    const [first, last] = [own[0]?.box, own.at(-1)?.box];
    // Lines that follow one another to the right run up the page.
    const runsUp = (last?.x0 ?? 0) > (first?.x0 ?? 0);
    for (const { line, box } of own) {
      const [x0, x1] = runsUp ? [-box.bottom, -box.top] : [box.top, box.bottom];
      boxes.set(line, { x0, x1, top: runsUp ? box.x0 : -box.x1, bottom: runsUp ? box.x1 : -box.x0 });
    }
  }
  return boxes;
}

/** The right edge of the text of each page and its width. */
function rightEdges(lines: readonly TextLine[], boxes: Boxes): ReadonlyMap<number, { left: number; right: number }> {
  const edges = new Map<number, { left: number; right: number }>();
  for (const line of lines) {
    const { pageNumber, isFurniture } = line;
    const box = boxes.get(line);
    if (!box || isFurniture === true) continue;
    const { left, right } = edges.get(pageNumber) ?? { left: Infinity, right: -Infinity };
    edges.set(pageNumber, { left: Math.min(left, box.x0), right: Math.max(right, box.x1) });
  }
  return edges;
}

function beginsParagraph(
  line: TextLine,
  last: TextLine,
  {
    boxes,
    edges,
    paragraphStarts,
  }: Pick<ParagraphRules, 'paragraphStarts'> & {
    readonly boxes: Boxes;
    readonly edges: ReadonlyMap<number, { left: number; right: number }>;
  },
): boolean {
  const { text } = toProseText(line.text);
  const [here, above] = [boxes.get(line), boxes.get(last)];
  if (paragraphStarts.some((start) => start.test(text))) return true;
  const isTableBetween = line.tablesBefore !== last.tablesBefore;
  if (isTableBetween && (CLOSED.test(last.text) || ENDS_CLAUSE.test(last.text))) return true;
  if (here === undefined || above === undefined) {
    if (CLOSED.test(last.text)) return true;
    return !OPEN.test(last.text) && last.text.length < SHORTEST_OPEN_LINE;
  }
  if (Math.abs((line.fontSize ?? 0) - (last.fontSize ?? 0)) >= SAME_SIZE) return true;
  const isSamePage = line.pageNumber === last.pageNumber;
  if (isSamePage && here.x0 - above.x0 > INDENT * (line.fontSize ?? 0)) return true;
  const edge = edges.get(last.pageNumber);
  if (edge === undefined || OPEN.test(last.text)) return false;
  return above.x1 < edge.left + FULL_LINE_SHARE * (edge.right - edge.left);
}

/** Lines between the rules of a ruled table are in none of its cells, and may be anything. */
function isWithin({ pageNumber, box: line }: TextLine, { geometry, parts }: Table): boolean {
  if (geometry !== 'aligned' || !line) return false;
  return parts.some((part) => part.pageNumber === pageNumber && isCentredIn(line, part.box));
}

/** `结果维持 |`, `0 |`: cells that a page's text keeps apart by bars, one a line. */
function isCell(text: string): boolean {
  return endsWithBar(text) && !/[。，；]/u.test(text);
}

/** A row of a table that was not taken for one: figures side by side, and no mark of a sentence. */
function isRowOfFigures(text: string): boolean {
  if (!/\p{N}/u.test(text) || /[。，；,;]/u.test(text)) return false;
  const isFigure = text.split(' ').map((word) => ROW_FIGURE.test(word.normalize('NFKC')));
  // Within a sentence its unit or the next words follow a figure: `部分公开 0 件、无法提供 0 件、`.
  const isSideBySide = isFigure.some((is, at) => is && isFigure[at + 1] !== false);
  return isSideBySide && isFigure.filter(Boolean).length >= 2;
}

/** A figure of a row, with its unit where the cells print one. */
const ROW_FIGURE = /^[\d.%/—-]+\p{Script=Han}{0,2}$/u;

function toParagraph(lines: readonly TextLine[], masks: readonly RegExp[], before: string): Paragraph {
  let raw = '';
  const placed: PlacedLine[] = [];
  for (const line of lines) {
    const text = line.baseText ?? line.text;
    if (raw !== '' && !isSeamless(raw, text)) raw += ' ';
    placed.push({ line, start: raw.length, end: raw.length + text.length });
    raw += text;
  }
  return { ...maskText(toProseText(raw), masks), lines: placed, before };
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’（）—]/u;

/** A wrapped Chinese text has no space where it breaks. */
function isSeamless(before: string, after: string): boolean {
  return CJK.test(before.at(-1) ?? '') || CJK.test(after.at(0) ?? '');
}
