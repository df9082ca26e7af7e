/** The help, in both languages: of the whole, and of each command. */
import type { BilingualText } from '../model/index.js';
import { COMMON_OPTIONS, type CommandDefinition, type OptionDefinition } from './command-definition.js';
import { COMMANDS } from './commands.js';
import { displayWidth } from './display-width.js';
import type { Language } from './language.js';

const HEADLINE: BilingualText = {
  zh: '勾稽：把政府信息公开工作年度报告变成经过校验的数据。',
  en: 'Gouji turns Chinese open-government annual reports into checked, tidy figures.',
};

const WORDS = {
  zh: {
    usage: '用法：',
    commands: '命令：',
    options: '选项：',
    more: '各命令的说明：gouji <命令> --help',
    rest: '[选项]',
  },
  en: {
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    more: 'gouji <command> --help says more of each.',
    rest: '[options]',
  },
} as const;

/** The help as it is printed; of all commands where none is named. */
export function helpText(language: Language, command?: CommandDefinition<unknown>): string {
  return command === undefined ? overview(language) : commandHelp(command, language);
}

function overview(language: Language): string {
  const words = WORDS[language];
  const usages = COMMANDS.map((command) => `  ${commandUsage(command, language)}`);
  const summaries = COMMANDS.map(({ name, summary }) => [name, summary[language]] as const);
  return [
    ...[HEADLINE[language], '', words.usage, ...usages, ''],
    ...[words.commands, ...inColumns(summaries), ''],
    ...[words.options, ...optionLines(COMMON_OPTIONS, language), ''],
    `${words.more}\n`,
  ].join('\n');
}

function commandHelp(command: CommandDefinition<unknown>, language: Language): string {
  const words = WORDS[language];
  return [
    ...[HEADLINE[language], '', words.usage, `  ${commandUsage(command, language)}`, ''],
    ...[command.description[language], ''],
    ...[words.options, ...optionLines([...command.options, ...COMMON_OPTIONS], language), ''],
    command.afterOptions[language],
  ].join('\n');
}

function commandUsage({ name, usage }: CommandDefinition<unknown>, language: Language): string {
  return `gouji ${name} ${usage[language]} ${WORDS[language].rest}`;
}

function optionLines(options: readonly OptionDefinition[], language: Language): string[] {
  return inColumns(options.map((option) => [optionUsage(option), option.help[language]]));
}

function optionUsage({ name, short, value }: OptionDefinition): string {
  const start = short === undefined ? '    ' : `-${short}, `;
  return `${start}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => displayWidth(first)));
  return rows.map(([first, second]) => `  ${first}${' '.repeat(width - displayWidth(first))}  ${second}`);
}
