/**
 * Finds the official sections of a report by their headings: fuzzily, whatever enumerator they carry, in lines and in the
 * cells of tables. A section is absent only where nothing anywhere looks like its heading.
 */
import type { Layout, SectionRule, Table } from '../model/index.js';
import { simplify } from './simplify.js';
import { isMatch, type PlainLine, squeeze } from './subject-text.js';
import { textSimilarity } from './text-similarity.js';

/** One official section and where it was found. */
export interface FoundSection {
  readonly rule: SectionRule;
  readonly isFound: boolean;
  /** Its heading, where it stands outside the tables. */
  readonly heading?: PlainLine;
  /** The lines up to the next heading; absent where it is not known what belongs to it. */
  readonly body?: SectionBody;
}

/** What stands between a heading and the next. */
export interface SectionBody {
  /** Without white space and page numbers. */
  readonly text: string;
  readonly holdsTable: boolean;
  readonly lines: readonly PlainLine[];
}

/** A heading and its enumerator are shorter than this, even the long ones of table four. */
const LONGEST_HEADING = 40;
/** So alike a line and a heading must be where no key tells; misprints and lost signs leave more. */
const SAME_HEADING = 0.75;
const ENUMERATOR =
  /^(?:第[一二三四五六七八九十]{1,2}部分[、.，,:：]?|[一二三四五六七八九十]{1,2}[、.，,:：]|[（(][一二三四五六七八九十]{1,2}[）)]、?|\d{1,2}[、.．])/u;
/** Numbers of the first order: 一、 and 第一部分; below it stand （一） and 1. */
const FIRST_ORDER = /^(?:第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,2}[、.，,:：])/u;
const LOWER_ORDER = /^(?:[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[、.．])/u;
const SENTENCE = /[，。；：]/u;
const TAIL = /(?:[.…·•]{2,}|…)\d*$/u;
const PAGE_NUMBER = /^[-—–第]*\d{1,3}[-—–页]*$/u;

/** Finds every section, in the order of the form. */
export function findSections(
  lines: readonly PlainLine[],
  layout: Layout,
  rules: readonly SectionRule[],
): readonly FoundSection[] {
  const headings = lines.map((line, k) => sectionOf(line.text, lines[k + 1]?.text ?? '', rules));
  const cells = layout.tables.flatMap(textsOfTable).map((text) => simplify(squeeze(text)));
  const inCells = new Set(cells.filter((text) => text !== '').map((text) => sectionOf(text, '', rules)));
  const whole = [...lines.map(({ text }) => text), ...cells].join('\n').replace(/[\p{P}\p{S}]/gu, '');
  return rules.map((rule) => {
    const places = headings.flatMap((found, k) => (found === rule ? [k] : []));
    if (places.length === 0) return { rule, isFound: inCells.has(rule) || isNamed(rule, whole) };
    const bodies = places.map((place) => bodyAfter(place, lines, headings));
    // A table of contents names every section too: what follows the real heading is the most.
    const longest = bodies.reduce((best, body) => (weightOf(body) > weightOf(best) ? body : best));
    const heading = lines[places[bodies.indexOf(longest)] ?? -1];
    return { rule, isFound: true, ...(heading === undefined ? {} : { heading }), body: longest };
  });
}

/** Cells, and rows as a whole: a heading set with gaps may have been taken for a row. */
function textsOfTable({ cells }: Table): readonly string[] {
  const rows = new Map<number, string>();
  for (const { rowIndex, text } of cells) rows.set(rowIndex, (rows.get(rowIndex) ?? '') + text);
  return [...cells.map(({ text }) => text), ...rows.values()];
}

/** A short heading is one only behind its number. */
function isNamed({ headings }: SectionRule, whole: string): boolean {
  return headings.some((heading) => {
    const plain = heading.replace(/[\p{P}\p{S}]/gu, '');
    return plain.length > 5 ? whole.includes(plain) : new RegExp(`[一二三四五六七八九十]${plain}`, 'u').test(whole);
  });
}

function weightOf({ text, holdsTable }: SectionBody): number {
  return text.length + (holdsTable ? LONGEST_HEADING : 0);
}

/** The section whose heading a line is, or begins with, or is together with the next line. */
function sectionOf(printed: string, next: string, rules: readonly SectionRule[]): SectionRule | undefined {
  const text = printed.replace(TAIL, '');
  const bare = text.replace(ENUMERATOR, '');
  const isEnumerated = bare !== text;
  if (!isEnumerated && (text.length > LONGEST_HEADING || SENTENCE.test(text))) return undefined;
  // Behind an enumerator a sentence may follow in the same line.
  const start = bare.slice(0, LONGEST_HEADING);
  const own = rules.find((rule) => isHeading(start, rule));
  if (own !== undefined || !isEnumerated || SENTENCE.test(bare) || ENUMERATOR.test(next)) return own;
  return rules.find((rule) => isHeading((bare + next).slice(0, LONGEST_HEADING), rule));
}

function isHeading(text: string, { key, headings }: SectionRule): boolean {
  if (key !== undefined && isMatch(key, text)) return true;
  return headings.some((heading) => textSimilarity(text, heading) >= SAME_HEADING);
}

function bodyAfter(
  place: number,
  lines: readonly PlainLine[],
  headings: readonly (SectionRule | undefined)[],
): SectionBody {
  const own = headings[place];
  // （一）主动公开情况 below 一、总体情况 is a part of it, whatever section it is called like.
  const hasParts = FIRST_ORDER.test(lines[place]?.text ?? '');
  const isPart = (k: number): boolean => hasParts && LOWER_ORDER.test(lines[k]?.text ?? '');
  const after = headings.findIndex((found, k) => k > place && found !== undefined && found !== own && !isPart(k));
  const end = after < 0 ? lines.length : after;
  const body = lines.slice(place + 1, end).filter(({ text }) => !PAGE_NUMBER.test(text));
  const first = lines[place]?.line.tablesBefore ?? 0;
  const last = lines[end] ?? lines.at(-1);
  // A sentence in the line of the heading, or a heading that goes on in the next line, counts as text: that errs on the
  // side of a section that says something.
  const bare = (lines[place]?.text ?? '').replace(TAIL, '').replace(ENUMERATOR, '');
  const rest = SENTENCE.test(bare) || bare.length > LONGEST_HEADING ? bare : '';
  return {
    text: rest + body.map(({ text }) => text).join(''),
    holdsTable: (last?.line.tablesBefore ?? 0) > first,
    lines: body,
  };
}
