/** `gouji compare`: its options, its help, and what its arguments mean. */
import type { CommandArguments, CommandDefinition, OptionDefinition } from './command-definition.js';
import { UsageError } from './usage-error.js';

/** Where a comparison is written by default, in the current folder. */
const DEFAULT_DIRECTORY = 'comparison';

/** What `gouji compare` was told. */
export interface CompareCommand {
  readonly outputs: readonly string[];
  readonly directory: string;
  /** All where absent. */
  readonly indicators?: readonly string[];
  readonly years?: { readonly from: number; readonly to: number };
  readonly minimumDenominator?: number;
  readonly joinsNames: boolean;
  readonly hasBom: boolean;
}

const OPTIONS = [
  {
    name: 'out',
    short: 'o',
    value: 'DIR',
    help: {
      zh: '写入的文件夹（默认 comparison）；只替换其中的同名文件',
      en: 'folder to write to (default: comparison); only files of the same names are replaced',
    },
  },
  {
    name: 'indicators',
    value: 'LIST',
    help: {
      zh: '只比较这些指标，以逗号分隔（默认全部；编号见 comparison.json）',
      en: 'compare these only, separated by commas (default: all; their ids are in comparison.json)',
    },
  },
  {
    name: 'years',
    value: 'A-B',
    help: { zh: '只列这些年度，如 2021-2023', en: 'show these years only, such as 2021-2023' },
  },
  {
    name: 'min',
    value: 'N',
    help: {
      zh: '分母小于 N 的比例不排名、不计入中位数（默认由指标文件定）',
      en: 'no rank and no median for quotients with a smaller denominator (default: as the indicators say)',
    },
  },
  {
    name: 'no-join',
    help: { zh: '名称不同的机关不算同一机关', en: 'take no bodies for one that call themselves by different names' },
  },
  {
    name: 'no-bom',
    help: { zh: 'CSV 不写字节顺序标记', en: 'no byte-order mark in the CSV files' },
  },
] as const satisfies readonly OptionDefinition[];

/** `gouji compare`. */
export const COMPARE: CommandDefinition<{ readonly type: 'compare'; readonly compare: CompareCommand }> = {
  name: 'compare',
  summary: { zh: '机关与年度并排比较', en: 'put bureaus and years side by side' },
  usage: { zh: '<输出文件夹…>', en: '<output folders…>' },
  description: {
    zh: `按指标（申请量、公开率、不予公开率、结转率、复议诉讼纠正率、增长等）比较 gouji run 写出的
一个或几个输出文件夹，写出 comparison.html（图表）、comparison.csv、comparison-summary.csv
和 comparison.json。不同版式只在可比处相比，否则注明原因；存疑的数字照列，但不计入名次和中位数；
分母过小的比例不排名。`,
    en: `Compares outputs of gouji run on indicators (requests, shares granted and denied, backlog,
corrections in reviews and litigation, growth) and writes comparison.html (plots),
comparison.csv, comparison-summary.csv and comparison.json. Forms of different editions are
compared only where they count alike, and the reason is given where not; suspect figures are
shown but enter no rank and no median; quotients of few cases are not ranked.`,
  },
  options: OPTIONS,
  afterOptions: {
    zh: `示例：
  gouji compare output/                          结果在 comparison/
  gouji compare 2021/ 2022/ 2023/ --out 三年      几个输出并在一起比较
  gouji compare output/ --indicators granted_share,denied_share --years 2021-2023

退出码：0 完成；2 用法错误，或输出无法读取
`,
    en: `Examples:
  gouji compare output/                          the comparison is in comparison/
  gouji compare 2021/ 2022/ 2023/ --out years    several outputs together
  gouji compare output/ --indicators granted_share,denied_share --years 2021-2023

Exit codes: 0 done; 2 wrong usage, or an output cannot be read
`,
  },
  parse: (args) => ({ type: 'compare', compare: toCompareCommand(args) }),
};

function toCompareCommand({ values, positionals: outputs }: CommandArguments): CompareCommand {
  if (outputs.length === 0) throw new UsageError('请指明输出文件夹', 'name output folders');
  const indicators = values.get('indicators');
  const years = values.get('years');
  const minimum = values.get('min');
  return {
    outputs,
    directory: values.get('out') ?? DEFAULT_DIRECTORY,
    ...(indicators === undefined ? {} : { indicators: indicators.split(',').map((id) => id.trim()) }),
    ...(years === undefined ? {} : { years: toYears(years) }),
    ...(minimum === undefined ? {} : { minimumDenominator: toMinimum(minimum) }),
    joinsNames: !values.has('no-join'),
    hasBom: !values.has('no-bom'),
  };
}

function toYears(text: string): { from: number; to: number } {
  const [, first = '', last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first !== '' && from <= to) return { from, to };
  throw new UsageError(
    `--years 应是年度或起止年度，如 2021-2023，而不是 ${text}`,
    `--years is a year or a first and a last one, such as 2021-2023, not ${text}`,
  );
}

function toMinimum(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--min 应是大于 0 的整数，而不是 ${text}`, `--min is a whole number above 0, not ${text}`);
}
