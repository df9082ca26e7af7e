// The official form as tables of cells with spans: what every renderer draws. Knows words and spans, no widths in points,
// no fonts, no pages.
import { OUTCOMES, RESULT_ROWS, REVIEW_ROWS, cellKey, columnsOf, type Edition, type TableId } from './figures.js';
import { APPLICATION_GROUPS, DISCLOSURE_LABELS, drawLabels, styleLabel, type LabelStyle } from './form-labels.js';
import { rowTexts, type Printed, type Sheet } from './numerals.js';
import type { Random } from './random.js';

/** One cell of a printed table. */
export interface FormCell {
  /** `band` is a title over the full width, `corner` the note about the sums, `group` a label over several rows. */
  readonly kind: 'band' | 'corner' | 'header' | 'group' | 'label' | 'value';
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** The cell of the form this is, where it is one. */
  readonly key?: string;
  readonly note?: string;
  readonly raised?: boolean;
  /** The text runs downwards. */
  readonly vertical?: boolean;
}

/** One printed table. */
export interface FormTable {
  readonly id: TableId;
  /** Shares of the width, one per grid column. */
  readonly columnShares: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
  /** How many rows at the top are the header. */
  readonly headerRows: number;
}

/** How the form is laid out. */
export interface FormStyle extends LabelStyle {
  /** Label columns of table three: the official three, two (no 三、), or one with group rows between. */
  readonly labelColumns?: 3 | 2 | 1;
  /** A row the form does not have, in table two. */
  readonly extraRow?: boolean;
  /** A column the form does not have, in table three: 法人小计. */
  readonly extraColumn?: boolean;
  /** The label of （三）… printed in each of its rows instead of once over all of them. */
  readonly repeatGroups?: boolean;
  /** Rows of table three that are not printed. */
  readonly leftOut?: readonly string[];
  /** The group's label stands before that of each row, in one cell: （三）不予公开1.属于国家秘密. */
  readonly mergeGroups?: boolean;
  /** A form note beside 规章, as one province prints it. */
  readonly labelNotes?: boolean;
  /** Shares of table three's label columns and of one figure column. */
  readonly labelShares?: readonly number[];
  readonly figureShare?: number;
}

const cell = (kind: FormCell['kind'], text: string, colspan = 1, rowspan = 1): FormCell => ({
  kind,
  text,
  colspan,
  rowspan,
});

function valueCell(printed: Printed, key: string, colspan = 1): FormCell {
  const { text, note, raised } = printed;
  return {
    ...cell('value', text, colspan),
    key,
    ...(note === undefined ? {} : { note, raised: raised === true }),
  };
}

const DISCLOSURE_BLOCKS: Readonly<
  Record<Edition, readonly { title: string; heads: readonly string[]; rows: readonly string[] }[]>
> = {
  '2021': [
    {
      title: '第二十条第（一）项',
      heads: ['本年制发件数', '本年废止件数', '现行有效件数'],
      rows: ['regulations', 'normative_documents'],
    },
    { title: '第二十条第（五）项', heads: ['本年处理决定数量'], rows: ['licensing'] },
    { title: '第二十条第（六）项', heads: ['本年处理决定数量'], rows: ['penalty', 'coercion'] },
    { title: '第二十条第（八）项', heads: ['本年收费金额（单位：万元）'], rows: ['fees'] },
  ],
  '2019': [
    {
      title: '第二十条第（一）项',
      heads: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
      rows: ['regulations', 'normative_documents'],
    },
    {
      title: '第二十条第（五）项',
      heads: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: ['licensing', 'other_services'],
    },
    {
      title: '第二十条第（六）项',
      heads: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: ['penalty', 'coercion'],
    },
    { title: '第二十条第（八）项', heads: ['上一年项目数量', '本年增/减'], rows: ['fees'] },
    { title: '第二十条第（九）项', heads: ['采购项目数量', '采购总金额'], rows: ['procurement'] },
  ],
};

/** Table two. Six grid columns hold the figures, so that blocks of one, two and three of them line up. */
export function disclosureTable(sheet: Sheet, style: FormStyle): FormTable {
  const edition = sheet.figures.editions.disclosure;
  const rows = DISCLOSURE_BLOCKS[edition].flatMap(({ title, heads, rows: ids }, block) => {
    const span = 6 / heads.length;
    const body = ids.map((id) => {
      const columns = columnsOf(sheet.figures, 'disclosure', id);
      const label = edition === '2019' && id === 'normative_documents' ? '规范性文件' : (DISCLOSURE_LABELS[id] ?? id);
      const hint =
        style.labelNotes === true && id === 'regulations' ? '（设区的市、自治州人民政府应提供相关数据）' : '';
      return [
        cell('label', styleLabel(label, style) + hint),
        ...rowTexts(sheet, 'disclosure', id).map((printed, k) =>
          valueCell(printed, cellKey('disclosure', id, columns[k] ?? ''), span),
        ),
      ];
    });
    const extra =
      style.extraRow === true && block === 0
        ? [[cell('label', '其他主动公开文件'), ...['3', '1', '17'].map((text) => cell('value', text, 2))]]
        : [];
    return [
      [cell('band', styleLabel(title, style), 7)],
      [
        cell('header', styleLabel('信息内容', style)),
        ...heads.map((head) => cell('header', styleLabel(head, style), span)),
      ],
      ...body,
      ...extra,
    ];
  });
  return { id: 'disclosure', columnShares: [34, 11, 11, 11, 11, 11, 11], rows, headerRows: 0 };
}

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const ORGANISATIONS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

