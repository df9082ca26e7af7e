/** The rows of comparability.csv: which figures of one edition compare with which of another. */
import type { ComparedFigures, EditionComparison, Family } from '../model/index.js';
import type { Column, RowOf } from './columns.js';

/** The columns of comparability.csv. A row of several ids, joined by `+`, is the sum of their figures. */
export const COMPARISON_COLUMNS = [
  { name: 'family', type: 'string', isRequired: true, description: { zh: '报告族', en: 'the family of reports' } },
  {
    name: 'from_edition',
    type: 'string',
    isRequired: true,
    description: { zh: '表式版本', en: 'an edition of the form' },
  },
  { name: 'from_table', type: 'string', isRequired: true, description: { zh: '表', en: 'its table' } },
  {
    name: 'from_row',
    type: 'string',
    isRequired: true,
    description: { zh: '行；以 + 连接的为各行之和', en: 'its row; several joined by + stand for their sum' },
  },
  { name: 'from_column', type: 'string', isRequired: true, description: { zh: '列', en: 'its column' } },
  {
    name: 'to_edition',
    type: 'string',
    isRequired: true,
    description: { zh: '与之相比的版本', en: 'the edition compared with' },
  },
  {
    name: 'to_table',
    type: 'string',
    description: { zh: '表；无对应为空', en: 'its table; empty without a counterpart' },
  },
  {
    name: 'to_row',
    type: 'string',
    description: { zh: '行；以 + 连接的为各行之和', en: 'its row; several joined by + stand for their sum' },
  },
  { name: 'to_column', type: 'string', description: { zh: '列', en: 'its column' } },
  {
    name: 'kind',
    type: 'string',
    isRequired: true,
    values: ['exact', 'approximate', 'none'],
    description: {
      zh: 'exact 口径相同；approximate 近似；none 无对应',
      en: 'exact: they count the same; approximate: nearly; none: no counterpart',
    },
  },
  { name: 'note', type: 'string', description: { zh: '说明', en: 'what to mind, in Chinese' } },
] as const satisfies readonly Column[];

/** The rows of comparability.csv, family by family. */
export function familiesToComparisonRows(families: readonly Family[]): RowOf<typeof COMPARISON_COLUMNS>[] {
  return families.flatMap(({ id, comparisons }) => comparisons.map((comparison) => toRow(id, comparison)));
}

function toRow(
  family: string,
  { from, toEdition, to, kind, note }: EditionComparison,
): RowOf<typeof COMPARISON_COLUMNS> {
  return {
    family,
    from_edition: from.edition,
    from_table: from.table,
    from_row: rowText(from),
    from_column: from.column,
    to_edition: toEdition,
    to_table: to?.table ?? '',
    to_row: to === undefined ? '' : rowText(to),
    to_column: to?.column ?? '',
    kind,
    note: note.zh,
  };
}

function rowText({ rows }: ComparedFigures): string {
  return rows.join('+');
}
