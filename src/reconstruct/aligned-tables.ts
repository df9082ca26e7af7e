/**
 * Finds tables that no rules draw, by the places of their text: lines that end in figures follow one another, and the
 * figures of one column stand over one another. What such a table says of a column is likely, not certain.
 */
import { unionOfBoxes } from '../model/index.js';
import type { Table } from '../model/index.js';
import { bodyRows } from './aligned-body.js';
import type { BodyRows, RulesOf } from './aligned-body.js';
import { matchColumns, placeOver, zonesWithoutFigures } from './aligned-columns.js';
import type { ColumnLayout } from './aligned-columns.js';
import { figuresOf, labelsOf, markedLines } from './aligned-lines.js';
import type { AlignedLine, Segment } from './aligned-lines.js';
import { MOST_LABELS, pageOf, rowCells } from './aligned-row.js';
import type { AlignedRow, HeaderPages, PlacedText } from './aligned-row.js';
import { endOfRegion } from './aligned-regions.js';
import { toSections } from './aligned-sections.js';
import type { Section, Stretch } from './aligned-sections.js';
import { columnsUnder, figureColumns } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import { headerStacks, inReadingOrder, isOver, leadingOf } from './header-stacks.js';
import type { HeaderStacks } from './header-stacks.js';
import { splitAtBorders } from './column-borders.js';
import { withoutLeaders } from './leaders.js';
import { withoutNotes } from './notes-between-rows.js';
import type { PageParts } from './page-parts.js';
import type { KnownSettings } from './row-bands.js';
import { splitWordings } from './split-wordings.js';
import { withSerialNumbers } from './serial-numbers.js';
import { withTablesApart } from './tables-beside.js';
import { withPageEnds } from './page-ends.js';
import { columnAt, labelEdges, splitFigures, splitLabels, splitNumbers } from './split-figures.js';

/**
 * Finds the tables without rules of a document.
 *
 * @param firstIndex index of the first of them
 * @returns from top to bottom; a table may go on over pages
 */
export function alignedTables(pages: readonly PageParts[], firstIndex: number): readonly Table[] {
  const lines = withoutNotes(withSerialNumbers(markedLines(pages.map(withoutLeaders).map(withTablesApart))));
  const rules = new Map(pages.map(({ page }) => [page.pageNumber, page.rulings]));
  const rulesOf: RulesOf = (pageNumber) => rules.get(pageNumber) ?? [];
  const sections = sectionsOf(lines);
  const read = (known: KnownSettings): readonly ReadTable[] =>
    sections.flatMap((section) => sectionToTable(section, { rulesOf, known }) ?? []);
  const alone = read(new Set());
  // Where long tables tell how the document sets its cells, short ones are read so too.
  const known = new Set(alone.flatMap(({ settings }) => settings));
  return (known.size > 0 ? read(known) : alone).map(({ table }, at) => ({
    ...{ ...table, tableIndex: firstIndex + at },
    parts: withPageEnds(table, lines),
  }));
}

/** A table, and where its figures and labels are set, as far as it tells. */
interface ReadTable {
  readonly table: Table;
  readonly settings: readonly string[];
}

/** What is known of the document. */
interface DocumentContext {
  readonly rulesOf: RulesOf;
  readonly known: KnownSettings;
}

function sectionsOf(lines: readonly AlignedLine[]): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfRegion(lines, at);
    const region = lines.slice(at, end).filter(({ kind, segments }) => kind !== 'noise' && segments.length > 0);
    sections.push(...toSections(region));
    at = Math.max(at + 1, end);
  }
  return sections;
}

