/** Says of tables without rules on which pages their last row may go on overleaf. */
import type { Table, TablePart } from '../model/index.js';
import { figuresOf, isFigure } from './aligned-lines.js';
import type { AlignedLine, Segment } from './aligned-lines.js';
import { MOST_LABELS } from './aligned-row.js';

/** The parts of a table, those marked that end their page and may go on at the top of the next one. */
export function withPageEnds(
  { parts, columnCount }: Pick<Table, 'parts' | 'columnCount'>,
  lines: readonly AlignedLine[],
): readonly TablePart[] {
  return parts.map((part) => {
    const isFollowed = lines.some(
      ({ pageNumber, kind, segments }) =>
        pageNumber === part.pageNumber && kind !== 'noise' && segments.some(({ y }) => y > part.box.bottom),
    );
    const overleaf = lines.filter(({ pageNumber }) => pageNumber === part.pageNumber + 1);
    const isOpen = !isFollowed && mayHoldRest(overleaf, { part, figureCount: columnCount - MOST_LABELS });
    return isOpen ? { ...part, endsPage: true } : part;
  });
}

/**
 * Whether the top of a page may hold the rest of a number: a figure that is not one of a whole row, which prints one in
 * each column side by side. Above it only labels and headers can stand; a heading or a sentence ends the table.
 */
function mayHoldRest(
  lines: readonly AlignedLine[],
  { part, figureCount }: { readonly part: TablePart; readonly figureCount: number },
): boolean {
  for (const { kind, segments } of lines) {
    if (kind === 'text') return false;
    const figures = segments.filter((segment) => isFigure(segment) && isBeside(segment, part));
    // What passes for a page number may be the end of one.
    if (kind === 'noise' && figures.length === 0) continue;
    if (figures.length > 0) return kind === 'noise' || figuresOf(segments).length !== figureCount;
  }
  return false;
}

function isBeside({ box }: Segment, { box: table }: TablePart): boolean {
  return box.x1 > table.x0 && box.x0 < table.x1;
}
