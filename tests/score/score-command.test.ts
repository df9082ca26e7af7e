import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { LAYOUTS } from '../corpus/layouts.js';
import { makeDocument } from '../corpus/make.js';
import { renderText } from '../corpus/text.js';
import { truthToJson, type Truth } from '../corpus/truth.js';
import { scoreCommand } from './score-command.js';

const folder = await mkdtemp(join(tmpdir(), 'gouji-score-command-'));

/** A dump in a folder of its own, its truth changed as a test wishes. */
async function makeFolder(change: (truth: Truth) => Truth): Promise<string> {
  const layout = LAYOUTS['dump-tabs'] ?? {};
  const made = makeDocument({ seed: 3, layoutName: 'dump-tabs', layout, renderer: 'text' });
  const own = await mkdtemp(join(folder, 'corpus-'));
  writeFileSync(join(own, `${made.name}.txt`), renderText(made));
  writeFileSync(join(own, `${made.name}.truth.json`), truthToJson(change(made.truth)));
  return own;
}

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  try {
    const status = await scoreCommand(args);
    return { status, out: out.mock.calls.join('\n'), err: err.mock.calls.join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('the score command', () => {
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends well where nothing is silently wrong', async () => {
    const { status, out } = await run('--corpus', await makeFolder((truth) => truth));
    expect(status).toBe(0);
    expect(out).toContain('a corpus given: 1 documents, 200 figures');
  });

  it('ends with 1 where a figure is silently wrong', async () => {
    const corpus = await makeFolder((truth) => ({ ...truth, disclosure: { ...truth.disclosure, fees: [987654] } }));
    const { status, out } = await run('--corpus', corpus, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ all: { figures: { silentWrong: 1 } } });
  });

  it.each([[['--kind', 'epub']], [['--renderer', 'word']], [['--seed', 'x']], [['--nonsense']]])(
    'ends with 2 and says how it is used: %j',
    async (args) => {
      const { status, err } = await run(...args);
      expect(status).toBe(2);
      expect(err).toContain('npm run score');
    },
  );

  it('refuses a folder in which no document is wanted', async () => {
    const corpus = await makeFolder((truth) => truth);
    expect((await run('--corpus', corpus, '--kind', 'pdf')).status).toBe(2);
  });
});
