import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_MEMBERS } from '../../../src/ingest/archive/archive-limits.js';
import { expandArchives } from '../../../src/ingest/archive/expand-archives.js';
import { assertSupported } from '../../../src/ingest/assert-supported.js';
import { readSource } from '../../../src/ingest/read-source.js';
import { PipelineError } from '../../../src/model/index.js';
import { unicodePath, writeZip, type TestMember } from './write-zip.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-zip-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** 财政局.txt as Chinese Windows writes it. */
const GBK_NAME = Buffer.from([0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6, 0x2e, 0x74, 0x78, 0x74]);

/** What became of each file that the bytes of `a.zip` lead to: its text, or why there is none. */
async function outcomesOf(bytes: Uint8Array): Promise<Record<string, string>> {
  await writeFile(join(folder, 'a.zip'), bytes);
  const files = await expandArchives([{ sourcePath: 'a.zip', location: join(folder, 'a.zip') }]);
  const outcomes: Record<string, string> = {};
  for (const file of files) {
    expect(outcomes).not.toHaveProperty([file.sourcePath]);
    try {
      const source = await readSource(file);
      assertSupported(source, file.refusal === undefined ? {} : { refusal: file.refusal });
      outcomes[file.sourcePath] = Buffer.from(source.bytes).toString();
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      outcomes[file.sourcePath] = `${error.outcome} ${error.code}`;
    }
  }
  return outcomes;
}

function outcomesOfMembers(...members: TestMember[]): Promise<Record<string, string>> {
  return outcomesOf(writeZip(members));
}

