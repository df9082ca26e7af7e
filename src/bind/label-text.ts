/** Brings a printed label into the form in which labels are compared. Never applied to what is kept as printed. */

import { simplify } from './simplify.js';

/** A label as it is compared. */
export interface LabelText {
  /** Without white space, punctuation and leading enumerator; compatibility characters folded. */
  readonly text: string;
  /** The leading enumerator with its style (`一、`, `（一）`, `1.`), as `c1`, `p1`, `n1`; empty where there is none. */
  readonly ordinal: string;
}

const CHINESE_DIGITS = '一二三四五六七八九十';
const ENUMERATOR =
  /^(?:(?<chinese>[一二三四五六七八九十]{1,2})[、.,]|\((?<bracketed>[一二三四五六七八九十]{1,2}|\d{1,2})\)|(?<arabic>\d{1,2})[.、,])/u;
const NOT_TEXT = /[^\p{L}\p{N}]/gu;

/** A circled number before a label is its enumerator; anywhere else it is a note mark, and no text. */
const CIRCLED = /[\u2460-\u2473]/gu;

function withoutCircles(printed: string): string {
  return printed.replace(CIRCLED, (mark, at: number) =>
    printed.slice(0, at).trim() === '' ? `${(mark.codePointAt(0) ?? 0) - 0x245f}.` : '',
  );
}

/** Folds a label: NFKC, no white space, no punctuation, enumerator apart. */
export function toLabelText(printed: string): LabelText {
  // A dash stands for 一 in this one phrase, and NFKC would leave it a dash.
  const folded = simplify(withoutCircles(printed).normalize('NFKC'))
    .replace(/\s/gu, '')
    .replace(/(?<=三安全)[—―–ー\-－]+(?=稳定)/u, '一');
  const match = ENUMERATOR.exec(folded);
  const rest = match ? folded.slice(match[0].length) : folded;
  return { text: rest.replace(NOT_TEXT, ''), ordinal: match?.groups ? toOrdinal(match.groups) : '' };
}

function toOrdinal(groups: Record<string, string | undefined>): string {
  const { chinese, bracketed, arabic } = groups;
  if (chinese !== undefined) return `c${toNumber(chinese)}`;
  if (bracketed !== undefined) return `p${toNumber(bracketed)}`;
  return `n${toNumber(arabic ?? '')}`;
}

function toNumber(digits: string): number {
  if (/^\d+$/u.test(digits)) return Number(digits);
  const last = CHINESE_DIGITS.indexOf(digits.at(-1) ?? '') + 1;
  return digits.length === 1 ? last : 10 + last;
}
