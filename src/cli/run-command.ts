/** `gouji run`: carries a run out and says how it went. Loaded only when it is asked for, since it loads much. */
import { OutputRefusedError } from '../export/index.js';
import { BrokenWorkerError, runPipeline, type RunOptions, type RunSummary } from '../run/index.js';
import { EXIT_CODES, summaryToExitCode } from './exit-code.js';
import type { Language } from './language.js';
import { messagesOf } from './messages.js';
import type { RunCommand } from './run-definition.js';
import { createProgressDisplay, type ProgressDisplay } from './progress-display.js';
import { summaryToJson, summaryToText } from './summary-text.js';

/** Width of a terminal that does not say its own. */
const DEFAULT_WIDTH = 80;

/** The signals that end a run, with the exit codes that shells expect of them. */
const SIGNALS = { SIGINT: EXIT_CODES.interrupted, SIGTERM: EXIT_CODES.terminated } as const;

/** A run that was ended by a signal. */
class InterruptedError extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

/**
 * Carries out a run.
 *
 * @returns The exit code.
 */
export async function runCommand(command: RunCommand, language: Language): Promise<number> {
  const messages = messagesOf(language);
  const abort = new AbortController();
  const stopListening = listenForSignals(abort);
  const display = command.isQuiet ? undefined : createProgressDisplay(terminal(), language);
  try {
    const summary = await runPipeline(command.inputs, toRunOptions(command, abort.signal, display));
    display?.finish();
    return report(summary, command, language);
  } catch (error) {
    display?.finish();
    if (error instanceof InterruptedError) {
      complain(messages.interrupted);
      return error.exitCode;
    }
    const isExplained = error instanceof OutputRefusedError || error instanceof BrokenWorkerError;
    complain(
      isExplained ? error.text[language] : messages.failed(error instanceof Error ? error.message : String(error)),
    );
    return EXIT_CODES.wrongUsage;
  } finally {
    stopListening();
  }
}

function toRunOptions(command: RunCommand, signal: AbortSignal, display: ProgressDisplay | undefined): RunOptions {
  const { outputDirectory, workers, timeoutMs, reader, joinsNames } = command;
  const { hasBom, dialect, formats, keepsContacts, pictures } = command;
  return {
    reader,
    joinsNames,
    dialect,
    ...(hasBom === undefined ? {} : { hasBom }),
    ...(formats === undefined ? {} : { formats }),
    keepsContacts,
    pictures,
    signal,
    ...(outputDirectory === undefined ? {} : { outputDirectory }),
    ...(workers === undefined ? {} : { workers }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(display === undefined ? {} : { onProgress: display.show }),
  };
}

function report(summary: RunSummary, { isJson, isQuiet, isStrict }: RunCommand, language: Language): number {
  const messages = messagesOf(language);
  const exitCode = summaryToExitCode(summary, isStrict);
  for (const argument of summary.missingArguments) complain(messages.missing(argument));
  if (summary.files === 0) complain(messages.noInput);
  if (isJson) process.stdout.write(summaryToJson(summary, exitCode));
  else if (isQuiet) listFailures(summary, language);
  else if (summary.files > 0) process.stdout.write(summaryToText(summary, language));
  return exitCode;
}

function listFailures({ lostFiles }: RunSummary, language: Language): void {
  for (const { sourcePath, outcome, reason } of lostFiles) {
    if (outcome === 'failed') complain(`${sourcePath} ${reason[language]}`);
  }
}

function complain(text: string): void {
  process.stderr.write(`gouji: ${text}\n`);
}

function terminal(): Parameters<typeof createProgressDisplay>[0] {
  const { stderr } = process;
  return {
    write: (text) => stderr.write(text),
    isTerminal: stderr.isTTY && process.env['TERM'] !== 'dumb',
    width: () => (stderr.columns > 0 ? stderr.columns : DEFAULT_WIDTH),
  };
}

/** The first signal ends the run cleanly; a second one ends the program at once, as it would by default. */
function listenForSignals(abort: AbortController): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const listener = (): void => {
      abort.abort(new InterruptedError(exitCode));
    };
    process.once(signal, listener);
    return () => process.removeListener(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
