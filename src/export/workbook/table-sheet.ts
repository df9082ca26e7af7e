/** One table of the report as a sheet laid out like the official form: its figures, those in doubt or at odds marked and explained. */
import type { Block } from '../../model/index.js';
import { cellMarks, type CellMark } from '../audit/cell-marks.js';
import { figureRemark } from '../audit/figure-remark.js';
import type { FactJson, ShownFinding } from '../audit/shown-findings.js';
import { blocksToGrid, type FigureCell, type FormGrid } from './form-grid.js';
import type { CellLook, Sheet, SheetCell } from './sheet.js';
import { toCellValue } from './sheet.js';

/** What a table's sheet is made of. */
export interface TableContent {
  readonly name: string;
  /** What stands over the table. */
  readonly heading: string;
  /** Those of the table that the report follows, in the order of the form. */
  readonly blocks: readonly Block[];
  readonly facts: readonly FactJson[];
  readonly shown: readonly ShownFinding[];
}

/** A sheet and where its figures stand in it. */
export interface TableSheet {
  readonly sheet: Sheet;
  /** By `row/column`. */
  readonly places: ReadonlyMap<string, Pick<SheetCell, 'rowIndex' | 'columnIndex'>>;
}

/** Rows above the table: its heading and an empty one. */
const ROWS_ABOVE = 2;

/** Widths in characters: of a group's label, of a row's, of a figure. The boxes of notes are two figures wide in Excel. */
const GROUP_WIDTH = 14;
const LABEL_WIDTH = 38;
const FIGURE_WIDTH = 13;

/** A table of more rows would be too small to read on one sheet of paper. */
const MOST_ROWS_OF_PAGE = 45;

/** Lays out the sheet of a table. */
export function tableSheet({ name, heading, blocks, facts, shown }: TableContent): TableSheet {
  const grid = blocksToGrid(blocks);
  const marks = cellMarks(shown, blocks[0]?.table ?? '');
  const figures = new Map(facts.map((fact) => [factKey(fact.block, fact.edition, fact), fact]));
  const below = <Area extends { readonly rowIndex: number }>(area: Area): Area => ({
    ...area,
    rowIndex: area.rowIndex + ROWS_ABOVE,
  });
  const cells = grid.figures.map((cell) =>
    below(
      figureCell(cell, figures.get(factKey(cell.block.slot, cell.block.edition, cell)), marks.get(keyOf(cell)), shown),
    ),
  );
  const title = { rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: grid.columnCount };
  return {
    sheet: {
      name,
      cells: [
        { ...title, value: heading, look: { kind: 'title' } },
        ...grid.labels.map(({ text, kind, ...area }) => below({ ...area, value: text, look: { kind: lookOf(kind) } })),
        ...cells,
      ],
      columnWidths: widthsOf(grid),
      frozenRows: 0,
      isOnePage: grid.rowCount <= MOST_ROWS_OF_PAGE,
    },
    places: new Map(grid.figures.map((cell) => [keyOf(cell), below(cell)])),
  };
}

function keyOf({ row, column }: Pick<FactJson, 'row' | 'column'>): string {
  return `${row}/${column}`;
}

function factKey(slot: string, edition: string, figure: Pick<FactJson, 'row' | 'column'>): string {
  return `${slot} ${edition} ${keyOf(figure)}`;
}

function lookOf(kind: 'title' | 'header' | 'label'): CellLook['kind'] {
  return kind === 'label' ? 'label' : 'header';
}

function widthsOf({ labelColumns, columnCount }: FormGrid): number[] {
  return Array.from({ length: columnCount }, (_, at) => {
    if (at >= labelColumns) return FIGURE_WIDTH;
    return at === labelColumns - 1 ? LABEL_WIDTH : GROUP_WIDTH;
  });
}

function figureCell(
  { rowIndex, columnIndex, rowSpan, columnSpan, block }: FigureCell,
  fact: FactJson | undefined,
  mark: CellMark | undefined,
  shown: readonly ShownFinding[],
): SheetCell {
  const comment = [
    ...(fact === undefined ? [] : remarksOf(fact, block)),
    ...(mark === undefined ? [] : findingsOf(mark, shown)),
  ].join('\n');
  return {
    ...{ rowIndex, columnIndex, rowSpan, columnSpan },
    value: fact === undefined ? '' : toCellValue(fact.value === '' ? fact.printed : fact.value),
    look: {
      kind: 'figure',
      ...(fact === undefined ? {} : { status: fact.status }),
      ...(mark === undefined ? {} : { mark: mark.isTotal ? 'total' : 'part' }),
    },
    ...(comment === '' ? {} : { comment }),
  };
}

/** What is said of the figure by itself: Chinese first. */
function remarksOf(fact: FactJson, block: Block): string[] {
  const remark = figureRemark(fact);
  const formUnit =
    block.rows.find(({ id }) => id === fact.row)?.unit ?? block.columns.find(({ id }) => id === fact.column)?.unit;
  const hasOtherUnit = fact.unit !== '' && formUnit !== undefined && formUnit !== fact.unit;
  return [
    ...(remark === undefined ? [] : [remark.zh, remark.en]),
    ...(hasOtherUnit ? [`单位为${fact.unit}，不是${formUnit}。`, `In ${fact.unit}, not in ${formUnit}.`] : []),
  ];
}

/** Short, since Excel shows notes in boxes that cut what is long; the sheet of findings says it in full. */
function findingsOf({ numbers }: CellMark, shown: readonly ShownFinding[]): string[] {
  const marked = shown.filter(({ number }) => numbers.includes(number));
  const failed = marked.filter(({ finding }) => finding.check !== null);
  const others = marked.filter(({ finding }) => finding.check === null).map(({ number }) => number);
  return [
    ...failed.map(({ number, finding }) => `等式不符，差 ${finding.difference}（发现 ${number}）`),
    ...(others.length === 0 ? [] : [`见发现 ${others.join('、')}`]),
    ...failed.map(({ number, finding }) => `sum off by ${finding.difference} (finding ${number})`),
    ...(others.length === 0 ? [] : [`see finding ${others.join(', ')}`]),
  ];
}
