import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../src/extract/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact, MarkupBlock, MarkupTable } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { scoreFacts } from '../score/score-facts.js';
import type { TruthFile } from '../score/truth-file.js';
import { reportToFactRows } from '../../src/export/index.js';
import { KINDS } from '../corpus/kinds.js';
import { htmlSource } from './html-source.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const LINE_PX = 24;
const CHARACTERS = 40;

/** A text in its place, in pixels. */
interface Put {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The blocks of a page below one another, cells side by side. */
function put(blocks: readonly MarkupBlock[]): readonly Put[] {
  const found: Put[] = [];
  let top = 0;
  for (const block of blocks) {
    if (block.kind === 'table') {
      found.push(...putTable(block, top));
      top += block.groups.flat().length * LINE_PX;
    }
    for (const text of block.kind === 'paragraph'
      ? (textOf(block).match(new RegExp(`.{1,${CHARACTERS}}`, 'gu')) ?? [])
      : []) {
      found.push({ text, left: 0, top });
      top += LINE_PX;
    }
    top += LINE_PX;
  }
  return found;
}

function putTable({ groups }: MarkupTable, top: number): readonly Put[] {
  const taken = new Set<string>();
  const rows = groups.flat();
  const cells = rows.flatMap((row, at) => {
    let column = 0;
    return row.cells.map((cell) => {
      while (taken.has(`${at}/${column}`)) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.columnSpan; across++) taken.add(`${at + down}/${column + across}`);
      }
      return { text: cell.blocks.map(textOf).join(''), at, column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan };
    });
  });
  const widths = Array.from({ length: 20 }, (_, column) =>
    Math.max(
      60,
      ...cells.filter((cell) => cell.column === column && cell.columnSpan === 1).map(({ text }) => 12 * text.length),
    ),
  );
  const leftOf = (column: number): number => widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  return cells.map(({ text, at, column, rowSpan, columnSpan }) => {
    const room = leftOf(column + columnSpan) - leftOf(column);
    const indent = columnSpan > 1 && /^.{0,12}$/u.test(text) ? (room - 11 * text.length) / 2 : 0;
    return { text, left: leftOf(column) + indent, top: top + (at + (rowSpan - 1) / 2) * LINE_PX };
  });
}

function textOf(block: MarkupBlock): string {
  return block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '';
}

async function read(text: string): Promise<{
  readonly facts: readonly Fact[];
  readonly rows: ReturnType<typeof reportToFactRows>;
  readonly causes: readonly string[];
}> {
  const [report] = await sourceToReports(htmlSource(text), { families, reader: 'auto' });
  if (!report) throw new Error('no report');
  return { facts: report.facts, rows: reportToFactRows(report), causes: report.findings.map(({ cause }) => cause) };
}

describe('a report whose tables are texts in places', () => {
  const made = KINDS['web']?.make({ seed: 3, style: 'clean-cms' });
  const truth = made?.truth as unknown as TruthFile;
  const { blocks } = htmlToPage(made?.files[0]?.bytes ?? new Uint8Array());
  const boxes = put(blocks);
  const page = (style: string, of: (box: Put) => string): string =>
    `<title>x</title><style>p{position:absolute;margin:0;white-space:nowrap;${style}}</style>` +
    `<div style="position:relative;width:2000px;height:5000px">${boxes.map(of).join('')}</div>`;
  const boxed = ({ text, left, top }: Put): string => `<p style="left:${left}px;top:${top}px">${text}</p>`;

  it('is read, in whatever order the source has them, and nobody is accused', async () => {
    const { rows, causes } = await read(page('font:11px SimSun', boxed));
    const { figures } = scoreFacts(
      rows.map((row) => ({ ...row, doubts: [] })),
      truth,
    );
    expect(figures.silentWrong).toBe(0);
    expect(figures.right).toBeGreaterThan(0.9 * figures.total);
    expect(causes).not.toContain('publisher');
  });

  it('is not sure of a blank, in which a converter may have lost what is drawn', async () => {
    const { facts } = await read(page('font:11px SimSun', (box) => (box.text === '0' ? '' : boxed(box))));
    expect(facts.filter(({ status, value }) => status === 'printed' && value === '')).toEqual([]);
  });

  it('is doubted where a font of its own may draw other digits', async () => {
    const style = 'font:11px mine,SimSun}@font-face{font-family:mine;src:url(x.woff)}x{';
    const exchanged = (box: Put): string =>
      boxed({ ...box, text: box.text.replace(/[12]/gu, (digit) => (digit === '1' ? '2' : '1')) });
    const { facts } = await read(page(style, exchanged));
    expect(facts.filter(({ status, value }) => status === 'printed' && /[12]/u.test(value))).toEqual([]);
  });
});
