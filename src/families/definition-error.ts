/**
 * What is wrong with a family's YAML, said so that its author can put it right: file, line, place in the document, and
 * what to do. It ends the program: without its families nothing can be read.
 */
import { BilingualError, type BilingualText } from '../model/index.js';

/** One thing wrong in a definition file. */
export interface DefinitionProblem {
  /** Path of the file. */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** Keys from the document's root: `blocks[0].columns[1].id`; empty for the document itself. */
  readonly path: string;
  readonly text: BilingualText;
}

/** A problem by its place in the document, before line numbers are known. */
export interface PlacedProblem {
  readonly path: readonly (string | number)[];
  readonly text: BilingualText;
}

/** A family's YAML does not define a family. */
export class FamilyDefinitionError extends BilingualError {
  readonly code = 'family-definition';
  /** In the order of the file; never empty. */
  readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[], options?: ErrorOptions) {
    const text = {
      zh: problems.map((problem) => `${placeOf(problem)}：${problem.text.zh}`).join('\n'),
      en: problems.map((problem) => `${placeOf(problem)}: ${problem.text.en}`).join('\n'),
    };
    super(text, options);
    this.problems = problems;
  }
}

function placeOf({ file, line, path }: DefinitionProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}${path === '' ? '' : ` ${path}`}`;
}

/** A path as people write it: `blocks[0].columns[1].id`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.map((key, k) => (typeof key === 'number' ? `[${key}]` : k === 0 ? key : `.${key}`)).join('');
}
