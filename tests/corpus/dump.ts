// A document as the plain text that some converter made of it: tables as tabs, as aligned columns, as one cell a line, as
// pipes, with the damage such text has. What cannot be told from the text alone is named, so that the truth can say so.
import type { Block } from './document.js';
import { toGrid, type FormCell, type FormTable } from './form.js';
import type { Random } from './random.js';

/** The ways a table becomes text. */
export type DumpForm = 'tabs' | 'garbled' | 'aligned' | 'spaces' | 'cells' | 'pipes' | 'markdown' | 'glued';

/** What a converter does. */
export interface DumpStyle {
  readonly form: DumpForm;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'gb18030';
  /** Page numbers stand between the rows every so many lines. */
  readonly pageEvery?: number;
  readonly carriageReturns?: boolean;
  /** Spaces between the digits of some figures. */
  readonly brokenNumbers?: boolean;
  /** Menu lines of a web page before and after. */
  readonly chrome?: boolean;
}

type Line = readonly string[];

/** One row of a table as cells: empty where a span from above or from the left covers it. */
function rowCells(table: FormTable): readonly (readonly (FormCell | undefined)[])[] {
  const seen = new Set<FormCell>();
  return toGrid(table).map((cells) =>
    cells.map((cell) => {
      if (cell === undefined || seen.has(cell)) return undefined;
      seen.add(cell);
      return cell;
    }),
  );
}

const textOf = (cell: FormCell | undefined): string => (cell === undefined ? '' : cell.text + (cell.note ?? ''));

/** Breaks a label as a narrow column would, with a space at each break. */
function wrapped(text: string, width: number): string {
  const characters = Array.from(text);
  const lines: string[] = [];
  for (let k = 0; k < characters.length; k += width) lines.push(characters.slice(k, k + width).join(''));
  return lines.join(' ');
}

/** Tables two and four lose the columns that spans cover; table three keeps its grid. */
function tabLines(table: FormTable): readonly Line[] {
  return rowCells(table).map((cells) =>
    table.id === 'applications'
      ? cells.map(textOf)
      : cells.flatMap((cell) => (cell === undefined ? [] : [textOf(cell)])),
  );
}

const HEADER_NOISE: readonly Line[] = [
  ['', '(本列数据的勾稽关系为:第一项加', '<u>_\\\\</u>', '刘卜处连以小', '', '527', 'vI-l', '', '-'],
  [
    '',
    '第二项之和,等于第三项加第四',
    '寸丁 · 坝加',
    '自 然人',
    '商业 企业',
    '科研 机构',
    '社会 公益 组织',
    '法律 服务 机构',
    '其他',
    '总计',
  ],
];

/** Table three as a careless recogniser leaves it: noise for a header, split labels, residue, a row moved to the left. */
function garbledApplications(table: FormTable, random: Random): readonly Line[] {
  const out: Line[] = [...HEADER_NOISE];
  const vertical = ['三本年度', '办 理 结', '果'];
  const residue = random.pick(['granted', 'denied_1_state_secret', 'notproc_2_repeat']);
  rowCells(table)
    .slice(table.headerRows)
    .forEach((cells, r) => {
      const values = cells.filter((cell) => cell?.kind === 'value').map(textOf);
      const row = cells.find((cell) => cell?.key !== undefined)?.key?.split('/')[1] ?? '';
      const labels = cells.filter((cell) => cell !== undefined && cell.kind !== 'value').map(textOf);
      if (row === 'new_received') {
        const label = labels[0] ?? '';
        out.push([label.slice(0, 3), `卜${label.slice(4, 8)}`, label.slice(8), ...values]);
        return;
      }
      if (row === 'carried_in') {
        out.push(["='7", labels[0]?.slice(2, 8) ?? '', labels[0]?.slice(8) ?? '', ...values]);
        return;
      }
      if (row === 'handled_total') {
        out.push(['', '(七)总计', ...values, '']);
        return;
      }
      const body = labels.filter((text) => text !== '三、本年度办理结果').map((text) => wrapped(text, 7));
      const left = r === 8 || r === 14 || r === 19 ? (vertical.shift() ?? '') : '';
      const [first = '', second = ''] = body.length === 1 ? ['', body[0]] : body;
      const label = row === residue ? `${second.slice(0, 5)} ${random.pick(['1 1 1', '1 1', '1 7 1'])}` : second;
      if (row === 'other_2_fee_unpaid') {
        const cut = second.indexOf(' ', 18);
        out.push(
          [left, first, second.slice(0, cut), ...values],
          [],
          ['', '', second.slice(cut + 1), '', '', '', '', '', '', ''],
        );
        return;
      }
      out.push(row === 'carried_out' ? [second, '', '', ...values] : [left, first, label, ...values]);
    });
  return out;
}

