/**
 * The columns of the three tables, in order, with what each holds. The CSV headers, the Data Package's schemas and the
 * documentation are all made from these lists, so that they cannot disagree. DESIGN.md, "Output contract", defines them.
 */
import type { BilingualText } from '../model/index.js';

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'year';
  readonly description: BilingualText;
  /** The only values it may take; open when absent. */
  readonly values?: readonly string[];
  /** A regular expression that every value matches. */
  readonly pattern?: string;
  readonly isRequired?: boolean;
  /** True where an empty text is a value of its own and not the absence of one. */
  readonly emptyIsValue?: boolean;
}

const LEVELS = ['central', 'province', 'prefecture', 'county', 'township'] as const;

const REPORT_ID = {
  name: 'report_id',
  type: 'string',
  pattern: '^[0-9a-f]{16}(-[0-9]+)?$',
  description: {
    zh: '报告编号：文件 SHA-256 的前 16 位（同一文件中的第二份报告加 -2）',
    en: 'the first 16 hex digits of the SHA-256 of the file (-2 for a second report in one file)',
  },
} as const satisfies Column;
const AGENCY = {
  name: 'agency',
  type: 'string',
  description: { zh: '标题所印的机关名称；未知为空', en: 'the agency as printed in the title; empty when unknown' },
} as const satisfies Column;
const REGION_CODE = {
  name: 'region_code',
  type: 'string',
  pattern: '^[0-9]{6}$',
  description: { zh: '六位行政区划代码；未知为空', en: 'six-digit division code; empty when unknown' },
} as const satisfies Column;
const LEVEL = {
  name: 'level',
  type: 'string',
  values: LEVELS,
  description: {
    zh: '层级：中央、省、市（地）、县、乡镇；未知为空',
    en: 'administrative level; empty when unknown',
  },
} as const satisfies Column;
const YEAR = {
  name: 'year',
  type: 'year',
  description: { zh: '报告所述年度；未知为空', en: 'the year reported on; empty when unknown' },
} as const satisfies Column;
const SOURCE_PATH = {
  name: 'source_path',
  type: 'string',
  isRequired: true,
  description: {
    zh: '源文件路径，相对于命令行参数，以该文件夹名开头',
    en: 'the file, relative to the argument it came from and prefixed by that folder’s name',
  },
} as const satisfies Column;

/** The columns of facts.csv. */
export const FACT_COLUMNS = [
  { ...REPORT_ID, isRequired: true },
  AGENCY,
  REGION_CODE,
  LEVEL,
  YEAR,
  {
    name: 'edition',
    type: 'string',
    isRequired: true,
    description: { zh: '该栏目所用的表式版本', en: 'the edition of the form that the block follows' },
  },
  {
    name: 'table',
    type: 'string',
    isRequired: true,
    description: { zh: '表', en: 'the table' },
  },
  { name: 'row', type: 'string', isRequired: true, description: { zh: '行', en: 'the row' } },
  { name: 'column', type: 'string', isRequired: true, description: { zh: '列', en: 'the column' } },
  {
    name: 'value',
    type: 'number',
    description: {
      zh: '采信的数值；空白与“不适用”为空，不等于 0',
      en: 'the believed figure; empty for blank and "not applicable", which are not 0',
    },
  },
  { name: 'unit', type: 'string', description: { zh: '单位', en: 'the unit' } },
  {
    name: 'printed',
    type: 'string',
    emptyIsValue: true,
    description: { zh: '单元格原文', en: 'the text of the cell as found' },
  },
  {
    name: 'status',
    type: 'string',
    isRequired: true,
    values: ['printed', 'derived', 'repaired', 'suspect', 'missing'],
    description: {
      zh: 'printed 照印；derived 由勾稽关系推得；repaired 纠正了误读；suspect 存疑；missing 缺失',
      en: 'printed: read as it stands; derived: the identities leave one value; repaired: a misreading undone; suspect: doubted; missing: not in the source',
    },
  },
  {
    name: 'confidence',
    type: 'number',
    description: {
      zh: '识别图像所得数字的置信度（0–1）；其余为空',
      en: 'how likely a figure read from a picture is right, in [0, 1]; empty for others',
    },
  },
  { name: 'page', type: 'integer', description: { zh: '页码，从 1 起', en: 'the page, from 1' } },
  { name: 'x0', type: 'number', description: { zh: '左边（磅）', en: 'left edge of the cell in points' } },
  { name: 'y0', type: 'number', description: { zh: '上边（磅，自页顶）', en: 'top edge in points from the page top' } },
  { name: 'x1', type: 'number', description: { zh: '右边（磅）', en: 'right edge in points' } },
  {
    name: 'y1',
    type: 'number',
    description: { zh: '下边（磅，自页顶）', en: 'bottom edge in points from the page top' },
  },
  SOURCE_PATH,
] as const satisfies readonly Column[];

