/**
 * One row a report, one column a figure. A wide table has no room for a status, so a figure in doubt is left empty and named in
 * the column `suspect`: nobody averages it unawares. facts.csv has its best reading.
 */
import type { Fact, Report } from '../../model/index.js';
import type { Column } from '../columns.js';
import { FACT_COLUMNS, REPORT_COLUMNS } from '../columns.js';
import { recordsToCsv, type CsvDialect } from '../csv.js';
import { figureKey, figureName, type WideForm } from './form-figures.js';

/** A report's row in the wide table of one form. */
export interface WideRow {
  /** The form's id. */
  readonly form: string;
  readonly csv: string;
}

const OWNER_NAMES = ['report_id', 'agency', 'region_code', 'level', 'year', 'source_path'] as const;

/** The columns before the figures. */
export const WIDE_COLUMNS: readonly Column[] = [
  ...OWNER_NAMES.flatMap((name): Column[] => FACT_COLUMNS.filter((column) => column.name === name)),
  ...REPORT_COLUMNS.filter(({ name }) => name === 'edition'),
  {
    name: 'suspect',
    type: 'string',
    description: {
      zh: '存疑的数字（列名，以空格分隔）；其值在此表中留空，见 facts.csv',
      en: 'figures in doubt, named by their columns, parted by spaces; they are empty in this table, see facts.csv',
    },
  },
  {
    name: 'missing',
    type: 'string',
    description: {
      zh: '源文件中没有的数字（列名，以空格分隔）',
      en: 'figures that the source lacks, named by their columns, parted by spaces',
    },
  },
  {
    name: 'other_unit',
    type: 'string',
    description: {
      zh: '单位与表式不同的数字（列名，以空格分隔）；其值在此表中留空，见 facts.csv',
      en: 'figures in another unit than the form’s, named by their columns; they are empty in this table, see facts.csv',
    },
  },
];

/** The header of a form's wide table: names for programs, or what people call the columns in Chinese. */
export function wideHeader(form: WideForm, dialect: CsvDialect, language: 'key' | 'zh'): string {
  const owner = WIDE_COLUMNS.map(({ name, description }) => (language === 'key' ? name : shortName(description.zh)));
  const figures = form.figures.map((figure) => {
    if (language === 'key') return figure.key;
    return figureName(figure, 'zh') + (figure.unit === '' ? '' : `（${figure.unit}）`);
  });
  return recordsToCsv([[...owner, ...figures]], dialect);
}

/** The rows of a report: one for each form that its facts follow, most often one edition and the prose. */
export function reportToWideRows(report: Report, forms: readonly WideForm[], dialect: CsvDialect): WideRow[] {
  const proseTables = new Set(forms.flatMap((form) => (form.isProse ? [form.id] : [])));
  return forms.flatMap((form) => {
    const own = report.facts.filter(({ table, edition }) =>
      form.isProse ? table === form.id : edition === form.id && !proseTables.has(table),
    );
    return own.length === 0 ? [] : [{ form: form.id, csv: recordsToCsv([toRecord(report, own, form)], dialect) }];
  });
}

function toRecord(report: Report, facts: readonly Fact[], form: WideForm): string[] {
  const byKey = new Map(facts.map((fact) => [figureKey(fact), fact]));
  const units = new Map(form.figures.map(({ key, unit }) => [key, unit]));
  const hasOtherUnit = (key: string, fact: Fact): boolean => fact.value !== '' && fact.unit !== units.get(key);
  const named = (isMeant: (fact: Fact, key: string) => boolean): string =>
    [...byKey].flatMap(([key, fact]) => (isMeant(fact, key) ? [key] : [])).join(' ');
  return [
    ...[report.reportId, report.agency, report.regionCode, report.level],
    ...[report.year === undefined ? '' : String(report.year), report.sourcePath, report.edition],
    ...[named(({ status }) => status === 'suspect'), named(({ status }) => status === 'missing')],
    named((fact, key) => fact.status !== 'suspect' && hasOtherUnit(key, fact)),
    ...form.figures.map(({ key }) => {
      const fact = byKey.get(key);
      return fact === undefined || fact.status === 'suspect' || hasOtherUnit(key, fact) ? '' : fact.value;
    }),
  ];
}

/** The words before the first sign of a description: what fits a header. */
function shortName(description: string): string {
  return /^[^：；（，。]+/.exec(description)?.[0] ?? description;
}
