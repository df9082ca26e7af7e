/**
 * Reads rows whose labels and figures stand at different heights, as where labels are set at the foot of their cells and figures at
 * the top. What is set at the top or the foot says where rows begin and end; all else has to agree with that in every row.
 */
import type { Segment } from './aligned-lines.js';
import { labelOf } from './band-labels.js';
import type { BandLabel } from './band-labels.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import { leadingOf } from './header-stacks.js';
import type { LabelledRow } from './label-rows.js';
import { middleHeight, rangeOf, SAME_HEIGHT, sizeOf } from './line-heights.js';
import { endsOfRows, LEAST_STEP } from './row-ends.js';
import type { RowEnds } from './row-ends.js';
import { classesOfColumns, SETTINGS } from './settings-of-columns.js';
import type { ColumnClass, Setting } from './settings-of-columns.js';

/** Texts set alike are as far from the ends of their rows in all rows, to within this share of their size. */
const SAME_DISTANCE = 0.2;
/** Fewer rows say nothing by being all alike. */
const FEWEST_ROWS = 3;
/** Two rows are together at least this many times as high as the lowest. */
const LEAST_OF_TWO = 1.8;

/** Where tables of a document have their figures and their labels: `top/foot`. */
export type KnownSettings = ReadonlySet<string>;

/** Rows, and where their figures and labels are set. */
export interface BandedRows {
  /** From top to bottom. */
  readonly rows: readonly LabelledRow[];
  /** Where they may be set, as in `KnownSettings`; empty where nothing tells. */
  readonly settings: readonly string[];
  /** Whether there are enough rows to learn that from. */
  readonly isTelling: boolean;
  /** Whether the rows may be taken: a few that no other table is set like are only a beginning. */
  readonly isCertain: boolean;
}

/** What is known of other pages and tables. */
export interface BandContext {
  readonly columns: readonly FigureColumn[];
  /** Where other tables of the document have their figures and labels. */
  readonly known: KnownSettings;
  /**
   * The same of the page above, where rows go on from it: one of them may be cut, and then all labels would be one row off. Absent
   * below a header.
   */
  readonly before?: KnownSettings;
  /** Whether rows go on overleaf: the last one may be cut. */
  readonly goesOn: boolean;
}

/** What stands on one page. */
interface PageTexts {
  readonly classes: readonly ColumnClass[];
  readonly labels: readonly Segment[];
  readonly size: number;
  readonly goesOn: boolean;
  readonly goesOnFromAbove: boolean;
}

/** A supposition of where the classes of columns and the labels are set. */
interface Supposed {
  readonly figures: readonly Setting[];
  readonly labels: Setting;
}

/**
 * The rows of one page by where each begins and ends.
 *
 * @param figures those of all lines
 * @returns `undefined` where the heights fit no reading, or fit several
 */
export function rowsInBands(
  figures: readonly Segment[],
  labels: readonly Segment[],
  { columns, known, before, goesOn }: BandContext,
): BandedRows | undefined {
  const places = figures.map((figure) => columnsUnder(figure, columns));
  if (labels.length === 0 || places.some((own) => own.length !== 1)) return undefined;
  const classes = classesOfColumns(columns.map((_, at) => figures.filter((_figure, k) => places[k]?.[0] === at)));
  if (classes.length > SETTINGS.length) return undefined;
  const page: PageTexts = { classes, labels, size: sizeOf(figures), goesOn, goesOnFromAbove: before !== undefined };
  const isKnown = (settings: readonly string[]): boolean =>
    settings.every((each) => known.has(each) || before?.has(each));
  const fitting = suppositions(classes.length).flatMap((supposed) => {
    const settings = supposed.figures.map((setting) => `${setting}/${supposed.labels}`);
    const rows = before && !isKnown(settings) ? undefined : readAs(page, supposed);
    return rows ? [{ rows, settings }] : [];
  });
  // Of several that fit, those count that other tables of the document are set like.
  const usual = fitting.filter(({ settings }) => isKnown(settings));
  // Below a header no row is cut: where each prints a figure in every column, no other reading counts.
  const areFull = ({ rows }: (typeof fitting)[number]): boolean =>
    rows.every((row) => row.figures.length === 0 || row.figures.length === columns.length);
  const whole = before ? [] : fitting.filter(areFull);
  const readings = [usual, whole, fitting].find((own) => own.length > 0) ?? [];
  const [first] = readings;
  if (!first || readings.some(({ rows }) => !isSameReading(rows, first.rows))) return undefined;
  const rowCount = first.rows.filter((row) => row.figures.length > 0).length;
  const isTelling = rowCount >= FEWEST_ROWS;
  return {
    rows: first.rows,
    settings: readings.flatMap(({ settings }) => settings),
    isTelling,
    isCertain: isTelling || readings.some(({ settings }) => isKnown(settings)),
  };
}