function sectionToTable(section: Section, document: DocumentContext): ReadTable | undefined {
  const stretches = withSplitFigures(withBorders(section.stretches));
  const figures = columnsOf(stretches);
  if (figures.length === 0) return undefined;
  const headers = stretches.map(({ header }) => toHeader(header, figures, document.rulesOf));
  const labels = stretches.flatMap(({ body }) => body.flatMap((line) => labelsOf(line)));
  const named = headers.find(({ leaves }) => leaves.length > 0) ?? { leaves: [], groups: [] };
  const hasFullLine = stretches.some(({ body }) => body.some((line) => fillsAll(line, figures)));
  const layout = matchColumns(figures, named.leaves, labels, hasFullLine);
  const zones = zonesWithoutFigures(layout);
  if (zones.length > 0) {
    const parted = stretches.map(({ header, body }) => ({
      header,
      body: body.map((line) => splitByHeader(line, zones)),
    }));
    const isParted = parted.some(({ body }, at) => body.some((line, k) => line !== stretches[at]?.body[k]));
    if (isParted) return sectionToTable({ ...section, stretches: parted }, document);
  }
  const bodies: BodyRows[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const above = stretches[at - 1];
    const last = bodies.at(-1)?.last;
    bodies.push(bodyRows(stretch, { figures, layout, ...document }, above && last && { stretch: above, last }));
  }
  const rows = stretches.flatMap((stretch, at) => [
    ...headerRows(headers[at] ?? named, stretch, layout),
    ...(bodies[at]?.rows ?? []),
  ]);
  const columnCount = MOST_LABELS + layout.columns.length;
  const table: Table = {
    tableIndex: 0,
    geometry: 'aligned',
    rowCount: rows.length,
    columnCount,
    cells: rows.flatMap((row, rowIndex) => rowCells(row, rowIndex, columnCount)),
    seams: rows.flatMap((row, at) => (at > 0 && rows[at - 1]?.pageNumber !== row.pageNumber ? [at] : [])),
    parts: tableParts(rows),
    strayRuns: [],
  };
  return { table, settings: bodies.flatMap(({ settings }) => settings) };
}

/** The texts of a header; where a page break cuts it, its lines follow one another as they would without. */
function toHeader(header: readonly AlignedLine[], figures: readonly FigureColumn[], rulesOf: RulesOf): HeaderStacks {
  const first = header[0]?.pageNumber ?? 0;
  const segments = header.flatMap((line) => line.segments);
  if (header.every(({ pageNumber }) => pageNumber === first)) return headerStacks(segments, figures, rulesOf(first));
  const wordingsOf = (lines: readonly AlignedLine[]): readonly Segment[] =>
    lines.flatMap((line) => line.segments.flatMap((segment) => splitWordings(segment, figures)));
  const above = wordingsOf(header.filter(({ pageNumber }) => pageNumber === first));
  const below = wordingsOf(header.filter(({ pageNumber }) => pageNumber !== first));
  const shift = lineBelowBreak(above, below) - Math.min(...below.map(({ y }) => y));
  return headerStacks([...above, ...below.map((segment) => ({ ...segment, y: segment.y + shift }))], figures, []);
}

/** A line of a header hardly ever follows the one above it more closely than this many times its size. */
const USUAL_LEADING = 1.3;
/** Rows of a header stand further apart than the lines of one text. */
const ROW_STEP = 2.5;

/**
 * Where the first line below a page break would stand, in points down the page above it: texts that are cut go on with the
 * next line, and where the break lies between two rows of the header, nothing goes on.
 */
function lineBelowBreak(above: readonly Segment[], below: readonly Segment[]): number {
  const bottom = Math.max(...above.map(({ y }) => y));
  const last = above.filter(({ y, size }) => bottom - y < size / 2);
  const next = below.filter(({ y, size }) => y - Math.min(...below.map((other) => other.y)) < size / 2);
  const size = Math.max(...next.map((segment) => segment.size));
  const leading = Math.max(leadingOf(above), leadingOf(below)) || USUAL_LEADING * size;
  // A wording of one line that stands lower than the lines that go on is centred beside them.
  const uppers = next.flatMap((segment) => lowestOver(segment, above) ?? []);
  const isOneToOne = uppers.length === next.length && new Set(uppers).size === next.length;
  if (isOneToOne && uppers.every(({ y }) => bottom - y < leading))
    return Math.max(...uppers.map(({ y }) => y)) + leading;
  const widthOf = (segments: readonly Segment[]): number => segments.reduce((sum, { box }) => sum + box.x1 - box.x0, 0);
  if (last.length < next.length || widthOf(last) < widthOf(next) / 2) return bottom + ROW_STEP * size;
  return bottom + leading;
}

function lowestOver(segment: Segment, above: readonly Segment[]): Segment | undefined {
  const over = above.filter((each) => isOver(each, segment)).sort((a, b) => b.y - a.y);
  return over[0];
}