/** Table two with labels and figures grown together, one label twice. */
function garbledDisclosure(table: FormTable): readonly Line[] {
  return tabLines(table).map((line, k) => {
    if (line.length === 4) return [...line, '', '', '', ''];
    const joined = line.join(' ');
    return k % 4 === 3 && line[0] !== undefined && line.length === 2 ? [line[0], joined, ''] : [joined, '', '', ''];
  });
}

/** Width in half characters. */
const display = (text: string): number =>
  Array.from(text).reduce((sum, ch) => sum + (ch.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

/** Columns at fixed places; a long label is broken, its figures stand on its middle line. */
function alignedLines(table: FormTable): readonly string[] {
  const whole = table.columnShares.reduce((a, b) => a + b, 0);
  const widths = table.columnShares.map((share) => Math.max(5, Math.round((share * 100) / whole)));
  const starts = widths.map((_, c) => widths.slice(0, c).reduce((a, b) => a + b, 0));
  return rowCells(table).flatMap((cells) => {
    const pieces = cells.map((cell, c) => {
      const room = widths.slice(c, c + (cell?.colspan ?? 1)).reduce((a, b) => a + b, 0);
      const per = Math.max(2, Math.floor((room - 1) / 2));
      return cell === undefined || cell.vertical === true
        ? []
        : wrapped(textOf(cell), cell.kind === 'value' ? 99 : per).split(' ');
    });
    const height = Math.max(1, ...pieces.map((piece) => piece.length));
    return Array.from({ length: height }, (_, y) => {
      let line = '';
      pieces.forEach((piece, c) => {
        const text = piece[y - Math.floor((height - piece.length) / 2)] ?? '';
        if (text === '') return;
        line += ' '.repeat(Math.max(line === '' ? 0 : 1, (starts[c] ?? 0) - display(line))) + text;
      });
      return line;
    });
  });
}

function tableLines(table: FormTable, style: DumpStyle, random: Random): readonly string[] {
  const rows = (): readonly Line[] => tabLines(table);
  switch (style.form) {
    case 'tabs':
      return rows().map((line) => line.join('\t'));
    case 'garbled': {
      const lines =
        table.id === 'applications'
          ? garbledApplications(table, random)
          : table.id === 'disclosure'
            ? garbledDisclosure(table)
            : rows();
      return lines.map((line) => line.join('\t'));
    }
    case 'aligned':
      return alignedLines(table);
    case 'spaces':
      return rows().map((line) => line.filter((text) => text !== '').join(' '));
    case 'cells':
      return rows().flatMap((line) => line.filter((text) => text !== ''));
    case 'pipes':
      return rows().map((line) => line.join(' | '));
    case 'markdown':
      return rows().flatMap((line, k) => [
        `| ${line.join(' | ')} |`,
        ...(k === 0 ? [`|${line.map(() => ' --- |').join('')}`] : []),
      ]);
    case 'glued':
      return rows().map((line) => line.join(''));
  }
}

function blockLines(block: Block, style: DumpStyle, random: Random): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [...block.lines, ''];
    case 'heading':
    case 'paragraph':
      return [block.text, ''];
    case 'columns':
      return block.texts;
    case 'contents':
      return block.entries.map((entry, k) => `${entry}………………${k + 1}`);
    case 'form':
      return [...tableLines(block.table, style, random), ''];
    case 'beside':
      return block.tables.flatMap((table) => tableLines(table, style, random));
    case 'plain-table':
      return [...block.rows.map((row) => row.join('\t')), ''];
    case 'signature':
      return [block.lines.join(' ')];
    case 'page-break':
      return ['\f'];
    case 'frame':
      return block.blocks.flatMap((inner) => blockLines(inner, style, random));
    case 'chart':
      return block.bars.map(({ label, count }) => `${label} ${count}`);
    case 'space':
    case 'rule':
    case 'picture':
      return [];
  }
}

const CHROME = ['首页 > 政务公开 > 政府信息公开年报', '字号：[大] [中] [小]  浏览次数：1187', ''];

/** A document as text. */
export function toDump(blocks: readonly Block[], style: DumpStyle, random: Random): string {
  const body = blocks.flatMap((block) => blockLines(block, style, random));
  const numbered =
    style.pageEvery === undefined
      ? body
      : body.flatMap((line, k) =>
          (k + 1) % (style.pageEvery ?? 1) === 0 ? [line, `- ${Math.ceil(k / (style.pageEvery ?? 1))} -`, ''] : [line],
        );
  const broken =
    style.brokenNumbers === true
      ? numbered.map((line) => line.replace(/(?<=\t)(\d{3,})(?=\t|$)/g, (digits) => Array.from(digits).join(' ')))
      : numbered;
  const lines = style.chrome === true ? [...CHROME, ...broken, '上一篇：无', '下一篇：公告2024年第3号'] : broken;
  return lines.join(style.carriageReturns === true ? '\r\n' : '\n') + '\n';
}
