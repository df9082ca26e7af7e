import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpillFile } from '../../src/export/spill-file.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-spill-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('openSpillFile', () => {
  it('writes in order what came in any order, also at the same time', async () => {
    const spill = await openSpillFile(join(folder, 'spill'));
    const pieces = Array.from({ length: 100 }, (_, at) => `第 ${at} 段\n`.repeat(at % 7));
    await Promise.all(pieces.map((_, at) => (at * 37) % 100).map((at) => spill.append(at, pieces[at] ?? '')));
    const digest = await spill.writeInOrder(join(folder, 'out'), 'heading\n');
    await spill.close();
    const written = await readFile(join(folder, 'out'));
    expect(written.toString()).toBe(`heading\n${pieces.join('')}`);
    expect(digest).toEqual({
      byteCount: written.length,
      sha256: createHash('sha256').update(written).digest('hex'),
    });
  });

  it('writes the heading alone when nothing came', async () => {
    const spill = await openSpillFile(join(folder, 'spill'));
    await spill.writeInOrder(join(folder, 'out'), 'heading\n');
    await spill.close();
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('heading\n');
  });
});
