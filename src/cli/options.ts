/** The options of the command line: the parser, the help and docs/cli.md's test all go by this list. */
import type { BilingualText } from '../model/index.js';

/** An option of the command line. */
export interface OptionDefinition {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; absent for switches. */
  readonly value?: string;
  readonly help: BilingualText;
}

/** All options, in the order of the help. */
export const OPTIONS = [
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
  {
    name: 'lang',
    value: 'L',
    help: {
      zh: '界面语言：zh 或 en（默认按系统区域）',
      en: 'language of the screen: zh or en (default: from the locale)',
    },
  },
  { name: 'version', short: 'V', help: { zh: '显示版本', en: 'print the version' } },
  { name: 'help', short: 'h', help: { zh: '显示本帮助', en: 'print this help' } },
] as const satisfies readonly OptionDefinition[];

/** The name of an option. */
export type OptionName = (typeof OPTIONS)[number]['name'];
