/**
 * Text as patterns are matched against it, with the way back to what was printed: compatibility forms folded, Chinese
 * punctuation made ASCII (but for `。` and `、`), white space removed.
 */
import { simplify } from '../simplify.js';

/** A normalised text. */
export interface ProseText {
  readonly text: string;
  /** As found. */
  readonly raw: string;
  /** For each code unit of `text`, where the sign it was made of begins in `raw`; one more entry for the end. */
  readonly origin: readonly number[];
}

/** Stands between two digits that the source sets apart: one figure or two, nothing tells. */
export const DIGIT_GAP = '\u2009';
/** Stands for a masked text. */
const MASK = '□';

/** Signs that folding would turn into digits of the text: circled and raised figures, which are marks. */
const MARKS = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3220-\u32ff]/u;
const PUNCTUATION: Readonly<Record<string, string>> = {
  '｡': '。',
  '．': '.',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
};

/** Normalises a text. */
export function toProseText(raw: string): ProseText {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  let isGap = false;
  for (const sign of raw) {
    const plain = fold(sign);
    if (plain === '') isGap = true;
    else {
      const isBetweenDigits = isGap && /\d/u.test(text.at(-1) ?? '') && /^\d/u.test(plain);
      const added = isBetweenDigits ? DIGIT_GAP + plain : plain;
      text += added;
      while (origin.length < text.length) origin.push(at);
      isGap = false;
    }
    at += sign.length;
  }
  origin.push(raw.length);
  return joinYears({ text, raw, origin });
}

/** A year that a line break tore: four digits before 年 are no two figures. */
const TORN_YEAR = /(?<![\d\u2009])(?=\d{0,3}\u2009)(?:1\u2009?9|2\u2009?0)\u2009?\d\u2009?\d(?=\u2009?年)/gu;

function joinYears({ text, raw, origin }: ProseText): ProseText {
  const gaps = new Set<number>();
  for (const { 0: year, index } of text.matchAll(TORN_YEAR)) {
    for (let at = index; at < index + year.length; at++) if (text[at] === DIGIT_GAP) gaps.add(at);
  }
  if (gaps.size === 0) return { text, raw, origin };
  const kept = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !gaps.has(at));
  return { text: kept.map((at) => text[at] ?? '').join(''), raw, origin: kept.map((at) => origin[at] ?? raw.length) };
}

/** What signs fold to: a document uses a few thousand, many times each. */
const folded = new Map<string, string>();
/** A hostile text may hold every sign there is. */
const MOST_FOLDED = 20_000;

function fold(sign: string): string {
  const known = folded.get(sign);
  if (known !== undefined) return known;
  const result = foldAnew(sign);
  if (folded.size < MOST_FOLDED) folded.set(sign, result);
  return result;
}

function foldAnew(sign: string): string {
  if (/[\s\u200b\ufeff]/u.test(sign)) return '';
  if (MARKS.test(sign)) return MASK;
  return PUNCTUATION[sign] ?? simplify(sign.normalize('NFKC').replace(/\s/gu, ''));
}

/** Replaces every stretch that one of the expressions matches by one sign. */
export function maskText(source: ProseText, masks: readonly RegExp[]): ProseText {
  let { text, origin } = source;
  for (const mask of masks) {
    let rest = '';
    const kept: number[] = [];
    let from = 0;
    for (const match of text.matchAll(mask)) {
      if (match[0] === '') continue;
      rest += text.slice(from, match.index) + MASK;
      kept.push(...origin.slice(from, match.index), origin[match.index] ?? 0);
      from = match.index + match[0].length;
    }
    if (from === 0) continue;
    text = rest + text.slice(from);
    origin = [...kept, ...origin.slice(from)];
  }
  return { text, raw: source.raw, origin };
}

/** What a stretch of the normalised text was made of, its white space collapsed. */
export function rawOf({ raw, origin }: ProseText, start: number, end: number): string {
  return raw
    .slice(origin[start] ?? 0, origin[end] ?? raw.length)
    .replace(/\s+/gu, ' ')
    .trim();
}
