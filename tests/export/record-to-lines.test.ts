import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordToLines } from '../../src/export/record-to-lines.js';

describe('recordToLines', () => {
  it('gives each record of a list a line, and opens those it is told to', () => {
    const record = { id: 'a', none: [], some: [{ x: 1 }], deep: [{ name: 'b', rows: [{ y: [1, 2] }, { y: [] }] }] };
    expect(recordToLines(record, ['deep'])).toBe(
      [
        '{',
        '  "id": "a",',
        '  "none": [],',
        '  "some": [',
        '    {"x":1}',
        '  ],',
        '  "deep": [',
        '    {',
        '      "name": "b",',
        '      "rows": [',
        '        {"y":[1,2]},',
        '        {"y":[]}',
        '      ]',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('is JSON of the same value', () => {
    const key = fc.constantFrom('a', 'b', 'c', '"');
    const leaf = fc.jsonValue({ maxDepth: 1 });
    const few = { maxLength: 3 };
    const value = fc.oneof(leaf, fc.array(fc.dictionary(key, fc.array(fc.dictionary(key, leaf), few)), few));
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.subarray(['a', 'b']), (record, opened) => {
        const again = (json: string): string => JSON.stringify(JSON.parse(json));
        expect(again(recordToLines(record, opened))).toBe(again(JSON.stringify(record)));
      }),
    );
  });
});
