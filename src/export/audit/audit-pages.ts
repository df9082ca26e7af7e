/** Puts report.html together: what was found, an index, the reports, what was not readable; on several pages where large. */
import { both, html, htmlFrame, type Html } from '../../html/index.js';
import type { BilingualText } from '../../model/index.js';
import type { AuditFile, AuditReport } from './audit-file.js';
import { AUDIT_SCRIPT, AUDIT_STYLE } from './audit-style.js';
import { CAUSE_NAMES, SEVERITY_NAMES } from './report-section.js';

/** A browser opens such a page at once; with pictures it holds some two hundred reports with findings. */
const PAGE_BYTES = 12_000_000;

/** Rows of a list beyond which the CSV is the better place. */
const LONGEST_LIST = 5_000;

/** What is remembered of a report until its section is written. */
export interface AuditEntry extends Omit<AuditReport, 'section' | 'pictures'> {
  /** Place of its file in the run, and its own in the file. */
  readonly position: number;
  readonly index: number;
  /** Of its section with pictures; 0 without one. */
  readonly byteCount: number;
}

/** All that report.html says but the sections. */
export interface AuditOverview {
  /** In the order of the run. */
  readonly entries: readonly AuditEntry[];
  readonly unread: readonly NonNullable<AuditFile['unread']>[];
  readonly version: string;
}

/** One page: its file's name, and its text around the sections of the entries. */
export interface AuditPage {
  readonly name: string;
  readonly head: string;
  readonly entries: readonly AuditEntry[];
  readonly foot: string;
}

/** Plans the pages: reports with the publisher's errors first, then other errors, then warnings. */
export function planAuditPages(overview: AuditOverview): AuditPage[] {
  const shown = overview.entries
    .filter(({ byteCount }) => byteCount > 0)
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => gravityOf(b.entry) - gravityOf(a.entry) || a.at - b.at)
    .map(({ entry }) => entry);
  const parts = divide(shown);
  const { head, foot } = htmlFrame({ title: TITLE, style: AUDIT_STYLE, script: AUDIT_SCRIPT });
  return parts.map((entries, at) => {
    const isFirst = at === 0;
    const top = html`<a class="skip" href="#findings">${both({ zh: '跳到发现', en: 'Skip to the findings' })}</a>
      <h1>${both(TITLE)}</h1>
      ${pageLinks(at, parts.length)} ${isFirst && overviewOf(overview)} ${entries.length > 0 && filterForm(entries)}
      ${entries.length > 0 && indexOf(entries)}
      <main id="findings" tabindex="-1"></main> `;
    const bottom = html`</main>
${isFirst && unreadable(overview)}
<p class="soft small">Gouji ${overview.version}</p>`;
    return { name: pageName(at), head: head + top.toString(), entries, foot: bottom.toString() + foot };
  });
}

const TITLE: BilingualText = { zh: '勾稽核对报告', en: 'What does not add up' };

function pageName(at: number): string {
  return at === 0 ? 'report.html' : `report-${at + 1}.html`;
}

function gravityOf({ tallies }: AuditEntry): number {
  const keys = Object.keys(tallies);
  if (keys.some((key) => key.startsWith('error publisher'))) return 3;
  if (keys.some((key) => key.startsWith('error'))) return 2;
  return keys.some((key) => key.startsWith('warning publisher')) ? 1 : 0;
}

function divide(entries: readonly AuditEntry[]): AuditEntry[][] {
  const parts: AuditEntry[][] = [[]];
  let byteCount = 0;
  for (const entry of entries) {
    if (byteCount + entry.byteCount > PAGE_BYTES && byteCount > 0) {
      parts.push([]);
      byteCount = 0;
    }
    parts.at(-1)?.push(entry);
    byteCount += entry.byteCount;
  }
  return parts;
}

function pageLinks(at: number, count: number): Html | undefined {
  if (count < 2) return undefined;
  const pages = Array.from({ length: count }, (_, page) => page);
  return html`<nav class="noprint">
    ${both({ zh: '页：', en: 'Pages: ' })}${pages.map((page) =>
      page === at ? html`<b aria-current="page">${page + 1}</b> ` : html`<a href="${pageName(page)}">${page + 1}</a> `,
    )}
  </nav>`;
}

