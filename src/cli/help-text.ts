/** The help, in both languages. */
import { displayWidth } from './display-width.js';
import type { Language } from './language.js';
import { OPTIONS, type OptionDefinition } from './options.js';

const BEFORE_OPTIONS: Readonly<Record<Language, string>> = {
  zh: `勾稽：把政府信息公开工作年度报告变成经过校验的数据。

用法：
  gouji run <文件或文件夹…> [选项]

读取带文字层的 PDF 和纯文本（UTF-8、UTF-16、GB18030），核对表内各项勾稽关系，
写出 facts.csv（数字）、findings.csv（发现）、reports.csv（每个文件的结果）、
comparability.csv（各版表式的可比性）、reports/（每份报告的全部内容）和
datapackage.json。不能识别扫描件。

选项：`,
  en: `Gouji turns Chinese open-government annual reports into checked, tidy figures.

Usage:
  gouji run <files or folders…> [options]

Reads PDFs with a text layer and plain text (UTF-8, UTF-16, GB18030), checks every
sum of the official form, and writes facts.csv (figures), findings.csv, reports.csv
(what became of each file), comparability.csv (which figures of different editions
compare), reports/ (the whole of each report) and datapackage.json. Scanned pages are not read.

Options:`,
};

const AFTER_OPTIONS: Readonly<Record<Language, string>> = {
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
};

/** The help as it is printed. */
export function helpText(language: Language): string {
  const rows = OPTIONS.map((option: OptionDefinition) => ({ usage: optionUsage(option), help: option.help[language] }));
  const width = Math.max(...rows.map(({ usage }) => displayWidth(usage)));
  const lines = rows.map(({ usage, help }) => `  ${usage}${' '.repeat(width - displayWidth(usage))}  ${help}`);
  return [BEFORE_OPTIONS[language], ...lines, '', AFTER_OPTIONS[language]].join('\n');
}

function optionUsage({ name, short, value }: OptionDefinition): string {
  const start = short === undefined ? '    ' : `-${short}, `;
  return `${start}--${name}${value === undefined ? '' : ` ${value}`}`;
}
