/** Everything the command line says, in both languages; the help is in help-text.ts, the options in options.ts. */
import type { Cause, FactStatus, FailedOutcome, ReportOutcome, Severity } from '../model/index.js';
import type { Language } from './language.js';

type Outcome = ReportOutcome | FailedOutcome;

/** The sentences of one language. Counts are given as they are to be printed. */
export interface Messages {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly statuses: Readonly<Record<FactStatus, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  /** Between the items of a list. */
  readonly comma: string;
  readonly count: (name: string, count: string) => string;
  readonly files: (total: string, outcomes: string) => string;
  readonly figures: (total: string, reports: string, statuses: string) => string;
  readonly findings: (total: string, severities: string, causes: string) => string;
  readonly noFindings: string;
  readonly notable: string;
  readonly lost: string;
  readonly andMore: (count: string, file: string) => string;
  readonly page: (pageNumber: number) => string;
  readonly place: (path: string, page: string, message: string) => string;
  readonly outputs: (path: string) => string;
  readonly outputFiles: readonly (readonly [string, string])[];
  readonly elapsed: (seconds: string) => string;
  readonly remaining: (time: string) => string;
  readonly noInput: string;
  readonly missing: (argument: string) => string;
  readonly interrupted: string;
  readonly failed: (reason: string) => string;
  readonly tryHelp: string;
}

const ZH: Messages = {
  outcomes: { ok: '无问题', findings: '有发现', failed: '失败', unrecognised: '不是此类报告', skipped: '未处理' },
  statuses: { printed: '照印', derived: '推得', repaired: '纠正', suspect: '存疑', missing: '缺失' },
  severities: { error: '错误', warning: '警告', info: '提示' },
  causes: { publisher: '公布方', extraction: '提取', unknown: '未定' },
  comma: '，',
  count: (name, count) => `${name} ${count}`,
  files: (total, outcomes) => `文件 ${total} 个：${outcomes}。`,
  figures: (total, reports, statuses) => `数字 ${total} 个，来自 ${reports} 份报告：${statuses}。`,
  findings: (total, severities, causes) => `发现 ${total} 条：${severities}；责任方：${causes}。`,
  noFindings: '没有发现：各项勾稽关系都成立。',
  notable: '其中：',
  lost: '没有得到报告的文件：',
  andMore: (count, file) => `另有 ${count} 条，见 ${file}`,
  page: (pageNumber) => `第 ${pageNumber} 页`,
  place: (path, page, message) => `${path}${page === '' ? '' : ` ${page}`}：${message}`,
  outputs: (path) => `结果在 ${path}：`,
  outputFiles: [
    ['report.html', '给审核者看的一页：不符之处、原件截图、未能读取的内容'],
    ['facts.csv', '全部数字，一行一个，可用 Excel 打开'],
    ['findings.csv', '不符的勾稽关系与需要人看的地方'],
    ['reports.csv', '每个文件的结果'],
    ['comparability.csv', '不同版本的表式中哪些数字可以相比'],
    ['reports/', '每份报告的全部内容（JSON）'],
    ['README.md', '说明、数据字典和读取方法；其他格式也列在其中'],
    ['datapackage.json', '各表说明'],
  ],
  elapsed: (seconds) => `用时 ${seconds} 秒。`,
  remaining: (time) => `约剩 ${time}`,
  noInput: '没有可读的文件；没有写出任何内容',
  missing: (argument) => `找不到 ${argument}`,
  interrupted: '已中断；原有结果不变',
  failed: (reason) => `运行未能完成，没有写出任何内容：${reason}`,
  tryHelp: '用法见 gouji --help',
};

const EN: Messages = {
  outcomes: {
    ok: 'ok',
    findings: 'with findings',
    failed: 'failed',
    unrecognised: 'no such report',
    skipped: 'skipped',
  },
  statuses: { printed: 'printed', derived: 'derived', repaired: 'repaired', suspect: 'suspect', missing: 'missing' },
  severities: { error: 'errors', warning: 'warnings', info: 'notes' },
  causes: { publisher: 'the publisher', extraction: 'the extraction', unknown: 'undecided' },
  comma: ', ',
  count: (name, count) => `${count} ${count === '1' ? name.replace(/^(error|warning|note)s$/, '$1') : name}`,
  files: (total, outcomes) => `Files: ${total} (${outcomes}).`,
  figures: (total, reports, statuses) => `Figures: ${total} of ${reports} reports (${statuses}).`,
  findings: (total, severities, causes) => `Findings: ${total} (${severities}; cause: ${causes}).`,
  noFindings: 'No findings: everything adds up.',
  notable: 'Among them:',
  lost: 'Files that gave no report:',
  andMore: (count, file) => `${count} more in ${file}`,
  page: (pageNumber) => `page ${pageNumber}`,
  place: (path, page, message) => `${path}${page === '' ? '' : `, ${page}`}: ${message}`,
  outputs: (path) => `The output is in ${path}:`,
  outputFiles: [
    ['report.html', 'for an auditor: what does not add up, with the page, and what was not readable'],
    ['facts.csv', 'all figures, one a row; opens in Excel'],
    ['findings.csv', 'sums that do not add up, and what a person should see'],
    ['reports.csv', 'what became of each file'],
    ['comparability.csv', 'which figures of different editions compare'],
    ['reports/', 'the whole of each report (JSON)'],
    ['README.md', 'what else is there, what the columns mean, how to load them'],
    ['datapackage.json', 'describes the tables'],
  ],
  elapsed: (seconds) => `Took ${seconds} s.`,
  remaining: (time) => `about ${time} left`,
  noInput: 'no file to read; nothing was written',
  missing: (argument) => `there is no ${argument}`,
  interrupted: 'interrupted; an earlier output is unchanged',
  failed: (reason) => `the run could not be completed, and nothing was written: ${reason}`,
  tryHelp: 'gouji --help says more',
};

/** The sentences of a language. */
export function messagesOf(language: Language): Messages {
  return language === 'zh' ? ZH : EN;
}
