/** Text as titles and dates are looked for in it, and the years that stand in it. */
import type { TextLine } from '../model/index.js';
import { foldRadicals } from './fold-radicals.js';

/** A line ready to be matched. */
export interface PlainLine {
  /** Without white space; full-width digits, letters and brackets of years made ASCII. */
  readonly text: string;
  readonly line: TextLine;
}

const FULL_WIDTH_DIGIT = /[０-９]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Removes white space, makes full-width digits ASCII and radicals characters; a name stays as printed otherwise. */
export function squeeze(text: string): string {
  return foldRadicals(text)
    .replace(/[\s\u200b\ufeff]/gu, '')
    .replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

/** A line of text, or a text that stands in none, ready to be matched. */
export function toPlainLine(line: TextLine): PlainLine {
  return { text: squeeze(line.text), line };
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** Reads a year in ASCII or Chinese digits (二〇二三, with any of the signs used for zero). */
export function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = Array.from(text, (sign) => {
    if (/[○零OＯ０]/u.test(sign)) return '0';
    const value = CHINESE_DIGITS.indexOf(sign);
    return value < 0 ? sign : String(value);
  });
  const year = Number(digits.join(''));
  return Number.isInteger(year) ? year : undefined;
}

/** Reads a month or a day in ASCII or Chinese digits (十二, 二十五, 三十). */
export function readSmallNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = !text.includes('十') ? 0 : tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens ?? '');
  const one = ones === '' || ones === undefined ? 0 : CHINESE_DIGITS.indexOf(ones);
  return ten < 0 || one < 0 ? undefined : ten * 10 + one;
}

// Patterns come from the family and are the same for every report of a process.
const compiled = new Map<string, RegExp>();

/** The compiled form of a family's pattern. */
export function toExpression(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (expression === undefined) compiled.set(pattern, (expression = new RegExp(pattern, 'u')));
  return expression;
}

/** Whether a pattern occurs in a text. */
export function isMatch(pattern: string, text: string): boolean {
  return toExpression(pattern).test(text);
}

/** The named groups of the first pattern that fits. */
export function matchFirst(
  patterns: readonly string[],
  text: string,
): Readonly<Record<string, string | undefined>> | undefined {
  for (const pattern of patterns) {
    const groups = toExpression(pattern).exec(text)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
}
