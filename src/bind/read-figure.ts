/** Reads the figure in a cell's text, keeping a blank, a dash, a note and a 0 apart. */
import { NOTE_MARKS } from '../model/index.js';
import type { Reading } from '../model/index.js';

/** What a cell's text says, and what else it could say. */
export interface FigureReading {
  readonly reading: Reading;
  /** Other values the text could stand for, plain decimals, best first. */
  readonly alternatives: readonly string[];
  /** Why the reading is doubted; empty for most. */
  readonly doubts: readonly string[];
}

const NUMBER = /^(?<sign>[+\-−－]?)\s?(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<fraction>\.\d+)?/u;
const UNIT = /^(?<unit>亿元|万元|元|人次|件|条|项|次|个|人|份|宗|篇|起)/u;
/** The Chinese nought, as a typist sets it for 0. */
const CHINESE_ZERO = /^[〇零]$/u;
/** A mark with a note, or a number below 0 in circled digits: `-⑨`. */
const MINUS_AND_MARK = /[-−－–]\p{No}/u;
/** Letters that a recogniser reads for digits, in a cell that holds nothing else. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', 〇: '0', l: '1', I: '1', '|': '1' };
const LOOKALIKE_NUMBER = /^(?:[\dOo〇Il|]{1,3}(?:,[\dOo〇Il|]{3})+|[\dOo〇Il|]+)(?:\.[\dOo〇Il|]+)?$/u;
/** A page number that strayed into a cell: `-1-`, `— 3 —`. */
const PAGE_NUMBER = /^[-—–－]\s?\d{1,4}\s?[-—–－]$/u;

/** Hyphens beside the one of every keyboard, such as word processors set where no line may break; in compatible form. */
const HYPHENS = /\u2010/gu;

/** From here on characters are seen from right to left (Unicode's override of the direction). */
const OVERRIDE = '\u202e';

/** Numerals that multiply or go on a figure: `3万`, `1〇`. */
const CHINESE_NUMERAL = /^[〇零一二三四五六七八九十百千万亿]/u;
/** Words that make a figure a rough one: `20余件`, `20件以上`. */
const ROUGHLY = /^(?:余|多|几|来|以上|以下|以内|左右|上下)/u;
/** A figure is followed by words, brackets and stops at most; a percentage is no count, a dash alone a sign or another cell's mark, and points (`15...`) stand for digits cut off. */
const CLEAN_TAIL = /^(?!\s*\p{Pd}+\s*$|\s*\.{2})(?:[\p{Script=Han}\s]|(?![%‰])\p{P})*$/u;

/**
 * Reads a cell's text.
 *
 * @param text the cell's text without raised marks, as printed
 * @param notApplicableMarks texts that say "does not apply"
 */
export function readFigure(text: string, notApplicableMarks: readonly string[]): FigureReading {
  const visible = text.replace(/\p{Cf}/gu, ' ');
  const bare = visible.replace(NOTE_MARKS, ' ').normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/gu, ' ').trim();
  if (text.includes(OVERRIDE) && /\d/u.test(bare)) {
    const found = readFigure(text.replaceAll(OVERRIDE, ''), notApplicableMarks);
    return { ...found, doubts: [...found.doubts, 'order-uncertain'] };
  }
  if (bare === '') {
    return visible.trim() === '' ? plain({ kind: 'blank' }) : plain({ kind: 'illegible' }, ['only-a-note']);
  }
  if (isNotApplicable(bare, notApplicableMarks))
    return plain({ kind: 'notApplicable' }, MINUS_AND_MARK.test(visible) ? ['only-a-note'] : []);
  if (CHINESE_ZERO.test(bare)) return plain({ kind: 'number', value: '0', unit: '' });
  if (PAGE_NUMBER.test(bare)) return plain({ kind: 'illegible' }, ['page-number']);
  const digits = digitsFor(bare);
  if (digits !== undefined) {
    const found = readFigure(digits, notApplicableMarks);
    return { ...found, doubts: [...found.doubts, 'lookalike-digit'] };
  }
  return readNumber(bare);
}

/** The digits that a number stands for in which letters were read for some of them; `undefined` for anything else. */
function digitsFor(bare: string): string | undefined {
  if (/^[\d,.]*$/u.test(bare) || !LOOKALIKE_NUMBER.test(bare)) return undefined;
  return bare.replace(/[Oo〇Il|]/gu, (letter) => LOOKALIKES[letter] ?? letter);
}

function readNumber(bare: string): FigureReading {
  if (TORN.test(bare) && SEPARATED.test(bare.replace(/ /gu, ''))) return readTorn(bare);
  const match = NUMBER.exec(bare);
  if (!match?.groups) return unreadable(bare);
  const { sign = '', digits = '', fraction = '' } = match.groups;
  const found = readRest(canonical(sign, digits, fraction), bare.slice(match[0].length));
  // No report prints leading zeros, but two cells run together look like that.
  return /^0\d/u.test(digits) ? { ...found, doubts: [...found.doubts, 'leading-zero'] } : found;
}

