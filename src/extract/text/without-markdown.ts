/** Takes off what Markdown writes around and into text: it is no part of a label or a figure. */

const HEADING = /^\s{0,3}#{1,6}\s+/u;
const BOLD = /\*\*(?=\S)([^*]*[^*\s])\*\*/gu;
/** A sign that would be mark-up without the backslash; `437\.02` is one number. */
const ESCAPED = /\\([-.,!_*+#()[\]{}"'~`（）])/gu;

/** A line without marks of headings, bold type and escapes; an escaped bar becomes a full-width one, which ends no cell. */
export function withoutMarkdown(line: string): string {
  return line.replace(HEADING, '').replace(BOLD, '$1').replace(ESCAPED, '$1').replace(/\\\|/gu, '｜');
}
