import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordToLines } from '../../src/export/record-to-lines.js';

describe('recordToLines', () => {
  it('gives each record of a list a line, and opens what holds lists of records', () => {
    const record = { id: 'a', none: [], some: [{ x: 1 }], deep: [{ name: 'b', rows: [{ y: [1, 2] }, { y: [] }] }] };
    expect(recordToLines(record)).toBe(
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
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        expect(JSON.parse(recordToLines(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});
