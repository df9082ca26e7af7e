/** What each command of the command line says of itself: the parser, the help and docs/cli.md's test all go by it. */
import type { BilingualText } from '../model/index.js';

/** An option of a command. */
export interface OptionDefinition {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; absent for switches. An option of one name is of one kind in all commands. */
  readonly value?: string;
  readonly help: BilingualText;
}

/** What stands behind the name of a command. */
export interface CommandArguments {
  /** By the name of the option; switches that are on have an empty value. */
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

/** A command. */
export interface CommandDefinition<Parsed> {
  readonly name: string;
  /** What it does, on one line of the overview. */
  readonly summary: BilingualText;
  /** What stands behind `gouji <name>`. */
  readonly usage: BilingualText;
  /** Paragraphs between usage and options. */
  readonly description: BilingualText;
  /** In the order of the help; those of all commands follow. */
  readonly options: readonly OptionDefinition[];
  /** Examples and exit codes. */
  readonly afterOptions: BilingualText;
  /** @throws {UsageError} when the arguments are wrong. */
  readonly parse: (args: CommandArguments) => Parsed;
}

/** The options of every command. */
export const COMMON_OPTIONS = [
  {
    name: 'lang',
    value: 'L',
    help: {
      zh: '界面语言：zh 或 en（默认按系统区域）',
      en: 'language of the screen: zh or en (default: from the locale)',
    },
  },
  { name: 'version', short: 'V', help: { zh: '显示版本', en: 'print the version' } },
  { name: 'help', short: 'h', help: { zh: '显示本帮助', en: 'print this help' } },
] as const satisfies readonly OptionDefinition[];
