/** Describes the tables of a run by Frictionless Data Package v2 (https://datapackage.org). */
import type { BilingualText } from '../model/index.js';
import { lineEndOf, type CsvDialect } from './csv.js';
import { COMPARISON_COLUMNS } from './comparison-rows.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from './columns.js';

/** Names the package, and marks a folder as the output of a run. */
export const PACKAGE_NAME = 'gouji-run';

/** What is known of a written file. */
export interface FileDigest {
  readonly byteCount: number;
  readonly sha256: string;
}

/** A table of the package. */
interface TableDescription {
  readonly name: string;
  readonly title: BilingualText;
  readonly columns: readonly Column[];
  readonly keys: Readonly<Record<string, unknown>>;
  /** `<name>.csv` where absent. */
  readonly path?: string;
}

const REPORT_REFERENCE = [
  {
    fields: ['report_id', 'source_path'],
    reference: { resource: 'reports', fields: ['report_id', 'source_path'] },
  },
];

const FACTS: TableDescription = {
  name: 'facts',
  title: { zh: '数据：每份报告的每个数字一行', en: 'Figures: one row for each figure of each report' },
  columns: FACT_COLUMNS,
  keys: { primaryKey: ['report_id', 'table', 'row', 'column'], foreignKeys: REPORT_REFERENCE },
};

const FINDINGS: TableDescription = {
  name: 'findings',
  title: {
    zh: '发现：不符的勾稽关系与需要人看的地方',
    en: 'Findings: sums that do not add up, and what a person should see',
  },
  columns: FINDING_COLUMNS,
  keys: { foreignKeys: REPORT_REFERENCE },
};

const REPORTS: TableDescription = {
  name: 'reports',
  title: { zh: '文件：每个输入文件一行', en: 'Files: one row for each input file' },
  columns: REPORT_COLUMNS,
  // No primary key, since a file that could not be read has no report_id, and a file may hold two reports.
  keys: { uniqueKeys: [['source_path', 'report_id']] },
};

const COMPARABILITY: TableDescription = {
  name: 'comparability',
  title: {
    zh: '可比性：不同版本的表式中哪些数字可以相比',
    en: 'Comparability: which figures of one edition of the form compare with which of another',
  },
  columns: COMPARISON_COLUMNS,
  keys: {},
};

/** The files of the package whose bytes are the same for the same input. */
export interface PackageDigests {
  readonly facts: FileDigest;
  readonly findings: FileDigest;
  readonly comparability: FileDigest;
}

/** A table in a form of its own: a wide table, figures.csv. */
export interface ExtraTable {
  readonly name: string;
  readonly path: string;
  readonly title: BilingualText;
  readonly columns: readonly Column[];
  readonly digest: FileDigest;
}

/** A file that holds tables which are described already. */
export interface ExtraFile {
  readonly name: string;
  readonly path: string;
  readonly title: BilingualText;
  readonly format: string;
  readonly mediatype: string;
  /** Absent where the bytes differ from run to run. */
  readonly digest?: FileDigest;
}

/** What the descriptor is made of. */
export interface PackageContent {
  readonly version: string;
  readonly dialect: CsvDialect;
  readonly digests: PackageDigests;
  readonly tables: readonly ExtraTable[];
  readonly files: readonly ExtraFile[];
}

/**
 * The descriptor, as JSON text.
 *
 * It has no `created` and neither size nor hash of reports.csv, so that the same input gives the same bytes.
 */
export function describePackage({ version, dialect, digests, tables, files }: PackageContent): string {
  const describe = (table: TableDescription, digest?: FileDigest): Record<string, unknown> =>
    describeTable(table, dialect, digest);
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: PACKAGE_NAME,
    title: '政府信息公开工作年度报告数据 / Figures from open-government annual reports',
    description:
      '由 Gouji（勾稽）提取并校验。每份报告的全部内容（含各项校验与单元格位置）见 reports/<report_id>.json。' +
      ' / Extracted and checked by Gouji. reports/<report_id>.json holds the whole of each report, with every check and the place of every cell.',
    gouji: { version, csv: dialect },
    resources: [
      describe(FACTS, digests.facts),
      describe(FINDINGS, digests.findings),
      describe(REPORTS),
      describe(COMPARABILITY, digests.comparability),
      ...tables.map(({ digest, ...table }) => describe({ ...table, keys: {} }, digest)),
      ...files.map(describeFile),
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describeTable(table: TableDescription, csv: CsvDialect, digest?: FileDigest): Record<string, unknown> {
  return {
    name: table.name,
    type: 'table',
    title: `${table.title.zh} / ${table.title.en}`,
    path: table.path ?? `${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(digest === undefined ? {} : { bytes: digest.byteCount, hash: `sha256:${digest.sha256}` }),
    dialect: { delimiter: ',', lineTerminator: lineEndOf(csv), quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: table.columns.map((column) => describeColumn(column, csv)), missingValues: [''], ...table.keys },
  };
}

function describeFile({ name, path, title, format, mediatype, digest }: ExtraFile): Record<string, unknown> {
  return {
    name,
    title: `${title.zh} / ${title.en}`,
    path,
    format,
    mediatype,
    ...(digest === undefined ? {} : { bytes: digest.byteCount, hash: `sha256:${digest.sha256}` }),
  };
}

function describeColumn(column: Column, csv: CsvDialect): Record<string, unknown> {
  const constraints = {
    ...(column.isRequired === true ? { required: true } : {}),
    ...(column.values === undefined ? {} : { enum: column.values }),
    // Excel's dialect writes some texts as formulas, which no pattern matches.
    ...(column.pattern === undefined || csv === 'excel' ? {} : { pattern: column.pattern }),
  };
  return {
    name: column.name,
    type: column.type,
    description: `${column.description.zh} / ${column.description.en}`,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(column.emptyIsValue === true ? { missingValues: [] } : {}),
  };
}