describe('expandArchives', () => {
  it('puts the members in the place of the archive, in code-point order, stored or deflated', async () => {
    const outcomes = await outcomesOfMembers(
      { name: 'b.txt', data: 'b', isDeflated: true },
      { name: '区/' },
      { name: '区/a.txt', data: 'text in a folder' },
    );
    expect(Object.entries(outcomes)).toEqual([
      ['a.zip!/b.txt', 'b'],
      ['a.zip!/区/a.txt', 'text in a folder'],
    ]);
  });

  it('reads names that Chinese Windows wrote: the Unicode field, else UTF-8, else GB18030', async () => {
    const lossy = Buffer.from('??.txt');
    const outcomes = await outcomesOfMembers(
      { name: GBK_NAME, data: 'gbk' },
      { name: Buffer.from('教育局.txt'), data: 'utf-8 without its flag' },
      { name: lossy, data: 'field', extra: unicodePath(lossy, '审计局.txt') },
      { name: Buffer.from('own.txt'), data: 'stale', extra: unicodePath(Buffer.from('other.txt'), 'stale.txt') },
    );
    expect(outcomes).toEqual({
      'a.zip!/财政局.txt': 'gbk',
      'a.zip!/教育局.txt': 'utf-8 without its flag',
      'a.zip!/审计局.txt': 'field',
      'a.zip!/own.txt': 'stale',
    });
  });

  it('reads members whose names lead out of the archive, under a name that does not', async () => {
    const outcomes = await outcomesOfMembers(
      { name: '../../etc/a.txt', data: '1' },
      { name: '/etc/b.txt', data: '2' },
      { name: 'C:\\报告\\c.txt', data: '3' },
      { name: 'x/../d.txt', data: '4' },
    );
    expect(outcomes).toEqual({
      'a.zip!/etc/a.txt': '1',
      'a.zip!/etc/b.txt': '2',
      'a.zip!/报告/c.txt': '3',
      'a.zip!/x/d.txt': '4',
    });
  });

  it('leaves out dot-files, what macOS adds, folders and symbolic links', async () => {
    const outcomes = await outcomesOfMembers(
      { name: '.DS_Store', data: 'x' },
      { name: '.git/config', data: 'x' },
      { name: '__MACOSX/._a.txt', data: 'x' },
      { name: 'link.txt', data: 'a.txt', versionMadeBy: 0x0314, externalAttributes: 0xa1ff0000 },
      { name: 'a.txt', data: 'kept', versionMadeBy: 0x0314, externalAttributes: 0x81a40000 },
    );
    expect(outcomes).toEqual({ 'a.zip!/a.txt': 'kept' });
  });

  it('keeps members apart that share a name', async () => {
    const outcomes = await outcomesOfMembers(
      { name: 'a.txt', data: 'first' },
      { name: 'a.txt', data: 'second' },
      { name: 'a (2).txt', data: 'third' },
    );
    expect(Object.values(outcomes).sort()).toEqual(['first', 'second', 'third']);
  });

  it('says of each member what is wrong with it, and reads the others', async () => {
    const outcomes = await outcomesOfMembers(
      { name: 'empty.pdf' },
      { name: 'locked.pdf', data: 'x', flags: 1 },
      { name: 'lzma.pdf', data: 'x', method: 14 },
      { name: 'crc.txt', data: 'spoilt', crc: 1 },
      { name: 'long.txt', data: 'says that it is shorter', saysBytes: 3 },
      { name: 'short.txt', data: 'says that it is longer', saysBytes: 99, isDeflated: true },
      { name: 'huge.txt', data: 'x', saysBytes: 0xfffffff, isDeflated: true, crc: 1 },
      { name: 'good.txt', data: 'good' },
    );
    expect(outcomes).toEqual({
      'a.zip!/empty.pdf': 'failed empty',
      'a.zip!/locked.pdf': 'failed encrypted',
      'a.zip!/lzma.pdf': 'skipped unsupported-kind',
      'a.zip!/crc.txt': 'failed truncated',
      'a.zip!/long.txt': 'failed truncated',
      'a.zip!/short.txt': 'failed truncated',
      'a.zip!/huge.txt': 'failed memory-limit',
      'a.zip!/good.txt': 'good',
    });
  });

  it('reads members whose sizes stand in ZIP64 fields', async () => {
    expect(await outcomesOfMembers({ name: 'a.txt', data: 'large', isZip64: true, isDeflated: true })).toEqual({
      'a.zip!/a.txt': 'large',
    });
  });

  it('reads archives inside archives, but not deeper than is safe', async () => {
    const third = writeZip([
      { name: 'deep.txt', data: 'third' },
      { name: 'd.zip', data: writeZip([{ name: 'x.txt', data: 'fourth' }]) },
    ]);
    const second = writeZip([
      { name: 'c.zip', data: third, isDeflated: true },
      { name: 'b.txt', data: 'second' },
    ]);
    expect(await outcomesOfMembers({ name: 'b', data: second, isDeflated: true })).toEqual({
      'a.zip!/b!/b.txt': 'second',
      'a.zip!/b!/c.zip!/deep.txt': 'third',
      'a.zip!/b!/c.zip!/d.zip': 'failed memory-limit',
    });
  });

  it('unpacks no document that is a ZIP file inside', async () => {
    const document = writeZip([
      { name: 'docProps/app.xml', data: '<x/>' },
      { name: '[Content_Types].xml', data: '<x/>' },
    ]);
    const ofd = writeZip([
      { name: 'Doc_0/Document.xml', data: '<x/>' },
      { name: 'OFD.xml', data: '<x/>' },
    ]);
    expect(Object.keys(await outcomesOf(document))).toEqual(['a.zip']);
    expect(await outcomesOf(ofd)).toEqual({ 'a.zip': 'skipped unsupported-kind' });
    const outcomes = await outcomesOfMembers({ name: 'a.docx', data: document }, { name: 'b.ofd', data: ofd });
    expect(Object.keys(outcomes)).toEqual(['a.zip!/a.docx', 'a.zip!/b.ofd']);
  });

  it('takes an archive of documents for an archive, stored as they are', async () => {
    const ofd = writeZip([{ name: 'OFD.xml', data: '<x/>' }]);
    const inner = writeZip([{ name: 'b.ofd', data: ofd }]);
    expect(Object.keys(await outcomesOfMembers({ name: 'b.zip', data: inner }))).toEqual(['a.zip!/b.zip!/b.ofd']);
  });

  it('refuses an archive as a whole that is cut off, empty or holds nothing to read', async () => {
    const whole = writeZip([{ name: 'a.txt', data: 'x'.repeat(999) }]);
    expect(await outcomesOf(whole.subarray(0, 900))).toEqual({ 'a.zip': 'failed truncated' });
    expect(await outcomesOf(whole.subarray(0, -30))).toEqual({ 'a.zip': 'failed truncated' });
    expect(await outcomesOf(writeZip([]))).toEqual({ 'a.zip': 'failed empty' });
    expect(await outcomesOfMembers({ name: '.hidden', data: 'x' })).toEqual({ 'a.zip': 'failed empty' });
    expect(
      await outcomesOfMembers({ name: 'b.zip', data: whole.subarray(0, 900) }, { name: 'c.txt', data: 'c' }),
    ).toEqual({
      'a.zip!/b.zip': 'failed truncated',
      'a.zip!/c.txt': 'c',
    });
  });

  it('refuses a bomb: too many members, or far more in them than the archive could hold', async () => {
    const many = Array.from({ length: MAX_MEMBERS + 1 }, (_, at) => ({ name: `${at}.txt` }));
    expect(await outcomesOf(writeZip(many))).toEqual({ 'a.zip': 'failed memory-limit' });
    const large = [1, 2, 3, 4, 5].map((at) => ({
      name: `${at}.txt`,
      data: 'x',
      saysBytes: 60 * 1024 * 1024,
      method: 8,
    }));
    expect(await outcomesOf(writeZip(large))).toEqual({ 'a.zip': 'failed memory-limit' });
    const nested = writeZip([{ name: 'b.zip', data: writeZip(large), isDeflated: true }]);
    expect(await outcomesOf(nested)).toEqual({ 'a.zip': 'failed memory-limit' });
  });

  it('refuses a member alone that is larger than a file may be', async () => {
    await writeFile(join(folder, 'a.zip'), writeZip([{ name: 'a.txt', data: 'x'.repeat(100) }]));
    const [file] = await expandArchives([{ sourcePath: 'a.zip', location: join(folder, 'a.zip') }]);
    if (file === undefined) throw new Error('no member');
    await expect(readSource(file, 99)).rejects.toMatchObject({ code: 'memory-limit' });
  });

  it('waits for no pipe, and leaves files alone that are not there', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const files = ['gone', 'pipe'].map((name) => ({ sourcePath: name, location: join(folder, name) }));
    expect(await expandArchives(files)).toEqual(files);
  });
});
