/** Says of everything in a layout where it stands on other pages: those of the source, where pages were turned or cut. */
import type { Bbox, Cell, DigitRun, Layout, PositionedPage, Table, TextLine } from '../model/index.js';

/** A box on a page. */
export interface PlacedBox {
  readonly pageNumber: number;
  readonly box: Bbox;
}

/** Moves every box of a layout. */
export function moveLayout(layout: Layout, move: (place: PlacedBox) => PlacedBox): Layout {
  const moveRun = (run: DigitRun): DigitRun =>
    run.box ? { ...run, ...move({ pageNumber: run.pageNumber, box: run.box }) } : run;
  const moveLine = (line: TextLine): TextLine =>
    line.box ? { ...line, ...move({ pageNumber: line.pageNumber, box: line.box }) } : line;
  const moveCell = (cell: Cell): Cell => ({
    ...cell,
    parts: cell.parts.map((part) => ({ ...part, ...move(part) })),
    runs: cell.runs.map(moveRun),
  });
  const moveTable = (table: Table): Table => ({
    ...table,
    cells: table.cells.map(moveCell),
    parts: table.parts.map((part) => ({ ...part, ...move(part) })),
    strayRuns: table.strayRuns.map(moveRun),
  });
  return { ...layout, tables: layout.tables.map(moveTable), lines: layout.lines.map(moveLine) };
}

/** Puts what was found on pages that were turned upright or cut from a sheet on the pages of the source. */
export function putOnSource(layout: Layout, pages: readonly PositionedPage[]): Layout {
  const origins = new Map(pages.flatMap(({ pageNumber, origin }) => (origin ? [[pageNumber, origin] as const] : [])));
  if (origins.size === 0) return layout;
  return moveLayout(layout, (place) => {
    const origin = origins.get(place.pageNumber);
    if (!origin) return place;
    const { x0, top, x1, bottom } = place.box;
    const [a, b, c, d, e, f] = origin.toSource;
    // The middle and the size are kept, not the corners: of a page that lies askew a box would come out too large.
    const [x, y] = [(x0 + x1) / 2, (top + bottom) / 2];
    const [middleX, middleY] = [a * x + c * y + e, b * x + d * y + f];
    const isSideways = Math.abs(b) > Math.abs(a);
    const [width, height] = isSideways ? [bottom - top, x1 - x0] : [x1 - x0, bottom - top];
    return {
      pageNumber: origin.pageNumber,
      box: {
        x0: middleX - width / 2,
        top: middleY - height / 2,
        x1: middleX + width / 2,
        bottom: middleY + height / 2,
      },
    };
  });
}
