/** What kind of number each field of a form holds. */
import { figureKey } from '../model/index.js';
import type { Block, ValueType } from '../model/index.js';

/** By the key of the figure. */
export function valueTypes(blocks: readonly Block[]): ReadonlyMap<string, ValueType> {
  return new Map(
    blocks.flatMap(({ table, rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column) => {
          const key = figureKey({ table, row: column.factRow ?? row.id, column: column.id });
          return [key, row.type ?? column.type] as const;
        }),
      ),
    ),
  );
}
