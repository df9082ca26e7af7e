// A number torn over a line end in table two of a dump, over which no sum is.
import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { decodeText } from '../../src/extract/text/decode-text.js';
import { sourceToReports } from '../../src/pipeline.js';
import { LAYOUTS } from '../corpus/layouts.js';
import { makeDocument } from '../corpus/make.js';
import { renderText } from '../corpus/text.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const FORMS = ['dump-tabs', 'dump-pipes', 'dump-markdown', 'dump-aligned', 'dump-spaces'] as const;

function dumpOf(layoutName: (typeof FORMS)[number] | 'dump-cells'): readonly string[] {
  const layout = { ...LAYOUTS[layoutName], document: { length: 1, title: 'plain' as const } };
  return decodeText(renderText(makeDocument({ seed: 71, layoutName, layout, renderer: 'text' }))).split(/\r?\n/u);
}

/** The rows of table two that are not `printed`, and what licensing and coercion give, with a line of the dump in other words. */
async function tableTwo(lines: readonly string[], label: string, others: (line: string) => readonly string[]) {
  const at = lines.findIndex((line) => line.replace(/[|\s]/gu, '').startsWith(label));
  const bytes = Buffer.from(lines.toSpliced(at, 1, ...others(lines[at] ?? '')).join('\n'));
  const source = { sourcePath: 'a', sha256: '0'.repeat(64), kind: 'text' as const, contentType: '', bytes };
  const [report] = await sourceToReports(source, { families, reader: 'auto' });
  const own = report?.facts.filter(({ table }) => table === 'disclosure') ?? [];
  const open = own.filter(({ status }) => status !== 'printed');
  return { doubted: [...new Set(open.map(({ row }) => row))], facts: own };
}

/** Where the rest of `57` stands; `line` has the figure at its end, but for separators. */
const TEARS: Readonly<Record<string, (label: string, end: string) => readonly string[]>> = {
  'alone in the next line': (label, end) => [`${label}5${end}`, '7'],
  'in the next line, set in': (label, end) => [`${label}5${end}`, '        7'],
  'below an empty line': (label, end) => [`${label}5${end}`, '', '7'],
  'below a page number': (label, end) => [`${label}5${end}`, '- 3 -', '', '7'],
  'over a page break': (label, end) => [`${label}5${end}`, '\f7'],
  'in a cell below it': (label, end) => [`${label}5${end}`, `${label.replace(/[^\t|]/gu, ' ')}7${end}`],
  'behind the separators of the row': (label, end) => [`${label}5`, `7${end}`],
  'in two lines': (label, end) => [`${label}1${end}`, '5', '7'],
  'after its first part, which is above': (label, end) => ['5', `${label}7${end}`],
  'below its label, the first part above': (label) => ['  5', label.replace(/[\t| ]+$/u, ''), '  7'],
  'below its label, both parts': (label) => [label.replace(/[\t| ]+$/u, ''), '5', '7'],
  'behind its point': (label, end) => [`${label}5.${end}`, '7'],
  'behind a point in a line of its own': (label, end) => [`${label}5${end}`, '.', '7'],
  'beside the rest of the label': (label, end) => [`${label.replace('许可', '')}5${end}`, `许可  7${end}`],
};

describe.each(FORMS)('a number torn over a line end (%s)', (form) => {
  const lines = dumpOf(form);

  it('is not doubted as it stands', async () => {
    expect((await tableTwo(lines, '行政许可', (line) => [line])).doubted).toEqual([]);
  });

  it.each(Object.entries(TEARS))('is doubted with its rest %s', async (_where, tear) => {
    const { facts } = await tableTwo(lines, '行政许可', (line) => {
      const [, label = '', end = ''] = /^(.*?)\d[\d,.]*(\D*)$/u.exec(line) ?? [];
      return tear(label, end);
    });
    const licensing = facts.find(({ row }) => row === 'licensing');
    expect(licensing?.value === '57' || licensing?.status !== 'printed').toBe(true);
  });

  it('is doubted in the midst of a row', async () => {
    const { doubted } = await tableTwo(lines, '规章', (line) => {
      const torn = line.replace(/\d+/u, '5');
      const [, before = '', after = ''] = /^(.*?5)(.*)$/u.exec(torn) ?? [];
      return [before, `7${after}`];
    });
    // What stands between two rows may be a part of either.
    expect(doubted).toEqual(['regulations', 'normative_documents']);
  });

  it('says nothing of rows further off, nor of those that sums are over', async () => {
    const { doubted } = await tableTwo(lines, '行政许可', (line) => [line, '7']);
    expect(doubted).toEqual(['licensing']);
    const { doubted: none } = await tableTwo(lines, '五、', (line) => ['7', line]);
    expect(none).toEqual([]);
  });
});

describe('a dump of one cell a line', () => {
  it('joins the cells of a row on both sides of a page number', async () => {
    const lines = dumpOf('dump-cells');
    const { doubted } = await tableTwo(lines, '行政许可', (line) => [line, '5', '- 3 -']);
    expect(doubted).toEqual(['licensing']);
  });
});
