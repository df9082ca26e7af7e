/**
 * Finds the columns of a block in a table whose spans are lost: reading modes and converters leave the cells of a nested
 * header in their rows, so that no name stands over its figures. What stands in which row is told by the form's own
 * nesting; where the header says it all, in the form's order, the cells of a row behind its label have that order too.
 */
import type { Block, Label } from '../model/index.js';
import { CLEAR_WORDING, pathName } from './header-slots.js';
import type { LabelMatcher } from './label-matcher.js';
import { fitScore } from './locate-columns.js';
import type { ColumnPlan } from './locate-columns.js';
import type { TableIndex } from './table-index.js';

/** A plan by which rows are read in the order of their cells; `undefined` where some name is missing. */
export function planByNesting(index: TableIndex, block: Block, matcher: LabelMatcher): ColumnPlan | undefined {
  const { geometry, rowCount, columnCount } = index.table;
  if (geometry !== 'marked' || block.columns.every(({ path }) => path.length < 2)) return undefined;
  const headers = [levelsOf(block, 'high'), levelsOf(block, 'low')].flatMap(withoutCommon);
  for (let row = 0; row < rowCount; row++) {
    for (const rows of headers) {
      const fits = rows.map((level, at) => rowFit(index, level, { row: row + at, isTop: at === 0, matcher }));
      if (fits.some((fit) => fit < CLEAR_WORDING)) continue;
      return {
        evidence: 'order',
        score: block.columns.length * fitScore(Math.min(...fits)),
        recognisedShare: 1,
        firstRow: row + rows.length,
        // Beyond the table: no cell stands in them.
        ranges: block.columns.map((_, at) => ({ start: columnCount + at, end: columnCount + at + 1 })),
        uncertain: [],
        unnamed: [],
      };
    }
  }
  return undefined;
}

/** The rows of a header. */
type Levels = readonly (readonly Label[])[];

/** The rows of a block's header, a group once: names without a group stand beside the groups, or beside the lowest names. */
function levelsOf({ columns }: Block, leaves: 'high' | 'low'): Levels {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    columns.flatMap(({ path }, at) => {
      if (leaves === 'low' && level === depth - 1) return path.slice(-1);
      if (path.length === level + 1) return leaves === 'high' ? path.slice(-1) : [];
      const before = columns[at - 1]?.path.slice(0, level + 1);
      const isSame = before && pathName(before) === pathName(path.slice(0, level + 1));
      return isSame ? [] : path.slice(level, level + 1);
    }),
  );
}

/** The same header, and that without what stands over all of its columns: publishers leave it out. */
function withoutCommon(levels: Levels): readonly Levels[] {
  return levels[0]?.length === 1 ? [levels, levels.slice(1)] : [levels];
}

/** How well the cells of a row are these labels, the worst of them; 0 where they are not as many. A top row may begin with a corner. */
function rowFit(
  { rows }: TableIndex,
  labels: readonly Label[],
  { row, isTop, matcher }: { readonly row: number; readonly isTop: boolean; readonly matcher: LabelMatcher },
): number {
  const texts = (rows[row] ?? [])
    .filter(({ rowIndex, text }) => rowIndex === row && text !== '')
    .map(({ text }) => text);
  const extra = texts.length - labels.length;
  if (extra !== 0 && !(isTop && extra === 1)) return 0;
  return Math.min(...labels.map((label, at) => matcher.fit(texts[at + extra] ?? '', label)));
}