function applicationHeader(style: FormStyle, labelColumns: number): FormCell[][] {
  const head = (text: string, colspan = 1, rowspan = 1): FormCell =>
    cell('header', styleLabel(text, style), colspan, rowspan);
  const organisations = style.extraColumn === true ? [...ORGANISATIONS, '小计'] : ORGANISATIONS;
  return [
    [cell('corner', styleLabel(CORNER, style), labelColumns, 3), head('申请人情况', organisations.length + 2)],
    [head('自然人', 1, 2), head('法人或其他组织', organisations.length), head('总计', 1, 2)],
    organisations.map((text) => head(text)),
  ];
}

/** The figures of a row, with the sum over organisations before the total where the form has that column. */
function applicationValues(sheet: Sheet, style: FormStyle, row: string): FormCell[] {
  const columns = columnsOf(sheet.figures, 'applications', row);
  const values = rowTexts(sheet, 'applications', row).map((printed, k) =>
    valueCell(printed, cellKey('applications', row, columns[k] ?? '')),
  );
  if (style.extraColumn !== true) return values;
  const organisations = (sheet.figures.applications[row] ?? []).slice(1, 6).reduce<number>((a, b) => a + (b ?? 0), 0);
  return [...values.slice(0, 6), cell('value', String(organisations)), ...values.slice(6)];
}

/** Table three with the official three label columns, with two, or with one. */
export function applicationsTable(sheet: Sheet, style: FormStyle, random: Random): FormTable {
  const labels = drawLabels(style, random);
  const labelColumns = style.labelColumns ?? 3;
  const label = (row: string, colspan: number): FormCell =>
    cell('label', styleLabel(labels[row] ?? row, style), colspan);
  const values = (row: string): FormCell[] => applicationValues(sheet, style, row);
  const figureColumns = style.extraColumn === true ? 8 : 7;
  const results = [...RESULT_ROWS[sheet.figures.editions.applications], 'handled_total'].filter(
    (row) => style.leftOut?.includes(row) !== true,
  );
  const groupOf = (row: string): string => (row === 'other_total' ? '' : (/^(\w+?)_\d/.exec(row)?.[1] ?? ''));
  const rows: FormCell[][] = [...applicationHeader(style, labelColumns)];
  for (const row of ['new_received', 'carried_in']) rows.push([label(row, labelColumns), ...values(row)]);
  if (labelColumns !== 3) {
    rows.push([cell('group', '三、本年度办理结果', labelColumns + figureColumns)]);
  }
  results.forEach((row, k) => {
    const group = groupOf(row);
    const size = results.filter((other) => groupOf(other) === group).length;
    const isFirst = group !== '' && groupOf(results[k - 1] ?? '') !== group;
    const groupText = styleLabel(APPLICATION_GROUPS[group] ?? '', style);
    const cells: FormCell[] = [];
    if (labelColumns === 3 && k === 0)
      cells.push({ ...cell('group', '三、本年度办理结果', 1, results.length), vertical: true });
    if (style.mergeGroups === true && group !== '') {
      const merged = cell('label', groupText + styleLabel(labels[row] ?? row, style), 2);
      rows.push([...cells, merged, ...values(row)]);
      return;
    }
    if (labelColumns === 1) {
      if (isFirst) rows.push([cell('group', groupText, 1 + figureColumns)]);
      rows.push([label(row, 1), ...values(row)]);
      return;
    }
    if (group === '') cells.push(label(row, 2));
    else {
      if (style.repeatGroups === true) cells.push(cell('group', groupText));
      else if (isFirst) cells.push(cell('group', groupText, 1, size));
      cells.push(label(row, 1));
    }
    rows.push([...cells, ...values(row)]);
  });
  rows.push([label('carried_out', labelColumns), ...values('carried_out')]);
  const shares = style.labelShares ?? { 3: [5, 12, 27], 2: [13, 30], 1: [42] }[labelColumns];
  const figureShare = style.figureShare ?? 8;
  return {
    id: 'applications',
    columnShares: [...shares, ...Array.from({ length: figureColumns }, () => figureShare)],
    rows,
    headerRows: 3,
  };
}

/** Table four: fifteen figures in one row. */
export function reviewsTable(sheet: Sheet, style: FormStyle): FormTable {
  const head = (text: string, colspan = 1, rowspan = 1): FormCell =>
    cell('header', styleLabel(text, style), colspan, rowspan);
  const leaves = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return {
    id: 'reviews',
    columnShares: Array.from({ length: 15 }, () => 1),
    rows: [
      [head('行政复议', 5), head('行政诉讼', 10)],
      [...leaves.map((text) => head(text, 1, 2)), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      [...leaves, ...leaves].map((text) => head(text)),
      REVIEW_ROWS.flatMap((row) =>
        rowTexts(sheet, 'reviews', row).map((printed, k) =>
          valueCell(printed, cellKey('reviews', row, OUTCOMES[k] ?? '')),
        ),
      ),
    ],
    headerRows: 3,
  };
}

/** The cells of a table at their places in its grid: `grid[row][column]`, spans repeated. */
export function toGrid(table: FormTable): readonly (readonly (FormCell | undefined)[])[] {
  const width = table.columnShares.length;
  const grid = table.rows.map(() => Array.from<FormCell | undefined>({ length: width }));
  table.rows.forEach((cells, r) => {
    let c = 0;
    for (const placed of cells) {
      while (c < width && grid[r]?.[c] !== undefined) c++;
      for (let dr = 0; dr < placed.rowspan; dr++)
        for (let dc = 0; dc < placed.colspan; dc++) {
          const target = grid[r + dr];
          if (target !== undefined) target[c + dc] = placed;
        }
      c += placed.colspan;
    }
  });
  return grid;
}
