/** Tells whose figures a sentence states: the words nearest before them say it. */
import type { CompiledRules } from './compile-rules.js';
import type { Found } from './found.js';

/**
 * The scope whose words stand nearest before a figure; that of sentences without any, where none does.
 *
 * @param agency the body that reports: 全市 in a district's report is not the district
 */
export function scopeOf(
  text: string,
  { start, from }: Found,
  { scopes, defaultScope }: CompiledRules,
  agency: string,
): string {
  let best = defaultScope;
  let bestEnd = -1;
  const lastMark = (marks: string, before: number): number =>
    Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark, before - 1))) + 1;
  const clauseStart = Math.max(lastMark(',;。', start), lastMark('。', from));
  for (const { scope, words, onlyFor } of scopes) {
    if (onlyFor.length > 0 && !onlyFor.some((names) => names.test(agency))) continue;
    const first = scope.isSubset ? clauseStart : 0;
    const before = text.slice(first, from + 1);
    for (const match of words.flatMap((word) => [...before.matchAll(word)])) {
      // A subset's words say more than a subject's, wherever they stand in the clause.
      const end = first + match.index + match[0].length + (scope.isSubset ? text.length : 0);
      if (end > bestEnd) [best, bestEnd] = [scope.id, end];
    }
  }
  return best;
}

/**
 * Whether the subject of a statement is another body than the one that reports.
 *
 * @param before the clause up to the statement
 */
export function isOfAnotherBody(before: string, agency: string, { bodies, scopes }: CompiledRules): boolean {
  if (agency === '') return false;
  for (const pattern of bodies) {
    const body = pattern.exec(before)?.groups?.['body'];
    if (body === undefined) continue;
    const hasScope = scopes.some(({ words }) => words.some((word) => body.search(new RegExp(word.source, 'u')) >= 0));
    return !hasScope && !isSameBody(body, agency);
  }
  return false;
}

/** The end of a body's name that must be found in the agency's name, in signs: its own place may be left out. */
const TELLING_LENGTH = 4;

/** Whether a body's name, perhaps shortened (市住建局), may be the agency's. */
function isSameBody(body: string, agency: string): boolean {
  const tail = body.slice(-Math.min(TELLING_LENGTH, Math.max(2, body.length - 1)));
  let at = 0;
  for (const sign of agency) if (sign === tail[at]) at++;
  return at >= tail.length;
}
