// Sets a document on pages for the raw writer: lines of text, rules and boxes at their places. Origin top left, y down.
// A table is laid out as if the page had no end and then cut, so that a cut can go through rows and labels.
import type { Block } from './document.js';
import { toGrid, type FormCell, type FormTable } from './form.js';
import { alignOf, valignOf, type PageStyle } from './page-style.js';

/** A rectangle in points. */
export interface Box {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}

/** One thing on a page. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Baseline; of text that runs downwards the top of its first character. */
      readonly y: number;
      readonly size: number;
      readonly direction: 'level' | 'down' | 'turned';
      readonly bold?: boolean;
      /** The cell the text is in, where it is in one. */
      readonly clip?: Box;
      readonly cell?: FormCell;
      /** Where it is drawn other than on the page itself: on a layer that is not shown, or as an annotation. */
      readonly on?: 'hidden-layer' | 'annotation';
      /** An older figure under a white patch, on which this one is drawn. */
      readonly over?: string;
    }
  | { readonly kind: 'rule'; readonly box: Box }
  | { readonly kind: 'cell'; readonly box: Box; readonly fill?: string };

/** A page and what is on it. */
export interface RawPage {
  readonly width: number;
  readonly height: number;
  readonly marks: Mark[];
}

/** What the raw layout can do beyond the common page style. */
export interface RawLayoutStyle {
  /** The cut edge of a table gets no rule. */
  readonly openBreaks?: boolean;
  /** The edges of the columns wander by a few points from row to row. */
  readonly ragged?: boolean;
  /** Text downwards as one string, as single characters, or turned. */
  readonly downwards?: 'string' | 'stacked' | 'turned';
}

interface Pen {
  readonly style: PageStyle & RawLayoutStyle;
  readonly widthOf: (character: string) => number;
  readonly pages: RawPage[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  y: number;
}

const LEADING = 1.35;

function measure(pen: Pen, text: string): number {
  return Array.from(text).reduce((sum, character) => sum + pen.widthOf(character), 0);
}

/** Breaks a text into lines no wider than the given number of ems. */
function wrap(pen: Pen, text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const character of text) {
    const advance = pen.widthOf(character);
    if (line !== '' && width + advance > ems + 0.01) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += character;
    width += advance;
  }
  return [...lines, line];
}

function page(pen: Pen): RawPage {
  const current = pen.pages.at(-1);
  if (current === undefined) throw new Error('no page begun');
  return current;
}

function newPage(pen: Pen): void {
  const [width, height] = pen.style.landscape === true ? [842, 595] : [595, 842];
  pen.pages.push({ width, height, marks: [] });
  pen.y = pen.top;
}

function drawLine(pen: Pen, text: string, size: number, options: { x?: number; align?: string; bold?: boolean }): void {
  if (pen.y + size * LEADING > pen.bottom) newPage(pen);
  const room = pen.right - pen.left;
  const slack = room - measure(pen, text) * size;
  const shift = options.align === 'center' ? slack / 2 : options.align === 'end' ? slack : 0;
  page(pen).marks.push({
    kind: 'text',
    text,
    x: (options.x ?? pen.left) + shift,
    y: pen.y + size,
    size,
    direction: 'level',
    bold: options.bold === true,
  });
  pen.y += size * LEADING;
}

function drawParagraph(pen: Pen, text: string): void {
  const size = pen.style.bodyPt ?? 14;
  const indented = `\u3000\u3000${text}`;
  for (const line of wrap(pen, indented, (pen.right - pen.left) / size)) drawLine(pen, line, size, {});
}

interface Placed {
  readonly cell: FormCell;
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  readonly lines: readonly string[];
}

