import { describe, expect, it } from 'vitest';
import { blocksToGrid, type GridArea } from '../../../src/export/workbook/form-grid.js';
import { labelSpans } from '../../../src/export/workbook/label-spans.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Block } from '../../../src/model/index.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** Each table of each edition, of the alternatives for one place of the form the first. */
const TABLES = families
  .flatMap(({ editions }) => editions)
  .flatMap(({ id, blocks }) =>
    [...new Set(blocks.map(({ table }) => table))].map((table): [string, Block[]] => {
      const own = blocks.filter((block) => block.table === table);
      return [`${id} ${table}`, own.filter((block, at) => own.findIndex(({ slot }) => slot === block.slot) === at)];
    }),
  );

describe('blocksToGrid', () => {
  it.each(TABLES)('covers every square of the table once: %s', (_, blocks) => {
    const grid = blocksToGrid(blocks);
    const covered = new Map<string, number>();
    for (const area of [...grid.labels, ...grid.figures] as readonly GridArea[]) {
      for (let row = 0; row < area.rowSpan; row++) {
        for (let column = 0; column < area.columnSpan; column++) {
          const key = `${area.rowIndex + row},${area.columnIndex + column}`;
          covered.set(key, (covered.get(key) ?? 0) + 1);
        }
      }
    }
    expect([...covered.values()].every((count) => count === 1)).toBe(true);
    expect(covered.size).toBe(grid.rowCount * grid.columnCount);
  });

  it('merges table three as the official form does: ten columns, a group over its rows', () => {
    const [, blocks = []] = TABLES.find(([name]) => name === '2021 applications') ?? [];
    const grid = blocksToGrid(blocks);
    expect([grid.rowCount, grid.columnCount, grid.labelColumns]).toEqual([28, 10, 3]);
    const at = (text: string): unknown => grid.labels.find((label) => label.text.startsWith(text));
    expect(at('（本列数据')).toMatchObject({ rowIndex: 0, columnIndex: 0, rowSpan: 3, columnSpan: 3 });
    expect(at('法人或其他组织')).toMatchObject({ rowIndex: 1, columnIndex: 4, rowSpan: 1, columnSpan: 5 });
    expect(at('总计')).toMatchObject({ rowIndex: 1, columnIndex: 9, rowSpan: 2, columnSpan: 1 });
    expect(at('三、本年度办理结果')).toMatchObject({ rowIndex: 5, columnIndex: 0, rowSpan: 22, columnSpan: 1 });
    expect(at('（三）不予公开')).toMatchObject({ rowIndex: 7, columnIndex: 1, rowSpan: 8, columnSpan: 1 });
  });
});

describe('labelSpans', () => {
  it('keeps leaves of one wording apart', () => {
    const paths = [['a', 'x'], ['a', 'x'], ['x']];
    expect(labelSpans(paths, 2)).toEqual([
      { text: 'a', start: 0, length: 2, depth: 0, depthSpan: 1 },
      { text: 'x', start: 0, length: 1, depth: 1, depthSpan: 1 },
      { text: 'x', start: 1, length: 1, depth: 1, depthSpan: 1 },
      { text: 'x', start: 2, length: 1, depth: 0, depthSpan: 2 },
    ]);
  });
});
