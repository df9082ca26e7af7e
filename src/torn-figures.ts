/**
 * Figures of a dump that may be torn over a line end: a line of nothing but digits right below or above a row may hold the rest of one of
 * its figures, or be a page's number. Where a sum holds with a figure it is whole; where none is over it nothing else tells.
 */
import { BAR_CLASS, doubtFact, figureKey, NOTE_MARKS } from './model/index.js';
import type { Fact, Family, Report } from './model/index.js';
import { rowKey, rowLabelsOf } from './form-wordings.js';

/** The doubt of a figure that may go on in another line. */
const BROKEN = 'broken-number';

/**
 * The reports of a dump, with the doubt on every figure of such a row that no sum bears out.
 *
 * @param families those of the forms: two rows whose labels are the halves of one are one row
 */
export function doubtTornFigures(
  reports: readonly Report[],
  lines: readonly string[],
  families: readonly Family[],
): readonly Report[] {
  const labels = rowLabelsOf(families);
  const torn = tornLines(lines, new Set([...labels.values()].flat().map(lettersOf)));
  if (torn.length === 0) return reports;
  return reports.map((report) => {
    const holding = report.checks.filter(({ outcome }) => outcome === 'holds');
    const borneOut = new Set(holding.flatMap(({ table, terms }) => terms.map((term) => figureKey({ table, ...term }))));
    const isTorn = (fact: Fact): boolean => {
      const own = labels.get(rowKey(fact));
      if (!own || fact.status !== 'printed' || borneOut.has(figureKey(fact))) return false;
      return torn.some((line) => mayBeTorn(line, fact) && isOfRow(line, own));
    };
    return { ...report, facts: report.facts.map((fact) => (isTorn(fact) ? doubtFact(fact, BROKEN) : fact)) };
  });
}

/** A line of a dump with figures that may be parts. */
interface TornLine {
  /** Its numbers without the points they begin or end with, and all its digits in one. */
  readonly numbers: ReadonlySet<string>;
  readonly digits: string;
  /** Whether one of its noughts may be a part: the rest of it stands above, or begins with a point. */
  readonly isNoughtOpen: boolean;
  /** The letters of its row. */
  readonly letters: string;
}

/** @param row where the label is that the figures stand with, if not beside them */
function toTornLine(text: string, isNoughtOpen: boolean, row = text): TornLine {
  const digits = text.replace(/[^\d.]/gu, '');
  return { numbers: new Set(numbersOf(text)), digits, isNoughtOpen, letters: lettersOf(row) };
}

/** Part of a label's characters, or of a line's, that are in the other one where a line may be that row, spoilt or cut as it is. */
const ROW_SHARE = 0.5;

function isOfRow({ letters }: TornLine, labels: readonly string[]): boolean {
  const shareIn = (text: string, other: string): number =>
    Array.from(text).filter((character) => other.includes(character)).length / Math.max(1, text.length);
  const isLike = (label: string): boolean => Math.max(shareIn(label, letters), shareIn(letters, label)) >= ROW_SHARE;
  return labels.length === 0 || labels.map(lettersOf).some(isLike);
}

function numbersOf(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}

function mayBeTorn({ numbers, digits, isNoughtOpen }: TornLine, { printed, value }: Fact): boolean {
  if (value === '' || (value === '0' && !isNoughtOpen)) return false;
  const own = fold(printed);
  // Digits that are set apart are a number in pieces.
  const isInPieces = /\d\s+[\d.]/u.test(own) && digits.includes(own.replace(/[^\d.]/gu, ''));
  return isInPieces || numbersOf(own).some((number) => numbers.has(number));
}

type LineKind = 'between' | 'digits' | 'row' | 'other';

