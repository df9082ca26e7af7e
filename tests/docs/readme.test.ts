import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const architecture = readFileSync('docs/architecture.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the README', () => {
  it('names only commands that there are', () => {
    const named = [...`${readme}${contributing}`.matchAll(/npm run ([\w:]+)/gu)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('begins with the two commands that do everything', () => {
    const head = readme.split('\n').slice(0, 12).join('\n');
    expect(head).toContain('npm start');
    expect(head).toContain('npm test');
  });

  it('links to files that there are', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/gu)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(() => readFileSync(link)).not.toThrow();
  });

  it('names every stage that there is a folder for', () => {
    for (const stage of ['ingest', 'extract', 'reconstruct', 'bind', 'check', 'repair', 'export']) {
      expect(readdirSync('src')).toContain(stage);
      expect(readme).toContain(`\`${stage}\``);
    }
  });
});

describe('docs/architecture.md', () => {
  it('names every doubt that a figure can have', () => {
    const sources = ['bind', 'repair', 'reconstruct']
      .flatMap((folder) =>
        readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => join('src', folder, file)),
      )
      .concat('src/second-opinion.ts', 'src/pipeline.ts')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    // Doubts are the only quoted words of this shape in the stages that make them, but for these.
    const others = new Set([
      'signed-count',
      'extra-row',
      'extra-column',
      'font-not-embedded',
      'no-unicode',
      'no-form-found',
      'long-row',
      'memory-limit',
      'by-column',
      'as-form',
      ...['column-doubled', 'column-lost', 'row-of-neighbour'],
    ]);
    const words = new Set([...sources.matchAll(/'([a-z]+(?:-[a-z]+)+)'/gu)].map((match) => match[1] ?? ''));
    const doubts = [...words].filter((word) => !others.has(word));
    expect(doubts.length).toBeGreaterThan(15);
    expect(doubts.filter((word) => !architecture.includes(`\`${word}\``))).toEqual([]);
  });
});