function overviewOf({ entries, unread }: AuditOverview): Html {
  const total = (prefix: string): number => sum(entries.map((entry) => countOf(entry, prefix)));
  const clean = entries.filter(({ byteCount }) => byteCount === 0).length;
  const tiles: [string, number, BilingualText][] = [
    ['', entries.length, { zh: '份报告', en: 'reports' }],
    ['', clean, { zh: '份没有错误和警告', en: 'without error or warning' }],
    ['error', total('error publisher'), { zh: '条错误，公布方', en: 'errors, publisher’s' }],
    ['error', total('error') - total('error publisher'), { zh: '条错误，提取或未定', en: 'errors, others' }],
    ['warning', total('warning'), { zh: '条警告', en: 'warnings' }],
    ['', unread.length, { zh: '个文件未得报告', en: 'files without a report' }],
  ];
  return html`<ul class="tiles">
      ${tiles.map(([name, count, text]) => html`<li class="${name}"><b>${count}</b>${both(text)}</li>`)}
    </ul>
    <p class="legend small">
      <span><i class="box total"></i>${both({ zh: '合计（等式左边）', en: 'the total' })}</span
      ><span><i class="box part"></i>${both({ zh: '其余各项', en: 'the other terms' })}</span
      ><span><i class="box suspect"></i>${both({ zh: '存疑 ?', en: 'suspect ?' })}</span
      ><span>+ ${both({ zh: '推得', en: 'derived' })}</span><span>* ${both({ zh: '已纠正', en: 'repaired' })}</span>
    </p>
    <p class="small soft">
      ${both({
        zh: '“公布方”只用于读取无疑之处；“未定”请对照原件。提示级发现只在有错误或警告的报告中列出，其余见 findings.csv。',
        en: '“Publisher” is said only where the reading is beyond doubt; hold “undecided” against the original. Notes are listed only with reports that have errors or warnings; all are in findings.csv.',
      })}
    </p> `;
}

function filterForm(entries: readonly AuditEntry[]): Html {
  const rules = [
    ...new Set(entries.flatMap(({ tallies }) => Object.keys(tallies).map((key) => key.split(' ')[2] ?? ''))),
  ];
  const box = (name: string, value: string, text: BilingualText): Html =>
    html`<label><input type="checkbox" name="${name}" value="${value}" checked /> ${both(text)}</label>`;
  return html`<form class="filter noprint" hidden>
    <fieldset>
      <legend>${both({ zh: '程度', en: 'Severity' })}</legend>
      ${box('severity', 'error', SEVERITY_NAMES.error)}${box('severity', 'warning', SEVERITY_NAMES.warning)}
    </fieldset>
    <fieldset>
      <legend>${both({ zh: '责任', en: 'Cause' })}</legend>
      ${(['publisher', 'unknown', 'extraction'] as const).map((cause) => box('cause', cause, CAUSE_NAMES[cause]))}
    </fieldset>
    <label
      >${both({ zh: '规则', en: 'Rule' })}
      <select name="rule">
        <option value="">*</option>
        ${rules.sort().map((rule) => html`<option value="${rule}">${rule}</option>`)}
      </select></label
    >
    <label>${both({ zh: '查找', en: 'Find' })} <input type="search" name="text" autocomplete="off" size="14" /></label>
    <span
      >${both({ zh: '列出', en: 'shown:' })}
      <output>${sum(entries.map((entry) => countOf(entry, '')))}</output> ${both({ zh: '条', en: '' })}</span
    >
  </form> `;
}

function indexOf(entries: readonly AuditEntry[]): Html {
  return html`<div class="index" tabindex="0" role="region" aria-label="索引 index">
    <table>
      <thead>
        <tr>
          <th>${both({ zh: '机关', en: 'Body' })}</th>
          <th>${both({ zh: '年度', en: 'Year' })}</th>
          <th class="n">${both({ zh: '错误', en: 'Errors' })}</th>
          <th class="n">${both({ zh: '警告', en: 'Warnings' })}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) =>
            html`<tr id="i-${entry.reportId}">
              <td><a href="#r-${entry.reportId}">${entry.agency === '' ? entry.sourcePath : entry.agency}</a></td>
              <td>${entry.year}</td>
              <td class="n">${countOf(entry, 'error')}</td>
              <td class="n">${countOf(entry, 'warning')}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
}

