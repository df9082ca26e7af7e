/** Words the result of a query: as a table on the screen, as CSV, as JSON. */
import { recordsToCsv, type QueryResult, type QueryValue } from '../export/tables.js';
import { displayWidth, keepStart, withoutControls } from './display-width.js';
import type { ResultFormat } from './query-definition.js';

/** A cell on the screen is cut beyond so many columns; CSV and JSON give the whole. */
const MAX_CELL_WIDTH = 60;

/** The text of a result. */
export function resultToText(result: QueryResult, format: ResultFormat): string {
  switch (format) {
    case 'csv':
      return recordsToCsv([result.columns, ...result.rows.map((row) => row.map(toText))]);
    case 'json':
      return resultToJson(result);
    case 'table':
      return resultToTable(result);
  }
}

/** Rows as objects; of columns of one name the later ones are numbered. */
function resultToJson({ columns, rows }: QueryResult): string {
  const seen = new Map<string, number>();
  const names = columns.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
  const objects = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])));
  const lines = objects.map((object) => `  ${JSON.stringify(object)}`);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

/** Columns aligned by what characters take on a terminal, numbers to the right. */
function resultToTable({ columns, rows }: QueryResult): string {
  const cells = rows.map((row) => columns.map((_, at) => toCell(row[at] ?? null)));
  const header = columns.map((name) => keepStart(withoutControls(name), MAX_CELL_WIDTH));
  const widths = header.map((name, at) => {
    // Not Math.max(...): a result may have more rows than a call may have arguments.
    return cells.reduce((width, row) => Math.max(width, displayWidth(row[at] ?? '')), displayWidth(name));
  });
  const isNumber = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => {
        const padding = ' '.repeat((widths[at] ?? 0) - displayWidth(text));
        return isNumber[at] === true ? padding + text : text + padding;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return `${[line(header), rule, ...cells.map(line)].join('\n')}\n`;
}

function toCell(value: QueryValue): string {
  return value === null ? 'NULL' : keepStart(withoutControls(toText(value)), MAX_CELL_WIDTH);
}

function toText(value: QueryValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
