/**
 * Writes JSON for people and for `diff`: lists of records with one record a line, everything that holds such a list
 * opened up. Indented JSON would be three times as long, unbroken JSON unreadable.
 */

const INDENT = '  ';

/**
 * The JSON text of a record, without a final line end: one key a line, and each record of a list on a line of its own.
 */
export function recordToLines(record: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(record).map(([key, value]) => {
    const isListOfRecords = Array.isArray(value) && value.some((item) => typeof item === 'object');
    return `${INDENT}${JSON.stringify(key)}: ${isListOfRecords ? listToLines(value, INDENT) : valueToLines(value, INDENT)}`;
  });
  return `{\n${entries.join(',\n')}\n}`;
}

function valueToLines(value: unknown, indent: string): string {
  if (!holdsRecords(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return listToLines(value, indent);
  const inner = indent + INDENT;
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${valueToLines(item, inner)}`,
  );
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function listToLines(list: readonly unknown[], indent: string): string {
  const inner = indent + INDENT;
  return `[\n${list.map((item) => inner + valueToLines(item, inner)).join(',\n')}\n${indent}]`;
}

/** Whether a value is, or has somewhere inside, a list of several records, each of which gets a line of its own. */
function holdsRecords(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value)) return Object.values(value).some(holdsRecords);
  return (value.length > 1 && value.some((item) => typeof item === 'object')) || value.some(holdsRecords);
}
