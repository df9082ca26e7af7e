/** Finds documents with their truth beside them in a folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownDocument } from './score-document.js';
import type { TruthFile } from './truth-file.js';

const TRUTH = '.truth.json';

/**
 * The documents of a folder, in code-point order of their names.
 *
 * @throws {Error} for a document without a truth file, which would otherwise be left out of the score unseen.
 */
export async function listKnownDocuments(folder: string): Promise<readonly KnownDocument[]> {
  const names = (await readdir(folder)).sort();
  const documents: KnownDocument[] = [];
  for (const name of names) {
    const match = /^(.+)\.(pdf|txt)$/u.exec(name);
    if (match?.[1] === undefined) continue;
    const truthName = `${match[1]}${TRUTH}`;
    if (!names.includes(truthName)) throw new Error(`${name} has no ${truthName} beside it in ${folder}`);
    documents.push({
      name,
      path: join(folder, name),
      kind: match[2] === 'pdf' ? 'pdf' : 'text',
      truth: JSON.parse(await readFile(join(folder, truthName), 'utf8')) as TruthFile,
    });
  }
  return documents;
}
