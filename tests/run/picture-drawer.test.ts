import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bbox } from '../../src/model/index.js';
import { PictureDrawer } from '../../src/run/picture-drawer.js';
import { BUILD_TIMEOUT_MS, ensureBuiltPackage } from './built-package.js';

const [NAME = ''] = readdirSync('tests/frozen/documents').filter((name) => name.endsWith('.pdf'));
const PATH = resolve('tests/frozen/documents', NAME);
const FILE = { sourcePath: NAME, location: PATH };
const HASH_START = createHash('sha256').update(readFileSync(PATH)).digest('hex').slice(0, 16);
const REGIONS = [{ pageNumber: 1, box: bbox(50, 100, 250, 200) }];
const LIMITS = { timeoutMs: 30_000, workerHeapMib: 256, workerKeepMib: 256, processMib: 1024 };

let drawer: PictureDrawer;
beforeAll(ensureBuiltPackage, BUILD_TIMEOUT_MS);
afterEach(() => drawer.close());

function openDrawer(limits = LIMITS): void {
  drawer = new PictureDrawer(pathToFileURL(resolve('dist/run/picture-worker.js')), limits);
}

it('draws parts of a file that was read before', async () => {
  openDrawer();
  const pictures = await drawer.draw({ file: FILE, hashStart: HASH_START, regions: REGIONS });
  expect(pictures).toMatchObject([{ page: 1, box: REGIONS[0]?.box, width: 300, height: 150 }]);
  expect(
    Buffer.from(pictures[0]?.base64 ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

it('draws nothing of a file that is another one by now', async () => {
  openDrawer();
  expect(await drawer.draw({ file: FILE, hashStart: '0'.repeat(16), regions: REGIONS })).toEqual([]);
});

it('goes on with the next file when one has gone', async () => {
  openDrawer();
  const gone = { sourcePath: 'gone.pdf', location: resolve('tests/frozen/documents/gone.pdf') };
  expect(await drawer.draw({ file: gone, hashStart: HASH_START, regions: REGIONS })).toEqual([]);
  expect(await drawer.draw({ file: FILE, hashStart: HASH_START, regions: REGIONS })).toHaveLength(1);
});

it('waits for no file longer than it may', async () => {
  openDrawer({ ...LIMITS, timeoutMs: 1 });
  expect(await drawer.draw({ file: FILE, hashStart: HASH_START, regions: REGIONS })).toEqual([]);
});