/** The columns of findings.csv. */
export const FINDING_COLUMNS = [
  { ...REPORT_ID, isRequired: true },
  AGENCY,
  YEAR,
  {
    name: 'rule',
    type: 'string',
    isRequired: true,
    description: { zh: '规则编号', en: 'the id of the rule' },
  },
  {
    name: 'severity',
    type: 'string',
    isRequired: true,
    values: ['error', 'warning', 'info'],
    description: { zh: '严重程度', en: 'how much it matters' },
  },
  {
    name: 'cause',
    type: 'string',
    isRequired: true,
    values: ['publisher', 'extraction', 'unknown'],
    description: {
      zh: '责任方：publisher 公布方，extraction 提取，unknown 未定',
      en: 'whose doing it is: the publisher’s, the extraction’s, or undecided',
    },
  },
  {
    name: 'table',
    type: 'string',
    description: { zh: '表；涉及全篇为空', en: 'the table; empty for the whole report' },
  },
  { name: 'row', type: 'string', description: { zh: '行（合计项）', en: 'the row of the total' } },
  { name: 'column', type: 'string', description: { zh: '列（合计项）', en: 'the column of the total' } },
  { name: 'expected', type: 'string', description: { zh: '其余各项算得', en: 'what the other terms give' } },
  { name: 'actual', type: 'string', description: { zh: '所印', en: 'what is printed' } },
  {
    name: 'difference',
    type: 'number',
    description: { zh: '所印减算得', en: 'actual − expected' },
  },
  {
    name: 'message',
    type: 'string',
    isRequired: true,
    description: { zh: '说明', en: 'what was found, in Chinese' },
  },
  { name: 'page', type: 'integer', description: { zh: '页码，从 1 起', en: 'the page, from 1' } },
  SOURCE_PATH,
] as const satisfies readonly Column[];

/** The columns of reports.csv. */
export const REPORT_COLUMNS = [
  REPORT_ID,
  SOURCE_PATH,
  {
    name: 'sha256',
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
    description: { zh: '文件的 SHA-256；未能读取为空', en: 'SHA-256 of the file; empty when it could not be read' },
  },
  {
    name: 'kind',
    type: 'string',
    values: ['pdf', 'html', 'docx', 'text', 'image', 'unsupported'],
    description: { zh: '按内容判断的类型', en: 'what the content is' },
  },
  { name: 'pages', type: 'integer', description: { zh: '页数', en: 'number of pages' } },
  AGENCY,
  REGION_CODE,
  LEVEL,
  YEAR,
  {
    name: 'edition',
    type: 'string',
    description: { zh: '表式版本，混用时以 + 连接', en: 'the editions of its blocks, joined by +' },
  },
  {
    name: 'outcome',
    type: 'string',
    isRequired: true,
    values: ['ok', 'findings', 'failed', 'unrecognised', 'skipped'],
    description: {
      zh: 'ok 无问题；findings 有发现；failed 失败；unrecognised 不是此类报告；skipped 未处理',
      en: 'ok; findings of severity error or warning; failed; unrecognised: no such report; skipped',
    },
  },
  { name: 'reason', type: 'string', description: { zh: '原因', en: 'why, beginning with a stable word' } },
  { name: 'facts', type: 'integer', isRequired: true, description: { zh: '数据条数', en: 'rows in facts.csv' } },
  { name: 'findings', type: 'integer', isRequired: true, description: { zh: '发现条数', en: 'rows in findings.csv' } },
  {
    name: 'ms',
    type: 'integer',
    isRequired: true,
    description: {
      zh: '处理用时（毫秒）；唯一随运行变化的一列',
      en: 'time taken in milliseconds: the one column that differs from run to run',
    },
  },
] as const satisfies readonly Column[];

/** A row as the CSV takes it: one text a column. */
export type RowOf<Columns extends readonly Column[]> = Readonly<Record<Columns[number]['name'], string>>;
