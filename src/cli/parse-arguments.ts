/** Turns the arguments of the command line into a command, or into what is wrong with them. */
import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, type CommandArguments, type OptionDefinition } from './command-definition.js';
import { COMMANDS, type Command } from './commands.js';
import { isLanguage, localeLanguage, type Language } from './language.js';
import { UsageError } from './usage-error.js';

/** Reads the arguments after `node` and the program's name. */
export function parseArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly language: Language; readonly command: Command } {
  let language = localeLanguage(env);
  try {
    const { values, positionals, used } = readTokens(args);
    const asked = values.get('lang');
    if (asked !== undefined) {
      if (!isLanguage(asked))
        throw new UsageError(`--lang 只能是 zh 或 en，而不是 ${asked}`, `--lang is zh or en, not ${asked}`);
      language = asked;
    }
    return { language, command: toCommand({ values, positionals }, used) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { language, command: { type: 'wrong-usage', text: error.text } };
  }
}

/** The options of all commands; one of a name that several have is of one kind in all of them. */
function allOptions(): OptionDefinition[] {
  return [...COMMON_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)];
}

/** @returns the arguments, and each option as it was written, by its name. */
function readTokens(args: readonly string[]): CommandArguments & { readonly used: ReadonlyMap<string, string> } {
  const definitions = allOptions();
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
  const values = new Map<string, string>();
  const used = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = definitions.find(({ name }) => name === token.name);
    if (option === undefined) throw new UsageError(`没有选项 ${token.rawName}`, `there is no option ${token.rawName}`);
    values.set(option.name, readValue(option, token));
    used.set(option.name, token.rawName);
  }
  return { values, positionals, used };
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

function toCommand({ values, positionals }: CommandArguments, used: ReadonlyMap<string, string>): Command {
  const [name, ...rest] = positionals;
  const command = COMMANDS.find((known) => known.name === name);
  if (values.has('help')) return { type: 'help', ...(command === undefined ? {} : { of: command }) };
  if (values.has('version')) return { type: 'version' };
  if (name === undefined) {
    throw new UsageError('请说明要做什么，例如 gouji run 文件夹', 'say what to do, for example: gouji run FOLDER');
  }
  if (command === undefined) {
    const known = COMMANDS.map((one) => one.name);
    throw new UsageError(
      `没有命令 ${name}；可用的有 ${known.join('、')}`,
      `there is no command ${name}; there is ${known.join(', ')}`,
    );
  }
  const own = new Set([...COMMON_OPTIONS, ...command.options].map((option) => option.name));
  const foreign = [...used].find(([option]) => !own.has(option));
  if (foreign !== undefined) {
    throw new UsageError(`gouji ${name} 没有选项 ${foreign[1]}`, `there is no option ${foreign[1]} of gouji ${name}`);
  }
  return command.parse({ values, positionals: rest });
}
