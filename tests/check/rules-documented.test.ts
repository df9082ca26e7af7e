import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';

const ROOT = new URL('../../', import.meta.url);
// How the ids of rules are written in the source: '<group>.<name>', and two of the output contract's own.
const RULE_LITERAL = /'((?:value|meta|form|text|prose|X)\.(?!yaml)[a-z_]+|extra-(?:row|column))'/g;

async function rulesOfSource(): Promise<Set<string>> {
  const files = (await readdir(new URL('src/', ROOT), { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(`src/${name}`, ROOT), 'utf8')));
  return new Set(texts.flatMap((text) => [...text.matchAll(RULE_LITERAL)].map(([, rule]) => rule ?? '')));
}

async function documentedRules(): Promise<string[]> {
  const text = await readFile(new URL('docs/rules.md', ROOT), 'utf8');
  return [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, rule]) => rule ?? '');
}

describe('docs/rules.md', () => {
  it('describes every rule of the source and of the families, and no other', async () => {
    const families = await loadFamilies(PIPELINES_DIRECTORY);
    const blocks = families.flatMap(({ editions }) => editions).flatMap((edition) => edition.blocks);
    const laws = blocks.flatMap(({ identities }) => identities).map(({ rule }) => rule);
    const prose = families.flatMap(({ prose: rules }) => rules ?? []);
    const stated = prose.flatMap(({ fields, sums }) => [
      ...fields.filter(({ candidates }) => candidates.length > 0).map(({ id }) => `prose.${id}`),
      ...sums.map(({ rule }) => rule),
    ]);
    const across = families.flatMap((family) => family.across?.laws ?? []).map(({ rule }) => rule);
    const asked = families.flatMap(({ completeness: { mentions, figures } }) => [...mentions, ...figures]);
    const used = new Set([...(await rulesOfSource()), ...laws, ...stated, ...across, ...asked.map(({ rule }) => rule)]);
    const documented = await documentedRules();
    expect(documented.toSorted()).toEqual([...used].toSorted());
  });

  it('gives each law the severity of the families', async () => {
    const text = await readFile(new URL('docs/rules.md', ROOT), 'utf8');
    const families = await loadFamilies(PIPELINES_DIRECTORY);
    for (const block of families.flatMap(({ editions }) => editions).flatMap((edition) => edition.blocks)) {
      for (const { rule, severity } of block.identities) {
        expect(text).toMatch(new RegExp(`\\| \`${rule}\` +\\| ${severity} +\\|`));
      }
    }
  });
});
