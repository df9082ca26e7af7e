/** The figures that a report states in sentences, as a list: no form says where they stand. */
import { figureRemark } from '../audit/figure-remark.js';
import type { FormNames } from '../audit/form-names.js';
import type { FactJson } from '../audit/shown-findings.js';
import type { TableSheet } from './table-sheet.js';
import { cellAt, toCellValue } from './sheet.js';

const HEADINGS = ['数字 Figure', '范围 Scope', '数值 Value', '单位 Unit', '原句 Sentence'];

/** Lists figures, one a row. */
export function proseSheet(name: string, facts: readonly FactJson[], names: FormNames): TableSheet {
  const rows = facts.flatMap((fact, at) => {
    const remark = figureRemark(fact);
    const figure = cellAt(at + 1, 2, toCellValue(fact.value === '' ? fact.printed : fact.value), {
      kind: 'figure',
      status: fact.status,
    });
    return [
      cellAt(at + 1, 0, names.row(fact.table, fact.row).zh, { kind: 'text' }),
      cellAt(at + 1, 1, names.column(fact.table, fact.column).zh, { kind: 'text' }),
      remark === undefined ? figure : { ...figure, comment: `${remark.zh}\n${remark.en}` },
      cellAt(at + 1, 3, fact.unit, { kind: 'text' }),
      cellAt(at + 1, 4, fact.sentence ?? '', { kind: 'text' }),
    ];
  });
  return {
    sheet: {
      name,
      cells: [...HEADINGS.map((heading, at) => cellAt(0, at, heading, { kind: 'header' })), ...rows],
      columnWidths: [28, 18, 12, 8, 90],
      frozenRows: 1,
      isOnePage: false,
    },
    places: new Map(facts.map(({ row, column }, at) => [`${row}/${column}`, { rowIndex: at + 1, columnIndex: 2 }])),
  };
}
