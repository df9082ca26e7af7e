/**
 * Letters that a page draws twice, to look bold, and a program keeps twice: `规规章章 00 1122`. Doubled digits are other
 * figures, and sums hold of none of them.
 */

/** A line of so many characters of Chinese, each of them twice, is no wording. */
const FEWEST_LETTERS = 3;
/** So many such lines show what the program does. */
const FEWEST_LINES = 3;
/** So many figures side by side, each of which can be read as doubled, are no accident beside doubled wordings. */
const FEWEST_IN_LINE = 3;
/** So many figures of a dump's rows, nearly all of which can be read as doubled, are doubled: among so many there is a single 0. */
const FEWEST_FIGURES = 20;
const NEARLY_ALL = 0.95;

const HAN = /\p{Script=Han}/gu;
const DOUBLED = /^(?:(?<sign>[^\s|])\k<sign>|[\s|])+$/u;
const FIGURE = /(?<=^|[\s|])\d+(?=$|[\s|])/gu;
/** A sentence states figures of its own kind, and is set in another font. */
const SENTENCE = /[。；，]/u;

/** The lines of a dump with each doubled character once. */
export function withoutDoubling(lines: readonly string[]): readonly string[] {
  const isDoubling = lines.filter(isDoubledWording).length >= FEWEST_LINES;
  const single = isDoubling ? lines.map(lineOnce) : lines;
  const isOpen = (line: string, at: number): boolean => line === lines[at] && !SENTENCE.test(line);
  const figures = single.filter(isOpen).flatMap((line) => line.match(FIGURE) ?? []);
  const doubled = figures.filter((figure) => DOUBLED.test(figure)).length;
  const isDoubled = doubled >= FEWEST_FIGURES && doubled >= NEARLY_ALL * figures.length && !figures.includes('0');
  if (!isDoubled) return single;
  return single.map((line, at) =>
    isOpen(line, at) ? line.replace(FIGURE, (figure) => (DOUBLED.test(figure) ? once(figure) : figure)) : line,
  );
}

function isDoubledWording(line: string): boolean {
  return DOUBLED.test(line) && (line.match(HAN)?.length ?? 0) >= FEWEST_LETTERS * 2;
}

/** A line of a dump that doubles, each doubled character once; one or two figures alone may as well be as they stand. */
function lineOnce(line: string): string {
  if (!DOUBLED.test(line)) return line;
  const isPlain = /\p{Script=Han}/u.test(line) || (line.match(FIGURE)?.length ?? 0) >= FEWEST_IN_LINE;
  return isPlain ? once(line) : line.replace(/\p{N}/gu, '\ufffd');
}

function once(text: string): string {
  return text.replace(/(?<sign>[^\s|])\k<sign>/gu, '$<sign>');
}
