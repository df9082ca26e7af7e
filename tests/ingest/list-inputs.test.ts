import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listInputs } from '../../src/ingest/list-inputs.js';

let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'gouji-list-')));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), path);
  }
}

async function list(args: string[], excluded: string[] = []): Promise<string[]> {
  const at = (path: string): string => join(folder, path);
  const { files } = await listInputs(args.map(at), excluded.map(at));
  return files.map(({ sourcePath }) => sourcePath);
}

describe('listInputs', () => {
  it('walks a folder, and names files by their way from it', async () => {
    await put('年报/区/b.pdf', '年报/a.pdf', '年报/a-1/c.txt');
    // `-` sorts before `.` and `/`: by whole paths, not folder by folder.
    expect(await list(['年报'])).toEqual(['年报/a-1/c.txt', '年报/a.pdf', '年报/区/b.pdf']);
  });

  it('calls a single file by its base name', async () => {
    await put('年报/a.pdf');
    expect(await list(['年报/a.pdf'])).toEqual(['a.pdf']);
  });

  it('leaves out dot-files, dot-folders and symbolic links', async () => {
    await put('in/a.pdf', 'in/.hidden.pdf', 'in/.git/b.pdf', 'elsewhere/c.pdf');
    await symlink(join(folder, 'elsewhere'), join(folder, 'in/link'));
    await symlink(join(folder, 'elsewhere/c.pdf'), join(folder, 'in/link.pdf'));
    expect(await list(['in'])).toEqual(['in/a.pdf']);
  });

  it('follows a symbolic link and opens a dot-file that are named themselves', async () => {
    await put('elsewhere/c.pdf', '.hidden.pdf');
    await symlink(join(folder, 'elsewhere'), join(folder, 'link'));
    expect(await list(['link', '.hidden.pdf'])).toEqual(['.hidden.pdf', 'link/c.pdf']);
  });

  it('walks a folder whose name ends in .pdf', async () => {
    await put('x.pdf/a.pdf');
    expect(await list(['x.pdf'])).toEqual(['x.pdf/a.pdf']);
  });

  it.each([{ args: ['in', 'in/a.pdf', 'in/sub'] }, { args: ['in/sub', 'in/a.pdf', 'in', 'in'] }])(
    'lists a file once that several arguments lead to, in whatever order: $args',
    async ({ args }) => {
      await put('in/a.pdf', 'in/sub/b.pdf');
      expect(await list(args)).toEqual(['in/a.pdf', 'in/sub/b.pdf']);
    },
  );

  it('lists a folder once that is reached through a symbolic link too', async () => {
    await put('in/a.pdf');
    await symlink(join(folder, 'in'), join(folder, 'link'));
    expect(await list(['link', 'in'])).toEqual(['in/a.pdf']);
    expect(await list(['in', 'link'])).toEqual(['in/a.pdf']);
  });

  it('tells arguments of one name apart by their parents', async () => {
    await put('2022/区/a.pdf', '2023/区/a.pdf');
    expect(await list(['2023/区', '2022/区'])).toEqual(['2022/区/a.pdf', '2023/区/a.pdf']);
  });

  it('never walks the folder of the output', async () => {
    await put('in/a.pdf', 'in/output/facts.csv', 'in/output/reports/x.json');
    expect(await list(['in'], ['in/output'])).toEqual(['in/a.pdf']);
    expect(await list(['in/output', 'in/output/reports'], ['in/output'])).toEqual([]);
  });

  it('lists arguments that lead nowhere, and says which they are', async () => {
    await put('in/a.pdf');
    const { files, missing } = await listInputs([join(folder, 'none.pdf'), join(folder, 'in')]);
    expect(files.map(({ sourcePath }) => sourcePath)).toEqual(['in/a.pdf', 'none.pdf']);
    expect(missing).toEqual([join(folder, 'none.pdf')]);
  });

  it('finds an empty folder empty', async () => {
    await mkdir(join(folder, 'empty/inner'), { recursive: true });
    expect(await listInputs([join(folder, 'empty')])).toEqual({ files: [], missing: [] });
  });

  it('names relative arguments as absolute ones', async () => {
    await put('in/a.pdf');
    const { files } = await listInputs([relative(process.cwd(), join(folder, 'in/'))]);
    expect(files).toEqual([{ sourcePath: 'in/a.pdf', location: join(folder, 'in/a.pdf') }]);
  });

  it.runIf(process.platform === 'linux')(
    'keeps files whose names are GBK, as unzipped Chinese archives have them',
    async () => {
      const location = Buffer.concat([
        Buffer.from(`${folder}/`),
        Buffer.from([0xc4, 0xea, 0xb1, 0xa8]),
        Buffer.from('.pdf'),
      ]);
      await writeFile(location, 'x');
      const { files } = await listInputs([folder]);
      expect(files.map(({ sourcePath }) => sourcePath.split('/').at(-1))).toEqual(['年报.pdf']);
      expect(files[0]?.location).toEqual(new Uint8Array(location));
    },
  );
});
