/** Decides how far a table goes that is drawn by nothing but its lines. */
import type { TextRow } from './line-to-row.js';

/** Rows a table has at least; a long one counts as that many. */
const FEWEST_ROWS = 2;

/** What a line is; see `TextRow`. */
export type LineKind = TextRow['kind'];

/** Lines that are no rows but may stand between two rows of one table: pieces of a wrapped label. */
const PIECES_BETWEEN_ROWS = 3;
/** Empty lines that may stand between two rows of one table: a page break, a blank line after every line. */
const EMPTY_BETWEEN_ROWS = 4;

/**
 * The end of the table that begins at a line: `at` itself where none does. A table begins with a row, or with short
 * lines right above one (its header), and holds at least two rows with figures or separators.
 */
export function endOfTable(kinds: readonly LineKind[], at: number): number {
  let end = at;
  let found = 0;
  let pieces = 0;
  let empty = 0;
  for (let here = at; here < kinds.length; here++) {
    const kind = kinds[here];
    if (kind === 'row' || kind === 'long-row') {
      found += kind === 'row' ? 1 : FEWEST_ROWS;
      end = here + 1;
      pieces = 0;
      empty = 0;
    } else if (kind === 'piece') pieces++;
    else if (kind === 'empty') empty++;
    else if (kind === 'text') break;
    if (here === at && kind !== 'row' && kind !== 'long-row' && kind !== 'piece') break;
    if (found === 0 && empty > 0) break;
    if (pieces > PIECES_BETWEEN_ROWS || empty > EMPTY_BETWEEN_ROWS) break;
  }
  return found >= FEWEST_ROWS ? end : at;
}
