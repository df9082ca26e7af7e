/**
 * Prints the documents of the frozen corpus anew. A new printing is a new corpus, to be looked at page by page before it
 * replaces the old one (README.md beside this file).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printWithChromium } from '../corpus/chromium.js';
import { toFlatOdt } from '../corpus/fodt.js';
import { toHtml } from '../corpus/html.js';
import { printWithLibreOffice } from '../corpus/libreoffice.js';
import { renderRaw } from '../corpus/raw.js';
import { renderText } from '../corpus/text.js';
import { truthToJson } from '../corpus/truth.js';
import { makeFrozen, makeFrozenKinds } from './recipes.js';

/** Prints all documents into a folder, or only those whose names contain one of some words. */
export async function printFrozen(folder: string, words: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isWanted = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));
  for (const { name, files, truth } of makeFrozenKinds().filter((made) => isWanted(made.name))) {
    await writeFile(join(folder, `${name}.truth.json`), truthToJson(truth));
    for (const file of files) await writeFile(join(folder, file.name), file.bytes);
  }
  const wanted = makeFrozen().filter(({ made }) => isWanted(made.name));
  const of = (renderer: string) => wanted.filter((each) => each.renderer === renderer).map(({ made }) => made);
  for (const { made } of wanted) await writeFile(join(folder, `${made.name}.truth.json`), truthToJson(made.truth));
  for (const made of of('raw')) await writeFile(join(folder, `${made.name}.pdf`), renderRaw(made));
  for (const made of of('text')) await writeFile(join(folder, `${made.name}.txt`), renderText(made));
  if (of('libreoffice').length > 0) {
    const sources = of('libreoffice').map((made) => ({ name: made.name, fodt: toFlatOdt(made.blocks, made.page) }));
    await printWithLibreOffice(sources, folder);
  }
  if (of('chromium').length > 0) {
    await printWithChromium(
      of('chromium').map((made) => ({
        html: toHtml(made.blocks, made.page),
        style: made.page,
        target: join(folder, `${made.name}.pdf`),
      })),
    );
  }
}
