/** Makes rows of what stands below the header of a table without rules. */
import type { Ruling } from '../model/index.js';
import { placeFigure } from './aligned-columns.js';
import type { ColumnLayout } from './aligned-columns.js';
import { figuresOf, labelsOf } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import { MOST_LABELS } from './aligned-row.js';
import type { AlignedRow, PlacedText } from './aligned-row.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import type { Stretch } from './aligned-sections.js';
import type { LabelledRow } from './label-rows.js';
import { rowsOfLines } from './levels-of-rows.js';
import type { KnownSettings } from './row-bands.js';
import { tornRows } from './torn-rows.js';
import { joinWrappedFigures } from './wrapped-figures.js';

/** The rules of a page. */
export type RulesOf = (pageNumber: number) => readonly Ruling[];

/** What is known of a table and its document. */
export interface BodyContext {
  readonly figures: readonly FigureColumn[];
  readonly layout: ColumnLayout;
  readonly rulesOf: RulesOf;
  readonly known: KnownSettings;
}

/** Rows from top to bottom, and where their figures and labels are set. */
export interface BodyRows {
  readonly rows: readonly AlignedRow[];
  /** As far as they tell. */
  readonly settings: readonly string[];
  /** Those of the last page. */
  readonly last: KnownSettings;
}

/**
 * The rows below a header; they may go on over pages.
 *
 * @param above what is above it in the table: where its header is printed again at the top of a page, a row may be cut
 */
export function bodyRows(
  { header, body }: Stretch,
  context: BodyContext,
  above?: { readonly stretch: Stretch; readonly last: KnownSettings },
): BodyRows {
  const { figures, rulesOf, known } = context;
  const rows: AlignedRow[] = [];
  const settings: string[] = [];
  const isBegun = header.length > 0 && (!above || above.stretch.body.at(-1)?.pageNumber === header[0]?.pageNumber);
  let before: KnownSettings | undefined = isBegun ? undefined : (above?.last ?? new Set());
  for (const pageNumber of new Set(body.map((line) => line.pageNumber))) {
    const lines = body.filter((line) => line.pageNumber === pageNumber);
    const withFigures = lines.map(({ segments }) => figuresOf(segments)).filter((own) => own.length > 0);
    const page = {
      lines: joinWrappedFigures(withFigures, figures),
      labels: lines.flatMap(labelsOf),
      rules: rulesOf(pageNumber),
    };
    const goesOn = body.some((line) => line.pageNumber > pageNumber);
    const read = rowsOfLines(page, { columns: figures, known, goesOn, ...(before && { before }) });
    rows.push(...placeRows(read.rows, pageNumber, context));
    settings.push(...(read.isTelling ? read.settings : []));
    before = new Set(read.settings);
  }
  return { rows, settings, last: before ?? new Set() };
}

function placeRows(
  rows: readonly LabelledRow[],
  pageNumber: number,
  { figures, layout }: BodyContext,
): readonly AlignedRow[] {
  const torn = tornRows(rows, figures);
  return rows.map((row) => {
    const isPlaced = layout.isClear && !torn.has(row);
    return {
      pageNumber,
      texts: [
        ...row.labels.map((segments): PlacedText => ({ segments })),
        ...row.figures.map((figure): PlacedText => {
          const place = isPlaced
            ? (placeFigure(figure, figures, layout) ?? nearestColumns(figure, figures))
            : ([0, figures.length - 1] as const);
          return { segments: [figure], first: MOST_LABELS + place[0], last: MOST_LABELS + place[1] };
        }),
      ],
    };
  });
}

/** A figure that stands in no column may belong to any of those beside it. */
function nearestColumns(figure: Segment, figures: readonly FigureColumn[]): readonly [number, number] {
  const wide = { ...figure, size: 0 };
  const under = columnsUnder(wide, figures);
  return under.length > 0 ? [Math.min(...under), Math.max(...under)] : [0, Math.max(0, figures.length - 1)];
}
