/** Texts and names as SQL writes them. */

/** A text. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name of a table or column. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
