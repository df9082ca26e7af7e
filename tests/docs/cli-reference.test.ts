import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/cli/exit-code.js';
import { helpText } from '../../src/cli/help-text.js';
import { COMMON_OPTIONS, type OptionDefinition } from '../../src/cli/command-definition.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { RUN } from '../../src/cli/run-definition.js';
import { DEFAULT_TIMEOUT_MS, PROCESS_BASE_MIB, PROCESS_WORKER_MIB, WORKER_HEAP_MIB } from '../../src/run/limits.js';
import { MAX_FILE_BYTES } from '../../src/ingest/read-source.js';

const reference = await readFile('docs/cli.md', 'utf8');

function usageOf({ name, value }: OptionDefinition): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}`;
}

describe('docs/cli.md', () => {
  const options = COMMANDS.flatMap((command) =>
    [...command.options, ...COMMON_OPTIONS].map((option) => ({ command, usage: usageOf(option), name: command.name })),
  );

  it.each(options)('explains $usage of gouji $name, as its help does in both languages', ({ command, usage }) => {
    expect(reference).toContain(`\`${usage}\``);
    expect(helpText('en', command)).toContain(usage);
    expect(helpText('zh', command)).toContain(usage);
  });

  it.each(COMMANDS)('explains gouji $name, as the overview does in both languages', ({ name, usage }) => {
    expect(reference).toContain(`gouji ${name} ${usage.en}`);
    expect(helpText('en')).toContain(`gouji ${name} ${usage.en}`);
    expect(helpText('zh')).toContain(`gouji ${name} ${usage.zh}`);
  });

  it.each(Object.values(EXIT_CODES))(
    'explains exit code %i, as the help of gouji run does in both languages',
    (code) => {
      expect(reference).toContain(`\`${code}\``);
      expect(helpText('en', RUN)).toMatch(new RegExp(`\\b${code}\\b`));
      expect(helpText('zh', RUN)).toMatch(new RegExp(`\\b${code}\\b`));
    },
  );

  it('states the limits that the program has', () => {
    expect(reference).toContain(`seconds; ${DEFAULT_TIMEOUT_MS / 1000} by default`);
    expect(reference).toContain(`${WORKER_HEAP_MIB} MiB of JavaScript heap`);
    expect(reference).toContain(`${PROCESS_BASE_MIB} MiB plus ${PROCESS_WORKER_MIB} MiB a worker`);
    expect(reference).toContain(`exceeds ${PROCESS_BASE_MIB + PROCESS_WORKER_MIB} MiB`);
    expect(reference).toContain(`larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`);
  });

  it.each([
    'encrypted',
    'truncated',
    'empty',
    'vanished',
    'time-limit',
    'memory-limit',
    'crashed',
    'no-form-found',
    'scanned',
    'image',
    'unsupported-kind',
    'duplicate-of',
  ])('explains the reason %s', (reason) => {
    expect(reference).toMatch(new RegExp(`\\| \`${reason}\` +\\|`));
  });
});
