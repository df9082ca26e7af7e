/**
 * A dump as a stream: its Chinese characters in one string, and every figure with its place among them. Labels that are
 * wrapped around their figures are whole again in that string, and no separator is needed to find a label.
 */
import { BAR_CLASS, hasBar, NOTE_MARKS } from '../../model/index.js';
import { simplify } from '../simplify.js';

/** What stands between a figure and the one before it, where nothing but white space and separators does. */
export type Gap = 'none' | 'space' | 'wide' | 'cell' | 'line';

/** A figure, or a mark in place of one. */
export interface StreamFigure {
  /** As found. */
  readonly printed: string;
  /** ASCII digits with sign, point and separators; empty for a mark, and where letters were read for digits. */
  readonly text: string;
  /** How many letters of the stream stand before it. */
  readonly at: number;
  /** What parts it from the figure before it. `line` too where letters stand between. */
  readonly gap: Gap;
  readonly lineIndex: number;
  /** True where an enumerator's stop follows at once: its last digits, or all of them, may number a label (`0002、`). */
  readonly meetsStop: boolean;
}

/** A dump as a stream. */
export interface Stream {
  /** All Chinese characters in order, compatibility forms folded, without those in noise lines. */
  readonly letters: string;
  readonly figures: readonly StreamFigure[];
}

/** A longer dump is no report: the search over it would take too long. In characters. */
const LONGEST_DUMP = 200_000;
const TOKEN = new RegExp(
  [
    String.raw`(?<unclear>\d[\d.,]*[#^~_=]{1,3}\d[\d.,#^~_=]*|\d[\d.,]*[%‰余多]|[\d.,]*[OoIl〇○][\dOoIl〇○.,]*|\d[\d.,]*[A-Za-z][\dA-Za-z.,]*|[A-Za-z][\dA-Za-z.,]*\d[\dA-Za-z.,]*|[A-Za-z]{2,})`,
    String.raw`(?<figure>[+-]?\d+(?:,\d{3})*(?:\.\d+)?|(?<=\d\s)\.(?=\s\d))`,
    String.raw`(?<han>\p{Script=Han}+)`,
    String.raw`(?<gap>(?:\s|${BAR_CLASS})+)`,
    String.raw`(?<mark>(?<!\p{Script=Han})[-—–/]|[-—–/](?!\p{Script=Han}))`,
    '(?<other>.)',
  ].join('|'),
  'gsu',
);
/** `|---|---|`, `- 3 -`, `第 3 页`: no part of a row. */
const NOISE =
  /^(?:[\s|:+┼┬┴├┤│=─━═-]*[-=─━═]{2}[\s|:+┼┬┴├┤│=─━═-]*|\s*[-—–·]\s*\d{1,4}\s*[-—–·]\s*|\s*第\s*\d{1,4}\s*页.*)$/u;
/** A word in which letters were read for digits; any other word is none. */
const MAY_BE_FIGURE = /\d|^[OoIl〇○.,]+$/u;
/** Stops and marks that may stand between the digits of one figure; brackets, quotes, colons and words part figures. */
const MAY_STAND_WITHIN = /^[.,、，。·'’*_~]$/u;
const ENUMERATOR_STOP = /^[、.)]/u;

/** Makes the stream of a dump; `undefined` where it is too long for one. */
export function linesToStream(lines: readonly string[]): Stream | undefined {
  if (lines.reduce((sum, line) => sum + line.length, 0) > LONGEST_DUMP) return undefined;
  const letters: string[] = [];
  const figures: StreamFigure[] = [];
  const state: State = { at: 0, gap: 'line', isAfterLetters: true };
  for (const [lineIndex, line] of lines.entries()) {
    const folded = fold(line);
    if (!NOISE.test(folded)) readLine(folded, lineIndex, { letters, figures, state });
    state.gap = 'line';
  }
  return { letters: letters.join(''), figures };
}

/** A full-width comma parts figures; within one it stands between full-width digits. */
const PARTING_COMMA = /(?<![０-９])，|，(?![０-９])/gu;

/** A comma that no thousands stand behind: on its line commas part figures (`355,-1,7791`). */
const NO_THOUSANDS = /\d,(?:[+-]|\d{1,2}(?!\d)|\d{4})/u;

/** Beside tabs, a bar separates no cells: a recogniser has read it for a 1. */
function fold(line: string): string {
  const folded = simplify(withoutReversed(line).replace(NOTE_MARKS, ' ').replace(PARTING_COMMA, ' ').normalize('NFKC'))
    .replace(/[−－]/gu, '-')
    .replace(/\([a-z]+\)/giu, '');
  const parted = NO_THOUSANDS.test(folded) ? folded.replace(/(?<=\d),(?=[+\-\d])/gu, '  ') : folded;
  return parted.includes('\t') ? parted.replaceAll('|', 'I') : parted;
}

/** What an override of the direction shows from right to left is no figure that can be read as it stands. */
function withoutReversed(line: string): string {
  return line.replace(/\u202e[^\u202c]*/gu, (reversed) => reversed.replace(/\p{N}/gu, '\ufffd'));
}

interface State {
  at: number;
  gap: Gap;
  isAfterLetters: boolean;
}

interface Growing {
  readonly letters: string[];
  readonly figures: StreamFigure[];
  readonly state: State;
}

function readLine(line: string, lineIndex: number, { letters, figures, state }: Growing): void {
  for (const match of line.matchAll(TOKEN)) {
    const [text] = match;
    const { unclear, figure, han, gap } = match.groups ?? {};
    const mark = match.groups?.['mark'] ?? (unclear !== undefined && MAY_BE_FIGURE.test(unclear) ? unclear : undefined);
    if (gap !== undefined) state.gap = widest(state.gap, gapOf(text));
    else if (han !== undefined) {
      letters.push(text);
      state.at += text.length;
      state.isAfterLetters = true;
      state.gap = 'none';
    } else if (figure !== undefined || mark !== undefined) {
      figures.push({
        printed: text,
        text: mark === undefined ? text : '',
        at: state.at,
        gap: state.isAfterLetters ? 'line' : state.gap,
        lineIndex,
        meetsStop: ENUMERATOR_STOP.test(line.slice(match.index + text.length)),
      });
      state.isAfterLetters = false;
      state.gap = 'none';
    } else state.gap = widest(state.gap, MAY_STAND_WITHIN.test(text) ? 'space' : 'cell');
  }
}

const WIDTHS: readonly Gap[] = ['none', 'space', 'wide', 'cell', 'line'];

function widest(a: Gap, b: Gap): Gap {
  return WIDTHS.indexOf(a) >= WIDTHS.indexOf(b) ? a : b;
}

function gapOf(text: string): Gap {
  if (text.includes('\t') || hasBar(text)) return 'cell';
  return text.length > 1 ? 'wide' : 'space';
}
