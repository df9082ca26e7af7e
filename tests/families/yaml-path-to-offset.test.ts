import { describe, expect, it } from 'vitest';
import { yamlPathToOffset } from '../../src/families/yaml-path-to-offset.js';

const SOURCE = `# a comment
id: form
blocks:
  - id: one
    rows: [a, 'b: c', { id: d }]
  - id: two
    note: >
      folded
      text
    rows:
      - id: e
        # 行
        label: &anchor 甲
      - *anchor
"quoted key": 1
`;

function textAt(path: readonly (string | number)[]): string {
  return SOURCE.slice(yamlPathToOffset(SOURCE, path)).split('\n')[0] ?? '';
}

describe('yamlPathToOffset', () => {
  it.each([
    [['id'], 'form'],
    [['blocks', 1, 'id'], 'two'],
    [['blocks', 0, 'rows', 2, 'id'], 'd }]'],
    [['blocks', 1, 'rows', 0, 'label'], '甲'],
    [['quoted key'], '1'],
  ])('finds the value at %j', (path, expected) => {
    expect(textAt(path)).toBe(expected);
  });

  it('finds the nearest value around what is not there', () => {
    expect(textAt(['blocks', 1, 'rows', 0, 'labels'])).toBe('id: e');
    expect(textAt(['blocks', 7])).toBe('- id: one');
    expect(textAt(['id', 'deeper'])).toBe('form');
    expect(yamlPathToOffset('- 1\n', ['key'])).toBe(0);
  });
});
