/** `gouji diff`: holds two outputs against each other and says what changed. Loaded only when it is asked for. */
import { diffOutputs, openOutputFolder, writeDiff } from '../compare/index.js';
import { loadFamilies, loadRegions, PIPELINES_DIRECTORY } from '../families/index.js';
import { BilingualError } from '../model/index.js';
import { bureauKeys } from './bureau-keys.js';
import type { DiffCommand } from './diff-definition.js';
import { diffToText, hasChanges } from './diff-text.js';
import { EXIT_CODES } from './exit-code.js';
import type { Language } from './language.js';

/**
 * Carries out a diff.
 *
 * @returns The exit code.
 */
export async function diffCommand(command: DiffCommand, language: Language): Promise<number> {
  try {
    const [old, other] = [await openOutputFolder(command.old), await openOutputFolder(command.new)];
    const [families, regions] = await Promise.all([loadFamilies(PIPELINES_DIRECTORY), loadRegions()]);
    const family = families.find(({ across }) => across !== undefined) ?? {};
    const bureauKeyOf = bureauKeys(family, regions, command.joinsNames);
    const diff = await diffOutputs(old, other, { bureauKeyOf, isAcrossYears: command.isAcrossYears });
    const path = command.directory === undefined ? undefined : await writeDiff(command.directory, diff, command);
    process.stdout.write(diffToText(diff, language, path));
    return hasChanges(diff) ? EXIT_CODES.someFailed : EXIT_CODES.allCameThrough;
  } catch (error) {
    if (!(error instanceof BilingualError)) throw error;
    process.stderr.write(`gouji: ${error.text[language]}\n`);
    return EXIT_CODES.wrongUsage;
  }
}
