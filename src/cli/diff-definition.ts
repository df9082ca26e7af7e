/** `gouji diff`: its options, its help, and what its arguments mean. */
import type { CommandArguments, CommandDefinition, OptionDefinition } from './command-definition.js';
import { UsageError } from './usage-error.js';

/** What `gouji diff` was told. */
export interface DiffCommand {
  readonly old: string;
  readonly new: string;
  /** Nothing is written where absent. */
  readonly directory?: string;
  readonly isAcrossYears: boolean;
  readonly joinsNames: boolean;
  readonly hasBom: boolean;
}

const OPTIONS = [
  {
    name: 'across-years',
    help: {
      zh: '同一机关的报告即使年度不同也相互对照（默认只对照同一文件，或同一机关同一年度的报告）',
      en: 'hold the reports of a body against each other though their years differ (default: one file, or one body and year)',
    },
  },
  {
    name: 'out',
    short: 'o',
    value: 'DIR',
    help: {
      zh: '把全部变化写入此文件夹（默认不写）；只替换其中的同名文件',
      en: 'folder to write all changes to (default: none is written); only files of the same names are replaced',
    },
  },
  {
    name: 'no-join',
    help: { zh: '名称不同的机关不算同一机关', en: 'take no bodies for one that call themselves by different names' },
  },
  { name: 'no-bom', help: { zh: 'CSV 不写字节顺序标记', en: 'no byte-order mark in the CSV files' } },
] as const satisfies readonly OptionDefinition[];

/** `gouji diff`. */
export const DIFF: CommandDefinition<{ readonly type: 'diff'; readonly diff: DiffCommand }> = {
  name: 'diff',
  summary: { zh: '两个结果之间有哪些变化', en: 'say what changed between two outputs' },
  usage: { zh: '<旧结果文件夹> <新结果文件夹>', en: '<old output folder> <new output folder>' },
  description: {
    zh: `对照两个结果文件夹（版本不同或年度不同）：新增和减少的报告，数值、状态、疑点、原文有变化的数字，
出现、消失和判断不同的发现。版式不同的数字不相减。同一机关在一方有几份报告时不作对应，并注明。`,
    en: `Holds two outputs against each other, of other versions or other years: reports added and removed,
figures whose value, status, doubts or print changed, findings that appeared, vanished or are judged
otherwise. Figures of different editions are not subtracted. Where a body has several reports on one
side none of them is matched, and that is said.`,
  },
  options: OPTIONS,
  afterOptions: {
    zh: `示例：
  gouji diff 旧/ 新/                              在屏幕上列出主要变化
  gouji diff 2022/ 2023/ --across-years --out 变化   写出 diff-reports.csv、diff-facts.csv、diff-findings.csv、diff.json

退出码：0 没有变化；1 有变化；2 用法错误，或结果无法读取
`,
    en: `Examples:
  gouji diff old/ new/                             the main changes on the screen
  gouji diff 2022/ 2023/ --across-years --out changes   writes diff-reports.csv, diff-facts.csv, diff-findings.csv, diff.json

Exit codes: 0 nothing changed; 1 something changed; 2 wrong usage, or an output cannot be read
`,
  },
  parse: (args) => ({ type: 'diff', diff: toDiffCommand(args) }),
};

function toDiffCommand({ values, positionals }: CommandArguments): DiffCommand {
  const [old, other, ...others] = positionals;
  if (old === undefined || other === undefined || others.length > 0) {
    throw new UsageError('请指明旧、新两个结果文件夹', 'name two output folders, the old one and the new one');
  }
  const out = values.get('out');
  return {
    old,
    new: other,
    ...(out === undefined ? {} : { directory: out }),
    isAcrossYears: values.has('across-years'),
    joinsNames: !values.has('no-join'),
    hasBom: !values.has('no-bom'),
  };
}
