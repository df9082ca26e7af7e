/** Tables written down as text, and facts written down again: what was bound shows at a glance. */
import { bindBlock } from '../../src/bind/bind-block.js';
import type { BoundBlock } from '../../src/bind/bind-block.js';
import { boundBlockFacts } from '../../src/bind/bound-block-facts.js';
import { LabelMatcher } from '../../src/bind/label-matcher.js';
import { indexTable } from '../../src/bind/table-index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Block, Cell, DigitRun, Fact, Family, Layout, Table, TableGeometry } from '../../src/model/index.js';

const [loaded] = await loadFamilies(PIPELINES_DIRECTORY);
if (loaded === undefined) throw new Error('no family');

/** The family of the annual reports. */
export const family: Family = loaded;

/** One matcher for all tests, as in a worker. */
export const matcher = new LabelMatcher();

const COLUMN_WIDTH = 40;
const ROW_HEIGHT = 20;

/** What a written table may have besides its cells. */
export interface TableOptions {
  readonly tableIndex?: number;
  /** Rows that begin a new page. */
  readonly seams?: readonly number[];
}

/**
 * A ruled table of equal squares, row by row: cells divided by `|`, `<` where a cell goes on to the right, `^` below. A
 * merged cell's numbers stand one in each of its squares where there are as many as squares, else in its middle.
 */
export function ruled(lines: readonly string[], { tableIndex = 0, seams = [] }: TableOptions = {}): Table {
  const squares = lines.map((line) => line.split('|'));
  const columnCount = Math.max(...squares.map((row) => row.length));
  const cells: Cell[] = [];
  for (const [r, row] of squares.entries()) {
    for (const [c, text] of row.entries()) {
      if (text === '<' || text === '^') continue;
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan++;
      let rowSpan = 1;
      while (squares[r + rowSpan]?.[c] === '^') rowSpan++;
      cells.push(ruledCell(text, { r, c, rowSpan, columnSpan }, seams));
    }
  }
  const parts = [0, ...seams].map((start, k) => ({
    pageNumber: k + 1,
    box: {
      x0: 0,
      top: start * ROW_HEIGHT,
      x1: columnCount * COLUMN_WIDTH,
      bottom: (seams[k] ?? lines.length) * ROW_HEIGHT,
    },
  }));
  return { tableIndex, geometry: 'ruled', rowCount: lines.length, columnCount, cells, seams, parts, strayRuns: [] };
}

interface Square {
  readonly r: number;
  readonly c: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function ruledCell(text: string, square: Square, seams: readonly number[]): Cell {
  const { r, c, rowSpan, columnSpan } = square;
  const pageNumber = 1 + seams.filter((seam) => seam <= r).length;
  const box = boxOf(square);
  const numbers = text.match(/[0-9０-９]+(?:[.,][0-9０-９]+)*/gu) ?? [];
  const isOneEach = numbers.length === rowSpan * columnSpan;
  const runs = numbers.map((number, k): DigitRun => {
    const own = { r: r + Math.floor(k / columnSpan), c: c + (k % columnSpan), rowSpan: 1, columnSpan: 1 };
    return { text: number, pageNumber, box: inner(isOneEach ? boxOf(own) : box) };
  });
  return {
    rowIndex: r,
    columnIndex: c,
    rowSpan,
    columnSpan,
    text,
    baseText: text,
    parts: [{ pageNumber, box, text }],
    runs,
    doubts: text.includes('\ufffd') ? ['unreadable-glyph'] : [],
  };
}

function boxOf({ r, c, rowSpan, columnSpan }: Square): NonNullable<DigitRun['box']> {
  return {
    x0: c * COLUMN_WIDTH,
    top: r * ROW_HEIGHT,
    x1: (c + columnSpan) * COLUMN_WIDTH,
    bottom: (r + rowSpan) * ROW_HEIGHT,
  };
}

function inner({ x0, top, x1, bottom }: NonNullable<DigitRun['box']>): NonNullable<DigitRun['box']> {
  const [x, y] = [(x0 + x1) / 2, (top + bottom) / 2];
  return { x0: x - 5, top: y - 5, x1: x + 5, bottom: y + 5 };
}

/** A table of a dump, its cells divided by `|`. */
export function dumped(lines: readonly string[], geometry: TableGeometry = 'delimited', tableIndex = 0): Table {
  const rows = lines.map((line) => line.split('|'));
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, rowIndex) =>
    Array.from({ length: columnCount }, (_, columnIndex): Cell => {
      const text = row[columnIndex] ?? '';
      const runs = (text.match(/\d+/gu) ?? []).map((number) => ({ text: number, pageNumber: 0 }));
      return { rowIndex, columnIndex, rowSpan: 1, columnSpan: 1, text, baseText: text, parts: [], runs, doubts: [] };
    }),
  );
  return { tableIndex, geometry, rowCount: lines.length, columnCount, cells, seams: [], parts: [], strayRuns: [] };
}

