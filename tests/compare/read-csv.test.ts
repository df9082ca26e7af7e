import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/compare/read-csv.js';
import { OutputUnreadableError } from '../../src/compare/unreadable-output.js';
import type { Column } from '../../src/export/columns.js';
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv } from '../../src/export/csv.js';

const text = { zh: '', en: '' };
const COLUMNS = [
  { name: 'a', type: 'string', description: text },
  { name: 'b', type: 'string', description: text },
] as const satisfies readonly Column[];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(content: string): Promise<{ a: string; b: string }[]> {
  const path = join(folder, 'table.csv');
  await writeFile(path, content);
  return readCsv(path, COLUMNS);
}

async function complaint(content: string): Promise<string> {
  const error: unknown = await read(content).catch((reason: unknown) => reason);
  return error instanceof OutputUnreadableError ? error.text.en : 'was read';
}

describe('readCsv', () => {
  it('gives back what was written, whatever the texts hold', async () => {
    const part = fc.constantFrom('', '"', '""', ',', '\r', '\n', '\r\n', '=1+1', "'", '-', '@', '勾稽', '7', ' ');
    // A text that begins with ' and a sign by itself is the one that cannot be told from a defused one.
    const cell = fc
      .array(part, { maxLength: 4 })
      .map((parts) => parts.join(''))
      .filter((value) => !/^'[=+\-@\t\r]/.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: cell, b: cell }), { maxLength: 6 }),
        fc.boolean(),
        async (rows, hasBom) => {
          const csv = columnsToHeader(COLUMNS) + rowsToCsv(COLUMNS, rows);
          expect(await read((hasBom ? BYTE_ORDER_MARK : '') + csv)).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes columns by name, other ones beside them, and lines that end as on Unix', async () => {
    expect(await read('b,c,a\n1,2,3\n')).toEqual([{ a: '3', b: '1' }]);
  });

  it.each([
    ['a,c\r\n1,2\r\n', 'no column b'],
    ['', 'no header'],
    ['a,b', 'within a row'],
    ['a,b\r\n1,2\r\n3', 'within a row'],
    ['a,b\r\n1,"2\r\n', 'within a row'],
    ['a,b\r\n1,2\r\n3\r\n4,5\r\n', 'line 3 has a wrong number of fields'],
    ['a,b\r\n1,2,3\r\n', 'line 2 has a wrong number of fields'],
    ['a,b\r\n1,"2"3\r\n', 'a quote or line end is wrong'],
    ['a,b\r\n1,2"3"\r\n', 'a quote or line end is wrong'],
    ['a,b\r\n1,2\r3,4\r\n', 'a wrong number of fields'],
  ])('refuses %j', async (content, says) => {
    expect(await complaint(content)).toContain(says);
  });
});