/** Files that gave no report, and reports with figures that are marked. */
function unreadable({ entries, unread }: AuditOverview): Html {
  const marked = entries.filter(({ suspect, missing }) => suspect + missing > 0);
  const nothing = {
    zh: '没有：所有文件都已读出，没有存疑或缺失的数字。',
    en: 'Nothing: every file was read, and no figure is suspect or missing.',
  };
  return html`<section id="unreadable">
    <h2>${both({ zh: '未能读取的内容', en: 'What was not readable' })}</h2>
    ${unread.length + marked.length === 0 && html`<p>${both(nothing)}</p>`} ${unread.length > 0 && unreadTable(unread)}
    ${marked.length > 0 && markedTable(marked)}
  </section> `;
}

function unreadTable(unread: AuditOverview['unread']): Html {
  const caption = { zh: `没有得到报告的文件：${unread.length} 个`, en: `Files that gave no report: ${unread.length}` };
  const headings = html`<th>${both({ zh: '文件', en: 'File' })}</th>
    <th>${both({ zh: '结果', en: 'Outcome' })}</th>
    <th>${both({ zh: '原因', en: 'Reason' })}</th>`;
  const rows = unread.map(
    ({ sourcePath, outcome, reason }) =>
      html`<tr>
        <td>${sourcePath}</td>
        <td>${both(OUTCOMES[outcome])}</td>
        <td>${both(reason)}</td>
      </tr>`,
  );
  return listTable({ caption, headings, rows, wholeIn: 'reports.csv' });
}

function markedTable(marked: readonly AuditEntry[]): Html {
  const caption = {
    zh: `有存疑或缺失数字的报告：${marked.length} 份`,
    en: `Reports with suspect or missing figures: ${marked.length}`,
  };
  const headings = html`<th>${both({ zh: '机关', en: 'Body' })}</th>
    <th>${both({ zh: '年度', en: 'Year' })}</th>
    <th class="n">${both({ zh: '存疑', en: 'Suspect' })}</th>
    <th class="n">${both({ zh: '缺失', en: 'Missing' })}</th>
    <th>${both({ zh: '文件', en: 'File' })}</th>`;
  const rows = marked.map(
    ({ agency, year, suspect, missing, sourcePath }) =>
      html`<tr>
        <td>${agency}</td>
        <td>${year}</td>
        <td class="n">${suspect}</td>
        <td class="n">${missing}</td>
        <td>${sourcePath}</td>
      </tr>`,
  );
  return listTable({ caption, headings, rows, wholeIn: 'facts.csv' });
}

interface ListTable {
  readonly caption: BilingualText;
  readonly headings: Html;
  readonly rows: readonly Html[];
  /** The file that has the rows which find no place here. */
  readonly wholeIn: string;
}

function listTable({ caption, headings, rows, wholeIn }: ListTable): Html {
  return html`<div class="scroll">
      <table>
        <caption>
          ${both(caption)}
        </caption>
        <thead>
          <tr>
            ${headings}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, LONGEST_LIST)}
        </tbody>
      </table>
    </div>
    ${rows.length > LONGEST_LIST && more(wholeIn)}`;
}

const OUTCOMES: Readonly<Record<NonNullable<AuditFile['unread']>['outcome'], BilingualText>> = {
  failed: { zh: '失败', en: 'failed' },
  unrecognised: { zh: '不是此类报告', en: 'no such report' },
  skipped: { zh: '未处理', en: 'skipped' },
};

function more(file: string): Html {
  return html`<p>${both({ zh: `其余见 ${file}。`, en: `The rest is in ${file}.` })}</p>`;
}

function countOf({ tallies }: AuditEntry, prefix: string): number {
  return sum(Object.entries(tallies).flatMap(([key, count]) => (key.startsWith(prefix) ? [count] : [])));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
