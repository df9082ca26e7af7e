/**
 * Lines that a program printed of the texts it found on a page, each with numbers of its own: where it stands
 * (`(72.0, 83.1, 90.2, 95.5, '0\n', 3, 0)`, `{"row": 6, "col": 1, "text": "0"}`) or how sure a recogniser is of it
 * (`0` and `0.952` behind a tab). Those numbers are none of the report's: only the texts are kept.
 */

/** So many lines of one kind are no accident; no table of a form ends so many rows in such numbers. */
const FEWEST_LINES = 20;
const KEY = /(["'])(?:\\.|(?!\1).)*\1\s*:/gu;
const QUOTED = /(["'])(?<text>(?:\\.|(?!\1).)*)\1/gu;
const NUMBERS = /^[\s\d.,()[\]{}+-]*$/u;
/** A place has two numbers at least. */
const TWO_NUMBERS = /\d[^\d.]+\d/u;
const WITH_SCORE = /^(?<text>.*\S)[\t ]+(?:0\.\d{2,}|1\.0+)\s*$/u;

/** The lines of a dump, those of such texts without their numbers. */
export function textsWithoutPlaces(lines: readonly string[]): readonly string[] {
  return [withoutPlace, withoutScore].reduce((rest, textOf) => {
    const texts = rest.map(textOf);
    const isPrinted = texts.filter((text) => text !== undefined).length >= FEWEST_LINES;
    return isPrinted ? rest.flatMap((line, at) => (texts[at] ?? line).split('\n')) : rest;
  }, lines);
}

/** The one quoted text of a line that else holds nothing but numbers, keys and brackets. */
function withoutPlace(line: string): string | undefined {
  const values = line.replace(KEY, ' ');
  const [only, ...more] = values.matchAll(QUOTED);
  if (!only || more.length > 0) return undefined;
  const rest = values.replace(only[0], ' ');
  if (!NUMBERS.test(rest) || !TWO_NUMBERS.test(rest)) return undefined;
  return (only.groups?.['text'] ?? '')
    .replace(/\\n/gu, '\n')
    .replace(/\\(?=["'\\])/gu, '')
    .trim();
}

function withoutScore(line: string): string | undefined {
  return WITH_SCORE.exec(line)?.groups?.['text'];
}
