/** Splits a line of a dump into its fields. */
import { textsBetweenBars } from '../../model/index.js';

/** What programs that write tables put where a cell holds nothing. */
const NOTHING = /^(?:nan|none|null)$/iu;

/**
 * The fields of a line, trimmed; quotes around a field (RFC 4180) are taken off, and bars at both ends end no field.
 *
 * @param separator a bar, a tab or a comma
 */
export function splitFields(line: string, separator: '|' | '\t' | ','): readonly string[] {
  return SPLITTERS[separator](line)
    .map((field) => field.trim())
    .map((field) => (NOTHING.test(field) ? '' : field));
}

const SPLITTERS = {
  '|': textsBetweenBars,
  '\t': (line: string): readonly string[] => line.split('\t'),
  ',': splitQuoted,
} as const;

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
