/** Splits a line of a dump into its fields. */

/** What programs that write tables put where a cell holds nothing. */
const NOTHING = /^(?:nan|none|null)$/iu;

/**
 * The fields of a line, trimmed; quotes around a field (RFC 4180) are taken off, and bars at both ends end no field.
 *
 * @param separator a bar, a tab or a comma
 */
export function splitFields(line: string, separator: '|' | '\t' | ','): readonly string[] {
  const fields = separator === ',' ? splitQuoted(line) : line.split(separator === '|' ? /[|│┃]/u : separator);
  const isOpen = separator !== '|';
  const start = isOpen || fields[0]?.trim() !== '' ? 0 : 1;
  const own = fields.slice(start, isOpen || fields.at(-1)?.trim() !== '' ? undefined : -1);
  return own.map((field) => field.trim()).map((field) => (NOTHING.test(field) ? '' : field));
}

function splitQuoted(line: string): readonly string[] {
  const fields: string[] = [''];
  let isQuoted = false;
  for (const sign of line) {
    const last = fields.length - 1;
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ',' && !isQuoted) fields.push('');
    else fields[last] = (fields[last] ?? '') + sign;
  }
  return fields;
}
