#!/usr/bin/env node
/** The command line. Loads nothing heavy by itself, so that `--version` and `--help` answer at once. */
import { packageVersion } from '../run/package-version.js';
import { EXIT_CODES } from './exit-code.js';
import { helpText } from './help-text.js';
import { messagesOf } from './messages.js';
import { parseArguments } from './parse-arguments.js';

async function main(args: readonly string[]): Promise<number> {
  const { language, command } = parseArguments(args, process.env);
  switch (command.type) {
    case 'version':
      process.stdout.write(`${packageVersion()}\n`);
      return EXIT_CODES.allCameThrough;
    case 'help':
      process.stdout.write(helpText(language, command.of));
      return EXIT_CODES.allCameThrough;
    case 'wrong-usage':
      process.stderr.write(`gouji: ${command.text[language]}\n${messagesOf(language).tryHelp}\n`);
      return EXIT_CODES.wrongUsage;
    case 'run': {
      const { runCommand } = await import('./run-command.js');
      return runCommand(command.run, language);
    }
    case 'compare': {
      const { compareCommand } = await import('./compare-command.js');
      return compareCommand(command.compare, language);
    }
    case 'diff': {
      const { diffCommand } = await import('./diff-command.js');
      return diffCommand(command.diff, language);
    }
    case 'verify': {
      const { verifyCommand } = await import('./verify-command.js');
      return verifyCommand(command.directory, language);
    }
    case 'query': {
      const { queryCommand } = await import('./query-command.js');
      return queryCommand(command.query, language);
    }
  }
}

/** A reader that closes its end (`gouji … | head`) has seen enough; that is no error. */
function ignoreClosedPipe(error: Error): void {
  if (!('code' in error && error.code === 'EPIPE')) throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
// Not process.exit: what was written must still reach a slow reader.
process.exitCode = await main(process.argv.slice(2));