/** Columns, row heights and wrapped texts of a table. */
function measureTable(pen: Pen, table: FormTable): { placed: Placed[]; tops: number[] } {
  const size = pen.style.tablePt ?? 10;
  const padding = pen.style.paddingPt ?? 2;
  const width = ((pen.right - pen.left) * (pen.style.tableWidthPercent ?? 100)) / 100;
  const whole = table.columnShares.reduce((a, b) => a + b, 0);
  const edges = [pen.left + (pen.right - pen.left - width) / 2];
  for (const share of table.columnShares) edges.push((edges.at(-1) ?? 0) + (width * share) / whole);
  const wander = (row: number, c: number): number =>
    pen.style.ragged === true && c > 0 && c < table.columnShares.length ? (((row * 7 + c * 13) % 5) - 2) * 0.7 : 0;
  const grid = toGrid(table);
  const seen = new Set<FormCell>();
  const placed = grid.flatMap((cells, row) =>
    cells.flatMap((cell, c): Placed[] => {
      if (cell === undefined || seen.has(cell)) return [];
      seen.add(cell);
      const x0 = (edges[c] ?? 0) + wander(row, c);
      const x1 = (edges[c + cell.colspan] ?? 0) + wander(row, c + cell.colspan);
      const isDown = cell.vertical === true && pen.style.vertical !== 'level';
      const lines = isDown ? Array.from(cell.text) : wrap(pen, cell.text, (x1 - x0 - 2 * padding) / size);
      return [{ cell, x0, x1, row, lines }];
    }),
  );
  const heights = table.rows.map(() => pen.style.rowHeightPt ?? size * LEADING + 2 * padding);
  const need = (item: Placed): number => item.lines.length * size * LEADING + 2 * padding;
  for (const rowspan of [1, 2, 3, 4, 5, 8, 20, 22])
    for (const item of placed.filter((other) => other.cell.rowspan === rowspan)) {
      const last = item.row + rowspan - 1;
      const room = heights.slice(item.row, last + 1).reduce((a, b) => a + b, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, need(item) - room);
    }
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return { placed, tops };
}

/** The lowest height at which a row may be cut: a line must fit on either side, else the row goes to the next page. */
function cutInside(pen: Pen, tops: readonly number[], limit: number, from: number): number {
  const least = (pen.style.tablePt ?? 10) * LEADING + (pen.style.paddingPt ?? 2);
  const above = [...tops].reverse().find((top) => top <= limit) ?? from;
  const below = tops.find((top) => top > limit) ?? limit;
  const cut = Math.min(limit, below - least);
  return cut - above >= least ? cut : above > from ? above : limit;
}

/** The heights at which a table is cut: at row edges, or anywhere where rows may be cut. */
function chooseCuts(pen: Pen, tops: readonly number[], headerHeight: number): number[] {
  const end = tops.at(-1) ?? 0;
  const cuts: number[] = [];
  let from = 0;
  let room = pen.bottom - pen.y;
  while (end - from > room) {
    const limit = from + room;
    const whole = [...tops].reverse().find((top) => top <= limit && top > from);
    const cut = pen.style.rowBreaks === 'cut' ? cutInside(pen, tops, limit, from) : (whole ?? from);
    if (cut === from && cuts.at(-1) === from) throw new Error('a row is higher than a page');
    cuts.push(cut);
    from = cut;
    room = pen.bottom - pen.top - (pen.style.repeatHeader === true ? headerHeight : 0);
  }
  return cuts;
}

const FILLS: Partial<Record<FormCell['kind'], string>> = { band: '0.776 0.851 0.945' };

/** Draws the part of a table between two heights, its upper edge at the pen. */
function drawPart(
  pen: Pen,
  table: { placed: readonly Placed[]; tops: readonly number[] },
  from: number,
  to: number,
): void {
  const size = pen.style.tablePt ?? 10;
  const marks = page(pen).marks;
  const shift = pen.y - from;
  for (const item of table.placed) {
    const { cell, x0, x1, row } = item;
    const top = table.tops[row] ?? 0;
    const bottom = table.tops[row + cell.rowspan] ?? 0;
    if (bottom <= from + 0.01 || top >= to - 0.01) continue;
    const box: Box = { x0, x1, top: Math.max(top, from) + shift, bottom: Math.min(bottom, to) + shift };
    const fill = pen.style.bands === true ? FILLS[cell.kind] : undefined;
    marks.push({ kind: 'cell', box, ...(fill === undefined ? {} : { fill }) });
    drawCellText(pen, item, { from, to, shift, box, top, bottom, size });
    if (pen.style.rules === 'header-only' && !isOfHeader(cell)) continue;
    if (!(pen.style.openBreaks === true && top < from)) marks.push(rule(x0, box.top, x1, box.top));
    if (!(pen.style.openBreaks === true && bottom > to)) marks.push(rule(x0, box.bottom, x1, box.bottom));
    marks.push(rule(x0, box.top, x0, box.bottom), rule(x1, box.top, x1, box.bottom));
    if (pen.style.slanted === true && cell.kind === 'corner') marks.push(rule(x0, box.top, x1, box.bottom));
  }
  pen.y += to - from;
}

function isOfHeader({ kind }: FormCell): boolean {
  return kind === 'header' || kind === 'corner' || kind === 'band';
}

const rule = (x0: number, top: number, x1: number, bottom: number): Mark => ({
  kind: 'rule',
  box: { x0, top, x1, bottom },
});

