/** Tells pages whose prose stands in columns: their lines run on into the next column's, and sentences are torn. */
import type { TextLine } from '../../model/index.js';

/** A gap between two Chinese characters; justified text has none, and beside figures a gap says nothing. */
const GAP = /[\p{Script=Han}，。；、：（）“”] [\p{Script=Han}（“]/u;
/** A shorter line is a heading, a signature or the end of a paragraph. */
const FEWEST_CHARACTERS = 20;
/** So many such lines, and so great a share of a page's, are no accident. */
const FEWEST_LINES = 4;
const COLUMN_SHARE = 0.4;

/** The pages, of sources with places, on which lines of prose run over a gap between columns. */
export function pagesInColumns(lines: readonly TextLine[]): ReadonlySet<number> {
  const long = lines.filter(({ text, box, isFurniture }) => box && !isFurniture && text.length >= FEWEST_CHARACTERS);
  const pageNumbers = [...new Set(long.map(({ pageNumber }) => pageNumber))];
  return new Set(
    pageNumbers.filter((pageNumber) => {
      const own = long.filter((line) => line.pageNumber === pageNumber);
      const parted = own.filter(({ text }) => GAP.test(text)).length;
      return parted >= FEWEST_LINES && parted >= COLUMN_SHARE * own.length;
    }),
  );
}
