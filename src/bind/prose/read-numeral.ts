/** Reads a figure as sentences print it: digits, thousands set off by commas, Chinese numerals. */
import { formatDecimal, parseDecimal } from '../../model/index.js';
import { DIGIT_GAP } from './prose-text.js';

/** A figure read. */
export interface Numeral {
  /** A plain decimal. */
  readonly value: string;
  /** Other values that it may stand for. */
  readonly alternatives: readonly string[];
  readonly doubts: readonly string[];
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads a figure.
 *
 * @param printed as found: shows what normalising hid, such as a full-width comma
 * @returns `undefined` for what is no single figure: 三四, 百, 007
 */
export function readNumeral(text: string, printed: string): Numeral | undefined {
  if (/^[\d.,\u2009]+$/u.test(text)) return readDigits(text, printed);
  const value = readChinese(text);
  return value === undefined ? undefined : { value: String(value), alternatives: [], doubts: [] };
}

function readDigits(text: string, printed: string): Numeral | undefined {
  const digits = text.replace(/[,\u2009]/gu, '');
  if (/^0\d/u.test(digits)) return undefined;
  const parsed = parseDecimal(digits);
  if (parsed === undefined) return undefined;
  const value = formatDecimal(parsed);
  // Where a gap or a full-width comma stands between digits, the last stretch alone may be the figure.
  if (text.includes(DIGIT_GAP) || /\d，\d/u.test(printed)) {
    const last = parseDecimal(text.split(/[,\u2009]/u).at(-1) ?? '');
    return {
      value,
      alternatives: last === undefined ? [] : [formatDecimal(last)],
      doubts: ['broken-number'],
    };
  }
  return { value, alternatives: [], doubts: [] };
}

/** Reads 三, 十二, 一百零五, 两千三百四十; nothing that is no whole number in standard writing. */
function readChinese(text: string): number | undefined {
  const signs = text.replace(/〇/gu, '零').replace(/两/gu, '二');
  if (signs === '零') return 0;
  let total = 0;
  let digit: number | undefined;
  let lastUnit = Infinity;
  let isAfterZero = false;
  for (const [k, sign] of Array.from(signs).entries()) {
    const unit = UNITS[sign];
    if (unit !== undefined) {
      const isTen = unit === 10 && k === 0;
      if (unit >= lastUnit || (digit === undefined && !isTen)) return undefined;
      total += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
      isAfterZero = false;
    } else {
      const value = DIGITS.indexOf(sign);
      if (value < 0 || digit !== undefined) return undefined;
      if (value === 0 && (k === 0 || isAfterZero)) return undefined;
      isAfterZero = value === 0;
      digit = value === 0 ? undefined : value;
    }
  }
  if (isAfterZero) return undefined;
  // 一百五 is short for 150.
  if (digit !== undefined && lastUnit > 10 && lastUnit < Infinity && !signs.includes('零')) return undefined;
  return total + (digit ?? 0);
}
