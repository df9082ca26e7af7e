import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds.js';
import { writeKinds } from './write-kinds.js';

// Scans are tried in scan/, on pages small enough.
const kinds = Object.entries(KINDS).filter(([name]) => name !== 'scan');

describe.each(kinds)('the kind %s', (name, kind) => {
  it('names files and truth after kind, style and seed, each once', () => {
    const names = kind.styles.map((style) => kind.make({ seed: 40, style }));
    expect(new Set(names.map((made) => made.name)).size).toBe(kind.styles.length);
    for (const { name: made, files, truth } of names) {
      expect(made).toBe(`${name}-${truth.layout}-40`);
      expect(truth.renderer).toBe(name);
      for (const file of files) expect(file.name.startsWith(made)).toBe(true);
    }
  });

  it('refuses a style that it does not have', () => {
    expect(() => kind.make({ seed: 1, style: 'none-such' })).toThrow(/no such style: none-such; known: /);
  });
});

describe('a planted error', () => {
  it('is in the truth, with what it breaks, in the name too', () => {
    const made = KINDS['web']?.make({ seed: 6, style: 'clean-cms', plant: 'review-total-zero' });
    expect(made?.name).toBe('web-clean-cms-6-review-total-zero');
    expect((made?.truth as unknown as { expected_findings: unknown[] }).expected_findings.length).toBeGreaterThan(0);
  });

  it('is not asked of a text whose figures have run together', () => {
    const made = KINDS['garbled']?.make({ seed: 6, style: 'no-separators', plant: 'draw' });
    expect((made?.truth as unknown as { expected_findings: unknown[] }).expected_findings).toEqual([]);
  });
});

describe('a blank cell', () => {
  it.each(['tabs-shifted', 'cell-per-line', 'side-by-side'])('makes its row undecidable where %s loses it', (style) => {
    const made = KINDS['garbled']?.make({ seed: 318, style, plant: 'total-blank' });
    expect(made?.truth.undecidable).toHaveLength(1);
  });

  it('stays in its place where tabs stay', () => {
    expect(
      KINDS['garbled']?.make({ seed: 318, style: 'header-noise', plant: 'total-blank' }).truth.undecidable,
    ).toBeUndefined();
  });
});

describe('the writer of kinds', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gouji-kinds-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('writes every document with its truth, and that of a second report', async () => {
    const count = await writeKinds({
      ...{
        kind: 'garbled',
        seed: 3,
        out: folder,
        plantOf: () => undefined,
        proseOf: () => undefined,
        faultOf: () => undefined,
      },
      styles: ['tabs-shifted', 'side-by-side'],
    });
    expect(count).toBe(2);
    expect((await readdir(folder)).sort()).toEqual([
      'garbled-side-by-side-4.second.truth.json',
      'garbled-side-by-side-4.truth.json',
      'garbled-side-by-side-4.txt',
      'garbled-tabs-shifted-3.truth.json',
      'garbled-tabs-shifted-3.txt',
    ]);
    const truth: unknown = JSON.parse(await readFile(path.join(folder, 'garbled-tabs-shifted-3.truth.json'), 'utf8'));
    expect(truth).toMatchObject({ seed: 3, layout: 'tabs-shifted', renderer: 'garbled' });
  });
});
