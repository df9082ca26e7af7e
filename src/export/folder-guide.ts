/** README.md of an output: what is in the folder, what the columns mean, how to load it. In Chinese and English. */
import type { BilingualText } from '../model/index.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from './columns.js';
import type { OutputFormat } from './formats.js';

/** What a run came to, in numbers. */
export interface OutputCounts {
  readonly files: number;
  readonly reports: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
  readonly findings: { readonly total: number; readonly bySeverity: Readonly<Record<string, number>> };
}

/** What a guide is written for. */
export interface GuideContent {
  readonly version: string;
  readonly formats: ReadonlySet<OutputFormat>;
  readonly hasPartitions: boolean;
  /** Absent where a caller of the library gives none. */
  readonly counts?: OutputCounts;
}

/** Entries of the output: name, what it is, the format without which it is not there. */
const ENTRIES: readonly (readonly [string, BilingualText, OutputFormat])[] = [
  [
    'report.html',
    {
      zh: '给审核者看的一页：不符之处、原件截图、未能读取的内容',
      en: 'for an auditor: what does not add up, what was not readable',
    },
    'json',
  ],
  ['facts.csv', { zh: '全部数字，一行一个', en: 'all figures, one a row' }, 'csv'],
  [
    'findings.csv',
    { zh: '不符的勾稽关系与需要人看的地方', en: 'sums that do not add up, and what a person should see' },
    'csv',
  ],
  ['reports.csv', { zh: '每个输入文件的结果', en: 'what became of each input file' }, 'csv'],
  [
    'comparability.csv',
    { zh: '不同版本的表式中哪些数字可以相比', en: 'which figures of different editions compare' },
    'csv',
  ],
  ['reports/', { zh: '每份报告的全部内容（JSON）', en: 'the whole of each report (JSON)' }, 'json'],
  [
    'reports.sha256',
    { zh: '上述文件的散列值，可用 `sha256sum -c` 核对', en: 'their hashes, for `sha256sum -c`' },
    'json',
  ],
  [
    'wide/<版本 edition>.csv',
    { zh: '宽表：每份报告一行，每个数字一列', en: 'one row a report, one column a figure' },
    'wide',
  ],
  ['wide/<版本 edition>.zh.csv', { zh: '同上，中文表头', en: 'the same with Chinese headers' }, 'wide'],
  [
    'figures.csv',
    { zh: '每个数字的中英文名称和单位', en: 'what each figure is called in both languages, its unit' },
    'wide',
  ],
  ['facts.parquet', { zh: '全部数字（Parquet）', en: 'all figures as Parquet' }, 'parquet'],
  [
    'xlsx/<机关 body>-<年度 year>-<report_id>.xlsx',
    {
      zh: '每份有问题的报告一个工作簿：发现，以及按官方表式排列、标出问题的各表',
      en: 'a workbook a report: its findings, and its tables laid out like the official form with what is wrong marked',
    },
    'xlsx',
  ],
  ['gouji.duckdb', { zh: '全部表（DuckDB）', en: 'all tables as a DuckDB database' }, 'duckdb'],
  [
    'datapackage.json',
    { zh: '各表各列的机器可读说明', en: 'describes every column for programs (Frictionless Data Package v2)' },
    'json',
  ],
];

/** The text of README.md. */
export function describeFolder(content: GuideContent): string {
  const { version, counts } = content;
  return [
    '# 勾稽结果 / Gouji output',
    '',
    `由 Gouji ${version} 从政府信息公开工作年度报告中提取并校验。 / Figures from Chinese open-government annual reports, extracted and checked by Gouji ${version}.`,
    '',
    '**空白不等于 0。** `status` 为 `suspect`（存疑）或 `missing`（缺失）的数字不可直接使用；宽表中存疑的数字留空，并列在 `suspect` 列中。',
    '**Blank is not 0.** Do not use figures whose `status` is `suspect` or `missing` as they are; in the wide tables doubted figures are empty and named in the column `suspect`.',
    '',
    ...(counts === undefined ? [] : describeCounts(counts)),
    ...describeEntries(content),
    ...describeLoading(content),
    '## 数据字典 / Data dictionary',
    '',
    ...[
      ...describeColumns('facts.csv', FACT_COLUMNS),
      ...describeColumns('findings.csv', FINDING_COLUMNS),
      ...describeColumns('reports.csv', REPORT_COLUMNS),
    ],
  ].join('\n');
}

function describeCounts({ files, reports, outcomes, figures, findings }: OutputCounts): string[] {
  const { total, ...statuses } = figures;
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `\`${name}\` ${count}`)
      .join(', ') || '-';
  return [
    ...table(
      ['', '数量 / count', '其中 / of which'],
      [
        ['文件 / files', String(files), list(outcomes)],
        ['报告 / reports', String(reports), ''],
        ['数字 / figures', String(total ?? 0), list(statuses)],
        ['发现 / findings', String(findings.total), list(findings.bySeverity)],
      ],
    ),
  ];
}

function describeEntries({ formats, hasPartitions }: GuideContent): string[] {
  const written = new Set<OutputFormat>([
    'csv',
    'json',
    ...formats,
    ...(formats.has('xlsx-all') ? ['xlsx' as const] : []),
  ]);
  const rows = ENTRIES.filter(([, , format]) => written.has(format)).map(([name, what]) => [
    `\`${name === 'facts.parquet' && hasPartitions ? 'facts/year=…/facts.parquet' : name}\``,
    what.zh,
    what.en,
  ]);
  return ['## 文件 / Files', '', ...table(['文件 / file', '内容', 'what it holds'], rows)];
}

function describeLoading({ formats, hasPartitions }: GuideContent): string[] {
  const parquet = hasPartitions ? 'facts/' : 'facts.parquet';
  const source = formats.has('parquet') ? (hasPartitions ? 'facts/*/*.parquet' : 'facts.parquet') : 'facts.csv';
  const ids = 'report_id = "c", region_code = "c"';
  return [
    '## 读取 / How to load it',
    '',
    '```r',
    '# R',
    `facts <- readr::read_csv("facts.csv", col_types = readr::cols(${ids}, edition = "c"))`,
    ...(formats.has('parquet') ? [`facts <- arrow::open_dataset("${parquet}") |> dplyr::collect()`] : []),
    '```',
    '',
    '```python',
    '# Python (pandas)',
    'import pandas as pd',
    `facts = pd.read_csv("facts.csv", dtype={"report_id": str, "region_code": str, "edition": str})`,
    ...(formats.has('parquet') ? [`facts = pd.read_parquet("${parquet}")`] : []),
    '```',
    '',
    '```sql',
    '-- DuckDB',
    `SELECT year, status, count(*) FROM '${source}' GROUP BY ALL ORDER BY ALL;`,
    '```',
    '',
    'Excel：双击 CSV 文件即可，中文正常显示；文件若以 `--plain` 写出，请用“数据 → 从文本/CSV”，编码选 65001（UTF-8）。长编号可能被 Excel 改写，可用 `--excel` 重新运行。',
    'Excel: open the CSV files as they are. Of a run with `--plain`, use Data → From Text/CSV with encoding 65001 (UTF-8). Excel may change long ids; run with `--excel` to keep them.',
    '',
    '`gouji query "SELECT …"` 可直接查询本文件夹 / asks this folder by SQL.',
    '',
  ];
}

function describeColumns(file: string, columns: readonly Column[]): string[] {
  const rows = columns.map(({ name, type, description }) => [`\`${name}\``, type, description.zh, description.en]);
  return [`### ${file}`, '', ...table(['列 / column', '类型 / type', '含义', 'meaning'], rows)];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''];
}
