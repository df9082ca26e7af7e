// Garblings of the order and the cells of a table: every figure is still whole, its place is not plain any more.
import type { Random } from '../random.js';
import type { GarbledTable } from './run-together.js';
import { rowCells, type TextRow, type TextTable } from './text-rows.js';

const tabbed = (cells: readonly string[]): string => cells.join('\t');

/** The blocks of a table that have columns of their own: table two's four or five, else the whole table. */
function blocksOf(table: TextTable): readonly (readonly TextRow[])[] {
  const blocks: TextRow[][] = [];
  for (const row of table.rows) {
    const last = blocks.at(-1);
    if (last === undefined || row.kind === 'band') blocks.push([row]);
    else last.push(row);
  }
  return blocks;
}

/** One column after the other, each from top to bottom: labels, then figures. */
export function columnsFirst(table: TextTable): GarbledTable {
  const lines = blocksOf(table).flatMap((block) => {
    const heads = block.filter((row) => row.kind !== 'data').flatMap((row) => row.labels);
    const data = block.filter((row) => row.kind === 'data');
    const width = Math.max(0, ...data.map((row) => row.values.length));
    if (table.id === 'reviews') return [...heads, ...data.flatMap((row) => row.values)];
    return [
      ...heads,
      ...data.map((row) => row.labels.join(' ')),
      ...Array.from({ length: width }, (_, c) => data.flatMap((row) => row.values[c] ?? [])).flat(),
    ];
  });
  return { lines };
}

/** Figures before their labels. */
export function labelsAfterFigures(table: TextTable): GarbledTable {
  return { lines: table.rows.map((row) => tabbed([...row.values, ...row.labels])) };
}

/** No labels at all in table three and four; table two keeps its block titles. */
export function figuresAlone(table: TextTable): GarbledTable {
  return {
    lines: table.rows.flatMap((row) =>
      row.values.length > 0 ? [row.values.join(' ')] : row.kind === 'band' ? row.labels : [],
    ),
  };
}

/** A Markdown table for every row, under a header that the converter made up. */
export function markdownPerRow(table: TextTable, random: Random): GarbledTable {
  const heads = random.pick([
    ['列1', '列2', '列3'],
    ['Column A', 'Column B', 'Column C'],
    ['项目', '内容', '备注'],
  ]);
  const lines = table.rows.flatMap((row) => {
    const cells = rowCells(row, table.labelColumns);
    const names = cells.map((_, k) => heads[k] ?? (heads[0]?.startsWith('列') === true ? `列${k + 1}` : '数据'));
    return [`| ${names.join(' | ')} |`, `|${names.map(() => ' --- |').join('')}`, `| ${cells.join(' | ')} |`, ''];
  });
  return { lines };
}

/** Tabs that no longer stand for columns: label cells missing, empty ones too many, some at the end. */
export function tabsShifted(table: TextTable, random: Random): GarbledTable {
  const lines = table.rows.map((row) => {
    const cells = rowCells(row, table.labelColumns);
    if (row.kind !== 'data') return tabbed(random.chance(0.5) ? ['', ...cells] : cells);
    const shift = random.int(0, 3);
    const end = Array.from({ length: random.int(0, 2) }, () => '');
    if (shift === 0) return tabbed([...row.labels, ...row.values, ...end]);
    if (shift === 1) return tabbed(['', ...cells, ...end]);
    if (shift === 2) return tabbed([...cells.slice(0, table.labelColumns), '', ...row.values]);
    return tabbed([...cells, ...end]);
  });
  return { lines };
}

const RESIDUE = ['1 1 1', '1 7', '11', '0 1', "='7", '4.'];

/** Remains of the label read as digits, in the label's cell. */
export function labelResidue(table: TextTable, random: Random): GarbledTable {
  const lines = table.rows.map((row) => {
    if (row.kind !== 'data' || table.id === 'reviews' || !random.chance(0.4))
      return tabbed(rowCells(row, table.labelColumns));
    const labels = row.labels.map((label, k) =>
      k === row.labels.length - 1 ? `${label.slice(0, Math.max(4, label.length - 2))} ${random.pick(RESIDUE)}` : label,
    );
    return tabbed(rowCells({ ...row, labels }, table.labelColumns));
  });
  return { lines };
}

const NOISE = [
  '<u>_\\\\</u>',
  '刘卜处连以小',
  '527',
  'vI-l',
  "='7",
  '寸丁 · 坝加',
  '|',
  '471',
  '~',
  '卜年新',
  '□□',
  '-1',
  '.',
  '2O23',
];

/** Heads read as noise, digits among it. */
export function headerNoise(table: TextTable, random: Random): GarbledTable {
  const lines = table.rows.map((row) =>
    row.kind === 'header' && table.id !== 'disclosure'
      ? tabbed(row.labels.map((label) => (random.chance(0.6) ? random.pick(NOISE) : label)))
      : tabbed(rowCells(row, table.labelColumns)),
  );
  return { lines };
}

/** Labels broken over lines; the figures stand with the middle piece, and group heads go down one glyph a line. */
export function labelsSplit(table: TextTable, random: Random): GarbledTable {
  const down = Array.from('本年度办理结果');
  const lines = table.rows.flatMap((row) => {
    if (row.kind !== 'data') return [row.labels.join('\t')];
    const labels = row.labels.filter((label) => label !== '三、本年度办理结果');
    const label = labels.at(-1) ?? '';
    const groups = labels.slice(0, -1);
    const piece = Math.max(3, Math.ceil(label.length / (label.length > 14 ? 3 : random.int(1, 2))));
    const pieces = Array.from({ length: Math.ceil(label.length / piece) }, (_, k) =>
      label.slice(k * piece, (k + 1) * piece),
    );
    const middle = Math.floor((pieces.length - 1) / 2);
    const out = (pieces.length === 0 ? [''] : pieces).map((text, k) =>
      k === Math.max(0, middle) ? `${text} ${row.values.join(' ')}`.trim() : text,
    );
    const glyph = table.id === 'applications' && random.chance(0.3) ? down.shift() : undefined;
    return [...groups, ...out, ...(glyph === undefined ? [] : [glyph])];
  });
  return { lines };
}

/** A cell a line, empty ones left out; long labels over two lines. */
export function cellPerLine(table: TextTable): GarbledTable {
  const lines = table.rows.flatMap((row) =>
    [...row.labels, ...row.values]
      .filter((cell) => cell !== '')
      .flatMap((cell) => (cell.length > 16 ? [cell.slice(0, 16), cell.slice(16)] : [cell])),
  );
  return { lines };
}

/** Page numbers and running heads between the rows, once with the table's head again. */
export function pagesInside(table: TextTable, random: Random): GarbledTable {
  const heads = table.rows.filter((row) => row.kind === 'header').map((row) => tabbed(row.labels));
  let page = random.int(2, 5);
  const lines = table.rows.flatMap((row, r) => {
    const line = tabbed(rowCells(row, table.labelColumns));
    if (r < 4 || row.kind !== 'data' || !random.chance(0.18)) return [line];
    const number = String(page++);
    const foot = random.pick([`- ${number} -`, `—${number}—`, number, `第 ${number} 页 共 9 页`, `-${number}-`]);
    return [line, foot, '\f', ...(random.chance(0.4) && table.id === 'applications' ? heads : [])];
  });
  return { lines };
}
