/** Turns the arguments of the command line into a command, or into what is wrong with them. */
import { parseArgs } from 'node:util';
import type { BilingualText } from '../model/index.js';
import { isLanguage, localeLanguage, type Language } from './language.js';
import { OPTIONS, type OptionDefinition, type OptionName } from './options.js';

/** Which PDF readers may be named. */
const READERS = ['auto', 'pdfium', 'pdfjs', 'both'] as const;

/** The longest time limit, in seconds: a day. */
const MAX_TIMEOUT_S = 86_400;

/** The most workers: beyond that, memory goes before speed comes. */
const MAX_WORKERS = 256;

/** What `gouji run` was told. */
export interface RunCommand {
  readonly inputs: readonly string[];
  readonly outputDirectory?: string;
  readonly workers?: number;
  readonly timeoutMs?: number;
  readonly reader: (typeof READERS)[number];
  readonly isStrict: boolean;
  readonly joinsNames: boolean;
  readonly hasBom: boolean;
  readonly keepsContacts: boolean;
  readonly isQuiet: boolean;
  readonly isJson: boolean;
}

/** What the command line asks for. */
export type Command =
  | { readonly type: 'version' }
  | { readonly type: 'help' }
  | { readonly type: 'wrong-usage'; readonly text: BilingualText }
  | { readonly type: 'run'; readonly run: RunCommand };

/** Thrown and caught in this file: what is wrong with the arguments. */
class UsageError extends Error {
  readonly text: BilingualText;

  constructor(zh: string, en: string) {
    super(en);
    this.text = { zh, en };
  }
}

/** Reads the arguments after `node` and the program's name. */
export function parseArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly language: Language; readonly command: Command } {
  let language = localeLanguage(env);
  try {
    const { values, positionals } = readTokens(args);
    const asked = values.get('lang');
    if (asked !== undefined) {
      if (!isLanguage(asked))
        throw new UsageError(`--lang 只能是 zh 或 en，而不是 ${asked}`, `--lang is zh or en, not ${asked}`);
      language = asked;
    }
    return { language, command: toCommand(values, positionals) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { language, command: { type: 'wrong-usage', text: error.text } };
  }
}

type Values = ReadonlyMap<OptionName, string>;

function readTokens(args: readonly string[]): { values: Values; positionals: string[] } {
  const definitions: readonly OptionDefinition[] = OPTIONS;
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      definitions.map(({ name, short, value }) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
  });
  const values = new Map<OptionName, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = OPTIONS.find(({ name }) => name === token.name);
    if (option === undefined) throw new UsageError(`没有选项 ${token.rawName}`, `there is no option ${token.rawName}`);
    values.set(option.name, readValue(option, token));
  }
  return { values, positionals };
}

/** An option as it was found. */
interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readValue(option: OptionDefinition, { rawName, value, inlineValue }: OptionToken): string {
  if (option.value === undefined) {
    if (value === undefined) return '';
    throw new UsageError(`${rawName} 不带值`, `${rawName} takes no value`);
  }
  const isNextOption = inlineValue === false && value?.startsWith('-') === true && value !== '-';
  if (value === undefined || value === '' || isNextOption) {
    throw new UsageError(`${rawName} 需要一个值（${option.value}）`, `${rawName} needs a value (${option.value})`);
  }
  return value;
}

function toCommand(values: Values, positionals: readonly string[]): Command {
  if (values.has('help')) return { type: 'help' };
  if (values.has('version')) return { type: 'version' };
  const [name, ...inputs] = positionals;
  if (name === undefined) {
    throw new UsageError('请说明要做什么，例如 gouji run 文件夹', 'say what to do, for example: gouji run FOLDER');
  }
  if (name !== 'run') throw new UsageError(`没有命令 ${name}；只有 run`, `there is no command ${name}; only run`);
  if (inputs.length === 0) throw new UsageError('请指明文件或文件夹', 'name files or folders');
  return { type: 'run', run: toRunCommand(values, inputs) };
}

function toRunCommand(values: Values, inputs: readonly string[]): RunCommand {
  const out = values.get('out');
  const workers = values.get('workers');
  const timeout = values.get('timeout');
  const readerName = values.get('reader') ?? 'auto';
  const reader = READERS.find((known) => known === readerName);
  if (reader === undefined) {
    const known = READERS.join(', ');
    throw new UsageError(
      `--reader 只能是 ${known}，而不是 ${readerName}`,
      `--reader is one of ${known}, not ${readerName}`,
    );
  }
  return {
    inputs,
    ...(out === undefined ? {} : { outputDirectory: out }),
    ...(workers === undefined ? {} : { workers: toWorkers(workers) }),
    ...(timeout === undefined ? {} : { timeoutMs: toTimeoutMs(timeout) }),
    reader,
    isStrict: values.has('strict'),
    joinsNames: !values.has('no-join'),
    hasBom: !values.has('no-bom'),
    keepsContacts: values.has('contacts'),
    isQuiet: values.has('quiet'),
    isJson: values.has('json'),
  };
}

function toWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/.test(text) && workers >= 1 && workers <= MAX_WORKERS) return workers;
  throw new UsageError(
    `--workers 应是 1 到 ${MAX_WORKERS} 的整数，而不是 ${text}`,
    `--workers is a whole number from 1 to ${MAX_WORKERS}, not ${text}`,
  );
}

function toTimeoutMs(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= MAX_TIMEOUT_S) return Math.ceil(seconds * 1000);
  throw new UsageError(
    `--timeout 应是大于 0、不超过 ${MAX_TIMEOUT_S} 的秒数，而不是 ${text}`,
    `--timeout is a number of seconds above 0 and up to ${MAX_TIMEOUT_S}, not ${text}`,
  );
}
