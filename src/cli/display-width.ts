/** How many columns of a terminal a text takes: Chinese characters take two. */

/** Ranges of code points that take two columns (East Asian Wide and Fullwidth of UAX #11, as far as file names go). */
const WIDE_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** The columns that a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Shortens a text at its start, so that its end (of a path, the file's name) stays within a number of columns. */
export function keepEnd(text: string, maxWidth: number): string {
  if (displayWidth(text) <= maxWidth) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of Array.from(text).reverse()) {
    width += characterWidth(character);
    if (width > maxWidth) break;
    kept.push(character);
  }
  return maxWidth < 1 ? '' : `…${kept.reverse().join('')}`;
}

/** Shortens a text at its end, so that its start stays within a number of columns. */
export function keepStart(text: string, maxWidth: number): string {
  if (displayWidth(text) <= maxWidth) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += characterWidth(character);
    if (width > maxWidth) break;
    kept += character;
  }
  return maxWidth < 1 ? '' : `${kept}…`;
}

function characterWidth(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20 || (point >= 0x7f && point < 0xa0) || /\p{M}|\p{Cf}/u.test(character)) return 0;
  return WIDE_RANGES.some(([first, last]) => point >= first && point <= last) ? 2 : 1;
}

/** Makes control characters of a file's name harmless to a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
