/** Decides how far a table goes that is drawn by nothing but its lines. */
import type { TextRow } from './line-to-row.js';

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
    if (kind === 'row') {
      found++;
      end = here + 1;
      pieces = 0;
      empty = 0;
    } else if (kind === 'piece') pieces++;
    else if (kind === 'empty') empty++;
    else if (kind === 'text') break;
    if (here === at && kind !== 'row' && kind !== 'piece') break;
    if (found === 0 && empty > 0) break;
    if (pieces > PIECES_BETWEEN_ROWS || empty > EMPTY_BETWEEN_ROWS) break;
  }
  return found >= 2 ? end : at;
}
