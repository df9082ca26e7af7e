import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource } from '../../src/ingest/read-source.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-read-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('readSource', () => {
  it('reads a file and identifies it by its bytes', async () => {
    await writeFile(join(folder, 'a.txt'), 'abc');
    const source = await readSource({ sourcePath: 'in/a.txt', location: join(folder, 'a.txt') });
    expect(source).toMatchObject({
      sourcePath: 'in/a.txt',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      kind: 'text',
      contentType: 'text/plain',
    });
    expect(Buffer.from(source.bytes).toString()).toBe('abc');
  });

  it('reads a file whose name is given by its bytes', async () => {
    const location = Buffer.from(join(folder, 'b.txt'));
    await writeFile(location, 'abc');
    expect((await readSource({ sourcePath: 'b.txt', location: new Uint8Array(location) })).kind).toBe('text');
  });

  it('says that a file vanished', async () => {
    const reading = readSource({ sourcePath: 'a.pdf', location: join(folder, 'a.pdf') });
    await expect(reading).rejects.toMatchObject({ code: 'vanished', outcome: 'failed' });
  });

  it('says that a folder could not be listed', async () => {
    await expect(readSource({ sourcePath: 'x', location: folder })).rejects.toMatchObject({ code: 'vanished' });
  });

  it('refuses a file over the limit without reading it', async () => {
    await writeFile(join(folder, 'a.txt'), 'abc');
    const reading = readSource({ sourcePath: 'a.txt', location: join(folder, 'a.txt') }, 2);
    await expect(reading).rejects.toMatchObject({ code: 'memory-limit', outcome: 'failed' });
  });

  it.runIf(process.platform === 'linux')('does not wait for a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
    const reading = readSource({ sourcePath: 'pipe.pdf', location: join(folder, 'pipe.pdf') });
    await expect(reading).rejects.toMatchObject({ code: 'unsupported-kind', outcome: 'skipped' });
  });
});
