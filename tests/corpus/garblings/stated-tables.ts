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

/** Markdown in which each row has its own cells only, as converters write it that know no spans. */
export function lostSpans(table: FormTable): readonly string[] {
  const [head = [], ...rows] = table.rows.map((row) => row.map(textOf));
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)];
}

/** A bar behind each cell, and at the end of a row one more for each column that it lacks: what a page's text keeps of its tables. */
export function barsBehindCells(table: FormTable): readonly string[] {
  return ownCells(table).map(({ texts, lacking }) => `${texts.map((text) => `${text} |`).join(' ')}${lacking}`);
}

/** The same, where each cell of the page holds a paragraph: a line for each, blank ones too. */
export function barsBehindLines(table: FormTable): readonly string[] {
  return ownCells(table).flatMap(({ texts, lacking }) => [
    ...behind(texts),
    ...(lacking === '' ? [] : [lacking.trim()]),
  ]);
}

/** The same with a bar before each row, and those of lacking columns in the line of the last cell. */
export function barsAroundLines(table: FormTable): readonly string[] {
  return ownCells(table).flatMap(({ texts, lacking }) => {
    const lines = behind(texts);
    return ['|', ...lines.slice(0, -1), `${lines.at(-1) ?? ''}${lacking}`];
  });
}

/** A bar between two cells on a line of its own, rows not told from one another. */
export function barsBetweenLines(table: FormTable): readonly string[] {
  return ownCells(table).flatMap(({ texts }) => texts.flatMap((text) => (text === '' ? ['|'] : [text, '|'])));
}

/** A bar before each cell but the first of its row, and one at its end: a line for each. */
export function barsBeforeLines(table: FormTable): readonly string[] {
  return ownCells(table).flatMap(({ texts: [first = '', ...more] }) => [
    first,
    ...more.map((text) => `| ${text}`.trim()),
    '|',
  ]);
}

/** Bars behind the cells, a blank for each label above that goes on in the row. */
export function barsForSpans(table: FormTable): readonly string[] {
  return firstPlaces(table).map((row) => {
    const last = row.findLastIndex((text) => text !== '');
    return row
      .slice(0, last + 1)
      .map((text) => `${text} |`.trimStart())
      .join(' ');
  });
}

/** Bars behind the cells, a blank for each label above that goes on beside the row; what a cell spans to the right is lost. */
export function barsForRows(table: FormTable): readonly string[] {
  return toGrid(table).map((row, at) => {
    const own = new Set(table.rows[at] ?? []);
    const cells = [...new Set(row)].map((cell) => (cell !== undefined && own.has(cell) ? textOf(cell) : ''));
    return behind(cells).join(' ');
  });
}

const behind = (texts: readonly string[]): string[] => texts.map((text) => `${text} |`.trimStart());

/** The cells that each row has of its own, and bars for the columns that it lacks. */
function ownCells(table: FormTable): readonly { readonly texts: readonly string[]; readonly lacking: string }[] {
  return table.rows.map((row) => {
    const lacking = '|'.repeat(table.columnShares.length - row.length);
    return { texts: row.map(textOf), lacking: lacking === '' ? '' : ` ${lacking}` };
  });
}

/** How many columns table three has for labels, and for figures. */
const LABELS = 3;
const FIGURES = 7;
/** The names that a program gives to columns whose own it did not read. */
const INVENTED = ['类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const PARTS = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];

/** A table for each group of rows under names of its own invention, and for each part of table four under a title. */
export function statedPieces(table: FormTable): readonly string[] {
  const rows = firstPlaces(table);
  const width = rows[0]?.length ?? 0;
  if (width === PARTS.length * OUTCOMES.length) {
    const figures = rows.at(-1) ?? [];
    return PARTS.flatMap((title, part) => [
      `### ${title}`,
      ...plainTable(OUTCOMES, [figures.slice(part * OUTCOMES.length, (part + 1) * OUTCOMES.length)]),
      '',
    ]);
  }
  if (width !== LABELS + FIGURES) return emptySpans(table);
  const lines: string[] = [];
  let piece: string[][] = [];
  const end = (): void => {
    if (piece.length > 0) lines.push(...plainTable(INVENTED, piece), '');
    piece = [];
  };
  for (const row of rows.filter((each) => each.slice(LABELS).some((text) => /^\d/u.test(text)))) {
    const labels = row.slice(0, LABELS).filter((text) => text !== '');
    const leaf = labels.at(-1) ?? '';
    // A label over all three columns, or two, heads its own row.
    const headings = row[LABELS - 1] === '' ? labels : labels.slice(0, -1);
    if (headings.length > 0) end();
    for (const heading of headings) lines.push(`### ${heading.replace(/^（(.)）/u, '($1) ')}`, '');
    piece.push([leaf.replace(/^(?:[一二三四]、|（.）)/u, ''), ...row.slice(LABELS)]);
  }
  end();
  return lines;
}

function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)];
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