/** A layout that holds nothing but tables. */
export function layoutOf(...tables: readonly Table[]): Layout {
  return { tables: tables.map((table, tableIndex) => ({ ...table, tableIndex })), lines: [], hasText: true };
}

/** A block of the family. */
export function block(edition: string, slot: string): Block {
  const found = family.editions.find(({ id }) => id === edition)?.blocks.find((each) => each.slot === slot);
  if (found === undefined) throw new Error(`no block ${edition}/${slot}`);
  return found;
}

/** Binds a block to a table. */
export function bind(table: Table, of: Block): BoundBlock | undefined {
  return bindBlock(indexTable(table), of, { matcher, notApplicableMarks: family.notApplicableMarks })[0];
}

/** The facts of a block bound to a table. */
export function factsOf(table: Table, of: Block): readonly Fact[] {
  return boundBlockFacts(of, bind(table, of), family.notApplicableMarks).facts;
}

/**
 * Facts row by row as `row: figures`: the value, `_` for a blank cell, `/` for a mark, `!` for an illegible one, `x` for a
 * missing one; `?` behind it where it is suspect.
 */
export function sketch(facts: readonly Fact[]): string[] {
  const rows = new Map<string, string[]>();
  for (const fact of facts) rows.set(fact.row, [...(rows.get(fact.row) ?? []), sketchFact(fact)]);
  return [...rows].map(([row, figures]) => `${row}: ${figures.join(' ')}`);
}

function sketchFact({ status, reading, value }: Fact): string {
  if (status === 'missing') return 'x';
  const marks = { number: value, blank: '_', notApplicable: '/', illegible: '!' };
  return marks[reading.kind] + (status === 'suspect' ? '?' : '');
}

/** The lines of table three's header. */
export const HEADER_THREE = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<|申请人情况|<|<|<|<|<|<',
  '^|^|^|自然人|法人或其他组织|<|<|<|<|总计',
  '^|^|^|^|商业企业|科研机构|社会公益组织|法律服务机构|其他|^',
];

/** The figures of a row in tests: every one another, so that a figure in a wrong place shows. */
export function figuresOfRow(row: number): string[] {
  return [1, 2, 3, 4, 5, 6, 7].map((column) => String((row + 1) * 10 + column));
}

/** A row of a table before it is written down. */
export interface WrittenRow {
  /** Labels from the outermost group to the leaf. */
  readonly path: readonly string[];
  readonly figures: readonly string[];
}

/** The rows of table three in an edition, worded as in the form, with figures of their own. */
export function formRows(edition: string): WrittenRow[] {
  return block(edition, 'applications').rows.map(({ path }, row) => ({
    path: path.map((label) => label.text),
    figures: figuresOfRow(row),
  }));
}

/** Writes rows down with three columns of labels; a group's cell goes on over the rows below. */
export function writeRows(rows: readonly WrittenRow[], breaks: readonly number[] = []): string[] {
  let open: readonly string[] = [];
  return rows.map(({ path, figures }, row) => {
    if (breaks.includes(row)) open = [];
    const groups = path.slice(0, -1).map((text, depth) => (open[depth] === text ? '^' : text));
    open = path.slice(0, -1);
    const labels = [...groups, path.at(-1) ?? ''];
    return [...labels, ...new Array<string>(3 - labels.length).fill('<'), ...figures].join('|');
  });
}

/** A whole table three. */
export function tableThree(rows: readonly WrittenRow[], options: TableOptions = {}): Table {
  return ruled([...HEADER_THREE, ...writeRows(rows)], options);
}

/** A row with its innermost label worded otherwise. */
export function relabelled(row: WrittenRow, label: string): WrittenRow {
  return { ...row, path: [...row.path.slice(0, -1), label] };
}

/** What `sketch` says of table three where every figure is in its place. */
export function expectedThree(edition: string): string[] {
  return block(edition, 'applications').rows.map(({ id }, row) => `${id}: ${figuresOfRow(row).join(' ')}`);
}

/** The lines of table two of 2021, as it is mostly printed: one table of four columns. */
export const TABLE_TWO = [
  '第二十条第（一）项|<|<|<',
  '信息内容|本年制发件数|本年废止件数|现行有效件数',
  '规章|11|12|13',
  '行政规范性文件|21|22|23',
  '第二十条第（五）项|<|<|<',
  '信息内容|本年处理决定数量|<|<',
  '行政许可|31|<|<',
  '第二十条第（六）项|<|<|<',
  '信息内容|本年处理决定数量|<|<',
  '行政处罚|41|<|<',
  '行政强制|51|<|<',
  '第二十条第（八）项|<|<|<',
  '信息内容|本年收费金额（单位：万元）|<|<',
  '行政事业性收费|61.5|<|<',
];

const OUTCOMES = '结果维持|结果纠正|其他结果|尚未审结|总计';

/** The lines of table four. */
export const TABLE_FOUR = [
  '行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<',
  '^|^|^|^|^|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<',
  [OUTCOMES, OUTCOMES, OUTCOMES].join('|'),
  Array.from({ length: 15 }, (_, k) => String(k + 11)).join('|'),
];
