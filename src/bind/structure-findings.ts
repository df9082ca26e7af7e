/** What a person should look at in the structure of a report: rows and columns the form does not have, and what is absent. */
import { hasStatedCells } from '../model/index.js';
import type { BilingualText, Cell, Finding, Severity } from '../model/index.js';
import type { BoundBlock } from './bind-block.js';
import type { ChosenBlock } from './choose-blocks.js';
import { placeOfCell } from './row-view.js';
import type { RowView } from './row-view.js';

/**
 * Findings about the structure of one block.
 *
 * @param isDisputed whether another table gives the block with other figures
 */
export function structureFindings({ block, bound, repeated }: ChosenBlock, isDisputed: boolean): readonly Finding[] {
  if (!bound) return [missingBlock(block)];
  return [
    ...missingRows(bound),
    ...bound.extraRows.map((view) => extraRow(bound, view)),
    ...extraColumns(bound),
    ...(isDisputed ? repeated.map((again) => repeatedBlock(again)) : []),
  ];
}

/**
 * Rows with figures in a ruled table of the form that no block has taken: before its first row, after its last one,
 * between two blocks.
 */
export function unboundRowFindings(chosen: readonly ChosenBlock[]): readonly Finding[] {
  const found = chosen.flatMap(({ bound, completing }) => (bound ? [bound, ...completing] : []));
  const tables = new Set(found.map(({ table }) => table));
  return [...tables].flatMap((table) => {
    const blocks = found.filter((bound) => bound.table === table);
    const taken = new Set(
      blocks.flatMap(({ rows, extraRows }) =>
        [...rows.map((row) => row.view), ...extraRows].flatMap((view) => view.rowIndexes),
      ),
    );
    const firstRow = Math.min(...blocks.map(({ plan }) => plan.firstRow));
    const last = blocks.at(-1);
    if (!hasStatedCells(table) || !last) return [];
    const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter(
      (row) => row >= firstRow && !taken.has(row),
    );
    return rows.flatMap((row) => {
      const cells = table.cells.filter((cell) => cell.rowIndex === row);
      const figures = cells.filter((cell) => BARE_FIGURE.test(cell.text));
      if (figures.length === 0) return [];
      const label = cells.find((cell) => cell.text !== '' && !BARE_FIGURE.test(cell.text))?.text ?? '';
      return [extraRowFinding(last.block, label, figures)];
    });
  });
}

const BARE_FIGURE = /^[+\-−－]?[\d０-９][\d０-９.,，．]*$/u;

interface StructureFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly table: string;
  readonly row?: string;
  readonly actual?: string;
  readonly message: BilingualText;
  readonly cell?: Cell | undefined;
}

function toFinding({ rule, severity, table, row = '', actual = '', message, cell }: StructureFinding): Finding {
  const place = cell && placeOfCell(cell);
  return {
    rule,
    severity,
    cause: 'unknown',
    table,
    row,
    column: '',
    expected: '',
    actual,
    difference: '',
    message,
    ...(place && { place }),
  };
}

function missingBlock(block: ChosenBlock['block']): Finding {
  const name = block.title?.text ?? block.tableName.zh;
  const nameEn = block.title ? `${block.tableName.en}, ${block.title.text}` : block.tableName.en;
  return toFinding({
    rule: 'form.missing_block',
    severity: block.absence,
    table: block.table,
    message: {
      zh: `没有找到${name}：可能未公布，也可能未能识别，请对照原文。`,
      en: `${nameEn} was not found: not published, or not recognised; compare the source.`,
    },
  });
}

function missingRows({ block, rows }: BoundBlock): readonly Finding[] {
  const absent = block.rows.filter((_, form) => !rows.some((row) => row.form === form));
  return absent.map((row) =>
    toFinding({
      rule: 'form.missing_row',
      severity: 'warning',
      table: block.table,
      row: row.id,
      message: {
        zh: `${block.tableName.zh}中没有找到“${row.name.zh}”一行：可能未公布，也可能未能识别，请对照原文。`,
        en: `${block.tableName.en}: the row "${row.name.en}" was not found: not published, or not recognised; compare the source.`,
      },
    }),
  );
}

function extraRow({ block }: BoundBlock, view: RowView): Finding {
  return extraRowFinding(block, view.labels.at(-1) ?? '', [
    ...new Set(view.figures.flatMap((figure) => figure?.cells ?? [])),
  ]);
}

function extraRowFinding(block: ChosenBlock['block'], label: string, cells: readonly Cell[]): Finding {
  const figures = cells.map((cell) => cell.text).join(' ');
  return toFinding({
    rule: 'extra-row',
    severity: 'warning',
    table: block.table,
    actual: `${label} ${figures}`.trim(),
    message: {
      zh: `${block.tableName.zh}中有规定格式之外的一行：“${label}”${figures}。`,
      en: `${block.tableName.en} has a row that the form does not have: "${label}" ${figures}.`,
    },
    cell: cells[0],
  });
}

/** One finding for each column of the table that stands outside the form's and holds figures in bound rows. */
function extraColumns({ block, rows }: BoundBlock): readonly Finding[] {
  const byColumn = new Map<number, Cell[]>();
  for (const cell of rows.flatMap((row) => row.view.outside)) {
    byColumn.set(cell.columnIndex, [...(byColumn.get(cell.columnIndex) ?? []), cell]);
  }
  return [...byColumn].map(([, cells]) => {
    const texts = cells.map((cell) => cell.text).join(' ');
    return toFinding({
      rule: 'extra-column',
      severity: 'warning',
      table: block.table,
      actual: texts,
      message: {
        zh: `${block.tableName.zh}中有规定格式之外的一列：${texts}。`,
        en: `${block.tableName.en} has a column that the form does not have: ${texts}.`,
      },
      cell: cells[0],
    });
  });
}

function repeatedBlock({ block, rows }: BoundBlock): Finding {
  const cells = rows.flatMap((row) => row.view.figures.flatMap((figure) => figure?.cells ?? []));
  return toFinding({
    rule: 'form.repeated_block',
    severity: 'warning',
    table: block.table,
    message: {
      zh: `${block.tableName.zh}在文件中出现不止一次，各处数字不一致，请对照原文。`,
      en: `${block.tableName.en} occurs more than once in the file, with different figures; compare the source.`,
    },
    cell: cells[0],
  });
}
