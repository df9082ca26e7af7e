/** Writes the bars between the cells of a dump in one way: full-width ones, and those with tabs around them, part cells too. */

/** So many lines with several full-width bars are rows of a table; a few are ornaments of headings. */
const FEWEST_ROWS = 5;
const SEVERAL_WIDE = /｜.*｜/u;

/** The lines of a dump with plain bars between cells. */
export function plainBars(lines: readonly string[]): readonly string[] {
  const isWide = lines.filter((line) => SEVERAL_WIDE.test(line)).length >= FEWEST_ROWS;
  return lines.map((line) => {
    const barred = isWide ? line.replaceAll('｜', '|') : line;
    return barred.includes('|') && barred.includes('\t') ? barred.replace(/\t?\|\t?/gu, ' | ') : barred;
  });
}
