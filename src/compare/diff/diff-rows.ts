/** The rows of diff-reports.csv, diff-facts.csv and diff-findings.csv. */
import type { BilingualText } from '../../model/index.js';
import type { Column, RowOf } from '../../export/tables.js';
import type { DiffedOwner, DiffedPair, OutputDiff } from './diff-outputs.js';

function text<Name extends string>(name: Name, zh: string, en: string): Column & { readonly name: Name } {
  return { name, type: 'string', description: { zh, en } };
}

/** Whose reports a row is about. */
const OWNER_COLUMNS = [
  text('agency', '机关；新结果中的名称', 'the body, by its name in the new output'),
  text('old_year', '旧报告的年度', 'the year of the old report'),
  text('new_year', '新报告的年度', 'the year of the new report'),
  text('old_report_id', '旧报告编号', 'id of the old report'),
  text('new_report_id', '新报告编号', 'id of the new report'),
] as const;

/** The columns of diff-reports.csv. */
export const DIFF_REPORT_COLUMNS = [
  text('change', 'added 新增；removed 减少；changed 有变化；same 无变化', 'added, removed, changed or same'),
  ...OWNER_COLUMNS,
  text('old_source_path', '旧文件', 'the old file'),
  text('new_source_path', '新文件', 'the new file'),
  text('old_outcome', '旧结果；无报告时为该路径文件的结果', 'what became of it, or of the file of its path, before'),
  text('new_outcome', '新结果；无报告时为该路径文件的结果', 'what became of it, or of the file of its path, now'),
  text(
    'matched_by',
    'file 文件相同；body-and-year 机关与年度相同；body 机关相同；ambiguous 同一机关有几份，未对应',
    'the same bytes; body-and-year; body; ambiguous: several of one body, so none is matched',
  ),
  text('facts', '有变化的数字', 'figures that changed'),
  text('findings', '有变化的发现', 'findings that changed'),
] as const;

/** The columns of diff-facts.csv. */
export const DIFF_FACT_COLUMNS = [
  text(
    'change',
    'value 数值或单位；status 状态；doubts 疑点；printed 原文；edition 版式不同，不相比；added 新增；removed 减少',
    'value (or unit), status, doubts, printed; edition: of another form, not compared; added; removed',
  ),
  ...OWNER_COLUMNS,
  text('table', '表', 'the table'),
  text('row', '行', 'the row'),
  text('column', '列', 'the column'),
  text('old_value', '旧值', 'the value before'),
  text('new_value', '新值', 'the value now'),
  text(
    'difference',
    '新值减旧值；不能相比或有一方存疑时为空',
    'new less old; empty where they do not compare, or one is suspect',
  ),
  text('old_unit', '旧单位', 'its unit before'),
  text('new_unit', '新单位', 'its unit now'),
  text('old_status', '旧状态', 'its status before'),
  text('new_status', '新状态', 'its status now'),
  text('old_doubts', '旧疑点', 'its doubts before'),
  text('new_doubts', '新疑点', 'its doubts now'),
  text('old_printed', '旧原文', 'its text before'),
  text('new_printed', '新原文', 'its text now'),
  text('old_edition', '旧版式', 'its edition before'),
  text('new_edition', '新版式', 'its edition now'),
] as const;

/** The columns of diff-findings.csv. */
export const DIFF_FINDING_COLUMNS = [
  text('change', 'appeared 出现；vanished 消失；changed 判断不同', 'appeared, vanished or changed'),
  ...OWNER_COLUMNS,
  text('rule', '规则编号', 'the id of the rule'),
  text('table', '表', 'the table'),
  text('row', '行', 'the row'),
  text('column', '列', 'the column'),
  text('old_severity', '旧程度', 'its severity before'),
  text('new_severity', '新程度', 'its severity now'),
  text('old_cause', '旧责任方', 'whose doing it was held to be'),
  text('new_cause', '新责任方', 'whose doing it is held to be'),
  text('old_message', '旧说明', 'what was said of it, in Chinese'),
  text('new_message', '新说明', 'what is said of it, in Chinese'),
] as const;

type OwnerCells = RowOf<typeof OWNER_COLUMNS>;

