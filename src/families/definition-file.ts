/**
 * Reads one YAML file into a typed value. The only file that knows `js-yaml`. Line numbers are worked out when something is wrong
 * and not before: a sound file is parsed once, without them.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { type DefinitionProblem, FamilyDefinitionError, formatPath, type PlacedProblem } from './definition-error.js';
import { schemaIssuesToProblems } from './schema-problems.js';
import { yamlPathToOffset } from './yaml-path-to-offset.js';

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
  const toError = (problems: readonly PlacedProblem[]): FamilyDefinitionError =>
    new FamilyDefinitionError(withLines(file, source, problems));
  // A parser compiled for each schema would be used once: compiling takes longer than reading.
  const parsed = schema.safeParse(parseYaml(file, source), { jitless: true });
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

function parseYaml(file: string, source: string): unknown {
  try {
    return load(source);
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { reason, mark } = cause;
    const text = { zh: `不是有效的 YAML：${reason}`, en: `not valid YAML: ${reason}` };
    const line = mark === undefined ? {} : { line: mark.line + 1 };
    throw new FamilyDefinitionError([{ file, ...line, path: '', text }], { cause });
  }
}

function withLines(file: string, source: string, problems: readonly PlacedProblem[]): DefinitionProblem[] {
  return problems
    .map(({ path, text }) => {
      const line = source.slice(0, yamlPathToOffset(source, path)).split('\n').length;
      return { file, line, path: formatPath(path), text };
    })
    .toSorted((a, b) => a.line - b.line);
}
