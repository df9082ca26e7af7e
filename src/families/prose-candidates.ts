/** Reads what a figure in prose may mean: `applications.new_received.total + applications.carried_in.total`. */
import type { Edition, ProseCandidate, ProseTerm } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';

const TERM = /^(?<table>[a-z0-9_]+)\.(?<row>[a-z0-9_]+\*?)\.(?<column>[a-z0-9_]+)$/;
const BRACES = /\{([a-z0-9_*,]+)\}/;

/**
 * Reads a signed sum of figures. `denied_*` means every row whose id begins so; `{a,b}` means both.
 *
 * @returns the sum, or what is wrong with it
 */
export function readCandidate(
  text: string,
  editions: readonly Edition[],
): { candidate: ProseCandidate; problem?: PlacedProblem['text'] } {
  const terms: ProseTerm[] = [];
  let sign: 1 | -1 = 1;
  for (const word of text.split(/\s+/)) {
    if (word === '+' || word === '-') {
      sign = word === '+' ? 1 : -1;
      continue;
    }
    for (const name of expandBraces(word)) {
      const term = readTerm(name, sign);
      if (term === undefined || !isKnown(term, editions)) return { candidate: { text, terms }, problem: unknown(name) };
      terms.push(term);
    }
  }
  return { candidate: { text, terms } };
}

function expandBraces(word: string): readonly string[] {
  const braces = BRACES.exec(word);
  if (braces === null) return [word];
  return (braces[1] ?? '').split(',').flatMap((choice) => expandBraces(word.replace(braces[0], choice)));
}

function readTerm(name: string, sign: 1 | -1): ProseTerm | undefined {
  const { table, row, column } = TERM.exec(name)?.groups ?? {};
  if (table === undefined || row === undefined || column === undefined) return undefined;
  const isPrefix = row.endsWith('*');
  return { sign, table, row: isPrefix ? row.slice(0, -1) : row, column, isPrefix };
}

/** Whether some edition has the figure. */
function isKnown({ table, row, column, isPrefix }: ProseTerm, editions: readonly Edition[]): boolean {
  const isRow = (id: string): boolean => (isPrefix ? id.startsWith(row) : id === row);
  return editions.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.table === table &&
        block.columns.some(
          (each) =>
            each.id === column &&
            (each.factRow === undefined ? block.rows.some(({ id }) => isRow(id)) : isRow(each.factRow)),
        ),
    ),
  );
}

function unknown(name: string): PlacedProblem['text'] {
  return {
    zh: `没有一种版式有 ${name} 这个数（写法：表.行.列）`,
    en: `no edition has the figure ${name} (written table.row.column)`,
  };
}