/** Every report of both outputs: pairs in the order of the new one, then those that are alone. */
export function diffToReportRows({ pairs, lone }: OutputDiff): RowOf<typeof DIFF_REPORT_COLUMNS>[] {
  return [
    ...pairs.map(({ matchedBy, changes: { facts, findings }, ...pair }) => ({
      change: facts.length + findings.length === 0 ? 'same' : 'changed',
      ...ownerOf(pair),
      ...filesOf(pair),
      matched_by: matchedBy,
      facts: String(facts.length),
      findings: String(findings.length),
    })),
    ...lone.map(({ side, report, isAmbiguous, elsewhere }) => {
      const pair = side === 'old' ? { old: report } : { new: report };
      const files = filesOf(pair);
      return {
        change: side === 'old' ? 'removed' : 'added',
        ...ownerOf(pair),
        ...files,
        old_outcome: side === 'old' ? report.outcome : elsewhere.outcome,
        new_outcome: side === 'new' ? report.outcome : elsewhere.outcome,
        matched_by: isAmbiguous ? 'ambiguous' : '',
        facts: '',
        findings: '',
      };
    }),
  ];
}

/** Figures that changed, report by report. */
export function diffToFactRows({ pairs }: OutputDiff): RowOf<typeof DIFF_FACT_COLUMNS>[] {
  return pairs.flatMap(({ changes, ...pair }) =>
    changes.facts.map(({ kind, old, new: fact, difference }) => ({
      change: kind,
      ...ownerOf(pair),
      ...placeOf(fact ?? old),
      old_value: old?.value ?? '',
      new_value: fact?.value ?? '',
      difference,
      old_unit: old?.unit ?? '',
      new_unit: fact?.unit ?? '',
      old_status: old?.status ?? '',
      new_status: fact?.status ?? '',
      old_doubts: old?.doubts.join(' ') ?? '',
      new_doubts: fact?.doubts.join(' ') ?? '',
      old_printed: old?.printed ?? '',
      new_printed: fact?.printed ?? '',
      old_edition: old?.edition ?? '',
      new_edition: fact?.edition ?? '',
    })),
  );
}

/** Findings that came, went or are judged otherwise, report by report. */
export function diffToFindingRows({ pairs }: OutputDiff): RowOf<typeof DIFF_FINDING_COLUMNS>[] {
  const messageOf = (finding: { readonly message: BilingualText } | undefined): string => finding?.message.zh ?? '';
  return pairs.flatMap(({ changes, ...pair }) =>
    changes.findings.map(({ kind, old, new: finding }) => ({
      change: kind,
      ...ownerOf(pair),
      rule: (finding ?? old)?.rule ?? '',
      ...placeOf(finding ?? old),
      old_severity: old?.severity ?? '',
      new_severity: finding?.severity ?? '',
      old_cause: old?.cause ?? '',
      new_cause: finding?.cause ?? '',
      old_message: messageOf(old),
      new_message: messageOf(finding),
    })),
  );
}

type Sides = Partial<Pick<DiffedPair, 'old' | 'new'>>;

function ownerOf({ old, new: report }: Sides): OwnerCells {
  return {
    agency: (report ?? old)?.agency ?? '',
    old_year: old?.year ?? '',
    new_year: report?.year ?? '',
    old_report_id: old?.reportId ?? '',
    new_report_id: report?.reportId ?? '',
  };
}

type FileCells = Pick<
  RowOf<typeof DIFF_REPORT_COLUMNS>,
  'old_source_path' | 'new_source_path' | 'old_outcome' | 'new_outcome'
>;

function filesOf({ old, new: report }: Sides): FileCells {
  const of = (owner: DiffedOwner | undefined, key: 'sourcePath' | 'outcome'): string => owner?.[key] ?? '';
  return {
    old_source_path: of(old, 'sourcePath'),
    new_source_path: of(report, 'sourcePath'),
    old_outcome: of(old, 'outcome'),
    new_outcome: of(report, 'outcome'),
  };
}

function placeOf(
  place: { readonly table: string; readonly row: string; readonly column: string } | undefined,
): Pick<RowOf<typeof DIFF_FACT_COLUMNS>, 'table' | 'row' | 'column'> {
  return { table: place?.table ?? '', row: place?.row ?? '', column: place?.column ?? '' };
}