/** All ways to set classes of columns each in another place, with labels set in any. */
function suppositions(count: number): readonly Supposed[] {
  const ways = Array.from({ length: count }).reduce<readonly (readonly Setting[])[]>(
    (found) => found.flatMap((way) => SETTINGS.filter((each) => !way.includes(each)).map((each) => [...way, each])),
    [[]],
  );
  return ways.flatMap((figures) => SETTINGS.map((labels) => ({ figures, labels })));
}

/** What stands between the ends of a row. */
interface Band {
  readonly ends: RowEnds;
  /** By class of columns. */
  readonly figures: readonly (readonly Segment[])[];
  readonly label: BandLabel;
}

/** The rows as they are if all is set as supposed; `undefined` where something does not fit. */
function readAs(
  { classes, labels, size, goesOn, goesOnFromAbove }: PageTexts,
  supposed: Supposed,
): readonly LabelledRow[] | undefined {
  const heightsOf = (setting: Setting): readonly number[] => classes[supposed.figures.indexOf(setting)]?.heights ?? [];
  const ends = { tops: heightsOf('top'), feet: heightsOf('foot') };
  const leading = leadingOf(labels);
  const found = endsOfRows(ends, size);
  const least = Math.min(...(found ?? []).map(({ from, to }) => to - from));
  const bands = found
    ?.map((row): Band => {
      const isIn = ({ y }: Segment): boolean => y > row.from && y <= row.to;
      const label = labelOf(labels.filter(isIn), {
        ...{ setting: supposed.labels, leading, all: labels, size },
        isCut: goesOnFromAbove && row.top === -Infinity,
        isOfOne: row.to - row.from < LEAST_OF_TWO * least,
      });
      return { ends: row, figures: classes.map(({ figures }) => figures.filter(isIn)), label };
    })
    .filter((band) => textsOf(band).length > 0);
  if (!bands || bands.length === 0) return undefined;
  const count = bands.reduce((sum, band) => sum + textsOf(band).length, 0);
  if (count < labels.length + classes.flatMap(({ figures }) => figures).length) return undefined;
  const isLabelled = bands.every(({ figures, label }) => figures.flat().length === 0 || label.blocks.length > 0);
  const told = ends.feet.length === 0 ? 'top' : ends.tops.length === 0 ? 'foot' : 'both';
  const own = bands.map((band) => (holdsLabelBeyond(band, told) ? undefined : ownBlock(band, told)));
  const areLevel = bands.every(({ figures }) => figures.every((own) => isLevel(own, size)));
  const areSet =
    areLevel &&
    supposed.figures.every((setting, at) =>
      isSetAlike(
        bands.map(({ ends: row, figures }) => ({ row, lines: figures[at] ?? [], isOne: true })),
        { setting, told, size },
      ),
    ) &&
    isSetAlike(
      // The label of a cut row is not all there.
      bands
        .slice(0, goesOn ? -1 : undefined)
        .map(({ ends: row, label: { blocks } }) => ({ row, lines: blocks.flat(), isOne: blocks.length < 2 })),
      { setting: supposed.labels, told, size },
    );
  if (!isLabelled || own.includes(undefined) || !areSet) return undefined;
  return bands.flatMap((band, at) => rowsOf(band, own[at] ?? 0));
}

