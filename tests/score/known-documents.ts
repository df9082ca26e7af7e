/** Finds documents with their truth beside them in a folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS } from '../corpus/kinds.js';
import type { KnownDocument } from './score-document.js';
import type { TruthFile } from './truth-file.js';

const TRUTH = '.truth.json';
/** Of a file that holds two reports: the truth of the other one. */
const SECOND = '.second.truth.json';

/**
 * The documents of a folder, in code-point order of their names.
 *
 * @throws {Error} for a file without a truth file, which would otherwise be left out of the score unseen.
 */
export async function listKnownDocuments(folder: string): Promise<readonly KnownDocument[]> {
  const names = (await readdir(folder)).sort();
  const documents: KnownDocument[] = [];
  for (const name of names.filter((each) => !each.endsWith(TRUTH))) {
    const base = name.replace(/\.[^.]+$/u, '');
    if (!names.includes(base + TRUTH)) throw new Error(`${name} has no ${base}${TRUTH} beside it in ${folder}`);
    const truth = await readTruth(join(folder, base + TRUTH));
    const second = names.includes(base + SECOND) ? { second: await readTruth(join(folder, base + SECOND)) } : {};
    documents.push({ name, path: join(folder, name), kind: kindOf(name, truth), truth, ...second });
  }
  return documents;
}

async function readTruth(path: string): Promise<TruthFile> {
  return JSON.parse(await readFile(path, 'utf8')) as TruthFile;
}

/** The kind that made it; a PDF or a dump where a layout did. */
function kindOf(name: string, { renderer }: TruthFile): string {
  if (renderer !== undefined && renderer in KINDS) return renderer;
  return name.endsWith('.txt') ? 'text' : (/\.([^.]+)$/u.exec(name)?.[1] ?? '');
}
