import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../corpus/faults.js';
import { LAYOUTS } from '../corpus/layouts.js';
import { makeDocument, type Recipe } from '../corpus/make.js';
import { renderRaw } from '../corpus/raw.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Finding } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { renderText } from '../corpus/text.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** What is said of a generated document whose figures are sound, and what must be. */
async function judge(recipe: Partial<Recipe>): Promise<{ findings: readonly Finding[]; remarks: readonly string[] }> {
  const layoutName = recipe.renderer === 'text' ? 'dump-tabs' : 'raw';
  // With its fonts in the file every page is read by both readers.
  const layout = { ...LAYOUTS[layoutName], raw: { embedded: 'right' as const } };
  const made = makeDocument({ seed: 1, layoutName, layout, renderer: 'raw', ...recipe });
  const isText = recipe.renderer === 'text';
  const bytes = isText ? Buffer.from(renderText(made)) : renderRaw(made);
  const source = { sourcePath: made.name, sha256: '0'.repeat(64), contentType: '', bytes };
  const [report] = await sourceToReports({ ...source, kind: isText ? 'text' : 'pdf' }, { families, reader: 'auto' });
  return { findings: report?.findings ?? [], remarks: made.truth.expected_remarks ?? [] };
}

function grave(findings: readonly Finding[]): string[] {
  return [...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule))].sort();
}

const SEEDS = [11, 12, 13, 14];

describe('faults beside the figures', () => {
  it.each(FAULT_KINDS.flatMap((fault) => SEEDS.map((seed) => ({ fault, seed }))))(
    'raise just the rules of $fault (seed $seed)',
    async ({ fault, seed }) => {
      const { findings, remarks } = await judge({ fault, seed });
      expect(grave(findings)).toEqual([...remarks].sort());
    },
  );

  it.each(SEEDS)('raise regulations of a body that makes none, and of no other (seed %s)', async (seed) => {
    const { findings, remarks } = await judge({ fault: 'regulations', seed });
    expect(grave(findings)).toEqual([...remarks].sort());
  });

  it.each(SEEDS)('are not seen in a sound report (seed %s)', async (seed) => {
    const { findings } = await judge({ seed });
    expect(grave(findings)).toEqual([]);
  });

  it('are put down to the publisher where both readers see them', async () => {
    const { findings } = await judge({ fault: 'residue', seed: 11 });
    expect(findings.find(({ rule }) => rule === 'text.template_residue')).toMatchObject({ cause: 'publisher' });
  });

  it('are put down to nobody in a dump', async () => {
    for (const fault of FAULT_KINDS) {
      const { findings } = await judge({ fault, seed: 11, renderer: 'text' });
      expect(findings.filter(({ cause, table }) => cause === 'publisher' && table === '')).toEqual([]);
    }
  });
});
