import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS, type OptionDefinition } from '../../src/cli/command-definition.js';
import { COMMANDS, type Command } from '../../src/cli/commands.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { RUN } from '../../src/cli/run-definition.js';

function parse(...args: string[]): Command {
  return parseArguments(args, { LANG: 'en_US.UTF-8' }).command;
}

function complaint(...args: string[]): string {
  const command = parse(...args);
  return command.type === 'wrong-usage' ? command.text.en : `accepted: ${command.type}`;
}

describe('parseArguments', () => {
  it('runs with everything at its default', () => {
    expect(parse('run', '年报')).toEqual({
      type: 'run',
      run: {
        inputs: ['年报'],
        reader: 'auto',
        isStrict: false,
        joinsNames: true,
        dialect: 'default',
        keepsContacts: false,
        pictures: 'full',
        isQuiet: false,
        isJson: false,
      },
    });
  });

  it('takes every option, before and after the inputs', () => {
    const args =
      '--out o --workers 3 run a --timeout 1.5 --reader both --strict --no-join --plain --formats wide,duckdb --no-bom --contacts --prose skip --quiet --json --lang zh b'.split(
        ' ',
      );
    expect(parseArguments(args, {})).toEqual({
      language: 'zh',
      command: {
        type: 'run',
        run: {
          inputs: ['a', 'b'],
          outputDirectory: 'o',
          workers: 3,
          timeoutMs: 1500,
          reader: 'both',
          isStrict: true,
          joinsNames: false,
          hasBom: false,
          dialect: 'plain',
          formats: ['wide', 'duckdb'],
          keepsContacts: true,
          pictures: 'skip',
          isQuiet: true,
          isJson: true,
        },
      },
    });
  });

  it('asks the default output, or those named', () => {
    expect(parse('query', 'SELECT 1')).toEqual({
      type: 'query',
      query: { sql: 'SELECT 1', folders: ['output'], format: 'table' },
    });
    expect(parse('query', 'SELECT 1', 'a', 'b', '--csv')).toMatchObject({
      query: { folders: ['a', 'b'], format: 'csv' },
    });
  });

  it('takes short options and values after an equals sign', () => {
    expect(parse('run', 'a', '-o', 'x', '-q')).toMatchObject({ run: { outputDirectory: 'x', isQuiet: true } });
    expect(parse('run', 'a', '--out=-x')).toMatchObject({ run: { outputDirectory: '-x' } });
  });

  it('reads no pictures with --no-ocr, whatever --prose says', () => {
    expect(parse('run', 'a', '--prose=full', '--no-ocr')).toMatchObject({ run: { pictures: 'off' } });
  });

  it('takes what follows -- for inputs', () => {
    expect(parse('run', '--', '--strict')).toMatchObject({ run: { inputs: ['--strict'], isStrict: false } });
  });

  it('shows help and version whatever else is there', () => {
    expect(parse('run', '--help')).toEqual({ type: 'help', of: RUN });
    expect(parse('--help', 'no-such-command')).toEqual({ type: 'help' });
    expect(parse('-h')).toEqual({ type: 'help' });
    expect(parse('--version')).toEqual({ type: 'version' });
    expect(parse('-V')).toEqual({ type: 'version' });
  });

  it.each([
    { args: [], says: 'say what to do' },
    { args: ['run'], says: 'name files or folders' },
    { args: ['ruin', 'a'], says: 'no command ruin' },
    { args: ['run', 'a', '--wrokers', '3'], says: 'no option --wrokers' },
    { args: ['run', 'a', '-x'], says: 'no option -x' },
    { args: ['run', 'a', '--out'], says: '--out needs a value' },
    { args: ['run', 'a', '--out', '--strict'], says: '--out needs a value' },
    { args: ['run', 'a', '--out='], says: '--out needs a value' },
    { args: ['run', 'a', '--strict=yes'], says: '--strict takes no value' },
    { args: ['run', 'a', '--workers', '0'], says: '--workers is a whole number' },
    { args: ['run', 'a', '--workers', '2.5'], says: '--workers is a whole number' },
    { args: ['run', 'a', '--workers', '1e9'], says: '--workers is a whole number' },
    { args: ['run', 'a', '--timeout', '0'], says: '--timeout is a number of seconds' },
    { args: ['run', 'a', '--timeout', 'soon'], says: '--timeout is a number of seconds' },
    { args: ['run', 'a', '--reader', 'ocr'], says: '--reader is one of auto, pdfium, pdfjs, both' },
    { args: ['run', 'a', '--lang', 'fr'], says: '--lang is zh or en' },
    { args: ['run', 'a', '--csv'], says: 'no option --csv of gouji run' },
    { args: ['run', 'a', '--excel', '--plain'], says: 'either --excel or --plain' },
    { args: ['run', 'a', '--formats', 'wide,doc'], says: '--formats is a list of csv, json' },
    { args: ['query'], says: 'say what to ask' },
    { args: ['query', 'SELECT 1', '--csv', '--json'], says: 'either --csv or --json' },
    { args: ['query', 'SELECT 1', '-o', 'x'], says: 'no option -o of gouji query' },
  ])('refuses $args', ({ args, says }) => {
    expect(complaint(...args)).toContain(says);
  });

  it('has options of one kind only under each name, since they are read before the command is known', () => {
    const kinds = new Map<string, Set<boolean>>();
    const all: OptionDefinition[] = [...COMMON_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)];
    for (const { name, value } of all) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(value === undefined));
    }
    expect([...kinds].filter(([, kind]) => kind.size > 1)).toEqual([]);
  });

  it('never throws, and never runs without inputs', () => {
    const word = fc.oneof(
      fc.constantFrom('run', '--', '-', '3', 'a', '-oq', '--out=', '--no-strict'),
      fc.constantFrom(
        ...[...COMMON_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)].map(({ name }) => `--${name}`),
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), (args) => {
        const command = parse(...args);
        if (command.type === 'run') expect(command.run.inputs.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the arguments of gouji diff', () => {
  it('are two outputs, and how they are held against each other', () => {
    expect(parse(...'diff a b --across-years --out c --no-join --no-bom'.split(' '))).toEqual({
      type: 'diff',
      diff: { old: 'a', new: 'b', directory: 'c', isAcrossYears: true, joinsNames: false, hasBom: false },
    });
    expect(complaint('diff', 'a')).toBe('name two output folders, the old one and the new one');
  });
});

describe('the arguments of gouji compare', () => {
  it('are outputs, and what to show of them', () => {
    const args = 'compare a b --indicators x,y --years 2020-2022 --min 5 --out c --no-join --no-bom'.split(' ');
    expect(parse(...args)).toEqual({
      type: 'compare',
      compare: {
        outputs: ['a', 'b'],
        directory: 'c',
        indicators: ['x', 'y'],
        years: { from: 2020, to: 2022 },
        minimumDenominator: 5,
        joinsNames: false,
        hasBom: false,
      },
    });
  });

  it.each([
    ['compare', 'name output folders'],
    ['compare a --years 2022-2020', '--years is a year or a first and a last one, such as 2021-2023, not 2022-2020'],
    ['compare a --min 0', '--min is a whole number above 0, not 0'],
    ['compare a --workers 2', 'there is no option --workers of gouji compare'],
  ])('are refused where they are wrong: %s', (args, text) => {
    expect(complaint(...args.split(' '))).toBe(text);
  });
});
