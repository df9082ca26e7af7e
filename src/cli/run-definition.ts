/** `gouji run`: its options, its help, and what its arguments mean. */
import type { CommandArguments, CommandDefinition, OptionDefinition } from './command-definition.js';
import { OUTPUT_FORMATS, type OutputFormat } from '../export/formats.js';
import type { CsvDialect } from '../export/index.js';
import { UsageError } from './usage-error.js';

/** Which PDF readers may be named. */
const READERS = ['auto', 'pdfium', 'pdfjs', 'both'] as const;

/** What may be read of the sentences of pages that are pictures. */
const PROSE = ['full', 'skip'] as const;

/** The longest time limit, in seconds: a day. */
const MAX_TIMEOUT_S = 86_400;

/** The most workers: beyond that, memory goes before speed comes. */
const MAX_WORKERS = 256;

/** What `gouji run` was told. */
export interface RunCommand {
  readonly inputs: readonly string[];
  readonly outputDirectory?: string;
  readonly workers?: number;
  readonly timeoutMs?: number;
  readonly reader: (typeof READERS)[number];
  readonly isStrict: boolean;
  readonly joinsNames: boolean;
  /** Absent where the dialect decides. */
  readonly hasBom?: boolean;
  readonly dialect: CsvDialect;
  readonly formats?: readonly OutputFormat[];
  readonly keepsContacts: boolean;
  readonly pictures: (typeof PROSE)[number] | 'off';
  readonly isQuiet: boolean;
  readonly isJson: boolean;
}

const OPTIONS = [
  {
    name: 'out',
    short: 'o',
    value: 'DIR',
    help: {
      zh: '输出文件夹，整个替换（默认 output）；其中有其他内容时拒绝',
      en: 'folder that the output replaces as a whole (default: output); refused if it holds anything else',
    },
  },
  {
    name: 'workers',
    value: 'N',
    help: { zh: '同时处理的文件数（默认为处理器核数）', en: 'files handled at the same time (default: one per core)' },
  },
  {
    name: 'timeout',
    value: 'S',
    help: { zh: '每个文件的时间上限，秒（默认 120）', en: 'time limit for one file, in seconds (default: 120)' },
  },
  {
    name: 'reader',
    value: 'R',
    help: {
      zh: 'PDF 读取器：auto（默认，有疑问时用两个）、pdfium、pdfjs、both',
      en: 'PDF reader: auto (default: a second one where in doubt), pdfium, pdfjs, both',
    },
  },
  {
    name: 'prose',
    value: 'P',
    help: {
      zh: '扫描件的正文：full（默认，全部识别）或 skip（只识别表格和标题）',
      en: 'sentences of scanned pages: full (default) or skip (tables and title only)',
    },
  },
  {
    name: 'no-ocr',
    help: {
      zh: '不识别扫描件和图片（记为 scanned、image）',
      en: 'leave scanned pages and pictures unread (scanned, image)',
    },
  },
  {
    name: 'strict',
    help: { zh: '有 error 级发现时退出码为 1', en: 'exit with 1 when some report has a finding of severity error' },
  },
  {
    name: 'no-join',
    help: {
      zh: '名称不同的机关不合并比较（默认按区划和名称认作同一机关，并逐一注明）',
      en: 'compare no reports of bodies that call themselves by different names (default: joined by division and name, and said)',
    },
  },
  {
    name: 'formats',
    value: 'LIST',
    help: {
      zh: '除 CSV 和 JSON 外写出哪些格式：wide,parquet（默认）、duckdb、xlsx、xlsx-all；都不要则写 csv',
      en: 'written beside CSV and JSON: wide,parquet (the default), duckdb, xlsx, xlsx-all; csv for nothing more',
    },
  },
  {
    name: 'excel',
    help: {
      zh: 'CSV 供 Excel 使用：Excel 会改写的日期、分数、长编号写成文本',
      en: 'CSV for Excel: dates, fractions and long ids that it would change are written as texts',
    },
  },
  {
    name: 'plain',
    help: {
      zh: 'CSV 供程序使用：行尾为 LF，没有字节顺序标记，文本不作任何改动',
      en: 'CSV for programs: lines end in LF, no byte-order mark, texts exactly as they are',
    },
  },
  {
    name: 'no-bom',
    help: {
      zh: 'CSV 不写字节顺序标记（Excel 靠它识别 UTF-8）',
      en: 'no byte-order mark in the CSV files (Excel needs it)',
    },
  },
  {
    name: 'contacts',
    help: {
      zh: '在报告 JSON 中给出电话、地址、邮箱（默认不输出）',
      en: "give telephone numbers and addresses in the reports' JSON (left out by default)",
    },
  },
  { name: 'quiet', short: 'q', help: { zh: '只显示错误', en: 'print nothing but errors' } },
  { name: 'json', help: { zh: '在标准输出上给出 JSON 摘要', en: 'print the summary as JSON on standard output' } },
] as const satisfies readonly OptionDefinition[];

