/** The bars that part the cells of a row in a dump: those of a keyboard, and those that boxes are drawn with. */
const BARS = '|│┃';

/** One of them, for patterns of more than bars. */
export const BAR_CLASS = `[${BARS}]`;
/** What no bar stands in, likewise. */
export const BARLESS_CLASS = `[^${BARS}]`;

const BAR = new RegExp(BAR_CLASS, 'u');
const FIRST_BAR = new RegExp(`^\\s*${BAR_CLASS}`, 'u');
const LAST_BAR = new RegExp(`${BAR_CLASS}\\s*$`, 'u');

/** Whether a line has a bar anywhere. */
export function hasBar(line: string): boolean {
  return BAR.test(line);
}

/** Whether nothing but white space stands before the first bar of a line. */
export function beginsWithBar(line: string): boolean {
  return FIRST_BAR.test(line);
}

/** Whether nothing but white space stands behind the last bar of a line. */
export function endsWithBar(line: string): boolean {
  return LAST_BAR.test(line);
}

/** The texts between the bars of a line, left to right; bars at its ends end no text. */
export function textsBetweenBars(line: string): readonly string[] {
  return line.split(BAR).slice(beginsWithBar(line) ? 1 : 0, endsWithBar(line) ? -1 : undefined);
}
