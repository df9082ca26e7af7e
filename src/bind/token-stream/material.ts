/** Which figures of a stream stand with which row of a block, whatever order a converter has printed labels and figures in. */
import type { Block, Label } from '../../model/index.js';
import { findChain } from './anchors.js';
import type { Anchor, AnchorFinder } from './anchors.js';
import type { Stream, StreamFigure } from './stream.js';

/** How figures stand to labels: each row's after, before or around its label; all labels first; no labels at all. */
export type ReadingOrder = 'after' | 'before' | 'by-column' | 'alone';

/** The figures of one row of a block. */
export interface RowMaterial {
  /** Index into the block's rows. */
  readonly form: number;
  readonly figures: readonly StreamFigure[];
  /** True where other figures stand near that may belong to the row, or some of these may not. */
  readonly isUnsure: boolean;
  /**
   * True where the figures may be another row's: its whole label, found nowhere in its order, stands before them, or others before
   * them are no row's.
   */
  readonly holdsOther?: boolean;
}

/** A block's figures, row by row. */
export interface BlockMaterial {
  readonly order: ReadingOrder;
  readonly rows: readonly RowMaterial[];
  /** All figures of the block column by column, one fewer than it has cells; absent for most. */
  readonly columnsWithBlank?: readonly StreamFigure[];
  /** How many of the block's labels (title, columns, rows) were found: most are those of the edition that is printed. */
  readonly labelCount: number;
  /** Where the first of its labels or figures stands among the letters. */
  readonly start: number;
}

/** Share of a block's row labels that must be found. */
const ROWS_SHARE = 0.6;
/** Share of the columns' labels that must be found where rows have none, or are too few to tell the block by. */
const COLUMNS_SHARE = 0.6;
/** So many row labels in order are a block whatever its header says. */
const TELLING_ROWS = 5;
/** Letters between the end of a header and the figures of a row without a label. */
const NEAR = 40;
/** Letters of an enumerator between a figure and the label it stands before. */
const ENUMERATOR_LETTERS = 3;
/** Letters of a label that stands within another by no chance. */
const WHOLE_LABEL = 5;

/** Finds a block's figures in a stream, by its labels; `undefined` where they are not there. */
export function findMaterial(stream: Stream, finder: AnchorFinder, block: Block): BlockMaterial | undefined {
  const rowLabels = block.hasRowLabels ? block.rows.map((row) => row.path.at(-1)).filter((label) => !!label) : [];
  const columnLabels = block.columns.map((column) => column.path.at(-1)).filter((label) => !!label);
  const title: readonly Label[] = block.title ? [block.title] : [];
  const labels = [...title, ...columnLabels, ...rowLabels];
  const chain = findChain(finder, labels, [0, stream.letters.length]);
  const found = chain.filter((anchor) => anchor !== undefined);
  const [first] = found;
  if (!first) return undefined;
  const columns = chain.slice(title.length, title.length + columnLabels.length);
  const columnShare = columns.filter((anchor) => anchor !== undefined).length / columnLabels.length;
  const context = { labelCount: found.length, start: first.start };
  if (!block.hasRowLabels) {
    const figures = columnShare < COLUMNS_SHARE ? [] : figuresBelow(stream, found.at(-1)?.end ?? 0);
    const rows = figures.length > 0 ? [{ form: 0, figures, isUnsure: false }] : [];
    return rows.length === 0 ? undefined : { ...context, order: 'after', rows };
  }
  const anchors = block.rows.map((row, form) => withUnit(chain.slice(-rowLabels.length)[form], row.unit, stream));
  const rowCount = anchors.filter((anchor) => anchor !== undefined).length;
  const isTold = rowCount >= TELLING_ROWS || (columnShare >= COLUMNS_SHARE && (title.length === 0 || !!chain[0]));
  if (rowCount < ROWS_SHARE * rowLabels.length || !isTold) return undefined;
  const assigned = assign(stream, block, anchors);
  // Columns read one after the other stand far from their labels.
  if (assigned.order === 'by-column') return { ...context, ...assigned };
  const holders = holdersOfOthers(finder, block, { anchors, rows: assigned.rows });
  const rows = assigned.rows.map((row) => (holders.has(row.form) ? { ...row, holdsOther: true } : row));
  return { ...context, ...assigned, rows };
}

/** The rows between whose label and figures the whole label of a row stands that is found nowhere in its order. */
function holdersOfOthers(
  finder: AnchorFinder,
  block: Block,
  { anchors, rows }: { readonly anchors: Anchors; readonly rows: readonly RowMaterial[] },
): ReadonlySet<number> {
  const lost = block.rows.flatMap((row, form) => (anchors[form] ? [] : (row.path.at(-1) ?? [])));
  const strays = lost
    .flatMap((label) => finder.placesOf(label))
    .filter(({ fit, start, end }) => fit === 1 && end - start >= WHOLE_LABEL);
  const holders = rows.filter(({ form, figures }) => {
    const anchor = anchors[form];
    if (!anchor || figures.length === 0) return false;
    const places = figures.map(({ at }) => at);
    const from = Math.min(anchor.start, ...places);
    const to = Math.max(anchor.end, ...places);
    return strays.some(({ start, end }) => start >= from && end <= to);
  });
  return new Set(holders.map(({ form }) => form));
}

