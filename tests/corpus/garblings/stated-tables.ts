// Tables as converters write them down cell by cell: nothing is lost but the spans, and those not always.
import { toGrid, type FormCell, type FormTable } from '../form.js';

/** Markdown with every cell that spans columns or rows written in each of them. */
export function repeatedSpans(table: FormTable): readonly string[] {
  return markdown(toGrid(table).map((row) => row.map(textOf)));
}

/** Markdown with a cell in its first place and nothing in the others it covers; words in bold, points escaped. */
export function emptySpans(table: FormTable): readonly string[] {
  return markdown(firstPlaces(table).map((row) => row.map((text) => text.replace(/\./gu, '\\.'))));
}

/** Lines of fields in quotes, as a spreadsheet exports them. */
export function quotedFields(table: FormTable): readonly string[] {
  return firstPlaces(table).map((row) => row.map((text) => `"${text}"`).join(','));
}

/** A table with a rule between all rows. */
export function ruledGrid(table: FormTable): readonly string[] {
  const rule = `+${table.columnShares.map(() => '----').join('+')}+`;
  return [rule, ...firstPlaces(table).flatMap((row) => [`| ${row.join(' | ')} |`, rule])];
}

/** A table of HTML in the text, its rows on one line. */
export function taggedTable(table: FormTable): readonly string[] {
  const cell = ({ text, note, colspan, rowspan }: FormCell): string =>
    `<td colspan="${colspan}" rowspan="${rowspan}">${text}${note ?? ''}</td>`;
  return [`<table><tbody>${table.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`];
}

const textOf = (cell: FormCell | undefined): string => (cell === undefined ? '' : cell.text + (cell.note ?? ''));

function firstPlaces(table: FormTable): string[][] {
  const seen = new Set<FormCell>();
  return toGrid(table).map((row) =>
    row.map((cell) => {
      if (cell === undefined || seen.has(cell)) return '';
      seen.add(cell);
      return textOf(cell);
    }),
  );
}

function markdown(rows: readonly (readonly string[])[]): readonly string[] {
  const lines = rows.map((row) => `| ${row.map((text) => (/\p{L}/u.test(text) ? `**${text}**` : text)).join(' | ')} |`);
  return [lines[0] ?? '', `|${(rows[0] ?? []).map(() => '---|').join('')}`, ...lines.slice(1)];
}
