/**
 * Finds the title of a report among its first lines. Only whole lines count, one or up to four joined: a title quoted in
 * a sentence is none. What a web page puts before a title in the same line (breadcrumbs, 标题：, a document's number) is
 * cut off; lines that lead to other documents are left out.
 */
import type { Family, Regions } from '../model/index.js';
import { isAgencyName, isFragment, mayBeAgency, maySplit } from './subject-agency.js';
import { matchFirst, type PlainLine, readYear, toPlainLine } from './subject-text.js';

/** A title and what it says. */
export interface Title {
  /** Absent where the title does not name it. */
  readonly agency?: string;
  readonly year?: number;
  /** Index of its first line. */
  readonly start: number;
  /** Index of its last line. */
  readonly end: number;
}

// A name, a year and the kind of report, each on its own line, one of them broken: nobody prints a title longer.
const MAX_LINES = 4;

/**
 * The title among a report's lines, in reading order: the first that names agency and year; where none does, the first
 * that names the year, else the first that names the agency. A title further down never overrules the first one's year.
 */
export function findTitle(lines: readonly PlainLine[], family: Family, regions: Regions): Title | undefined {
  let dated: Title | undefined;
  let named: Title | undefined;
  for (const end of lines.keys()) {
    const title = titleEndingAt(lines, end, family, regions);
    if (title === undefined) continue;
    if (title.year === undefined) named ??= title;
    else if (title.agency !== undefined && title.year === (dated ?? title).year) return title;
    else dated ??= title;
  }
  return dated ?? named;
}

/** All titles that name agency and year, in reading order; none takes in a line of another. */
export function findTitles(lines: readonly PlainLine[], family: Family, regions: Regions): readonly Title[] {
  const titles: Title[] = [];
  for (const end of lines.keys()) {
    const title = titleEndingAt(lines, end, family, regions);
    if (title?.agency === undefined || title.year === undefined) continue;
    if (title.start > (titles.at(-1)?.end ?? -1)) titles.push(title);
  }
  return titles;
}

/** Whether lines of text hold a title that names both the agency and the year. */
export function isFullTitle(texts: readonly string[], families: readonly Family[], regions: Regions): boolean {
  const lines = texts.map((text) => toPlainLine({ text, pageNumber: 1, tablesBefore: 0 }));
  return families.some((family) => {
    const title = findTitle(lines, family, regions);
    return title?.agency !== undefined && title.year !== undefined;
  });
}

function titleEndingAt(lines: readonly PlainLine[], end: number, family: Family, regions: Regions): Title | undefined {
  let best: Title | undefined;
  for (let start = end; start >= 0 && start > end - MAX_LINES; start--) {
    if (lines[start]?.line.pageNumber !== lines[end]?.line.pageNumber) break;
    const title = readTitle(lines, start, end, family);
    if (title === undefined) continue;
    if (best === undefined || improves(title, best, lines, regions)) best = title;
  }
  return best !== undefined && !isQuoted(lines, best) ? withoutFragment(best) : undefined;
}

function readTitle(lines: readonly PlainLine[], start: number, end: number, family: Family): Title | undefined {
  const first = titlePart(lines[start]?.text ?? '');
  if (first === undefined) return undefined;
  const rest = lines.slice(start + 1, end + 1).map(({ text }) => text);
  const groups = matchFirst(family.title.patterns, withoutTail([first, ...rest].join('')));
  if (groups === undefined) return undefined;
  const { agency } = groups;
  const year = readYear(groups['year']);
  if (agency !== undefined && !mayBeAgency(agency)) return undefined;
  // Without a year, only what is surely a name makes a title: 政府信息公开年报 is a menu's entry.
  if (year === undefined && (agency === undefined || !isAgencyName(agency))) return undefined;
  return { ...(agency === undefined ? {} : { agency }), ...(year === undefined ? {} : { year }), start, end };
}

/** True where a title that begins further up is more of a title, and what it takes in belongs to it. */
function improves(longer: Title, shorter: Title, lines: readonly PlainLine[], regions: Regions): boolean {
  if (longer.year === undefined && shorter.year !== undefined) return false;
  if (longer.agency === undefined) return shorter.year === undefined && longer.year !== undefined;
  if (shorter.agency === undefined) return isAgencyName(longer.agency);
  if (longer.agency === shorter.agency) return shorter.year === undefined;
  if (!longer.agency.endsWith(shorter.agency)) return false;
  if (isFragment(shorter.agency)) return true;
  if (isPlaced(shorter.agency, regions) || !isAgencyName(longer.agency)) return false;
  const added = longer.agency.slice(0, -shorter.agency.length);
  if (!maySplit(added, shorter.agency)) return false;
  return isSameSize(lines, longer) ?? isPlaced(longer.agency, regions);
}

/** Whether a name says by itself which division it belongs to. */
function isPlaced(agency: string, regions: Regions): boolean {
  const region = regions.findRegion(agency);
  return region !== undefined && region.code !== '';
}

/** Whether a title's lines are all of one size; `undefined` where sizes are not known. */
function isSameSize(lines: readonly PlainLine[], { start, end }: Title): boolean | undefined {
  const sizes = lines.slice(start, end + 1).map(({ line }) => line.fontSize);
  const known = sizes.filter((size) => size !== undefined);
  if (known.length < sizes.length) return undefined;
  return Math.max(...known) - Math.min(...known) <= 0.5;
}

/** A name of which only the end was found (政府) is not known. */
function withoutFragment(title: Title): Title {
  if (title.agency === undefined || !isFragment(title.agency)) return title;
  const { year, start, end } = title;
  return { ...(year === undefined ? {} : { year }), start, end };
}

const BREADCRUMB = /^.*[>＞»›→]/u;
const LABEL = /^(?:标题|名称|题名|主题|信息名称|文件名称|公开事项|内容名称)[:：]/u;
const DOCUMENT_NUMBER = /^\p{Script=Han}{0,12}[〔[【（(]\d{4}[〕\]】）)]第?\d+号/u;
const DECORATION = /^[^\p{Script=Han}\p{L}\d（(〇]+/u;

/** The part of a line that may be a title or its beginning; `undefined` where the line leads elsewhere. */
function titlePart(text: string): string | undefined {
  const part = text
    .replace(BREADCRUMB, '')
    .replace(LABEL, '')
    .replace(DOCUMENT_NUMBER, '')
    .replace(/^附件\d{0,2}[:：]?/u, '')
    .replace(DECORATION, '');
  // 某区人民政府：2024年政府信息公开工作年度报告
  const [name = '', ...rest] = part.split(/[:：]/u);
  if (rest.length === 1 && isAgencyName(name)) return name + (rest[0] ?? '');
  return rest.length > 0 ? undefined : part;
}

/** Cuts off a table of contents' dots, a file's ending and a closing bracket of the whole. */
function withoutTail(text: string): string {
  return text
    .replace(/(?:[.…·•]{2,}|…)\d*$/u, '')
    .replace(/\.(?:pdf|docx?|html?)$/iu, '')
    .replace(/》$/u, '');
}

// Three lines hold any title that a sentence quotes.
const QUOTE_LINES = 3;

/** True inside 《》 that opened in a line above: a sentence quotes a title there. */
function isQuoted(lines: readonly PlainLine[], { start }: Title): boolean {
  let depth = 0;
  for (const { text } of lines.slice(Math.max(0, start - QUOTE_LINES), start)) {
    for (const sign of text) {
      if (sign === '《') depth++;
      if (sign === '》') depth = Math.max(0, depth - 1);
    }
  }
  return depth > 0;
}
