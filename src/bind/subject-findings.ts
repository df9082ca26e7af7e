/** Says what is odd about a report's title, period and date of publication. */
import type { DeadlineRule, Family, Finding, Regions } from '../model/index.js';
import { remark } from './remark.js';
import { findDate, type Period, type Publication } from './subject-dates.js';
import type { PlainLine } from './subject-text.js';
import type { Title } from './subject-title.js';

/** `meta.no_title`. */
export function titleFindings(title: Title | undefined): Finding[] {
  if (title !== undefined) return [];
  return [remark('meta.no_title', 'info', { zh: '没有找到报告的标题', en: 'no title of the report was found' })];
}

/** `meta.agency_unconfirmed`: a name that was read from a picture, and that no list of divisions bears out. */
export function agencyFindings(agency: string, regions: Regions): Finding[] {
  if (agency === '' || (regions.findRegion(agency)?.code ?? '') !== '') return [];
  const message = {
    zh: `单位名称“${agency}”由图像识别得来，行政区划名录中没有对应的地名，可能有误读的字，请对照原文`,
    en: `the name “${agency}” was read from a picture and is in no known division: a character may be misread; compare the source`,
  };
  return [{ ...remark('meta.agency_unconfirmed', 'warning', message), actual: agency }];
}

/** `meta.year_conflict` and `meta.partial_period`. */
export function periodFindings(title: Title | undefined, period: Period | undefined, at?: PlainLine): Finding[] {
  if (period === undefined) return [];
  const { year, yearEnd } = period;
  const titleYear = title?.year ?? year;
  if (year === titleYear && yearEnd === titleYear) return partialFindings(period, at);
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
  return [{ ...remark('meta.year_conflict', 'error', message, at), expected, actual: String(titleYear) }];
}

function partialFindings({ year, from, to, isWholeYear }: Period, at?: PlainLine): Finding[] {
  if (isWholeYear) return [];
  const message = {
    zh: `统计期限 ${from} 至 ${to} 不是一个完整的年度`,
    en: `the statistical period ${from} to ${to} is no whole year`,
  };
  const finding = remark('meta.partial_period', 'error', message, at);
  return [{ ...finding, expected: `${year}-01-01/${year}-12-31`, actual: `${from}/${to}` }];
}

/** What the dates of a report are judged by. */
export interface DateContext {
  readonly lines: readonly PlainLine[];
  readonly family: Family;
  readonly year: number | undefined;
  readonly unitType: string;
  /** The date that the document states beside its text. */
  readonly stated: Publication | undefined;
}

/** `meta.published_early` and `meta.published_late`. */
export function publicationFindings({ lines, family, year, unitType, stated }: DateContext): Finding[] {
  if (year === undefined) return [];
  const label = findDate(lines, family.title, 'label');
  const signature = findDate(lines, family.title, 'signature');
  // What a document states beside its text counts where the text says nothing.
  const early = [label, signature, ...((label ?? signature) ? [] : [stated])].find(
    (date) => date !== undefined && date.year <= year,
  );
  if (early !== undefined) return [earlyFinding(early, year, lines)];
  const deadline = family.completeness.deadlines.find(
    ({ unitTypes, fromYear }) => unitTypes.includes(unitType) && fromYear <= year,
  );
  if (deadline === undefined) return [];
  const certain = signature?.isCertain === true ? signature : undefined;
  const date = certain ?? label;
  return date === undefined ? [] : lateFindings(date, year, deadline, lines);
}

function earlyFinding({ date, year: dated, isCertain, index }: Publication, year: number, lines: readonly PlainLine[]) {
  const message = {
    zh: `报告 ${year} 年的情况，落款或发布日期却在 ${dated} 年`,
    en: `reports on ${year}, but is signed or published in ${dated}`,
  };
  const finding = remark('meta.published_early', isCertain ? 'error' : 'warning', message, lines[index]);
  return { ...finding, actual: date };
}

/**
 * A page is put up again, and then its date is that of the copy: late is only what was signed late, in the year in which
 * it was due. Any other date is worth a look, no more.
 */
function lateFindings(
  { date, source, year: dated, index }: Publication,
  year: number,
  { month, day }: DeadlineRule,
  lines: readonly PlainLine[],
): Finding[] {
  const due = [year + 1, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  if (date.length < due.length || date <= due) return [];
  const isSure = source === 'signature' && dated === year + 1;
  const message = {
    zh: `应于 ${due} 前公布，${source === 'signature' ? '落款' : '页面'}日期为 ${date}${isSure ? '' : '（可能是重新发布的日期）'}`,
    en: `due by ${due}, ${source === 'signature' ? 'signed' : 'dated'} ${date}${isSure ? '' : ' (perhaps put up again)'}`,
  };
  const finding = remark('meta.published_late', isSure ? 'warning' : 'info', message, lines[index]);
  return [{ ...finding, expected: due, actual: date }];
}
