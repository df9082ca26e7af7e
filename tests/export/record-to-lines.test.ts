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
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(fc.dictionary(key, fc.array(fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }))))),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.subarray(['a', 'b']), (record, opened) => {
        expect(JSON.parse(recordToLines(record, opened))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});