/** Which of the labels of a band is that of its figures: the one at the end that is told; `undefined` where nothing tells. */
function ownBlock({ ends, label: { blocks } }: Band, told: Told): number | undefined {
  if (blocks.length < 2 || told === 'top' || (told === 'both' && ends.foot === Infinity)) return 0;
  return told === 'foot' || ends.top === -Infinity ? blocks.length - 1 : undefined;
}

function textsOf({ figures, label }: Band): readonly Segment[] {
  return [...figures.flat(), ...label.outer, ...label.blocks.flat()];
}

/**
 * Whether a label left of that at the end that is told stands beyond it: where labels are set in the middle of their rows, or rows are
 * cut, it may be its group's, or the row's own.
 */
function holdsLabelBeyond({ figures, label: { unsure, blocks } }: Band, told: Told): boolean {
  const own = rangeOf((told === 'top' ? blocks[0] : blocks.at(-1)) ?? []);
  const isBeyond = (block: readonly Segment[]): boolean =>
    told === 'top' ? rangeOf(block).top < own.top : rangeOf(block).bottom > own.bottom;
  return figures.flat().length > 0 && unsure.some(isBeyond);
}

function isLevel(figures: readonly Segment[], size: number): boolean {
  const { top, bottom } = rangeOf(figures);
  return figures.length === 0 || bottom - top <= SAME_HEIGHT * size;
}

/** By which ends the rows are told. */
type Told = 'top' | 'foot' | 'both';

interface SetText {
  readonly row: RowEnds;
  readonly lines: readonly Segment[];
  /** Whether the lines are all of one row. */
  readonly isOne: boolean;
}

/** Whether texts are set as supposed: by one distance from the ends of their rows, and by one that may be. */
function isSetAlike(
  texts: readonly SetText[],
  { setting, told, size }: { readonly setting: Setting; readonly told: Told; readonly size: number },
): boolean {
  const distances = texts
    .filter(({ lines, isOne }) => lines.length > 0 && (isOne || setting !== 'middle'))
    .map(({ row, lines }) => distanceOf(setting, row, rangeOf(lines)))
    .filter((distance) => isFinite(distance));
  const share = setting === 'middle' ? 2 : 1;
  const isAlike = Math.max(...distances) - Math.min(...distances) <= share * SAME_DISTANCE * size;
  // Told by one end, the other one is that of the next row: a line away.
  const isStep = told !== 'both' && setting !== told;
  return (
    distances.length === 0 ||
    (isAlike &&
      distances.every((distance) =>
        isStep ? distance >= LEAST_STEP * size : Math.abs(distance) <= share * SAME_HEIGHT * size,
      ))
  );
}

/** How far a text is from where it would stand at the ends of its row; for the middle twice that, without its sign. */
function distanceOf(
  setting: Setting,
  row: RowEnds,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  if (setting === 'top') return top - row.top;
  if (setting === 'foot') return row.foot - bottom;
  return Math.abs(top + bottom - row.top - row.foot);
}

function rowsOf({ figures, label }: Band, at: number): readonly LabelledRow[] {
  const toRow = (block: readonly Segment[]): LabelledRow => ({
    labels: [block],
    figures: [],
    y: middleHeight(block),
  });
  const own = figures.flat().sort((a, b) => a.box.x0 - b.box.x0);
  const { blocks, outer } = label;
  if (own.length === 0) return [...outer.map((each) => [each]), ...blocks].map(toRow);
  const row = {
    labels: [outer, blocks[at] ?? []].filter((each) => each.length > 0),
    figures: own,
    y: middleHeight(own),
  };
  return blocks.map((block, k) => (k === at ? row : toRow(block)));
}

/** Whether two readings of a page give the same figures the same labels. */
export function isSameReading(one: readonly LabelledRow[], other: readonly LabelledRow[]): boolean {
  const isSame = (a: readonly Segment[] = [], b: readonly Segment[] = []): boolean =>
    a.length === b.length && a.every((segment) => b.includes(segment));
  const [first, second] = [one, other].map((rows) => rows.filter(({ figures }) => figures.length > 0));
  return (
    first?.length === second?.length &&
    first?.every((row, at) => {
      const match = second?.[at];
      return match && isSame(row.figures, match.figures) && isSame(row.labels.at(-1), match.labels.at(-1));
    }) === true
  );
}
