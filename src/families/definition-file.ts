/**
 * Reads one YAML file into a typed value. The only file that knows the `yaml` package. Line numbers are worked out when
 * something is wrong and not before: a sound file is parsed once, without them.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type DefinitionProblem, FamilyDefinitionError, formatPath, type PlacedProblem } from './definition-error.js';
import { schemaIssuesToProblems } from './schema-problems.js';

/** A definition file that fits its schema. */
export interface DefinitionFile<T> {
  readonly value: T;
  /** Turns problems found in `value` later on into an error that names their lines. */
  readonly toError: (problems: readonly PlacedProblem[]) => FamilyDefinitionError;
}

/**
 * Reads a YAML file and checks its shape.
 *
 * @throws {FamilyDefinitionError} when the file cannot be read, is no YAML or does not fit the schema.
 */
export async function readDefinitionFile<T>(url: URL, schema: z.ZodType<T>): Promise<DefinitionFile<T>> {
  const file = fileURLToPath(url);
  const source = await readSource(url, file);
  const document = parseDocument(source, { prettyErrors: false, keepSourceTokens: false });
  const toError = (problems: readonly PlacedProblem[]): FamilyDefinitionError =>
    new FamilyDefinitionError(withLines(file, source, problems));
  if (document.errors.length > 0) throw new FamilyDefinitionError(yamlErrorsToProblems(file, source));
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) throw toError(schemaIssuesToProblems(parsed.error.issues));
  return { value: parsed.data, toError };
}

async function readSource(url: URL, file: string): Promise<string> {
  try {
    return await readFile(url, 'utf8');
  } catch (cause) {
    const text = {
      zh: '无法读取此文件；请确认它存在并可读',
      en: 'cannot be read; make sure that the file exists and is readable',
    };
    throw new FamilyDefinitionError([{ file, path: '', text }], { cause });
  }
}

function yamlErrorsToProblems(file: string, source: string): DefinitionProblem[] {
  const counter = new LineCounter();
  const { errors } = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  return errors.map(({ pos, message }) => ({
    file,
    line: counter.linePos(pos[0]).line,
    path: '',
    text: { zh: `不是有效的 YAML：${message}`, en: `not valid YAML: ${message}` },
  }));
}

function withLines(file: string, source: string, problems: readonly PlacedProblem[]): DefinitionProblem[] {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  return problems
    .map(({ path, text }) => {
      const offset = offsetOf(path, (at) => document.getIn(at, true));
      const line = offset === undefined ? 1 : counter.linePos(offset).line;
      return { file, line, path: formatPath(path), text };
    })
    .toSorted((a, b) => a.line - b.line);
}

/** Where the node at a path begins, or the nearest node around it that is there. */
function offsetOf(
  path: readonly (string | number)[],
  nodeAt: (path: readonly (string | number)[]) => unknown,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}
