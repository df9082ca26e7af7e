/** The sheet of what was found in a report, each finding with a link to the cell that it is about. */
import type { FormNames } from '../audit/form-names.js';
import { CAUSE_NAMES, SEVERITY_NAMES } from '../audit/report-section.js';
import type { FindingJson, ShownFinding } from '../audit/shown-findings.js';
import type { ReportJson } from '../report-schema.js';
import { cellAt, toCellValue, type CellLook, type CellTarget, type Sheet, type SheetCell } from './sheet.js';

const COLUMNS: readonly (readonly [heading: string, width: number])[] = [
  ['编号 No.', 7],
  ['程度 Severity', 10],
  ['责任 Cause', 12],
  ['规则 Rule', 16],
  ['位置 Place', 44],
  ['所印 Printed', 12],
  ['算得 Expected', 12],
  ['差 Difference', 11],
  ['页 Page', 7],
  ['说明', 64],
  ['In English', 64],
];

/** What the cells of the tables look like, in words. */
const LEGEND: readonly (readonly [CellLook, string])[] = [
  [{ kind: 'figure', mark: 'total' }, '粗线框：不符等式的合计 / thick frame: total of a sum that fails'],
  [{ kind: 'figure', mark: 'part' }, '虚线框：不符等式的其余各项 / dashed frame: its other terms'],
  [{ kind: 'figure', status: 'suspect' }, '存疑，以 ? 标出 / suspect, with a ?'],
  [{ kind: 'figure', status: 'derived' }, '推得，以 + 标出 / derived, with a +'],
  [{ kind: 'figure', status: 'repaired' }, '已纠正，以 * 标出 / repaired, with a *'],
  [{ kind: 'figure', status: 'missing' }, '源文件缺 / missing in the source'],
];

/** What the sheet is made of. */
export interface FindingsContent {
  readonly name: string;
  readonly json: ReportJson;
  readonly shown: readonly ShownFinding[];
  readonly names: FormNames;
  /** Where a figure stands in the workbook; absent where it has no cell. */
  readonly placeOf: (figure: Pick<FindingJson, 'table' | 'row' | 'column'>) => CellTarget | undefined;
}

/** Lists the errors and warnings by number, and the notes after them. */
export function findingsSheet({ name, json, shown, names, placeOf }: FindingsContent): Sheet {
  const notes = json.findings.filter(({ severity }) => severity === 'info');
  const listed = [
    ...shown.map(({ number, finding }) => ({ number: String(number), finding })),
    ...notes.map((finding) => ({ number: '', finding })),
  ];
  const across = { columnIndex: 0, rowSpan: 1, columnSpan: COLUMNS.length } as const;
  const header = LEGEND.length + 4;
  return {
    name,
    cells: [
      { ...across, rowIndex: 0, value: titleOf(json), look: { kind: 'title' } },
      { ...across, rowIndex: 1, value: sourceOf(json), look: { kind: 'note' } },
      ...LEGEND.flatMap(([look, text], at): SheetCell[] => [
        cellAt(at + 2, 0, '', look),
        { ...cellAt(at + 2, 1, text, { kind: 'note' }), columnSpan: COLUMNS.length - 1 },
      ]),
      ...COLUMNS.map(([heading], at) => cellAt(header - 1, at, heading, { kind: 'header' })),
      ...listed.flatMap(({ number, finding }, at) =>
        [toField(number), ...toFields(finding, names, placeOf(finding))].map((cell, column) => ({
          ...cell,
          ...{ rowIndex: header + at, columnIndex: column, rowSpan: 1, columnSpan: 1 },
        })),
      ),
    ],
    columnWidths: COLUMNS.map(([, width]) => width),
    frozenRows: header,
    isOnePage: false,
  };
}

/** What a report is called. */
export function titleOf({ agency, year, source_path: path }: ReportJson): string {
  return `${agency === '' ? path : agency}${year === null ? '' : ` ${year}`}`;
}

function sourceOf({ source_path: path, report_id: id, edition }: ReportJson): string {
  return `${path} · ${id} · ${edition} 版表式 / form of ${edition}`;
}

type Field = Pick<SheetCell, 'value' | 'look' | 'link'>;

/** Numbers stand on the right, as in the tables. */
function toField(text: string): Field {
  const value = toCellValue(text);
  return { value, look: { kind: typeof value === 'number' ? 'figure' : 'text' } };
}

function toFields(finding: FindingJson, names: FormNames, target: CellTarget | undefined): Field[] {
  const { severity, cause, rule, place, message } = finding;
  const text = (value: string): Field => ({ value, look: { kind: 'text' } });
  const [severityName, causeName] = [SEVERITY_NAMES[severity], CAUSE_NAMES[cause]];
  return [
    text(`${severityName.zh} ${severityName.en}`),
    text(`${causeName.zh} ${causeName.en}`),
    text(rule),
    { ...text(placeName(finding, names)), ...(target === undefined ? {} : { link: target }) },
    toField(finding.actual),
    toField(finding.expected),
    toField(finding.difference),
    toField(place === null || place.page === 0 ? '' : String(place.page)),
    text(message.zh),
    text(message.en),
  ];
}

function placeName({ table, row, column }: FindingJson, names: FormNames): string {
  if (table === '') return '';
  const parts = [row === '' ? '' : names.row(table, row).zh, column === '' ? '' : names.column(table, column).zh];
  return [names.table(table).zh, parts.filter((part) => part !== '').join(' × ')]
    .filter((part) => part !== '')
    .join(' · ');
}