/** A label with the unit that is printed between it and its figures. */
function withUnit(anchor: Anchor | undefined, unit: string | undefined, { letters }: Stream): Anchor | undefined {
  if (!anchor || unit === undefined || !letters.startsWith(unit, anchor.end)) return anchor;
  return { ...anchor, end: anchor.end + unit.length };
}

/** The figures right below a header: the first ones that follow it without a letter between them. */
function figuresBelow(stream: Stream, from: number): readonly StreamFigure[] {
  const at = stream.figures.find((figure) => figure.at >= from)?.at ?? Infinity;
  if (at > from + NEAR) return [];
  return stream.figures.filter((figure) => figure.at === at && !figure.meetsStop);
}

type Anchors = readonly (Anchor | undefined)[];

function assign(
  stream: Stream,
  block: Block,
  anchors: Anchors,
): Pick<BlockMaterial, 'order' | 'rows' | 'columnsWithBlank'> {
  const figures = withoutEnumerators(stream, block, anchors);
  const after = rowsAfter(figures, anchors);
  const before = rowsBefore(figures, anchors);
  const filled = (rows: readonly RowMaterial[]): number => rows.filter((row) => row.figures.length > 0).length;
  const last = anchors.findLast((anchor) => anchor !== undefined);
  const run = last ? figures.filter((figure) => figure.at === last.end) : [];
  const isAllAfterLast = filled(after) === 1 && block.rows.length > 1 && !anchors.includes(undefined);
  const lacking = block.rows.length * block.columns.length - run.length;
  if (isAllAfterLast && lacking === 0) return { order: 'by-column', rows: byColumn(run, block) };
  if (isAllAfterLast && lacking === 1) return { order: 'after', rows: after, columnsWithBlank: run };
  return filled(before) > filled(after) ? { order: 'before', rows: before } : { order: 'after', rows: after };
}

/** Takes the enumerators of labels out of the figures; one that has grown together with a row's digits is cut off. */
function withoutEnumerators(stream: Stream, block: Block, anchors: Anchors): readonly StreamFigure[] {
  return stream.figures.flatMap((figure) => {
    if (!figure.meetsStop) return [figure];
    if (/^\d{1,2}$/u.test(figure.text)) return [];
    // The label that follows may have been found by a word in its midst.
    const form = anchors.findIndex((anchor) => anchor && anchor.start >= figure.at && anchor.start <= figure.at + NEAR);
    const ordinal = /^\d+/u.exec(block.rows[form]?.path.at(-1)?.text ?? '')?.[0];
    const isCut = ordinal !== undefined && figure.text.endsWith(ordinal);
    return isCut ? [{ ...figure, text: figure.text.slice(0, -ordinal.length) }] : [figure];
  });
}

function rowsAfter(figures: readonly StreamFigure[], anchors: Anchors): readonly RowMaterial[] {
  return anchors.flatMap((anchor, form) => {
    if (!anchor) return [];
    const next = anchors.find((other, at) => at > form && other !== undefined);
    const end = next?.start ?? anchor.end;
    const own = figures.filter((figure) => figure.at > anchor.start && figure.at <= end);
    const adjacent = own.filter((figure) => figure.at <= anchor.end);
    const isNextFound = next === undefined || next === anchors[form + 1];
    if (adjacent.length > 0) return [{ form, figures: adjacent, isUnsure: adjacent.length < own.length }];
    const isOnePlace = own.every((figure) => figure.at === own[0]?.at);
    const row = { form, figures: isOnePlace && isNextFound ? own : [], isUnsure: own.length > 0 && !isOnePlace };
    // A label may end behind its figures: then these, further on, are the next row's.
    return [isAnyLeftBefore(figures, anchors.slice(0, form + 1)) ? { ...row, holdsOther: true } : row];
  });
}

/** Whether figures stand before the last of some labels that are not those right behind the one before it. */
function isAnyLeftBefore(figures: readonly StreamFigure[], anchors: Anchors): boolean {
  const own = anchors.at(-1);
  const before = anchors.slice(0, -1).findLast((anchor) => anchor !== undefined);
  if (!own || !before) return false;
  const between = figures.filter((figure) => figure.at > before.start && figure.at <= own.start);
  return between.some(({ at }) => at > before.end) && between.some(({ at }) => at <= before.end);
}

function rowsBefore(figures: readonly StreamFigure[], anchors: Anchors): readonly RowMaterial[] {
  return anchors.flatMap((anchor, form) => {
    if (!anchor) return [];
    const before = anchors.slice(0, form).findLast((other) => other !== undefined);
    const isBeforeFound = form === 0 || anchors[form - 1] !== undefined;
    const from = before && isBeforeFound ? before.end : anchor.start - ENUMERATOR_LETTERS;
    const own = figures.filter((figure) => figure.at >= from && figure.at <= anchor.start);
    const isOnePlace = own.every((figure) => figure.at === own[0]?.at);
    return [{ form, figures: isOnePlace ? own : [], isUnsure: !isOnePlace }];
  });
}

/** Figures that go down one column after the other. */
function byColumn(run: readonly StreamFigure[], block: Block): readonly RowMaterial[] {
  const height = block.rows.length;
  return block.rows.map((_, form) => ({
    form,
    figures: apart(run.filter((_figure, at) => at % height === form)),
    isUnsure: false,
  }));
}

/** Figures that were gathered from several places: each by itself. */
function apart(figures: readonly StreamFigure[]): readonly StreamFigure[] {
  return figures.map((figure) => ({ ...figure, gap: 'line' }));
}
