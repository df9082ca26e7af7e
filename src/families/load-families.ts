/**
 * Loads every report family below a directory: `<family>/family.yaml` and, beside it, one file for each edition and, where
 * its reports state figures in sentences, `prose.yaml`, where they are compared with each other, `across.yaml`, where it is
 * known how the figures of the editions compare, `comparability.yaml`, and what is compared, `indicators.yaml`.
 */
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { AcrossRules, EditionComparison, Edition, Family, IndicatorRules, ProseRules } from '../model/index.js';
import { acrossSchema, buildAcross } from './across.js';
import { buildComparisons, comparabilitySchema } from './comparisons.js';
import { FamilyDefinitionError } from './definition-error.js';
import { readDefinitionFile } from './definition-file.js';
import { buildEdition } from './edition.js';
import { buildIndicators, indicatorsSchema } from './indicators.js';
import { buildProseRules } from './prose-rules.js';
import { proseSchema } from './prose-schema.js';
import { buildReportRules } from './report-rules.js';
import { editionSchema, familySchema } from './schema.js';
import { buildTitleRules } from './title-rules.js';

/** The families that come with the package; the same folder seen from src/ and from dist/. */
export const PIPELINES_DIRECTORY = new URL('../../pipelines/', import.meta.url);

const FAMILY_FILE = 'family.yaml';
const PROSE_FILE = 'prose.yaml';
const ACROSS_FILE = 'across.yaml';
const COMPARABILITY_FILE = 'comparability.yaml';
const INDICATORS_FILE = 'indicators.yaml';

/** What of a family is loaded. */
export interface FamilyParts {
  /** Whether how its reports state figures in sentences is; it is a quarter of all, and only reading a report needs it. */
  readonly withProse: boolean;
}

/**
 * Loads and validates all families of a directory, in the order of their folders' names.
 *
 * @throws {FamilyDefinitionError} when a file is wrong or there is no family; it names file, line and what to do.
 */
export async function loadFamilies(
  directory: string | URL,
  parts: FamilyParts = { withProse: true },
): Promise<readonly Family[]> {
  const root = toFolderUrl(directory);
  const folders = (await list(root)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (folders.length === 0)
    throw wrongFolder(
      root,
      '没有任何报告族；请指定含有报告族文件夹的目录',
      'holds no family; name a folder of families',
    );
  return Promise.all(
    folders.toSorted(byCodePoint).map((name) => loadFamily(new URL(`${encodeURIComponent(name)}/`, root), parts)),
  );
}

async function loadFamily(folder: URL, { withProse }: FamilyParts): Promise<Family> {
  const [{ value: definition, toError }, editions, across] = await Promise.all([
    readDefinitionFile(new URL(FAMILY_FILE, folder), familySchema),
    loadEditions(folder),
    loadAcross(folder),
  ]);
  const { title, problems } = buildTitleRules(definition);
  const { problems: others, ...rules } = buildReportRules(definition);
  if (problems.length + others.length > 0) throw toError([...problems, ...others]);
  const { id, name, notApplicableMarks } = definition;
  const [prose, comparisons, indicators] = await Promise.all([
    withProse ? loadProse(folder, editions) : undefined,
    loadComparisons(folder, editions),
    loadIndicators(folder, editions),
  ]);
  return {
    ...{ id, name, title, ...rules, editions, comparisons, notApplicableMarks },
    ...(prose === undefined ? {} : { prose }),
    ...(across === undefined ? {} : { across }),
    ...(indicators === undefined ? {} : { indicators }),
  };
}

async function loadProse(folder: URL, editions: readonly Edition[]): Promise<ProseRules | undefined> {
  if (!(await list(folder)).some(({ name }) => name === PROSE_FILE)) return undefined;
  const { value, toError } = await readDefinitionFile(new URL(PROSE_FILE, folder), proseSchema);
  const { prose, problems } = buildProseRules(value, editions);
  if (problems.length > 0) throw toError(problems);
  return prose;
}

async function loadComparisons(folder: URL, editions: readonly Edition[]): Promise<readonly EditionComparison[]> {
  if ((await list(folder)).every(({ name }) => name !== COMPARABILITY_FILE)) return [];
  const { value, toError } = await readDefinitionFile(new URL(COMPARABILITY_FILE, folder), comparabilitySchema);
  const { comparisons, problems } = buildComparisons(value, editions);
  if (problems.length > 0) throw toError(problems);
  return comparisons;
}

async function loadIndicators(folder: URL, editions: readonly Edition[]): Promise<IndicatorRules | undefined> {
  if ((await list(folder)).every(({ name }) => name !== INDICATORS_FILE)) return undefined;
  const { value, toError } = await readDefinitionFile(new URL(INDICATORS_FILE, folder), indicatorsSchema);
  const { rules, problems } = buildIndicators(value, editions);
  if (problems.length > 0) throw toError(problems);
  return rules;
}

async function loadAcross(folder: URL): Promise<AcrossRules | undefined> {
  if ((await list(folder)).every(({ name }) => name !== ACROSS_FILE)) return undefined;
  const { value, toError } = await readDefinitionFile(new URL(ACROSS_FILE, folder), acrossSchema);
  const { rules, problems } = buildAcross(value);
  if (problems.length > 0) throw toError(problems);
  return rules;
}

async function loadEditions(folder: URL): Promise<readonly Edition[]> {
  const files = (await list(folder)).map(({ name }) => name).filter((name) => isEditionFile(name));
  if (files.length === 0)
    throw wrongFolder(
      folder,
      '没有任何版式文件；请放入如 2021.yaml 的文件',
      'holds no edition; add a file such as 2021.yaml',
    );
  const editions = await Promise.all(files.toSorted(byCodePoint).map((name) => loadEdition(folder, name)));
  return editions.toSorted((a, b) => firstYearOf(a) - firstYearOf(b));
}

async function loadEdition(folder: URL, fileName: string): Promise<Edition> {
  const url = new URL(encodeURIComponent(fileName), folder);
  const { value, toError } = await readDefinitionFile(url, editionSchema);
  const { edition, problems } = buildEdition(value, fileName.replace(/\.yaml$/, ''));
  if (problems.length > 0) throw toError(problems);
  return edition;
}

function isEditionFile(name: string): boolean {
  const others = [FAMILY_FILE, PROSE_FILE, ACROSS_FILE, COMPARABILITY_FILE, INDICATORS_FILE];
  return name.endsWith('.yaml') && !others.includes(name) && !name.startsWith('.');
}

function firstYearOf({ fromYear = -Infinity }: Edition): number {
  return fromYear;
}

async function list(folder: URL) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw wrongFolder(
      folder,
      '无法读取此目录；请确认它存在并可读',
      'cannot be read; make sure that the folder exists',
      { cause },
    );
  }
}

function wrongFolder(folder: URL, zh: string, en: string, options?: ErrorOptions): FamilyDefinitionError {
  return new FamilyDefinitionError(
    [{ file: decodeURIComponent(folder.pathname), path: '', text: { zh, en } }],
    options,
  );
}

function toFolderUrl(directory: string | URL): URL {
  const url = typeof directory === 'string' ? pathToFileURL(directory) : directory;
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
