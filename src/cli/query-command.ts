/** `gouji query`: asks outputs by SQL and prints the answer. Loaded only when it is asked for. */
import { openOutputFolder, queryOutputs } from '../compare/index.js';
import { BilingualError } from '../model/index.js';
import { EXIT_CODES } from './exit-code.js';
import type { Language } from './language.js';
import type { QueryCommand } from './query-definition.js';
import { resultToText } from './result-text.js';

/**
 * Carries out a query.
 *
 * @returns The exit code.
 */
export async function queryCommand({ sql, folders, format }: QueryCommand, language: Language): Promise<number> {
  try {
    const opened = await Promise.all(folders.map((folder) => openOutputFolder(folder)));
    process.stdout.write(resultToText(await queryOutputs(sql, opened), format));
    return EXIT_CODES.allCameThrough;
  } catch (error) {
    if (!(error instanceof BilingualError)) throw error;
    process.stderr.write(`gouji: ${error.text[language]}\n`);
    return EXIT_CODES.wrongUsage;
  }
}
