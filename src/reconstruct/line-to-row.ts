/** Tells what a line of a text dump is, and cuts it into cells. */
import { NOTE_MARKS, textsBetweenBars } from '../model/index.js';

/** A line of a dump. */
export interface TextRow {
  /**
   * `row`: has separators or ends in figures; `long-row`: so many of them that it is a table by itself. `piece`: short, may belong to a header or a wrapped label. `text`: a
   * sentence or a heading. `noise`: a page number or a Markdown rule inside a table, no row.
   */
  readonly kind: 'row' | 'long-row' | 'piece' | 'text' | 'empty' | 'noise';
  /** White space collapsed. */
  readonly text: string;
  /** The line's cells; empty where it has none. */
  readonly cells: readonly string[];
  /** True where the separators show blank cells too (tabs, bars), false where gaps do not. */
  readonly hasExplicitBlanks: boolean;
}

/** A wrapped piece of a label or of a header is no longer than this; a sentence mostly is. */
export const LONGEST_PIECE = 48;
/** A row without tabs or bars is no longer than this. */
const LONGEST_SPACED_ROW = 160;

/** `|---|---|`: a single dash in a cell is a mark of its own. */
const TABLE_RULE = /^[\s|:+┼┬┴├┤│=─━═-]*[-=─━═]{2}[\s|:+┼┬┴├┤│=─━═-]*$/u;
/** `- 3 -`, `第 3 页`: a mark on both sides, since `-2` is a figure. */
export const MARKED_PAGE_NUMBER = /^(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页.*)$/u;
/** How a section's heading begins; so do two rows of table three. */
export const HEADING = /^[一二三四五六七八九十]+、/u;
/** Marks that end a sentence: no label holds one. */
export const SENTENCE = /[。！？；]/u;
const FIGURE = /^[+\-−－]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?(?:件|条|项|万元|元)?$/u;
/** What a cell without digits may print between others. */
const BLANK_MARK = /^(?:[-—–/／〇零]|无|不适用)$/u;

/** No row of a table is longer, in characters; looking for cells in a longer line takes time for nothing. */
const LONGEST_ROW = 2_000;

/** Tells what a line is. */
export function lineToRow(line: string): TextRow {
  const text = collapse(line);
  if (line.length > LONGEST_ROW) return { kind: 'text', text, cells: [], hasExplicitBlanks: false };
  const plain = (kind: TextRow['kind']): TextRow => ({
    kind,
    text,
    cells: kind === 'piece' ? [text] : [],
    hasExplicitBlanks: false,
  });
  if (text === '') return plain('empty');
  if (TABLE_RULE.test(line) || MARKED_PAGE_NUMBER.test(text)) return plain('noise');
  // A tab before a lone text only indents it.
  if (/\S.*\t|\t.*\S.*\t/u.test(line)) {
    const tabbed = line.split('\t').map(collapse);
    return { kind: rowKind(tabbed), text, cells: tabbed, hasExplicitBlanks: true };
  }
  const barred = textsBetweenBars(line).map(collapse);
  if (barred.length > 2 || (barred.length === 2 && (barred.some(isValue) || barred.every(isShortWording)))) {
    return { kind: rowKind(barred), text, cells: barred, hasExplicitBlanks: true };
  }
  const cells = text.length <= LONGEST_SPACED_ROW ? splitAtGaps(line) : [text];
  if (isRow(cells)) return { kind: rowKind(cells), text, cells, hasExplicitBlanks: false };
  const isHeading = HEADING.test(text) && text.length > 5 && !/\d$/u.test(text);
  return plain(text.length > LONGEST_PIECE || SENTENCE.test(text) || isHeading ? 'text' : 'piece');
}

/** A row of so many figures is a table by itself. */
const LONG_ROW = 10;

/** Whether a row is long, by its figures. */
export function rowKind(cells: readonly string[]): 'row' | 'long-row' {
  return cells.filter(isValue).length >= LONG_ROW ? 'long-row' : 'row';
}

/** The wording of a column, not half of a sentence. */
function isShortWording(text: string): boolean {
  return text !== '' && text.length <= LONGEST_HEADER_WORD && !SENTENCE.test(text);
}

/** Cuts at wide gaps, then single figures off the end of a label (`label 1 0 2`). */
function splitAtGaps(line: string): readonly string[] {
  return line
    .trim()
    .split(/\s{2,}|\u3000+/u)
    .flatMap((part) => {
      const words = part.trim().split(/\s+/u);
      if (words.every((word) => !/\d/u.test(word)) && words.every((word) => word.length <= LONGEST_HEADER_WORD))
        return words;
      let end = words.length;
      while (end > 0 && isValue(words[end - 1] ?? '')) end--;
      const label = words.slice(0, end).join(' ');
      return label === '' ? words : [label, ...words.slice(end)];
    });
}

/** A column's wording is no longer than this; longer words side by side are prose set with gaps. */
export const LONGEST_HEADER_WORD = 16;

/** True for a figure, or a mark that stands in place of one. */
export function isValue(word: string): boolean {
  return FIGURE.test(word.replace(NOTE_MARKS, '').trim()) || BLANK_MARK.test(word);
}

/** Figures at the end, or several short words side by side. */
function isRow(cells: readonly string[]): boolean {
  if (cells.length < 2) return false;
  // A heading with a page number, in a table of contents.
  if (cells.length === 2 && HEADING.test(cells[0] ?? '')) return false;
  if (isValue(cells.at(-1) ?? '')) return !SENTENCE.test(cells[0] ?? '');
  return (
    cells.every((cell) => cell.length <= LONGEST_HEADER_WORD) && cells.length >= 2 && !SENTENCE.test(cells.join(''))
  );
}

function collapse(text: string): string {
  return text.replace(/[\s\u3000]+/gu, ' ').trim();
}
