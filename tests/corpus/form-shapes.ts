// What publishers do to the form: tables cut in two, blocks as tables of their own, a column of serial numbers, a line of
// notes at the foot. Each takes a table and gives tables back.
import type { FormCell, FormTable } from './form.js';

const cell = (kind: FormCell['kind'], text: string, colspan = 1, rowspan = 1): FormCell => ({
  kind,
  text,
  colspan,
  rowspan,
});

/** Cuts a table below a row; labels that reach over the cut are printed again, empty or with （续）. */
export function splitTable(
  table: FormTable,
  below: number,
  options: { readonly repeatHeader: boolean; readonly mark: string },
): readonly FormTable[] {
  const upper: FormCell[][] = [];
  const lower: FormCell[][] = table.rows.slice(below).map((cells) => [...cells]);
  const reaching: FormCell[] = [];
  table.rows.slice(0, below).forEach((cells, r) => {
    upper.push(
      cells.map((item) => {
        const over = r + item.rowspan - below;
        if (over <= 0) return item;
        reaching.push({ ...item, text: options.mark === '' ? '' : item.text + options.mark, rowspan: over });
        return { ...item, rowspan: item.rowspan - over };
      }),
    );
  });
  const [first = [], ...rest] = lower;
  const header = options.repeatHeader ? upper.slice(0, table.headerRows) : [];
  return [
    { ...table, rows: upper },
    { ...table, rows: [...header, [...reaching, ...first], ...rest], headerRows: header.length },
  ];
}

/** Every 第二十条 block of table two as a table of its own. */
export function splitBlocks(table: FormTable): readonly FormTable[] {
  const starts = table.rows.flatMap((cells, r) => (cells[0]?.kind === 'band' ? [r] : []));
  return starts.map((start, k) => ({ ...table, rows: table.rows.slice(start, starts[k + 1]) }));
}

/** Table two with its last blocks first. */
export function reorderBlocks(table: FormTable): FormTable {
  return { ...table, rows: [...splitBlocks(table)].reverse().flatMap((block) => block.rows) };
}

/** Table four as two tables: review, and litigation. */
export function splitReviews(table: FormTable): readonly FormTable[] {
  const [groups = [], middle = [], leaves = [], values = []] = table.rows;
  const review: FormTable = {
    ...table,
    columnShares: [1, 1, 1, 1, 1],
    rows: [groups.slice(0, 1), middle.slice(0, 5).map((item) => ({ ...item, rowspan: 1 })), values.slice(0, 5)],
    headerRows: 2,
  };
  const litigation: FormTable = {
    ...table,
    columnShares: Array.from({ length: 10 }, () => 1),
    rows: [groups.slice(1), middle.slice(5), leaves, values.slice(5)],
    headerRows: 3,
  };
  return [review, litigation];
}

/** A first column with the numbers of the rows. */
export function addSerialColumn(table: FormTable): FormTable {
  let serial = 0;
  return {
    ...table,
    columnShares: [Math.max(...table.columnShares) / 5, ...table.columnShares],
    rows: table.rows.map((cells, r) => {
      if (r === 0 && table.headerRows > 0) return [cell('header', '序号', 1, table.headerRows), ...cells];
      if (r < table.headerRows) return cells;
      const isFilled = cells.some((item) => item.kind === 'value');
      return [cell('label', isFilled ? String(++serial) : ''), ...cells];
    }),
  };
}

/** A last row over the whole width, with text and numbers that are no figures. */
export function addNoteRow(table: FormTable, text: string): FormTable {
  return { ...table, rows: [...table.rows, [cell('label', text, table.columnShares.length)]] };
}

/** The same between two rows, somewhere below the header and outside of labels that reach over several rows. */
export function addNoteInside(table: FormTable, text: string): FormTable {
  const at = table.headerRows + 2;
  return { ...table, rows: table.rows.toSpliced(at, 0, [cell('label', text, table.columnShares.length)]) };
}

/** Table three with its totals in front of all other figures. */
export function putTotalFirst(table: FormTable): FormTable {
  const moved = (cells: readonly FormCell[], r: number): readonly FormCell[] => {
    const total = cells.find((item) => item.key?.endsWith('/total') === true || (r < 3 && item.text === '总计'));
    if (!total) return cells;
    const first = cells.findIndex((item) => item.kind === 'value' || (item.kind === 'header' && item.colspan === 1));
    return cells.filter((item) => item !== total).toSpliced(first, 0, total);
  };
  return { ...table, rows: table.rows.map(moved) };
}

/** A title row over the whole width inside the table, as spreadsheets have it. */
export function addTitleRow(table: FormTable, text: string): FormTable {
  return {
    ...table,
    rows: [[cell('band', text, table.columnShares.length)], ...table.rows],
    headerRows: table.headerRows === 0 ? 0 : table.headerRows + 1,
  };
}

/** Table three with two of its figure columns in each other's place, heads and figures. */
export function swapColumns(table: FormTable, first: string, second: string): FormTable {
  const swapIn = (cells: readonly FormCell[], isOf: (item: FormCell, name: string) => boolean): FormCell[] => {
    const a = cells.findIndex((item) => isOf(item, first));
    const b = cells.findIndex((item) => isOf(item, second));
    if (a < 0 || b < 0) return [...cells];
    return cells.map((item, k) => (k === a ? (cells[b] ?? item) : k === b ? (cells[a] ?? item) : item));
  };
  const heads: Readonly<Record<string, string>> = {
    business: '商业企业',
    research: '科研机构',
    social: '社会公益组织',
    legal_service: '法律服务机构',
    other_org: '其他',
  };
  return {
    ...table,
    rows: table.rows.map((cells) =>
      swapIn(
        swapIn(cells, (item, name) => item.kind === 'header' && item.text === heads[name]),
        (item, name) => item.key?.endsWith(`/${name}`) === true,
      ),
    ),
  };
}
