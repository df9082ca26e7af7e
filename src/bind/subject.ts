/** Who reports on which year: from the title, and where it does not say so from what else the text states. */
import type { BilingualText, Family, Finding, Layout, Region, Regions, Severity, Subject } from '../model/index.js';
import { findPeriod, findPublication, type Period, type Publication } from './subject-dates.js';
import { linesOfProperties, publishedYear } from './subject-properties.js';
import { findSignature } from './subject-signature.js';
import { type PlainLine, squeeze } from './subject-text.js';
import { findTitle, type Title } from './subject-title.js';

// A title stands before the first table; menus and a table of contents may come before it.
const HEAD_LINES = 150;

/**
 * The agency as printed, without white space, and the year reported on: from the title, else from the statistical period,
 * else the year before publication; empty where unknown. Where they contradict each other the title wins and a finding
 * says so.
 *
 * @returns `isTitled` where a title names the year
 */
export function layoutToSubject(
  layout: Layout,
  family: Family,
  regions: Regions,
): { value: Subject; findings: readonly Finding[]; isTitled: boolean } {
  const lines = layout.lines.map((line) => ({ text: squeeze(line.text), line }));
  const head = lines.filter(({ line }) => line.tablesBefore === 0).slice(0, HEAD_LINES);
  const headTitle = findTitle(head, family, regions);
  const ownTitle = findTitle(linesOfProperties(layout.properties), family, regions);
  const title = headTitle ?? findTitle(linesOfFirstTable(layout), family, regions) ?? ownTitle;
  const period = findPeriod(head, family.title);
  const publication = findPublication(lines, family.title) ?? statedPublication(layout);
  // `head` is where `lines` begins, so that the title's indices are good for both.
  const agency = title?.agency ?? findSignature(lines, headTitle) ?? ownTitle?.agency ?? '';
  const year = title?.year ?? period?.year ?? (publication === undefined ? undefined : publication.year - 1);
  const region: Region | undefined = agency === '' ? undefined : regions.findRegion(agency);
  return {
    value: {
      agency,
      regionCode: region?.code ?? '',
      level: region?.level ?? '',
      ...(year === undefined ? {} : { year }),
    },
    findings: [
      ...titleFindings(title),
      ...periodFindings(title, period, head[headTitle?.start ?? -1]),
      ...publicationFindings(year, publication, lines),
    ],
    isTitled: title?.year !== undefined,
  };
}

/** The date that a document states beside its text; it stands in no line. */
function statedPublication({ properties }: Layout): Publication | undefined {
  const year = publishedYear(properties);
  return year === undefined ? undefined : { year, index: -1 };
}

/** Pages of web sites keep a document's name in a table of its own; its cells are read like lines. */
function linesOfFirstTable(layout: Layout): PlainLine[] {
  const cells = layout.tables[0]?.cells ?? [];
  return cells.map(({ text }) => ({ text: squeeze(text), line: { text, pageNumber: 0, tablesBefore: 0 } }));
}

function titleFindings(title: Title | undefined): Finding[] {
  if (title !== undefined) return [];
  const message = { zh: '没有找到报告的标题', en: 'no title of the report was found' };
  return [toFinding('meta.no_title', 'info', message)];
}

function periodFindings(title: Title | undefined, period: Period | undefined, at: PlainLine | undefined): Finding[] {
  if (period === undefined) return [];
  const { year, yearEnd } = period;
  const titleYear = title?.year ?? year;
  if (year === titleYear && yearEnd === titleYear) return [];
  const stated =
    year === yearEnd
      ? { zh: `${year} 年`, en: `${year}` }
      : { zh: `${year} 年至 ${yearEnd} 年`, en: `${year} to ${yearEnd}` };
  const message =
    title?.year === undefined
      ? { zh: `统计期限写作 ${stated.zh}`, en: `the statistical period is given as ${stated.en}` }
      : {
          zh: `标题写 ${titleYear} 年，统计期限却写 ${stated.zh}`,
          en: `the title says ${titleYear}, but the statistical period is given as ${stated.en}`,
        };
  const expected = String(year === titleYear ? yearEnd : year);
  return [
    {
      ...toFinding('meta.year_conflict', 'error', message, at),
      expected,
      actual: String(titleYear),
    },
  ];
}

/** A report is published after the year it reports on; later than the next year it may be, having been put up again. */
function publicationFindings(
  year: number | undefined,
  publication: Publication | undefined,
  lines: readonly PlainLine[],
): Finding[] {
  if (year === undefined || publication === undefined || publication.year > year) return [];
  const message = {
    zh: `报告 ${year} 年的情况，落款或发布日期却在 ${publication.year} 年`,
    en: `reports on ${year}, but is signed or published in ${publication.year}`,
  };
  return [toFinding('meta.published_early', 'warning', message, lines[publication.index])];
}

// Nobody can tell from the text alone whether a year was printed wrong or found in the wrong place.
function toFinding(rule: string, severity: Severity, message: BilingualText, at?: PlainLine): Finding {
  const { pageNumber = 0, box } = at?.line ?? {};
  return {
    rule,
    severity,
    cause: 'unknown',
    table: '',
    row: '',
    column: '',
    expected: '',
    actual: '',
    difference: '',
    message,
    ...(box === undefined ? {} : { place: { pageNumber, box } }),
  };
}
