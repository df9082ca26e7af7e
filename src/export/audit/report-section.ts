/** One report's part of report.html: its findings, its tables with the cells marked, and pictures of its pages. */
import { both, html, type Html } from '../../html/index.js';
import type { BilingualText, Block, Family } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { certainty } from './certainty.js';
import { equation } from './equation.js';
import { formNames, type FormNames } from './form-names.js';
import { officialTable } from './official-table.js';
import { shownFindings, type ShownFinding } from './shown-findings.js';

/** A picture of a part of a page as it passes between threads: plain data. */
export interface AuditPicture {
  readonly page: number;
  /** What it shows, in points. */
  readonly box: { readonly x0: number; readonly top: number; readonly x1: number; readonly bottom: number };
  readonly width: number;
  readonly height: number;
  /** The PNG file. */
  readonly base64: string;
  readonly lacksFonts: boolean;
}

/** Severities and causes as the page calls them. */
export const SEVERITY_NAMES: Readonly<Record<'error' | 'warning' | 'info', BilingualText>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
};

/** Whose doing a finding is, as the page calls it. */
export const CAUSE_NAMES: Readonly<Record<'publisher' | 'extraction' | 'unknown', BilingualText>> = {
  publisher: { zh: '公布方', en: 'publisher' },
  extraction: { zh: '提取', en: 'extraction' },
  unknown: { zh: '未定', en: 'undecided' },
};

/** More findings of one report are counted and not shown one by one: it was then read wrong as a whole. */
const MOST_FINDINGS = 60;

/**
 * The section of a report that has an error or a warning.
 *
 * @returns Its markup; `undefined` for a report without one. Pictures stand as `src="picture:0"` and so on: they are put in when
 *   the page is written, so that texts stay small until then.
 */
export function reportSection(
  json: ReportJson,
  families: readonly Family[],
  pictures: readonly AuditPicture[],
): string | undefined {
  const all = shownFindings(json);
  if (all.length === 0) return undefined;
  const shown = all.slice(0, MOST_FINDINGS);
  const names = formNames(families, json.edition);
  const notes = json.findings.filter(({ severity }) => severity === 'info');
  return html`<section class="report" id="r-${json.report_id}">
    ${heading(json)} ${shown.map((each) => findingArticle(each, json, names))}
    ${all.length > shown.length && omitted(all.length - shown.length)}
    <div class="evidence">
      ${tables(json, shown, names)} ${pictures.map((picture, at) => pictureFigure(picture, at, shown))}
    </div>
    ${notes.length > 0 && noteList(notes.map(({ message }) => message))}
  </section> `.toString();
}

function heading({ agency, year, source_path: path, pages, edition }: ReportJson): Html {
  const name = agency === '' ? both({ zh: '（机关名称未识别）', en: '(name not recognised)' }) : html`${agency}`;
  return html`<h2>${name}${year !== null && html` <span class="year">${year}</span>`}</h2>
    <p class="soft small">
      ${path}${pages > 0 && html` · ${both({ zh: `${pages} 页`, en: `${pages} pages` })}`} ·
      ${both({
        zh: `${edition} 版表式`,
        en: `form of ${edition}`,
      })}
    </p>`;
}

function findingArticle(shown: ShownFinding, json: ReportJson, names: FormNames): Html {
  const { number, finding } = shown;
  const { severity, cause, rule, message, place } = finding;
  const id = `${json.report_id}-${number}`;
  const [conclusion, ...why] = certainty(shown, json, names);
  return html`<article
    class="finding ${severity}"
    id="f-${id}"
    data-severity="${severity}"
    data-cause="${cause}"
    data-rule="${rule}"
  >
    <h3>
      <span class="number">${number}</span> <span class="badge ${severity}">${both(SEVERITY_NAMES[severity])}</span>
      <span class="badge cause">${both(CAUSE_NAMES[cause])}</span> <code>${rule}</code>${
        place !== null &&
        place.page > 0 &&
        html` <span class="soft">${both({ zh: `第 ${place.page} 页`, en: `page ${place.page}` })}</span>`
      }
    </h3>
    <p>${both(message)}</p>
    ${equation(finding, names)} ${sentencesOf(shown, json)}
    <p class="certainty">${conclusion !== undefined && both(conclusion)}</p>
    ${
      why.length > 0 &&
      html`<ul class="why">
        ${why.map((line) => html`<li>${both(line)}</li>`)}
      </ul>`
    }
  </article> `;
}

