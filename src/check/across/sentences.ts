/**
 * Prose as hashes of its sentences: enough to tell how much of one text stands word for word in another, and small enough
 * to be kept for ten thousand reports.
 */

/** The sentences of a text. */
export interface SentencePrint {
  readonly sentences: Uint32Array;
  /** In characters. */
  readonly sentenceLengths: Uint16Array;
}

/** Shorter pieces are headings and set phrases, which every report shares. */
const SHORTEST_SENTENCE = 10;
const LONGEST_LENGTH = 0xffff;

/** Share of the longest line; what is shorter ends where it does on purpose. */
const SHORT_LINE = 0.6;

const SENTENCE_END = /[。！？；!?;]/u;
/** A text carried over to the next year has its years changed and nothing else. */
const YEAR = /20\d\d/gu;

/**
 * Hashes the sentences of a text.
 *
 * @param lines - In reading order; where they were wrapped does not matter.
 */
export function printSentences(lines: readonly string[]): SentencePrint {
  const kept = joinLines(lines)
    .replace(YEAR, '#')
    .split(SENTENCE_END)
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
  return {
    sentences: Uint32Array.from(kept, hash),
    sentenceLengths: Uint16Array.from(kept, ({ length }) => Math.min(length, LONGEST_LENGTH)),
  };
}

/**
 * Undoes the wrapping of lines. A line that stops short of the others without a full stop is a heading or a label, and no
 * part of the sentence after it: one document may have it where another does not.
 */
function joinLines(lines: readonly string[]): string {
  const bare = lines.map((line) => line.normalize('NFKC').replace(/\s+/gu, ''));
  const full = bare.reduce((longest, { length }) => Math.max(longest, length), 0);
  return bare.map((line) => (line.length < SHORT_LINE * full ? `${line}。` : line)).join('');
}

/** The length of the text that was hashed, in characters. */
export function printedLength({ sentenceLengths }: SentencePrint): number {
  return sentenceLengths.reduce((sum, length) => sum + length, 0);
}

/** The share of a text, by length, whose sentences stand in an earlier one too; 0 for an empty text. */
export function repeatedShare(text: SentencePrint, earlier: SentencePrint): number {
  const known = new Set(earlier.sentences);
  const length = printedLength(text);
  if (length === 0) return 0;
  const repeated = text.sentenceLengths.reduce(
    (sum, each, at) => (known.has(text.sentences[at] ?? 0) ? sum + each : sum),
    0,
  );
  return repeated / length;
}

/** FNV-1a over UTF-16 units. Among the hundred sentences of two reports, a chance meeting is one in a million. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
