/** Writes files into a folder that may hold others: each takes its place as a whole. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Writes texts by name.
 *
 * @returns The absolute path of the folder, which is made where there is none.
 * @throws {unknown} an error of the file system.
 */
export async function replaceFiles(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = resolve(directory);
  await mkdir(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const aside = join(path, `.${name}.${process.pid}`);
    await writeFile(aside, text);
    await rename(aside, join(path, name));
  }
  return path;
}