/** True where a text is the name of a unit and nothing else. */
export function isUnit(text: string): boolean {
  return UNIT.exec(text)?.[0] === text;
}

const FIGURE_TEXT =
  /^[+\-−－]?\s?\d[\d,]*(?:\.\d+)?\s?(?:亿元|万元|元|人次|件|条|项|次|个|人|份|宗|篇|起)?\s?(?:\([^()]*\))?$/u;

/** True where a text is one figure with at most a unit and a note, or a mark of "does not apply"; `3.其他` is a label. */
export function isFigureText(text: string, notApplicableMarks: readonly string[]): boolean {
  const bare = text.replace(NOTE_MARKS, '').normalize('NFKC').trim();
  return (
    FIGURE_TEXT.test(bare) || LOOKALIKE_NUMBER.test(bare) || (bare !== '' && isNotApplicable(bare, notApplicableMarks))
  );
}

function plain(reading: Reading, doubts: readonly string[] = []): FigureReading {
  return { reading, alternatives: [], doubts };
}

/** A mark may be repeated to fill its cell: `——`, `- -`. */
function isNotApplicable(bare: string, marks: readonly string[]): boolean {
  const once = bare.replace(/[。.]$/u, '').replace(/^([-—–―/])(?:\s?\1)+$/u, '$1');
  return marks.some((mark) => mark.normalize('NFKC') === once);
}

/** A text without a leading number: a number further on is an alternative, never the value. */
function unreadable(bare: string): FigureReading {
  const numbers = (bare.match(/\d*\.?\d+/gu) ?? []).map((digits) => canonicalText(digits));
  return { reading: { kind: 'illegible' }, alternatives: [...new Set(numbers)], doubts: ['no-leading-number'] };
}

/** What follows the number: nothing, a unit, a bracketed note; more digits make it one of several readings. */
function readRest(value: string, rest: string): FigureReading {
  const unit = UNIT.exec(rest.trimStart())?.groups?.['unit'] ?? '';
  const tail = rest.trimStart().slice(unit.length);
  const outsideBrackets = tail.replace(/\([^)]*\)?|\[[^\]]*\]?/gu, '');
  const reading = { kind: 'number', value, unit } as const;
  if (/^ [\d., ]+$/u.test(rest)) return readTorn(`${value}${rest}`);
  if (/\d/u.test(outsideBrackets)) {
    const others = (tail.match(/\d+(?:\.\d+)?/gu) ?? []).map(canonicalText);
    return { reading, alternatives: [...new Set(others)], doubts: ['several-numbers'] };
  }
  const words = tail.trimStart();
  const isClean = CLEAN_TAIL.test(outsideBrackets) && !CHINESE_NUMERAL.test(words) && !ROUGHLY.test(words);
  return plain(reading, isClean ? [] : ['text-after-number']);
}

/** Pieces of numbers: `37,8 70`. */
const TORN = /^[+-]?\d[\d,.]*(?: [\d,.]+)+$/u;
/** A number with a separator or a point. */
const SEPARATED = /^[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/u;

/** A number torn by spaces or wrapped over lines (`1 375`, `37,8 70`): one figure if joined, or any run of its pieces. */
function readTorn(text: string): FigureReading {
  const pieces = text.replace(/^\+/u, '').trim().split(' ');
  const runs = pieces.flatMap((_, start) =>
    pieces.slice(start).map((_piece, length) =>
      pieces
        .slice(start, start + length + 1)
        .join('')
        .replace(/[.,]$/u, ''),
    ),
  );
  const isNumber = (run: string): boolean => PLAIN_NUMBER.test(run) || SEPARATED.test(run);
  const readings = [...new Set(runs.filter(isNumber).map(canonicalText))];
  const joined = pieces.join('');
  const whole = isNumber(joined) ? canonicalText(joined) : undefined;
  return {
    reading: whole === undefined ? { kind: 'illegible' } : { kind: 'number', value: whole, unit: '' },
    alternatives: readings.filter((reading) => reading !== whole),
    doubts: ['broken-number'],
  };
}

const PLAIN_NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/u;

function canonicalText(digits: string): string {
  const [whole = '', fraction] = digits.replace('-', '').split('.');
  return canonical(
    digits.startsWith('-') ? '-' : '',
    whole === '' ? '0' : whole,
    fraction === undefined ? '' : `.${fraction}`,
  );
}

/** A plain decimal: sign only `-`, no separators, no leading or trailing zeros that say nothing. */
function canonical(sign: string, digits: string, fraction: string): string {
  const whole = digits.replace(/,/gu, '').replace(/^0+(?=\d)/u, '');
  const part = fraction.replace(/0+$/u, '').replace(/^\.$/u, '');
  const magnitude = `${whole}${part}`;
  const isNegative = /[-−－]/u.test(sign) && /[1-9]/u.test(magnitude);
  return isNegative ? `-${magnitude}` : magnitude;
}
