/** A title at the head of a text whose lines have run together. */
import type { Family } from '../model/index.js';
import { isAgencyName } from './subject-agency.js';
import { matchFirst, type PlainLine } from './subject-text.js';

/** No title is longer, in characters; a line that is has more in it. */
const LONGEST_TITLE = 80;
const SHORTEST_TITLE = 8;

/** The lines, the title that begins a line too long for one put before it as a line of its own. */
export function withRunOnTitles(lines: readonly PlainLine[], family: Family): readonly PlainLine[] {
  return lines.flatMap((line) => {
    const title = line.text.length > LONGEST_TITLE ? titleAtHead(line.text, family) : undefined;
    return title === undefined ? [line] : [{ text: title, line: line.line }, line];
  });
}

/** The shortest beginning of a text that names an agency, a year and the report. */
function titleAtHead(text: string, family: Family): string | undefined {
  for (let length = SHORTEST_TITLE; length <= LONGEST_TITLE; length++) {
    const head = text.slice(0, length);
    const groups = matchFirst(family.title.patterns, head);
    const agency = groups?.['agency'];
    if (groups?.['year'] !== undefined && agency !== undefined && isAgencyName(agency)) return head;
  }
  return undefined;
}
