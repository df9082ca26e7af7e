/** Finds in a paragraph what its sentences state: which field, whose, how many. */
import type { CompiledField, CompiledRules } from './compile-rules.js';
import type { Found } from './found.js';
import type { Paragraph } from './lines-to-paragraphs.js';
import { rawOf } from './prose-text.js';
import { readNumeral } from './read-numeral.js';
import { isOfAnotherBody, scopeOf } from './statement-scope.js';
import { isOfOtherPeriod } from './statement-period.js';

/** One figure stated once. */
export interface Statement {
  /** Index of its field. */
  readonly fieldIndex: number;
  readonly scope: string;
  /** A plain decimal. */
  readonly value: string;
  readonly unit: string;
  /** The figure with its unit, or the words that state there was none, as found. */
  readonly printed: string;
  readonly alternatives: readonly string[];
  readonly doubts: readonly string[];
  readonly paragraph: Paragraph;
  /** The sentence's first place in the paragraph's text, and the one behind its last. */
  readonly sentence: readonly [number, number];
  /** First place of the figure in the paragraph's text. */
  readonly at: number;
}

/** Who speaks of which year. */
export interface Speaker {
  readonly agency: string;
  /** Absent where it is not known: then no year can be told from another. */
  readonly year: number | undefined;
}

/** The statements of a paragraph in the order of its fields, those of one field in reading order. */
export function findStatements(paragraph: Paragraph, rules: CompiledRules, speaker: Speaker): readonly Statement[] {
  return rules.fields.flatMap((field, fieldIndex) => {
    const statements = [
      ...figuresOf(paragraph, field, fieldIndex, { rules, speaker }),
      ...negativesOf(paragraph, field, fieldIndex, { rules, speaker }),
    ];
    const seen = new Set<number>();
    return statements.filter(({ at }) => !seen.has(at) && seen.add(at)).sort((a, b) => a.at - b.at);
  });
}

interface Context {
  readonly rules: CompiledRules;
  readonly speaker: Speaker;
}

function figuresOf(paragraph: Paragraph, field: CompiledField, fieldIndex: number, context: Context): Statement[] {
  return field.patterns.flatMap((pattern) =>
    matchesOf(paragraph.text, pattern).flatMap((match) => {
      const { n, unit } = match.indices?.groups ?? {};
      if (n === undefined) return [];
      const [from, end] = n;
      const to = unit === undefined ? end : Math.max(end, unit[1]);
      const found = { start: match.index, from, to };
      if (!isFigure(paragraph.text, found, context.rules)) return [];
      const numeral = readNumeral(paragraph.text.slice(from, end), rawOf(paragraph, from, end));
      if (numeral === undefined || !isMeant(paragraph, field, found, context)) return [];
      const printed = rawOf(paragraph, from, to);
      const doubts = [
        ...numeral.doubts,
        ...(match[0].includes('\ufffd') ? ['unreadable-glyph'] : []),
        ...(SIGN.test(paragraph.text.slice(0, from)) ? ['sign-before-number'] : []),
      ];
      return [
        {
          ...placeOf(paragraph, found, fieldIndex, context),
          ...numeral,
          doubts,
          unit: match.groups?.['unit'] ?? field.field.unit,
          printed,
        },
      ];
    }),
  );
}

/** Most patterns match nothing: to ask that first saves the copy of the pattern that `matchAll` makes and compiles. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

function negativesOf(paragraph: Paragraph, field: CompiledField, fieldIndex: number, context: Context): Statement[] {
  return field.negatives.flatMap((pattern) =>
    matchesOf(paragraph.text, pattern).flatMap((match) => {
      const to = match.index + match[0].length;
      const found = { start: match.index, from: match.index, to };
      if (match[0] === '' || !isMeant(paragraph, field, found, context)) return [];
      return [
        {
          ...placeOf(paragraph, found, fieldIndex, context),
          value: '0',
          unit: field.field.unit,
          printed: rawOf(paragraph, found.from, to),
          alternatives: [],
          doubts: [],
        },
      ];
    }),
  );
}

function placeOf(
  paragraph: Paragraph,
  found: Found,
  fieldIndex: number,
  { rules, speaker }: Context,
): Pick<Statement, 'fieldIndex' | 'scope' | 'paragraph' | 'sentence' | 'at'> {
  return {
    fieldIndex,
    scope: scopeOf(paragraph.text, found, rules, speaker.agency),
    paragraph,
    sentence: stretchAround(paragraph.text, found.start, found.to, /[。!?]/u),
    at: found.from,
  };
}

/** Whether the figure is whole and a plain count: not part of a longer one, not "about", not "more by". */
function isFigure(text: string, { from, to }: Found, { notBefore, notBehind }: CompiledRules): boolean {
  const before = text.slice(Math.max(0, from - CONTEXT), from);
  if (/[\d.\ufffdoOlI|零〇一二两三四五六七八九十百千万亿]$|\d[,\u2009]$/u.test(before)) return false;
  const behind = text.slice(to, to + CONTEXT);
  if (RANGE_TO.test(before) || RANGE_FROM.test(behind)) return false;
  return !notBefore.some((words) => words.test(before)) && !notBehind.some((words) => words.test(behind));
}

/** From one number to another: neither is the figure. */
const RANGE_TO = /\d[\p{Pd}−~]$/u;
const RANGE_FROM = /^[\p{Pd}−~]\d/u;
/** A lone dash right before a figure: it may be less than nothing, or the words' own dash. Two are a dash in Chinese. */
const SIGN = /(?<![\p{Pd}−])[\p{Pd}−]$/u;

/** No word beside a figure that changes its meaning stands further off, in signs. */
const CONTEXT = 24;

/** What a field requires stands no further before the end of its clause than this, in signs. */
const REQUIRED_WITHIN = 400;

function isMeant(paragraph: Paragraph, field: CompiledField, found: Found, { rules, speaker }: Context): boolean {
  const { text } = paragraph;
  const [clauseStart, clauseEnd] = stretchAround(text, found.start, found.to, /[,;。:!?]/u);
  const clause = text.slice(clauseStart, clauseEnd);
  const [sentenceStart] = stretchAround(text, found.start, found.to, /[。!?]/u);
  const sentence = text.slice(sentenceStart, clauseEnd);
  if (field.excludeClause.some((words) => words.test(clause))) return false;
  if (field.excludeSentence.some((words) => words.test(sentence))) return false;
  if (field.excludeBehind.some((words) => words.test(text.slice(found.to, found.to + CONTEXT)))) return false;
  const context = (paragraph.before + text.slice(0, clauseEnd)).slice(-REQUIRED_WITHIN);
  if (field.requires.length > 0 && !field.requires.some((words) => words.test(context))) return false;
  if (isOfAnotherBody(text.slice(clauseStart, found.start), speaker.agency, rules)) return false;
  return !isOfOtherPeriod(text, { ...found, clauseStart }, rules, {
    year: speaker.year,
    mayNameOther: field.field.mayNameOtherYear,
  });
}

/** The stretch around a match that no end mark cuts; marks within the match do not count. */
function stretchAround(text: string, start: number, to: number, mark: RegExp): readonly [number, number] {
  let first = start;
  while (first > 0 && !mark.test(text[first - 1] ?? '')) first--;
  let last = to;
  while (last < text.length && !mark.test(text[last] ?? '')) last++;
  return [first, last];
}