const NUMBER = /\d(?:[\d.,]*\d)?/gu;
const UNIT = /(?<=\d)\s*(?:件|条|项|万元|元)/gu;
/** What may stand between the parts of a row without being any of them: nothing, a rule, a page's number between its marks. */
const BETWEEN = new RegExp(
  `^(?:(?:[\\s:+┼┬┴├┤=─━═-]|${BAR_CLASS})*|\\s*[-—·]\\s*\\d{1,4}\\s*[-—·]\\s*|\\s*第\\s*\\d{1,4}\\s*页.*)$`,
  'u',
);
/** A row has a number by itself, or one right behind its label. */
const IN_ROW = new RegExp(
  `(?:^|[\\s|]|${BAR_CLASS}|\\p{Script=Han}[:\\s]*)[+-]?[\\d,.]*\\d[\\d.,]*[+-]?(?:$|\\s|${BAR_CLASS})`,
  'u',
);
const SENTENCE = /[。！？；]/u;
/** A line further off than this is no part of a row. */
const FARTHEST = 6;

function tornLines(lines: readonly string[], labels: ReadonlySet<string>): readonly TornLine[] {
  const folded = lines.map(fold);
  const kinds = folded.map(kindOf);
  const isInRows = kinds.filter((kind) => kind === 'row').length > kinds.filter((kind) => kind === 'digits').length;
  const textAt = (at: number | undefined): string => (at === undefined ? '' : (folded[at] ?? ''));
  return kinds.flatMap((kind, at) => {
    const text = textAt(at);
    const below = nextLine(kinds, at, 1);
    if (kind === 'row') {
      const isHalf = below !== undefined && kinds[below] === 'row' && isOneLabel(text, textAt(below), labels);
      return isHalf ? [text, textAt(below)].map((half) => toTornLine(half, true, text + textAt(below))) : [];
    }
    // Where rows are lines, a label by itself between digits has parts of a figure above and below it.
    const isBetween = kind === 'other' && isInRows && isAround(kinds, at);
    if (isBetween) return [at - 1, at + 1].map((beside) => toTornLine(textAt(beside), true, text));
    if (kind !== 'digits') return [];
    const above = nextLine(kinds, at, -1);
    const isNoughtOpen = /(?<!\d)\./u.test(text);
    const rows = [
      { at: above, isNoughtOpen },
      { at: below, isNoughtOpen: true },
    ].filter((row) => kinds[row.at ?? -1] === 'row');
    // So has one that stands right above two lines of digits.
    const label = isInRows && isBesideDigits(kinds, at) ? [toTornLine(text, true, textAt(above))] : [];
    const ofRows = rows.flatMap((row) => [
      toTornLine(textAt(row.at), row.isNoughtOpen),
      toTornLine(text, true, textAt(row.at)),
    ]);
    return [...label, ...ofRows];
  });
}

function isAround(kinds: readonly LineKind[], at: number): boolean {
  return kinds[at - 1] === 'digits' && kinds[at + 1] === 'digits';
}

function isBesideDigits(kinds: readonly LineKind[], at: number): boolean {
  return kinds[at - 1] === 'digits' || kinds[at + 1] === 'digits';
}

/** Whether the labels of two rows are the halves of one, and neither is a label by itself. */
function isOneLabel(upper: string, lower: string, labels: ReadonlySet<string>): boolean {
  const [one, other] = [lettersOf(upper), lettersOf(lower)];
  return one !== '' && other !== '' && !labels.has(one) && labels.has(one + other);
}

function lettersOf(text: string): string {
  return text.replace(UNIT, '').replace(/\P{Script=Han}/gu, '');
}

/** The next line above or below one that is neither digits alone nor stands between lines. */
function nextLine(kinds: readonly LineKind[], from: number, step: 1 | -1): number | undefined {
  for (let at = from + step; Math.abs(at - from) <= FARTHEST; at += step) {
    const kind = kinds[at];
    if (kind === 'row' || kind === 'other') return at;
    if (kind === undefined) return undefined;
    if (kind === 'digits' && kinds[from] === 'row') return undefined;
  }
  return undefined;
}

function kindOf(text: string): LineKind {
  if (BETWEEN.test(text)) return 'between';
  const bare = text.replace(UNIT, '');
  if (!/\p{L}/u.test(bare)) return /[\d.,]/u.test(bare) ? 'digits' : 'other';
  return !SENTENCE.test(text) && IN_ROW.test(bare) ? 'row' : 'other';
}

function fold(text: string): string {
  return text
    .replace(NOTE_MARKS, ' ')
    .normalize('NFKC')
    .replace(/[−－–]/gu, '-');
}