function drawCellText(
  pen: Pen,
  { cell, x0, x1, lines }: Placed,
  at: { from: number; to: number; shift: number; box: Box; top: number; bottom: number; size: number },
): void {
  const { from, to, shift, box, top, bottom, size } = at;
  const padding = pen.style.paddingPt ?? 2;
  const isDown = cell.vertical === true && pen.style.vertical !== 'level';
  const pitch = isDown ? size : size * LEADING;
  const marks = page(pen).marks;
  const valign = cell.kind === 'value' ? valignOf(cell, pen.style) : 'middle';
  const slack = bottom - top - lines.length * pitch;
  let y = top + (valign === 'middle' ? slack / 2 : valign === 'top' ? padding : slack - padding);
  // A line that a cut would go through begins the next part.
  const shown: { text: string; y: number }[] = [];
  for (const text of lines) {
    const isCut = (cut: number): boolean => y < cut && y + pitch > cut && top < cut && cut < bottom;
    if (isCut(from)) y = from;
    if (isCut(to)) y = to;
    if (y >= from - 0.01 && y < to - 0.01) shown.push({ text, y: y + shift });
    y += pitch;
  }
  const [first] = shown;
  if (first === undefined) return;
  if (isDown && pen.style.downwards !== 'stacked') {
    const text = shown.map((line) => line.text).join('');
    const direction = pen.style.downwards === 'turned' ? 'turned' : 'down';
    marks.push({ kind: 'text', text, x: (x0 + x1) / 2, y: first.y, size, direction, clip: box, cell });
    return;
  }
  const align = alignOf(cell, pen.style);
  shown.forEach(({ text, y: lineTop }, k) => {
    const width = measure(pen, text) * size;
    const x = align === 'left' ? x0 + padding : align === 'right' ? x1 - padding - width : (x0 + x1 - width) / 2;
    const base = {
      kind: 'text' as const,
      y: lineTop + size * 1.05,
      size,
      direction: 'level' as const,
      clip: box,
      cell,
    };
    marks.push({ ...base, text, x });
    if (cell.note !== undefined && k === shown.length - 1)
      marks.push({
        ...base,
        text: cell.note,
        x: x + width,
        ...(cell.raised === true ? { size: size * 0.55, y: base.y - size * 0.38 } : {}),
      });
  });
}

function drawTable(pen: Pen, table: FormTable): void {
  const measured = measureTable(pen, table);
  const headerHeight = measured.tops[table.headerRows] ?? 0;
  const cuts = chooseCuts(pen, measured.tops, headerHeight);
  let from = 0;
  for (const to of [...cuts, measured.tops.at(-1) ?? 0]) {
    if (to > from) drawPart(pen, measured, from, to);
    if (to === measured.tops.at(-1)) break;
    newPage(pen);
    if (pen.style.repeatHeader === true && headerHeight > 0 && to > headerHeight)
      drawPart(pen, measured, 0, headerHeight);
    from = to;
  }
}

/** Tables side by side, each in its share of the width. */
function drawBeside(pen: Pen, tables: readonly FormTable[]): void {
  const room = (pen.right - pen.left + GUTTER) / tables.length;
  const heights = tables.map((table, k) => measureTable(besidePen(pen, k, room), table).tops.at(-1) ?? 0);
  if (pen.y + Math.max(...heights) > pen.bottom) newPage(pen);
  for (const [k, table] of tables.entries()) drawTable(besidePen(pen, k, room), table);
  pen.y += Math.max(...heights) + 8;
}

/** Between two tables side by side, in points. */
const GUTTER = 14;

function besidePen(pen: Pen, at: number, room: number): Pen {
  return { ...pen, left: pen.left + at * room, right: pen.left + (at + 1) * room - GUTTER };
}

/** Bars on a grid, with a number on each. */
function drawChart(pen: Pen, bars: readonly { readonly label: string; readonly count: number }[]): void {
  if (pen.y + 170 > pen.bottom) newPage(pen);
  const marks = page(pen).marks;
  const base = pen.y + 140;
  const text = (value: string, x: number, y: number): void => {
    marks.push({ kind: 'text', text: value, x, y, size: 9, direction: 'level' });
  };
  for (const value of [0, 10, 20, 30, 40]) {
    marks.push(rule(pen.left + 20, base - value * 3, pen.left + 20 + bars.length * 70, base - value * 3));
    text(String(value), pen.left, base - value * 3 + 3);
  }
  bars.forEach(({ label, count }, k) => {
    const x0 = pen.left + 36 + k * 70;
    marks.push({ kind: 'cell', box: { x0, x1: x0 + 30, top: base - count * 3, bottom: base }, fill: '0.5 0.65 0.85' });
    for (const x of [x0, x0 + 30]) marks.push(rule(x, base - count * 3, x, base));
    text(String(count), x0 + 10, base - count * 3 - 3);
    text(label, x0 - 4, base + 14);
  });
  pen.y = base + 24;
}

