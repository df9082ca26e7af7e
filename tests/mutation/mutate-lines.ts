/** Changes to the lines of a dump, as copying and conversion make them. */

/** A change of one line that holds figures; `at` counts such lines, `part` the gaps or figures of the line, both modulo. */
export type LineMutation =
  | { readonly kind: 'drop-line'; readonly at: number }
  | { readonly kind: 'double-line'; readonly at: number }
  | { readonly kind: 'swap-lines'; readonly at: number; readonly other: number }
  | { readonly kind: 'join-lines'; readonly at: number }
  /** A line end gets into a row. */
  | { readonly kind: 'break-line'; readonly at: number; readonly part: number }
  /** What stands between two figures is lost: `17|0` → `170`. */
  | { readonly kind: 'lose-gap'; readonly at: number; readonly part: number }
  /** A separator too many: every later figure moves on. */
  | { readonly kind: 'double-gap'; readonly at: number; readonly part: number }
  | { readonly kind: 'split-number'; readonly at: number; readonly part: number }
  | { readonly kind: 'drop-figure'; readonly at: number; readonly part: number }
  | { readonly kind: 'noise-line'; readonly at: number; readonly text: string }
  | { readonly kind: 'noise-label'; readonly at: number; readonly text: string };

const GAP = /(?<=\d)(?:[ \t]*\|[ \t]*|\t|[ \t]+)(?=\d)/gu;
const LONG_NUMBER = /\d{2,}/u;
const NUMBER = /\d+(?:\.\d+)?/gu;

/** Changes one place of a dump. */
export function mutateLines(lines: readonly string[], mutation: LineMutation): readonly string[] {
  const isMeant = (line: string): boolean =>
    (line.match(GAP)?.length ?? 0) >= 4 && (mutation.kind !== 'split-number' || LONG_NUMBER.test(line));
  const rows = [...lines.keys()].filter((k) => isMeant(lines[k] ?? ''));
  const row = rows[mutation.at % Math.max(1, rows.length)] ?? -1;
  const change = (line: (text: string) => readonly string[]): readonly string[] =>
    lines.flatMap((text, k) => (k === row ? line(text) : [text]));
  switch (mutation.kind) {
    case 'drop-line':
      return change(() => []);
    case 'double-line':
      return change((text) => [text, text]);
    case 'swap-lines': {
      const other = rows[mutation.other % Math.max(1, rows.length)] ?? -1;
      return lines.map((text, k) => (k === row ? (lines[other] ?? text) : k === other ? (lines[row] ?? text) : text));
    }
    case 'join-lines':
      return lines.flatMap((text, k) => (k === row ? [`${text}${lines[k + 1] ?? ''}`] : k === row + 1 ? [] : [text]));
    case 'break-line':
      return change((text) => replaceAt(text, GAP, mutation.part, () => '\n').split('\n'));
    case 'lose-gap':
      return change((text) => [replaceAt(text, GAP, mutation.part, () => '')]);
    case 'double-gap':
      return change((text) => [replaceAt(text, GAP, mutation.part, (gap) => gap + gap)]);
    case 'split-number': {
      const split = (number: string): string => `${number.slice(0, 1)} ${number.slice(1)}`;
      return change((text) => [replaceAt(text, new RegExp(LONG_NUMBER, 'gu'), mutation.part, split)]);
    }
    case 'drop-figure':
      return change((text) => [replaceAt(text, NUMBER, mutation.part, () => '')]);
    case 'noise-line':
      return change((text) => [text, mutation.text]);
    case 'noise-label':
      return change((text) => [text.replace(/[\p{Script=Han}（）()、.“”0-9]{2,}/u, mutation.text)]);
  }
}

function replaceAt(text: string, pattern: RegExp, at: number, replace: (found: string) => string): string {
  const count = text.match(pattern)?.length ?? 0;
  let seen = -1;
  return text.replace(pattern, (found) => {
    seen++;
    return seen === at % Math.max(1, count) ? replace(found) : found;
  });
}
