/** Flattens the trees of row and column headers into leaves, each with its labels from the outermost group inwards. */
import type { BilingualText, BlockColumn, BlockRow, Label } from '../model/index.js';
import type { BlockDefinition, ColumnNode, RowNode } from './schema.js';

interface Wordings {
  readonly variants?: readonly string[] | undefined;
  readonly keys?: readonly string[] | undefined;
}

/** A label from its official wording and what else is known of it. */
export function toLabel(text: string, { variants = [], keys = [] }: Wordings = {}): Label {
  return { text, variants, keys };
}

/** The leaf columns of a block, left to right. */
export function columnsOf(block: BlockDefinition): BlockColumn[] {
  return flattenColumns(block.columns, block.unit, [], undefined);
}

interface FactRow {
  readonly id: string;
  readonly name: BilingualText;
}

function flattenColumns(
  nodes: readonly ColumnNode[],
  unit: string,
  above: readonly Label[],
  factRow: FactRow | undefined,
): BlockColumn[] {
  return nodes.flatMap((node) => {
    if ('group' in node) {
      return flattenColumns(node.children, unit, [...above, toLabel(node.group, node)], node.factRow ?? factRow);
    }
    return {
      id: node.id,
      name: { zh: node.zh ?? node.label, en: node.en },
      path: [...above, toLabel(node.label, node)],
      ...(factRow === undefined ? {} : { factRow: factRow.id, factRowName: factRow.name }),
      unit: node.unit ?? unit,
      type: node.type ?? 'count',
    };
  });
}

/** The leaf rows of a block, top to bottom; one without a label where the rows have none. */
export function rowsOf(block: BlockDefinition): BlockRow[] {
  if (block.rows === 'unlabelled') return [{ id: block.slot, name: { zh: '', en: '' }, path: [] }];
  return flattenRows(block.rows, []);
}

function flattenRows(nodes: readonly RowNode[], above: readonly Label[]): BlockRow[] {
  return nodes.flatMap((node) => {
    if ('group' in node) return flattenRows(node.children, [...above, toLabel(node.group, node)]);
    return {
      id: node.id,
      name: { zh: node.zh ?? node.label, en: node.en },
      path: [...above, toLabel(node.label, node)],
      ...(node.unit === undefined ? {} : { unit: node.unit }),
      ...(node.type === undefined ? {} : { type: node.type }),
    };
  });
}

/** Ids of the columns that some reports have and others do not. */
export function optionalColumnsOf({ columns }: Pick<BlockDefinition, 'columns'>): ReadonlySet<string> {
  const ids = (nodes: readonly ColumnNode[]): string[] =>
    nodes.flatMap((node) => ('group' in node ? ids(node.children) : node.optional === true ? [node.id] : []));
  return new Set(ids(columns));
}
