/** Names that every spreadsheet program takes for a sheet. */

/** Excel refuses longer ones. */
const LONGEST = 31;

/** A name that Excel keeps for itself. */
const RESERVED = /^history$/i;

/**
 * Makes a namer for one workbook: forbidden characters become a space, long names are cut, and where two would be the same to
 * Excel, which does not tell cases apart, the later one gets a number.
 */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const clean = wanted
      // eslint-disable-next-line no-control-regex -- these are what is taken out
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = clean === '' || RESERVED.test(clean) ? `${clean}_` : clean;
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const name = cut(base, LONGEST - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** Cuts to so many UTF-16 units, as Excel counts, without parting a pair. */
function cut(text: string, units: number): string {
  return text
    .slice(0, units)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
