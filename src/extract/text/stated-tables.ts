/**
 * Tables that a dump states cell by cell: tables of HTML in Markdown, tables of bars under a rule (`|---|---|`), and lines
 * of tabs or commas that all have the same number of fields. There a blank cell has its column, which it has in no other
 * dump. They are turned into mark-up and read like a web page's.
 */
import { BAR_CLASS } from '../../model/index.js';
import type { MarkupPage } from '../../model/index.js';
import { htmlTextToPage } from '../html/html-to-page.js';
import { mergeRepeatedCells } from './merge-repeated-cells.js';
import type { RowCell } from './merge-repeated-cells.js';
import { splitFields } from './split-fields.js';

/** A dump read as mark-up. */
export interface StatedDump {
  readonly page: MarkupPage;
  /** Whether tags stand among the text, which make no sense as lines. */
  readonly isTagged: boolean;
  /** Whether cells that span columns are written in each of them: whoever counts fields miscounts. */
  readonly isRepeated: boolean;
}

/** So many lines with the same separator are a table. */
const FEWEST_ROWS = { '|': 2, '\t': 2, ',': 3 } as const;
/** So many fields a line, where they must be as many in each. */
const FEWEST_FIELDS = 4;
const BAR_ROW = new RegExp(`^\\s*${BAR_CLASS}.*${BAR_CLASS}\\s*$`, 'u');
/** What is drawn between the rows of a table of bars. */
const RULE = /^\s*[|+┌├└┏┣┗╔╠╚](?:[\s|+:=─━═┬┼┴┳╋┻╦╬╩-]*[-=─━═][\s|+:=─━═┬┼┴┳╋┻╦╬╩-]*)[|+┐┤┘┓┫┛╗╣╝]\s*$/u;
/** A table goes on behind it. */
const PAGE_NUMBER = /^\s*[-—–·]\s*\d{1,4}\s*[-—–·]\s*$/u;
/** With so many rules there is one below each row, and a row may have several lines. */
const GRID_RULES = 3;

/** A dump with its stated tables as mark-up, all other lines as paragraphs; `undefined` where it states no table. */
export function statedTables(lines: readonly string[]): StatedDump | undefined {
  const { parts, isTagged } = cutAtTables(lines.join('\n'));
  const pieces = parts.map((part) => (part.isTable ? { html: part.text, isRepeated: false } : linesToHtml(part.text)));
  const html = pieces.map((piece) => piece.html).join('\n');
  if (!isTagged && !html.includes('<table')) return undefined;
  return { page: htmlTextToPage(html), isTagged, isRepeated: pieces.some(({ isRepeated }) => isRepeated) };
}

/** What some converters put around a table. */
const FRAME_TAG = /<\/?(?:html|body)\b[^<>]*>/giu;

interface Part {
  readonly text: string;
  readonly isTable: boolean;
}

/** Cuts a text at the outermost tables of HTML in it. */
function cutAtTables(text: string): { readonly parts: readonly Part[]; readonly isTagged: boolean } {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/?table\b[^<>]*>/giu)) {
    const isEnd = tag.startsWith('</');
    if (!isEnd && depth++ === 0) {
      parts.push({ text: text.slice(start, index).replace(FRAME_TAG, ''), isTable: false });
      start = index;
    } else if (isEnd && depth > 0 && --depth === 0) {
      parts.push({ text: text.slice(start, index + tag.length), isTable: true });
      start = index + tag.length;
    }
  }
  parts.push({ text: text.slice(start).replace(FRAME_TAG, ''), isTable: false });
  return { parts, isTagged: parts.some(({ isTable }) => isTable) };
}

interface Piece {
  readonly html: string;
  /** Whether a cell that spans columns was written in each of them. */
  readonly isRepeated: boolean;
}

function linesToHtml(text: string): Piece {
  const lines = text.split('\n');
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const table = tableFrom(lines, at);
    if (table) pieces.push(rowsToHtml(table.rows));
    else if (!PAGE_NUMBER.test(lines[at] ?? ''))
      pieces.push({ html: `<p>${escapeHtml(lines[at] ?? '')}</p>`, isRepeated: false });
    at += table?.lineCount ?? 1;
  }
  return { html: pieces.map(({ html }) => html).join('\n'), isRepeated: pieces.some(({ isRepeated }) => isRepeated) };
}

/** The lines from one on that make a table, as rows of fields, and how many they are; `undefined` where none begins there. */
function tableFrom(lines: readonly string[], at: number): TextTable | undefined {
  return barTable(lines, at) ?? fieldTable(lines, at, '|') ?? fieldTable(lines, at, '\t') ?? fieldTable(lines, at, ',');
}

interface TextTable {
  readonly rows: readonly (readonly string[])[];
  readonly lineCount: number;
}

function barTable(lines: readonly string[], at: number): TextTable | undefined {
  const own: string[] = [];
  while (isBarLine(lines[at + own.length])) own.push(lines[at + own.length] ?? '');
  const rules = own.filter((line) => RULE.test(line)).length;
  if (rules === 0) return undefined;
  const rows: (readonly string[])[] = [];
  for (const [k, line] of own.entries()) {
    if (RULE.test(line)) continue;
    const fields = splitFields(line, '|');
    const above = rows.at(-1);
    const goesOn = rules >= GRID_RULES && !RULE.test(own[k - 1] ?? '') && above?.length === fields.length;
    if (goesOn) rows[rows.length - 1] = above.map((text, column) => text + (fields[column] ?? ''));
    else rows.push(fields);
  }
  const isRegular = rows.every((row) => row.length === rows[0]?.length && row.length >= FEWEST_FIELDS);
  return isRegular && rows.length >= FEWEST_ROWS['|'] ? { rows, lineCount: own.length } : undefined;
}

function isBarLine(line: string | undefined): boolean {
  return line !== undefined && ((BAR_ROW.test(line) && !line.includes('\t')) || RULE.test(line));
}

/** Tabs and bars say where a cell ends however many they are; commas stand in sentences too. */
function fieldTable(lines: readonly string[], at: number, separator: '|' | '\t' | ','): TextTable | undefined {
  const rows: (readonly string[])[] = [];
  let lineCount = 0;
  for (let k = at; k < lines.length; k++, lineCount++) {
    const line = lines[k] ?? '';
    if (separator === '|' && RULE.test(line)) continue;
    // Where tabs part the cells, a bar is a character of one.
    if (separator === '|' && line.includes('\t')) break;
    const fields = splitFields(line, separator);
    const isAlike = fields.length === (rows[0]?.length ?? fields.length) && fields.length >= FEWEST_FIELDS;
    if (separator === ',' ? !isAlike : fields.length < 2) break;
    rows.push(fields);
  }
  return rows.length >= FEWEST_ROWS[separator] ? { rows, lineCount } : undefined;
}

function rowsToHtml(rows: readonly (readonly string[])[]): Piece {
  const { rows: merged, isRepeated } = mergeRepeatedCells(rows);
  const toCell = ({ text, columnSpan }: RowCell): string =>
    `<td colspan="${columnSpan}">${escapeHtml(text).replace(/&lt;br\s*\/?>/giu, '<br>')}</td>`;
  return { html: `<table>${merged.map((row) => `<tr>${row.map(toCell).join('')}</tr>`).join('')}</table>`, isRepeated };
}

function escapeHtml(text: string): string {
  return text.replace(/&(?!#?\w{1,8};)/gu, '&amp;').replace(/</gu, '&lt;');
}