function drawBlock(pen: Pen, block: Block): void {
  const body = pen.style.bodyPt ?? 14;
  switch (block.kind) {
    case 'title':
      for (const line of block.lines)
        for (const part of wrap(pen, line, (pen.right - pen.left) / (body * 1.4)))
          drawLine(pen, part, body * 1.4, { align: 'center', bold: true });
      pen.y += body;
      return;
    case 'heading':
      pen.y += body * 0.4;
      drawLine(pen, block.text, body * 1.05, { bold: true });
      pen.y += body * 0.2;
      return;
    case 'paragraph':
      drawParagraph(pen, block.text);
      return;
    case 'columns':
      for (const text of block.texts) drawParagraph(pen, text);
      return;
    case 'contents':
      for (const entry of block.entries) drawLine(pen, `${entry}……………………`, body, {});
      return;
    case 'form':
      drawTable(pen, block.table);
      return;
    case 'beside':
      drawBeside(pen, block.tables);
      return;
    case 'plain-table':
      for (const row of block.rows)
        row.forEach((text, k) => {
          if (k > 0) pen.y -= 10 * LEADING;
          drawLine(pen, text, 10, { x: pen.left + (k * (pen.right - pen.left)) / row.length });
        });
      return;
    case 'signature':
      for (const line of block.lines) drawLine(pen, line, body, { align: 'end' });
      return;
    case 'chart':
      drawChart(pen, block.bars);
      return;
    case 'frame':
      for (const inner of block.blocks) drawBlock(pen, inner);
      return;
    case 'page-break':
      newPage(pen);
      return;
    case 'space':
      pen.y += block.heightPt;
      return;
    case 'rule':
      page(pen).marks.push(rule(pen.left, pen.y, pen.right, pen.y));
      pen.y += 6;
      return;
    case 'picture':
      page(pen).marks.push({
        kind: 'cell',
        box: { x0: pen.left, top: pen.y, x1: pen.left + 120, bottom: pen.y + 40 },
        fill: '0.7 0.2 0.2',
      });
      pen.y += 46;
  }
}

function drawMargins(pen: Pen): void {
  const { pageNumber, runningHeader, watermark, numberAtRight, levelWatermark, strayWatermark } = pen.style;
  pen.pages.forEach((sheet, k) => {
    const centre = (text: string, y: number): void => {
      const width = measure(pen, text) * 10;
      const x = numberAtRight === true ? pen.right - width - 12 : (sheet.width - width) / 2;
      sheet.marks.push({ kind: 'text', text, x, y, size: 10, direction: 'level' });
    };
    if (pageNumber !== undefined)
      centre(
        pageNumber.replace('n', String(k + 1)).replace('N', String(pen.pages.length)),
        pen.bottom + (numberAtRight === true ? 11 : 24),
      );
    if (runningHeader !== undefined) centre(runningHeader, pen.top - 14);
    if (watermark !== undefined && levelWatermark === true) {
      const text = { kind: 'text', text: watermark, size: 20, direction: 'level' } as const;
      const aside = strayWatermark === true ? 17 * k : 0;
      for (const y of [300, 420, 540]) sheet.marks.unshift({ ...text, x: 180 + aside, y: y + aside });
    } else if (watermark !== undefined)
      sheet.marks.push({ kind: 'text', text: watermark, x: 120, y: sheet.height - 200, size: 46, direction: 'turned' });
  });
}

/** Sets a document on pages. */
export function layOutPages(
  blocks: readonly Block[],
  style: PageStyle & RawLayoutStyle,
  widthOf: (character: string) => number,
): readonly RawPage[] {
  const margin = ((style.marginMm ?? 25) * 72) / 25.4;
  const [width, height] = style.landscape === true ? [842, 595] : [595, 842];
  const pen: Pen = {
    style,
    widthOf,
    pages: [],
    left: margin,
    right: width - margin,
    top: margin,
    bottom: height - margin,
    y: margin,
  };
  newPage(pen);
  for (const block of blocks) drawBlock(pen, block);
  drawMargins(pen);
  return pen.pages;
}
