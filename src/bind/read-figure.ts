/** Reads the figure in a cell's text, keeping a blank, a dash, a note and a 0 apart. */
import type { Reading } from '../model/index.js';

/** What a cell's text says, and what else it could say. */
export interface FigureReading {
  readonly reading: Reading;
  /** Other values the text could stand for, plain decimals, best first. */
  readonly alternatives: readonly string[];
  /** Why the reading is doubted; empty for most. */
  readonly doubts: readonly string[];
}

/** Circled and bracketed enumerators and reference marks: notes, which NFKC would turn into digits. */
const NOTE_MARKS =
  /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u203b*]|[[［〔【]\s*注?\s*\d{1,2}\s*[\]］〕】]|[(（]\s*注\s*\d{0,2}\s*[)）]/gu;
const NUMBER = /^(?<sign>[+\-−－]?)\s?(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<fraction>\.\d+)?/u;
const UNIT = /^(?<unit>亿元|万元|元|人次|件|条|项|次|个|人|份|宗|篇|起)/u;
/** The Chinese nought, as a typist sets it for 0. */
const CHINESE_ZERO = /^[〇零]$/u;
/** A page number that strayed into a cell: `-1-`, `— 3 —`. */
const PAGE_NUMBER = /^[-—–－]\s?\d{1,4}\s?[-—–－]$/u;

/**
 * Reads a cell's text.
 *
 * @param text the cell's text without raised marks, as printed
 * @param notApplicableMarks texts that say "does not apply"
 */
export function readFigure(text: string, notApplicableMarks: readonly string[]): FigureReading {
  const bare = text.replace(NOTE_MARKS, ' ').normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (bare === '')
    return plain({ kind: text.trim() === '' ? 'blank' : 'illegible' }, text.trim() === '' ? [] : ['only-a-note']);
  if (isNotApplicable(bare, notApplicableMarks)) return plain({ kind: 'notApplicable' });
  if (CHINESE_ZERO.test(bare)) return plain({ kind: 'number', value: '0', unit: '' });
  if (PAGE_NUMBER.test(bare)) return plain({ kind: 'illegible' }, ['page-number']);
  const match = NUMBER.exec(bare);
  if (!match?.groups) return unreadable(bare);
  const value = canonical(match.groups['sign'] ?? '', match.groups['digits'] ?? '', match.groups['fraction'] ?? '');
  return readRest(value, bare.slice(match[0].length));
}

function plain(reading: Reading, doubts: readonly string[] = []): FigureReading {
  return { reading, alternatives: [], doubts };
}

function isNotApplicable(bare: string, marks: readonly string[]): boolean {
  const withoutStop = bare.replace(/[。.]$/u, '');
  return marks.some((mark) => mark.normalize('NFKC') === withoutStop);
}

/** A text without a leading number: a number further on is an alternative, never the value. */
function unreadable(bare: string): FigureReading {
  const numbers = (bare.match(/\d+(?:\.\d+)?/gu) ?? []).map((digits) => canonical('', digits, ''));
  return { reading: { kind: 'illegible' }, alternatives: [...new Set(numbers)], doubts: ['no-leading-number'] };
}

/** What follows the number: nothing, a unit, a bracketed note; more digits make it one of several readings. */
function readRest(value: string, rest: string): FigureReading {
  const afterUnit = UNIT.exec(rest.trimStart());
  const unit = afterUnit?.groups?.['unit'] ?? '';
  const tail = rest.trimStart().slice(unit.length);
  const outsideBrackets = tail.replace(/\([^)]*\)?|\[[^\]]*\]?/gu, '');
  const reading = { kind: 'number', value, unit } as const;
  if (!/\d/u.test(outsideBrackets)) {
    const isClean = /^[\s。.,;、()]*$/u.test(outsideBrackets) || /^[\p{Script=Han}\s\p{P}]*$/u.test(outsideBrackets);
    return plain(reading, isClean ? [] : ['text-after-number']);
  }
  const isTorn = /^ [\d. ]+$/u.test(rest);
  const pieces = [value, ...(tail.match(/\d+(?:\.\d+)?/gu) ?? []).map((digits) => canonical('', digits, ''))];
  if (!isTorn) return { reading, alternatives: [...new Set(pieces.slice(1))], doubts: ['several-numbers'] };
  const joined = joinPieces(value, rest);
  return {
    reading: joined === undefined ? { kind: 'illegible' } : { kind: 'number', value: joined, unit },
    alternatives: [...new Set(pieces)],
    doubts: ['broken-number'],
  };
}

/** Joins a number torn by spaces or wrapped over lines (`1 375`); `undefined` where that gives no number. */
function joinPieces(value: string, rest: string): string | undefined {
  const joined = `${value}${rest}`.replace(/\s/gu, '');
  const match = /^(?<sign>-?)(?<digits>\d+)(?<fraction>\.\d+)?$/u.exec(joined);
  if (!match?.groups) return undefined;
  return canonical(match.groups['sign'] ?? '', match.groups['digits'] ?? '', match.groups['fraction'] ?? '');
}

/** A plain decimal: sign only `-`, no separators, no leading or trailing zeros that say nothing. */
function canonical(sign: string, digits: string, fraction: string): string {
  const whole = digits.replace(/,/gu, '').replace(/^0+(?=\d)/u, '');
  const part = fraction.replace(/0+$/u, '').replace(/^\.$/u, '');
  const magnitude = `${whole}${part}`;
  const isNegative = /[-−－]/u.test(sign) && /[1-9]/u.test(magnitude);
  return isNegative ? `-${magnitude}` : magnitude;
}
