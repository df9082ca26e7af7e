import { describe, expect, it } from 'vitest';
import { onlyTable, page, tableSketch, write } from './sketch.js';

describe('a single row of figures without rules', () => {
  it('has figures that nearly touch parted where its header has a column for each', () => {
    const header = ['维持', '纠正', '其他', '总计'].flatMap((text, k) => write(text, 190 + 50 * k, 80));
    const places = [
      ['7', 197],
      ['256', 250],
      ['1834', 269],
      ['9', 347],
    ] as const;
    const figures = places.flatMap(([text, x]) => write(text, x, 100));
    expect(tableSketch(onlyTable(page([...header, ...figures], [])))).toEqual([
      '||||维持|纠正|其他|总计',
      '||||7|256|1834|9',
    ]);
  });
});