function tableParts(rows: readonly AlignedRow[]): Table['parts'] {
  const placed = rows.flatMap((row) =>
    row.texts.flatMap(({ segments }) => segments.map((each) => ({ pageNumber: pageOf(row, each), box: each.box }))),
  );
  const pageNumbers = [...new Set(placed.map(({ pageNumber }) => pageNumber))].sort((a, b) => a - b);
  return pageNumbers.flatMap((pageNumber) => {
    const box = unionOfBoxes(placed.filter((each) => each.pageNumber === pageNumber).map((each) => each.box));
    return box ? [{ pageNumber, box }] : [];
  });
}

function columnsOf(stretches: readonly Stretch[]): readonly FigureColumn[] {
  return figureColumns(stretches.flatMap(({ body }) => body.map(({ segments }) => figuresOf(segments))));
}

function fillsAll({ segments }: AlignedLine, columns: readonly FigureColumn[]): boolean {
  const own = figuresOf(segments).flatMap((figure) => columnsUnder(figure, columns));
  return own.length === columns.length && new Set(own).size === columns.length;
}

/** Parts figures of two columns where the gap between them is in one place of all lines. */
function withBorders(stretches: readonly Stretch[]): readonly Stretch[] {
  const split = splitAtBorders(stretches.flatMap(({ body }) => body.map(({ segments }) => segments)));
  let at = 0;
  return stretches.map(({ header, body }) => ({
    header,
    body: body.map((line) => ({ ...line, segments: split[at++] ?? line.segments })),
  }));
}

/** Parts figures from the labels or figures that they touch, where the columns of the other lines tell them apart. */
function withSplitFigures(stretches: readonly Stretch[]): readonly Stretch[] {
  const columns = columnsOf(stretches);
  const edges = labelEdges(stretches.flatMap(({ body }) => body.flatMap(labelsOf)));
  return stretches.map(({ header, body }) => ({
    header,
    body: body.map((line) => ({ ...line, segments: splitLabels(splitFigures(line.segments, columns), edges) })),
  }));
}

/** Parts figures that nearly touch where the header has columns for them that no other line fills. */
function splitByHeader(line: AlignedLine, zones: readonly FigureColumn[]): AlignedLine {
  const figures = figuresOf(line.segments);
  const isTaken = (part: Segment, whole: Segment): boolean =>
    figures.some((other) => other !== whole && columnAt(other, zones) === columnAt(part, zones));
  const segments = line.segments.flatMap((segment) => {
    const parts = figures.includes(segment) ? splitNumbers(segment, zones) : [segment];
    return parts.some((part) => isTaken(part, segment)) ? [segment] : parts;
  });
  return segments.length === line.segments.length ? line : { ...line, segments };
}

function headerRows(
  { leaves, groups }: HeaderStacks,
  { header }: Stretch,
  layout: ColumnLayout,
): readonly AlignedRow[] {
  const pageNumber = header[0]?.pageNumber ?? 0;
  const pages: HeaderPages = new Map(
    header.flatMap((line) =>
      line.segments.flatMap(({ glyphs }) => glyphs.map((glyph) => [glyph, line.pageNumber] as const)),
    ),
  );
  const lines: Segment[][] = [];
  for (const segment of [...groups].sort(inReadingOrder)) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].y - segment.y) < segment.size / 2) line.push(segment);
    else lines.push([segment]);
  }
  const rows = lines.map((segments) => ({
    ...{ pageNumber, pages },
    texts: segments.map((segment) => placeHeader([segment], layout)),
  }));
  if (leaves.length === 0) return rows;
  const wordings = leaves.filter(
    (leaf) => !layout.overLabels.some((label) => label.x1 > leaf.x0 && label.x0 < leaf.x1),
  );
  const isCounted = wordings.length === layout.columns.length;
  const texts = leaves.map((leaf): PlacedText => {
    const at = wordings.indexOf(leaf);
    if (isCounted && at >= 0) return { segments: leaf.segments, first: MOST_LABELS + at, last: MOST_LABELS + at };
    if (at < 0) return { segments: leaf.segments };
    return placeHeader(leaf.segments, layout);
  });
  return [...rows, { pageNumber, pages, texts }];
}

function placeHeader(segments: readonly Segment[], layout: ColumnLayout): PlacedText {
  const [first] = segments;
  const over = first && placeOver(first, layout);
  return over ? { segments, first: MOST_LABELS + over[0], last: MOST_LABELS + over[1] } : { segments };
}
