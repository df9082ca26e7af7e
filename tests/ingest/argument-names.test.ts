import { sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameArguments } from '../../src/ingest/argument-names.js';

function names(...paths: string[]): readonly string[] {
  return nameArguments(paths.map((path) => path.replaceAll('/', sep)));
}

describe('nameArguments', () => {
  it('calls an argument by its base name', () => {
    expect(names('/data/年报', '/data/a.pdf')).toEqual(['年报', 'a.pdf']);
  });

  it('adds parent folders to arguments that share a name, and to them only', () => {
    expect(names('/data/2022/区', '/data/2023/区', '/data/县')).toEqual(['2022/区', '2023/区', '县']);
  });

  it('adds as many parent folders as it takes', () => {
    expect(names('/a/x/区', '/b/x/区', '/b/y/区')).toEqual(['a/x/区', 'b/x/区', 'y/区']);
  });

  it('copes with paths that have no further parent', () => {
    expect(names('/x', '/a/x')).toEqual(['x', 'a/x']);
    expect(names('/')).toEqual(['']);
  });

  it('gives distinct paths distinct names, whatever their order', () => {
    const part = fc.constantFrom('a', 'b', '区');
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 6 }), (paths) => {
        const named = names(...paths);
        expect(new Set(named).size).toBe(paths.length);
        expect(names(...paths.toReversed())).toEqual(named.toReversed());
      }),
    );
  });
});
