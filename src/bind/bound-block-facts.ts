/** Makes the facts of a block from what was bound to it, and remembers which cell holds which fact. */
import { hasStatedCells } from '../model/index.js';
import type { Block, BlockColumn, BlockRow, Cell, CellBinding, Fact, Table } from '../model/index.js';
import type { BoundBlock, BoundRow } from './bind-block.js';
import { readFigure, type FigureReading } from './read-figure.js';
import { recognisedFigure } from './recognised-figure.js';
import type { FigureCell } from './row-view.js';

/** A binding with the table its cell stands in. */
export interface TableBinding extends CellBinding {
  readonly ofTable: Table;
}

/** The facts of one block. */
export interface BlockFacts {
  /** In the order of the form. */
  readonly facts: readonly Fact[];
  readonly bindings: readonly TableBinding[];
}

/**
 * Makes a fact of every cell that the block's edition has.
 *
 * @param bound absent where the block was found nowhere: all its facts are then missing
 */
export function boundBlockFacts(block: Block, bound: BoundBlock | undefined, marks: readonly string[]): BlockFacts {
  const facts: Fact[] = [];
  const bindings: TableBinding[] = [];
  for (const [form, row] of block.rows.entries()) {
    const boundRow = bound?.rows.find((each) => each.form === form);
    for (const [at, column] of block.columns.entries()) {
      const figure = boundRow?.view.figures[at];
      const field = { block, row, column };
      if (!bound || !boundRow || !figure) {
        facts.push(missingFact(field));
        continue;
      }
      facts.push(figureFact(field, figure, { bound, boundRow, marks }));
      for (const cell of figure.cells) bindings.push(bindingOf(field, cell, bound.table));
    }
  }
  return { facts, bindings };
}

/** A cell of a block. */
export interface Field {
  readonly block: Block;
  readonly row: BlockRow;
  readonly column: BlockColumn;
}

function identityOf({ block, row, column }: Field): Pick<Fact, 'block' | 'edition' | 'table' | 'row' | 'column'> {
  return {
    block: block.slot,
    edition: block.edition,
    table: block.table,
    row: column.factRow ?? row.id,
    column: column.id,
  };
}

/** The unit that the form gives a figure. */
function unitOf({ row, column }: Field): string {
  return row.unit ?? column.unit;
}

/** The fact of a cell that the source does not have. */
export function missingFact(field: Field): Fact {
  return {
    ...identityOf(field),
    reading: { kind: 'blank' },
    value: '',
    unit: unitOf(field),
    printed: '',
    status: 'missing',
    alternatives: [],
    doubts: [],
  };
}

interface Source {
  readonly bound: BoundBlock;
  readonly boundRow: BoundRow;
  readonly marks: readonly string[];
}

/** What a figure's text says. Nothing but small raised signs is a note, or a figure beside larger text: not a blank. */
function readingOf(
  field: Field,
  { text, baseText }: FigureCell,
  { bound, marks }: Omit<Source, 'boundRow'>,
): FigureReading {
  if (baseText.trim() === '' && text.trim() !== '') {
    return { reading: { kind: 'illegible' }, alternatives: [], doubts: ['only-a-note'] };
  }
  const isAmount = field.column.type === 'amount' && hasStatedCells(bound.table);
  return readFigure(isAmount ? joinDecimal(baseText) : baseText, marks);
}

function figureFact(field: Field, figure: FigureCell, { bound, boundRow, marks }: Source): Fact {
  const { reading, alternatives, doubts: readingDoubts } = readingOf(field, figure, { bound, marks });
  const value = reading.kind === 'number' ? reading.value : '';
  const recognised = recognisedFigure(figure, value, marks);
  const doubts = [
    ...boundRow.doubts,
    ...(isHeaderMissed(bound) ? ['header-unrecognised'] : []),
    ...figure.doubts,
    ...(isBesideTwoNumbers(field, { bound, boundRow }) ? ['beside-two-numbers'] : []),
    ...readingDoubts,
    ...(recognised?.doubts ?? []),
  ];
  const others = [...new Set([...alternatives, ...(recognised?.alternatives ?? [])])].filter((each) => each !== value);
  const isPlaced = !figure.doubts.includes('place-in-row-unknown') && !figure.doubts.includes('spans-several-places');
  return {
    ...identityOf(field),
    reading: isPlaced ? reading : { kind: 'illegible' },
    value: isPlaced ? value : '',
    unit: reading.kind === 'number' && reading.unit !== '' ? reading.unit : (boundRow.view.unit ?? unitOf(field)),
    printed: figure.text,
    status: doubts.length > 0 ? 'suspect' : 'printed',
    alternatives: isPlaced || value === '' ? others : [value, ...others],
    doubts,
    ...(recognised && { confidence: recognised.confidence }),
    ...(figure.place && { place: figure.place }),
  };
}

/** Whether a blank without rules around it has a neighbour with two numbers: one of them may be its own. */
function isBesideTwoNumbers({ block, column }: Field, { bound, boundRow }: Omit<Source, 'marks'>): boolean {
  if (bound.table.geometry === 'ruled' || hasStatedCells(bound.table)) return false;
  const at = block.columns.indexOf(column);
  const [before, own, after] = [at - 1, at, at + 1].map((place) => boundRow.view.figures[place]?.baseText ?? '');
  return own === '' && [before, after].some((text) => text !== undefined && TWO_NUMBERS.test(text));
}

const TWO_NUMBERS = /[\d０-９]\s+[\d０-９]/u;

/** Whether only an unreadable header could say what the columns are. */
function isHeaderMissed({ block, plan }: BoundBlock): boolean {
  if (plan.evidence === 'position') return true;
  return block.columnsVary && block.columns.length > 1 && plan.recognisedShare === 0;
}

/** `49636. 2083`: letters set apart, or a line that ends behind the point. No amount ends in a point. */
function joinDecimal(text: string): string {
  return text.replace(/^([\d,]+)[.．]\s(\d+)(?!\d)/u, '$1.$2');
}

function bindingOf(field: Field, cell: Cell, table: Table): TableBinding {
  const { row, column } = identityOf(field);
  return {
    ofTable: table,
    rowIndex: cell.rowIndex,
    columnIndex: cell.columnIndex,
    table: field.block.table,
    row,
    column,
  };
}