/** The sentences that state a figure otherwise than the tables. */
function sentencesOf({ marks }: ShownFinding, { facts }: ReportJson): Html[] {
  const stated = facts.filter(
    (fact) => fact.sentence !== undefined && marks.some(({ row, table }) => fact.row === row && fact.table === table),
  );
  return [...new Set(stated.flatMap(({ sentence }) => sentence ?? []))].map(
    (sentence) => html`<blockquote>${sentence}</blockquote>`,
  );
}

function omitted(count: number): Html {
  return html`<p class="soft">
    ${both({
      zh: `另有 ${count} 条发现未逐条列出，见 findings.csv。`,
      en: `${count} more findings are in findings.csv.`,
    })}
  </p>`;
}

/** The blocks that some finding marks; all of a table where a finding names no row of it. */
function tables(json: ReportJson, shown: readonly ShownFinding[], names: FormNames): Html[] {
  const blocks = new Map<string, Block>();
  for (const fact of json.facts) {
    const isMarked = shown.some(({ marks }) =>
      marks.some(
        ({ table, row, column }) =>
          table === fact.table && (row === '' || row === fact.row) && (column === '' || column === fact.column),
      ),
    );
    const block = isMarked ? names.blockOf(fact) : undefined;
    if (block !== undefined) blocks.set(`${block.edition} ${block.slot}`, block);
  }
  return [...blocks.values()].map((block) => {
    const { zh, en } = block.tableName;
    const title = block.title === undefined ? '' : ` ${block.title.text}`;
    const caption = { zh: `${zh}${title}（按官方表式重建）`, en: `${en}${title} as reconstructed` };
    return officialTable(block, { facts: json.facts, shown, caption });
  });
}

function pictureFigure(picture: AuditPicture, at: number, shown: readonly ShownFinding[]): Html {
  const { page, box, width, height, lacksFonts } = picture;
  const view = `${box.x0} ${box.top} ${box.x1 - box.x0} ${box.bottom - box.top}`;
  return html`<figure class="crop">
    <figcaption>
      ${both({ zh: `原件第 ${page} 页`, en: `Page ${page} of the original` })}${
        lacksFonts &&
        html` <span class="soft"
          >${both({
            zh: '（部分字体未嵌入文件，图中文字可能缺失或变形）',
            en: '(some fonts are not in the file: text may look otherwise, or be left out)',
          })}</span
        >`
      }
    </figcaption>
    <div class="picture">
      <img src="picture:${at}" width="${width}" height="${height}" alt="" loading="lazy" decoding="async" /><svg
        viewBox="${view}"
        aria-hidden="true"
      >
        ${outlines(picture, shown)}
      </svg>
    </div>
  </figure> `;
}

/** Each cell once, with the numbers of all findings about it. */
function outlines({ page, box }: AuditPicture, shown: readonly ShownFinding[]): Html[] {
  const cells = new Map<
    string,
    { x0: number; y0: number; x1: number; y1: number; numbers: number[]; isTotal: boolean }
  >();
  for (const { number, marks } of shown) {
    for (const { place, role } of marks) {
      if (place?.page !== page || place.y1 < box.top || place.y0 > box.bottom) continue;
      const key = `${place.x0} ${place.y0} ${place.x1} ${place.y1}`;
      const known = cells.get(key) ?? { ...place, numbers: [], isTotal: false };
      if (!known.numbers.includes(number)) known.numbers.push(number);
      cells.set(key, { ...known, isTotal: known.isTotal || role === 'total' });
    }
  }
  return [...cells.values()].map(
    ({ x0, y0, x1, y1, numbers, isTotal }) =>
      html`<rect
          class="${isTotal ? 'total' : 'part'}"
          x="${x0 + 0.8}"
          y="${y0 + 0.8}"
          width="${Math.max(1, x1 - x0 - 1.6)}"
          height="${Math.max(1, y1 - y0 - 1.6)}"
        /><text x="${x1 - 2}" y="${y0 + 7}">${numbers.join(' ')}</text>`,
  );
}

function noteList(messages: readonly BilingualText[]): Html {
  return html`<details class="notes">
    <summary>
      ${both({
        zh: `提示 ${messages.length} 条`,
        en: messages.length === 1 ? '1 note' : `${messages.length} notes`,
      })}
    </summary>
    <ul>
      ${messages.slice(0, MOST_FINDINGS).map((message) => html`<li>${both(message)}</li>`)}
    </ul>
  </details>`;
}
