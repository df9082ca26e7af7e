/** `gouji verify`: its help, and what its arguments mean. */
import type { CommandDefinition } from './command-definition.js';
import { UsageError } from './usage-error.js';

/** `gouji verify`. */
export const VERIFY: CommandDefinition<{ readonly type: 'verify'; readonly directory: string }> = {
  name: 'verify',
  summary: { zh: '独立复核一个结果文件夹', en: 'check an output folder once more, independently' },
  usage: { zh: '<结果文件夹>', en: '<output folder>' },
  description: {
    zh: `复核结果文件夹中的每一项断言：勾稽关系的计算，数字的状态与原文、数字串是否相符，
推算值是否唯一，解释能否使各项成立，CSV 与 JSON 是否一致，散列值与文件清单。
只读结果本身；除报告 JSON 的 schema 外，不与写出结果的程序共用代码。`,
    en: `Checks every claim of an output folder: the arithmetic of the identities, whether a
figure's status fits its print and its runs of digits, whether derived values are the
only ones, whether explanations make the laws hold, whether the CSVs say what the JSON
says, hashes and the list of files. Reads nothing but the output, and shares no code
with what wrote it but the schema of the report's JSON.`,
  },
  options: [],
  afterOptions: {
    zh: `退出码：
  0    每一项都成立
  1    有不成立之处，逐条列出
  2    用法错误，或不是结果文件夹
`,
    en: `Exit codes:
  0    every claim stands up
  1    some do not; each is named
  2    wrong usage, or no output folder
`,
  },
  parse: ({ positionals }) => {
    const [directory, ...others] = positionals;
    if (directory === undefined || others.length > 0)
      throw new UsageError('请指明一个结果文件夹', 'name one output folder');
    return { type: 'verify', directory };
  },
};
