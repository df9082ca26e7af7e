/** Builds an edition from its definition and finds what the schema cannot: ids that clash, tables without a name. */
import type { Block, BlockColumn, BlockRow, Edition, FieldRef } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';
import { columnsOf, optionalColumnsOf, rowsOf, toLabel } from './header-tree.js';
import { expandIdentities } from './identities.js';
import type { BlockDefinition, EditionDefinition } from './schema.js';

/** An edition and what is wrong with its definition; with problems the edition is of no use. */
export interface BuiltEdition {
  readonly edition: Edition;
  readonly problems: readonly PlacedProblem[];
}

/** Builds an edition; `fileStem` is its file's name without the ending, which its id must equal. */
export function buildEdition(definition: EditionDefinition, fileStem: string): BuiltEdition {
  const problems: PlacedProblem[] = [];
  if (definition.id !== fileStem) problems.push(idIsNotFileName(definition.id, fileStem));
  const { from, to } = definition.years;
  if (from !== undefined && to !== undefined && from > to) problems.push(yearsReversed());
  const blocks = definition.blocks.map((block, index) => {
    const built = buildBlock(block, definition);
    problems.push(...built.problems.map((problem) => ({ ...problem, path: ['blocks', index, ...problem.path] })));
    return built.block;
  });
  problems.push(...repeatedFigures(blocks), ...repeatedSlots(definition.blocks));
  const alternatives = blocks.flatMap((block, index) => {
    const optional = optionalColumnsOf(definition.blocks[index] ?? { columns: [] });
    return optional.size === 0 ? [block] : [withoutColumns(block, optional), block];
  });
  const years = { ...(from === undefined ? {} : { fromYear: from }), ...(to === undefined ? {} : { toYear: to }) };
  return { edition: { id: definition.id, ...years, blocks: alternatives }, problems };
}

function buildBlock(
  definition: BlockDefinition,
  { id, tables }: EditionDefinition,
): { block: Block; problems: PlacedProblem[] } {
  const { slot, table, title, corner, unitColumn, absence = 'error' } = definition;
  const columns = columnsOf(definition);
  const rows = rowsOf(definition);
  const figures = figuresOf(columns, rows);
  const keys = new Set(figures.map(({ row, column }) => `${row}/${column}`));
  const { identities, problems } = expandIdentities(definition.identities ?? [], {
    table,
    rows: [...new Set(figures.map(({ row }) => row))],
    columns: [...new Set(figures.map(({ column }) => column))],
    has: ({ row, column }) => keys.has(`${row}/${column}`),
  });
  const tableName = tables[table];
  const block: Block = {
    slot,
    edition: id,
    table,
    tableName: tableName ?? { zh: table, en: table },
    absence,
    ...(title === undefined ? {} : { title: toLabel(title.label, title) }),
    ...(corner === undefined ? {} : { corner: toLabel(corner) }),
    ...(unitColumn === undefined ? {} : { unitColumn: toLabel(unitColumn.label, unitColumn) }),
    columns,
    columnsVary: optionalColumnsOf(definition).size > 0,
    rows,
    hasRowLabels: definition.rows !== 'unlabelled',
    identities,
  };
  return {
    block,
    problems: [
      ...(tableName === undefined ? [tableWithoutName(table)] : []),
      ...repeatedIds(columns, rows),
      ...(optionalColumnsOf(definition).size === columns.length ? [everyColumnOptional()] : []),
      ...problems.map((problem) => ({ ...problem, path: ['identities', ...problem.path] })),
    ],
  };
}

/** The block as reports print it that lack some of its columns: the laws over them go with them. */
function withoutColumns(block: Block, ids: ReadonlySet<string>): Block {
  const isOver = (field: FieldRef): boolean => ids.has(field.column);
  return {
    ...block,
    columns: block.columns.filter(({ id }) => !ids.has(id)),
    identities: block.identities.filter(({ total, parts }) => ![total, ...parts].some(isOver)),
  };
}

/** Every figure of a block by the names its fact carries, row by row. */
function figuresOf(columns: readonly BlockColumn[], rows: readonly BlockRow[]): FieldRef[] {
  return rows.flatMap(({ id }) => columns.map((column) => ({ row: column.factRow ?? id, column: column.id })));
}

function repeatedIds(columns: readonly BlockColumn[], rows: readonly BlockRow[]): PlacedProblem[] {
  const columnNames = columns.map(({ id, factRow = '' }) => (factRow === '' ? id : `${factRow}/${id}`));
  const rowNames = rows.map(({ id }) => id);
  const repeated = (names: readonly string[], path: string): PlacedProblem[] =>
    names
      .filter((name, k) => names.indexOf(name) !== k)
      .map((name) => ({
        path: [path],
        text: { zh: `${name} 重复；请改名`, en: `${name} is there twice; rename one` },
      }));
  return [...repeated(columnNames, 'columns'), ...repeated(rowNames, 'rows')];
}

/** One table, row and column name one figure of a report, in whichever block it stands; alternatives share theirs. */
function repeatedFigures(blocks: readonly Block[]): PlacedProblem[] {
  const seen = new Map<string, number>();
  const isAlternative = (one: number, other: number): boolean => blocks[one]?.slot === blocks[other]?.slot;
  return blocks.flatMap((block, index) =>
    figuresOf(block.columns, block.rows).flatMap(({ row, column }) => {
      const key = `${block.table}/${row}/${column}`;
      const other = seen.get(key) ?? index;
      seen.set(key, index);
      if (other === index || isAlternative(other, index)) return [];
      const text = {
        zh: `${key} 与 blocks[${other}] 中的重复；请改用别的 id`,
        en: `${key} is in blocks[${other}] too; use another id`,
      };
      return [{ path: ['blocks', index], text }];
    }),
  );
}

function repeatedSlots(blocks: readonly BlockDefinition[]): PlacedProblem[] {
  return blocks.flatMap(({ slot, form }, index) => {
    if (blocks.findIndex((block) => block.slot === slot && block.form === form) === index) return [];
    const text = {
      zh: `${slot} 重复；请改名，或用 form 区分同一位置的几种表`,
      en: `${slot} is there twice; rename one, or tell alternatives apart by form`,
    };
    return [{ path: ['blocks', index, 'slot'], text }];
  });
}

function everyColumnOptional(): PlacedProblem {
  const text = {
    zh: '所有列都是 optional；至少要有一列不是',
    en: 'every column is optional; at least one must not be',
  };
  return { path: ['columns'], text };
}

function tableWithoutName(table: string): PlacedProblem {
  const text = {
    zh: `tables 中没有 ${table}；请在那里写上它的名称`,
    en: `tables has no ${table}; give it a name there`,
  };
  return { path: ['table'], text };
}

function idIsNotFileName(id: string, fileStem: string): PlacedProblem {
  const text = {
    zh: `id ${id} 与文件名 ${fileStem} 不一致；请改其一`,
    en: `the id ${id} is not the file's name ${fileStem}; change either`,
  };
  return { path: ['id'], text };
}

function yearsReversed(): PlacedProblem {
  return { path: ['years'], text: { zh: 'from 晚于 to；请对调', en: 'from is later than to; exchange them' } };
}
