/** The rows of comparison.csv and comparison-summary.csv. */
import type { Column, RowOf } from '../../export/tables.js';
import type { ComparedCell, BureauComparison } from './compare-bureaus.js';
import { roundQuotient } from './read-indicator.js';

const INDICATOR = {
  name: 'indicator',
  type: 'string',
  isRequired: true,
  description: { zh: '指标', en: 'the indicator' },
} as const satisfies Column;
const YEAR = {
  name: 'year',
  type: 'year',
  isRequired: true,
  description: { zh: '年度', en: 'the year' },
} as const satisfies Column;
const BASIS = {
  name: 'basis',
  type: 'string',
  description: {
    zh: '所用数据的表式版本；同一版本的数值才排在一起',
    en: 'the edition of its figures; only values of one basis are ranked together',
  },
} as const satisfies Column;

/** The columns of comparison.csv. */
export const COMPARISON_CELL_COLUMNS = [
  INDICATOR,
  YEAR,
  { name: 'bureau', type: 'string', description: { zh: '机关，取其最近一年的名称', en: 'the body, by its last name' } },
  { name: 'agency', type: 'string', description: { zh: '该报告所印名称', en: 'its name in this report' } },
  { name: 'region_code', type: 'string', description: { zh: '行政区划代码', en: 'division code' } },
  { name: 'level', type: 'string', description: { zh: '层级', en: 'administrative level' } },
  { name: 'value', type: 'number', description: { zh: '数值；没有为空', en: 'the value; empty where there is none' } },
  { name: 'numerator', type: 'number', description: { zh: '分子', en: 'what is divided or counted' } },
  { name: 'denominator', type: 'number', description: { zh: '分母', en: 'what it is divided by' } },
  { name: 'low', type: 'number', description: { zh: '95 % 区间下限', en: 'lower end of the 95 % interval' } },
  { name: 'high', type: 'number', description: { zh: '95 % 区间上限', en: 'upper end of the 95 % interval' } },
  {
    name: 'state',
    type: 'string',
    isRequired: true,
    values: ['sound', 'small', 'doubted', 'absent'],
    description: {
      zh: 'sound 可用；small 分母过小，不排名；doubted 存疑，只列不计；absent 没有',
      en: 'sound; small: too few cases to be ranked; doubted: shown, counted nowhere; absent',
    },
  },
  {
    name: 'comparability',
    type: 'string',
    isRequired: true,
    values: ['exact', 'approximate', 'none'],
    description: { zh: '与该指标的口径相比', en: 'how it compares with the indicator’s own edition' },
  },
  BASIS,
  {
    name: 'rank',
    type: 'integer',
    description: { zh: '名次，1 最大，并列取前', en: '1 is the largest; ties share it' },
  },
  { name: 'rank_best', type: 'integer', description: { zh: '区间所容的最前名次', en: 'best place left open' } },
  { name: 'rank_worst', type: 'integer', description: { zh: '区间所容的最后名次', en: 'worst place left open' } },
  { name: 'ranked', type: 'integer', description: { zh: '参与排名的数目', en: 'how many are ranked' } },
  { name: 'reasons', type: 'string', description: { zh: '原因（固定词）', en: 'stable words for what is wrong' } },
  { name: 'note', type: 'string', description: { zh: '说明', en: 'the reasons in Chinese' } },
  { name: 'report_id', type: 'string', description: { zh: '报告编号', en: 'the report' } },
  { name: 'source_path', type: 'string', description: { zh: '源文件', en: 'its file' } },
] as const satisfies readonly Column[];

/** The columns of comparison-summary.csv. */
export const COMPARISON_SUMMARY_COLUMNS = [
  INDICATOR,
  YEAR,
  BASIS,
  { name: 'sound', type: 'integer', description: { zh: '计入的数目', en: 'how many values count' } },
  { name: 'small', type: 'integer', description: { zh: '分母过小而未计', en: 'left out: too few cases' } },
  { name: 'doubted', type: 'integer', description: { zh: '存疑而未计', en: 'left out: doubted' } },
  { name: 'absent', type: 'integer', description: { zh: '没有数值', en: 'no value' } },
  { name: 'minimum', type: 'number', description: { zh: '最小值', en: 'smallest' } },
  { name: 'lower_quartile', type: 'number', description: { zh: '下四分位数', en: 'lower quartile' } },
  { name: 'median', type: 'number', description: { zh: '中位数', en: 'median' } },
  { name: 'upper_quartile', type: 'number', description: { zh: '上四分位数', en: 'upper quartile' } },
  { name: 'maximum', type: 'number', description: { zh: '最大值', en: 'largest' } },
  {
    name: 'pooled',
    type: 'number',
    description: {
      zh: '合计：计数为总和，比例为分子之和÷分母之和；含分母过小者，不含存疑者',
      en: 'all together: the sum, or the quotient of the sums; small bodies too, doubted ones not',
    },
  },
] as const satisfies readonly Column[];

/** The rows of comparison.csv, in the order of the comparison. */
export function* cellsToRows({ cells }: BureauComparison): Iterable<RowOf<typeof COMPARISON_CELL_COLUMNS>> {
  for (const cell of cells) yield cellToRow(cell);
}

function cellToRow({ indicator, year, bureau, report, reading, rank }: ComparedCell): CellRow {
  const { interval, reasons } = reading;
  return {
    indicator,
    year: String(year),
    bureau: bureau.name,
    agency: report?.agency ?? '',
    region_code: bureau.regionCode,
    level: bureau.level,
    value: reading.value,
    numerator: reading.numerator,
    denominator: reading.denominator,
    low: interval === undefined ? '' : roundQuotient(interval.low),
    high: interval === undefined ? '' : roundQuotient(interval.high),
    state: reading.state,
    comparability: reading.comparability,
    basis: reading.basis,
    rank: rank === undefined ? '' : String(rank.rank),
    rank_best: rank === undefined ? '' : String(rank.best),
    rank_worst: rank === undefined ? '' : String(rank.worst),
    ranked: rank === undefined ? '' : String(rank.of),
    reasons: [...new Set(reasons.map(({ code }) => code))].join(' '),
    note: reasons.map(({ text }) => text.zh).join('；'),
    report_id: report?.reportId ?? '',
    source_path: report?.sourcePath ?? '',
  };
}

type CellRow = RowOf<typeof COMPARISON_CELL_COLUMNS>;

/** The rows of comparison-summary.csv. */
export function summariesToRows({ summaries }: BureauComparison): RowOf<typeof COMPARISON_SUMMARY_COLUMNS>[] {
  return summaries.map((summary) => ({
    indicator: summary.indicator,
    year: String(summary.year),
    basis: summary.basis,
    sound: String(summary.sound),
    small: String(summary.small),
    doubted: String(summary.doubted),
    absent: String(summary.absent),
    minimum: summary.minimum,
    lower_quartile: summary.lowerQuartile,
    median: summary.median,
    upper_quartile: summary.upperQuartile,
    maximum: summary.maximum,
    pooled: summary.pooled,
  }));
}
