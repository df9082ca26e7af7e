import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/cli/exit-code.js';
import { helpText } from '../../src/cli/help-text.js';
import { OPTIONS, type OptionDefinition } from '../../src/cli/options.js';
import { DEFAULT_TIMEOUT_MS, PROCESS_BASE_MIB, PROCESS_WORKER_MIB, WORKER_HEAP_MIB } from '../../src/run/limits.js';
import { MAX_FILE_BYTES } from '../../src/ingest/read-source.js';

const reference = await readFile('docs/cli.md', 'utf8');

function usageOf({ name, value }: OptionDefinition): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}`;
}

describe('docs/cli.md', () => {
  it.each(OPTIONS.map((option) => [usageOf(option)]))('explains %s, as the help does in both languages', (usage) => {
    expect(reference).toContain(`\`${usage}\``);
    expect(helpText('en')).toContain(usage);
    expect(helpText('zh')).toContain(usage);
  });

  it.each(Object.values(EXIT_CODES))('explains exit code %i, as the help does in both languages', (code) => {
    expect(reference).toContain(`\`${code}\``);
    expect(helpText('en')).toMatch(new RegExp(`\\b${code}\\b`));
    expect(helpText('zh')).toMatch(new RegExp(`\\b${code}\\b`));
  });

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