/** `gouji run`. */
export const RUN: CommandDefinition<{ readonly type: 'run'; readonly run: RunCommand }> = {
  name: 'run',
  summary: { zh: '读取报告，写出经过校验的数据', en: 'read reports and write checked figures' },
  usage: { zh: '<文件或文件夹…>', en: '<files or folders…>' },
  description: {
    zh: `读取 PDF（含扫描件）、图片、网页、DOCX 和纯文本（UTF-8、UTF-16、GB18030），核对表内各项勾稽关系，
写出 facts.csv（数字）、findings.csv（发现）、reports.csv（每个文件的结果）、
comparability.csv（各版表式的可比性）、reports/（每份报告的全部内容）和
datapackage.json。`,
    en: `Reads PDFs (scanned ones too), pictures, web pages, DOCX and plain text, checks every
sum of the official form, and writes facts.csv (figures), findings.csv, reports.csv
(what became of each file), comparability.csv (which figures of different editions
compare), reports/ (the whole of each report) and datapackage.json.`,
  },
  options: OPTIONS,
  afterOptions: {
    zh: `示例：
  gouji run 年报/                      处理整个文件夹，结果在 output/
  gouji run 甲.pdf 乙.txt --out 结果    处理两个文件，结果在 结果/
  gouji run 年报/ --quiet --json       供程序调用：只在标准输出上给出摘要
  gouji run 年报/ --strict             报告中有错误时退出码为 1

退出码：
  0    全部完成（发现是数据，不算失败）
  1    有文件失败；或用了 --strict 而报告中有 error 级发现
  2    用法错误，或无法进行；没有写出任何内容
  3    没有可读的文件，或全部失败
  130  被 Ctrl-C 中断（SIGTERM 为 143）；原有结果不变
`,
    en: `Examples:
  gouji run reports/                   a whole folder; the output is in output/
  gouji run a.pdf b.txt --out result   two files; the output is in result/
  gouji run reports/ --quiet --json    for programs: the summary on standard output
  gouji run reports/ --strict          exit with 1 when a report does not add up

Exit codes:
  0    all files came through (findings are data, not failures)
  1    some file failed, or with --strict some report has an error finding
  2    wrong usage, or the run could not be carried out; nothing was written
  3    no file to read, or all failed
  130  ended by Ctrl-C (143 by SIGTERM); an earlier output is unchanged
`,
  },
  parse: (args) => ({ type: 'run', run: toRunCommand(args) }),
};

function toRunCommand({ values, positionals: inputs }: CommandArguments): RunCommand {
  if (inputs.length === 0) throw new UsageError('请指明文件或文件夹', 'name files or folders');
  const out = values.get('out');
  const workers = values.get('workers');
  const timeout = values.get('timeout');
  const formats = values.get('formats');
  const readerName = values.get('reader') ?? 'auto';
  const reader = READERS.find((known) => known === readerName);
  if (reader === undefined) {
    const known = READERS.join(', ');
    throw new UsageError(
      `--reader 只能是 ${known}，而不是 ${readerName}`,
      `--reader is one of ${known}, not ${readerName}`,
    );
  }
  const prose = PROSE.find((known) => known === (values.get('prose') ?? 'full'));
  if (prose === undefined) {
    const given = values.get('prose') ?? '';
    throw new UsageError(`--prose 只能是 full 或 skip，而不是 ${given}`, `--prose is full or skip, not ${given}`);
  }
  return {
    inputs,
    ...(out === undefined ? {} : { outputDirectory: out }),
    ...(workers === undefined ? {} : { workers: toWorkers(workers) }),
    ...(timeout === undefined ? {} : { timeoutMs: toTimeoutMs(timeout) }),
    reader,
    isStrict: values.has('strict'),
    joinsNames: !values.has('no-join'),
    ...(values.has('no-bom') ? { hasBom: false } : {}),
    dialect: toDialect(values),
    ...(formats === undefined ? {} : { formats: toFormats(formats) }),
    keepsContacts: values.has('contacts'),
    pictures: values.has('no-ocr') ? 'off' : prose,
    isQuiet: values.has('quiet'),
    isJson: values.has('json'),
  };
}

function toDialect(values: CommandArguments['values']): CsvDialect {
  if (values.has('excel') && values.has('plain')) {
    throw new UsageError('--excel 与 --plain 只能选一个', 'choose either --excel or --plain');
  }
  return values.has('excel') ? 'excel' : values.has('plain') ? 'plain' : 'default';
}

function toFormats(text: string): OutputFormat[] {
  return text.split(/[,，]/).map((name) => {
    const format = OUTPUT_FORMATS.find((known) => known === name.trim());
    if (format !== undefined) return format;
    const known = OUTPUT_FORMATS.join(', ');
    throw new UsageError(`--formats 只能包含 ${known}，而不是 ${name}`, `--formats is a list of ${known}, not ${name}`);
  });
}

function toWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/.test(text) && workers >= 1 && workers <= MAX_WORKERS) return workers;
  throw new UsageError(
    `--workers 应是 1 到 ${MAX_WORKERS} 的整数，而不是 ${text}`,
    `--workers is a whole number from 1 to ${MAX_WORKERS}, not ${text}`,
  );
}

function toTimeoutMs(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= MAX_TIMEOUT_S) return Math.ceil(seconds * 1000);
  throw new UsageError(
    `--timeout 应是大于 0、不超过 ${MAX_TIMEOUT_S} 的秒数，而不是 ${text}`,
    `--timeout is a number of seconds above 0 and up to ${MAX_TIMEOUT_S}, not ${text}`,
  );
}
