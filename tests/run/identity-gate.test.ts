import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentityGate } from '../../src/run/identity-gate.js';

describe('createIdentityGate', () => {
  it('lets the first file of some bytes pass, and tells the others which it was', async () => {
    const gate = createIdentityGate();
    expect(await gate.pass(0, 'a')).toBeUndefined();
    expect(await gate.pass(1, 'b')).toBeUndefined();
    expect(await gate.pass(2, 'a')).toBe(0);
  });

  it('holds a file back until all before it are known', async () => {
    const gate = createIdentityGate();
    const second = gate.pass(1, 'a');
    const race = await Promise.race([second, Promise.resolve('waiting')]);
    expect(race).toBe('waiting');
    expect(await gate.pass(0, 'a')).toBeUndefined();
    expect(await second).toBe(0);
  });

  it('takes a file that was never identified for nobody’s duplicate', async () => {
    const gate = createIdentityGate();
    const second = gate.pass(1, 'a');
    await gate.pass(0);
    expect(await second).toBeUndefined();
  });

  it('lets a file pass again that is tried a second time', async () => {
    const gate = createIdentityGate();
    await gate.pass(0, 'a');
    expect(await gate.pass(0, 'a')).toBeUndefined();
    expect(await gate.pass(1, 'a')).toBe(0);
  });

  it('decides the same in whatever order files are identified', async () => {
    const hashes = fc.array(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 1, maxLength: 12 });
    const shuffled = hashes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([list, order]) => {
        const gate = createIdentityGate();
        const passes: Promise<number | undefined>[] = [];
        for (const position of order) passes[position] = gate.pass(position, list[position]);
        const first = list.map((hash, at) => {
          const found = hash === undefined ? at : list.indexOf(hash);
          return found === at ? undefined : found;
        });
        expect(await Promise.all(passes)).toEqual(first);
      }),
    );
  });
});
