/** The official form as a grid: where each label and each figure of a table's blocks stands, merged as the form merges them. */
import type { Block, Label } from '../../model/index.js';
import { labelSpans } from './label-spans.js';

/** An area of the grid, from 0. */
export interface GridArea {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A cell that says what others are. */
export interface LabelCell extends GridArea {
  readonly text: string;
  readonly kind: 'title' | 'header' | 'label';
}

/** A cell that holds a figure. */
export interface FigureCell extends GridArea {
  readonly block: Block;
  readonly row: string;
  readonly column: string;
}

/** A table of the form. */
export interface FormGrid {
  readonly labels: readonly LabelCell[];
  readonly figures: readonly FigureCell[];
  readonly rowCount: number;
  readonly columnCount: number;
  /** How many of the columns, from the left, hold labels. */
  readonly labelColumns: number;
}

/** How a block is fitted into the grid of its table. */
interface Frame {
  readonly top: number;
  readonly labelColumns: number;
  readonly columnCount: number;
}

/** Puts the blocks of one table under one another, all as wide as the widest: the last column of a narrower one is stretched. */
export function blocksToGrid(blocks: readonly Block[]): FormGrid {
  const labelColumns = Math.max(0, ...blocks.map(labelDepth));
  const columnCount = labelColumns + Math.max(0, ...blocks.map((block) => unitColumns(block) + block.columns.length));
  const labels: LabelCell[] = [];
  const figures: FigureCell[] = [];
  let top = 0;
  for (const block of blocks) {
    const frame = { top, labelColumns, columnCount };
    labels.push(...titleOf(block, frame), ...headerOf(block, frame), ...rowLabelsOf(block, frame));
    figures.push(...figuresOf(block, frame));
    top += headHeight(block) + block.rows.length;
  }
  return { labels, figures, rowCount: top, columnCount, labelColumns };
}

function labelDepth({ hasRowLabels, rows }: Block): number {
  return hasRowLabels ? Math.max(...rows.map(({ path }) => path.length)) : 0;
}

function headerDepth({ columns }: Block): number {
  return Math.max(...columns.map(({ path }) => path.length));
}

function unitColumns({ unitColumn }: Block): number {
  return unitColumn === undefined ? 0 : 1;
}

/** Rows above the first row of figures. */
function headHeight(block: Block): number {
  return (block.title === undefined ? 0 : 1) + headerDepth(block);
}

function textsOf(path: readonly Label[]): string[] {
  return path.map(({ text }) => text);
}

function titleOf({ title }: Block, { top, columnCount }: Frame): LabelCell[] {
  if (title === undefined) return [];
  return [{ text: title.text, kind: 'title', rowIndex: top, columnIndex: 0, rowSpan: 1, columnSpan: columnCount }];
}

function headerOf(block: Block, frame: Frame): LabelCell[] {
  const { columns, corner, unitColumn, title } = block;
  const depth = headerDepth(block);
  const top = frame.top + (title === undefined ? 0 : 1);
  const first = frame.labelColumns + unitColumns(block);
  const whole = { kind: 'header', rowIndex: top, rowSpan: depth } as const;
  const spans = labelSpans(
    columns.map(({ path }) => textsOf(path)),
    depth,
  );
  return [
    ...(frame.labelColumns === 0
      ? []
      : [{ ...whole, text: corner?.text ?? '', columnIndex: 0, columnSpan: frame.labelColumns }]),
    ...(unitColumn === undefined
      ? []
      : [{ ...whole, text: unitColumn.text, columnIndex: frame.labelColumns, columnSpan: 1 }]),
    ...spans.map(({ text, start, length, depth: level, depthSpan }): LabelCell => ({
      text,
      kind: 'header',
      rowIndex: top + level,
      rowSpan: depthSpan,
      columnIndex: first + start,
      columnSpan: length + stretch(block, frame, start + length - 1),
    })),
  ];
}

/** By how many columns the leaf at `at` is wider than one. */
function stretch(block: Block, { labelColumns, columnCount }: Frame, at: number): number {
  const isLast = at === block.columns.length - 1;
  return isLast ? columnCount - labelColumns - unitColumns(block) - block.columns.length : 0;
}

function rowLabelsOf(block: Block, { top, labelColumns }: Frame): LabelCell[] {
  const { rows, columns, hasRowLabels, unitColumn } = block;
  if (!hasRowLabels) return [];
  const first = top + headHeight(block);
  const spans = labelSpans(
    rows.map(({ path }) => textsOf(path)),
    labelColumns,
  );
  return [
    ...spans.map(({ text, start, length, depth, depthSpan }): LabelCell => ({
      text,
      kind: 'label',
      ...{ rowIndex: first + start, rowSpan: length, columnIndex: depth, columnSpan: depthSpan },
    })),
    ...rows.flatMap(({ unit = columns[0]?.unit ?? '' }, at): LabelCell[] =>
      unitColumn === undefined
        ? []
        : [{ text: unit, kind: 'label', rowIndex: first + at, rowSpan: 1, columnIndex: labelColumns, columnSpan: 1 }],
    ),
  ];
}

function figuresOf(block: Block, frame: Frame): FigureCell[] {
  const firstRow = frame.top + headHeight(block);
  const firstColumn = frame.labelColumns + unitColumns(block);
  return block.rows.flatMap((row, rowAt) =>
    block.columns.map((column, at) => ({
      block,
      row: column.factRow ?? row.id,
      column: column.id,
      ...{ rowIndex: firstRow + rowAt, columnIndex: firstColumn + at },
      ...{ rowSpan: 1, columnSpan: 1 + stretch(block, frame, at) },
    })),
  );
}
