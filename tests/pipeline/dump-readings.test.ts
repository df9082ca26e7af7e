import { describe, expect, it } from 'vitest';
import { chooseReading } from '../../src/dump-readings.js';
import { reportToFactRows } from '../../src/export/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact, FactStatus, Report, SourceKind } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { KINDS } from '../corpus/kinds.js';
import { makeDocument } from '../corpus/make.js';
import { scoreFacts } from '../score/score-facts.js';
import type { TruthFile } from '../score/truth-file.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

async function read(bytes: Uint8Array, kind: SourceKind): Promise<readonly Report[]> {
  const source = { sourcePath: 'a', sha256: '0'.repeat(64), kind, contentType: '', bytes };
  return sourceToReports(source, { families, reader: 'auto' });
}

function figuresOf(reports: readonly Report[], truth: unknown) {
  return scoreFacts(
    reports.flatMap(reportToFactRows).filter(({ table }) => table !== 'prose'),
    truth as TruthFile,
  ).figures;
}

const STATED = (KINDS['garbled']?.styles ?? []).filter((style) => style.startsWith('stated-'));

describe('a dump that states its tables', () => {
  // Where empty cells stand for spans, one figure of edition 2019 stands under another block's header and is marked.
  it.each(STATED.flatMap((style) => [7, 8].map((seed) => ({ style, seed }))))(
    'is read with its blanks in their columns: $style, seed $seed',
    async ({ style, seed }) => {
      const made = KINDS['garbled']?.make({ seed, style });
      const figures = figuresOf(await read(made?.files[0]?.bytes ?? new Uint8Array(), 'text'), made?.truth);
      expect(figures).toMatchObject({ silentWrong: 0, absent: 0 });
      expect(figures.right).toBeGreaterThanOrEqual(figures.total - 1);
    },
  );

  it('is not read with what the laws leave of a row that only the other reading finds', async () => {
    const made = KINDS['garbled']?.make({ seed: 271050, style: 'pages-inside', plant: 'handled-off' });
    const figures = figuresOf(await read(made?.files[0]?.bytes ?? new Uint8Array(), 'text'), made?.truth);
    expect(figures.silentWrong).toBe(0);
  });

  it('never puts an error down to the publisher, even in tags: a program wrote them', async () => {
    const made = KINDS['garbled']?.make({ seed: 11, style: 'stated-tags', plant: 'row-total-off' });
    const [report] = await read(made?.files[0]?.bytes ?? new Uint8Array(), 'text');
    const broken = report?.findings.filter(({ rule }) => rule.startsWith('T3.')) ?? [];
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.every(({ cause }) => cause === 'unknown')).toBe(true);
  });
});

describe('a page whose cells are no elements of a table', () => {
  const made = makeDocument({ seed: 5, layoutName: 'official', layout: {}, renderer: 'text' });
  const page = (tableOf: (rows: readonly (readonly string[])[]) => string): Uint8Array => {
    const blocks = made.blocks.map((block) => {
      if (block.kind === 'form') return tableOf(block.table.rows.map((row) => row.map(({ text }) => text)));
      return 'text' in block ? `<p>${block.text}</p>` : 'lines' in block ? `<p>${block.lines.join('')}</p>` : '';
    });
    return Buffer.from(`<html><head><meta charset="utf-8"></head><body>${blocks.join('')}</body></html>`);
  };

  it.each([
    [
      'divisions in a grid',
      (rows: readonly (readonly string[])[]) =>
        rows
          .flat()
          .map((text) => `<div>${text}</div>`)
          .join(''),
    ],
    [
      'parts styled as cells',
      (rows: readonly (readonly string[])[]) =>
        rows
          .flat()
          .map((text) => `<span style="display:table-cell">${text}</span>`)
          .join(''),
    ],
    [
      'preformatted text',
      (rows: readonly (readonly string[])[]) => `<pre>${rows.map((row) => row.join('\t')).join('\n')}</pre>`,
    ],
  ])('is read like a dump: %s', async (_, tableOf) => {
    const figures = figuresOf(await read(page(tableOf), 'html'), made.truth);
    expect(figures.silentWrong).toBe(0);
    expect(figures.right).toBe(figures.total);
  });
});

describe('two readings of one dump', () => {
  const fact = (row: string, value: string, status: FactStatus = 'printed') => {
    const reading = status === 'derived' || value === '' ? { kind: 'blank' } : { kind: 'number', value, unit: '' };
    return {
      table: 'two',
      row,
      column: 'count',
      reading,
      value,
      status,
      alternatives: [],
      doubts: [],
    } as unknown as Fact;
  };
  const report = (...facts: Fact[]) => [{ facts, checks: [] } as unknown as Report];
  const said = (reports: readonly Report[]) => reports[0]?.facts.map(({ value, status }) => `${value} ${status}`);

  it('give the one that leaves fewer figures open', () => {
    const asTables = report(fact('a', '1'), fact('b', '2'));
    expect(chooseReading(report(fact('a', '1'), fact('b', '', 'suspect')), asTables, false)).toEqual(asTables);
  });

  it('give the one that finds more cells, however much more it leaves open', () => {
    const asLines = report(fact('a', '1'), fact('b', '3'), fact('c', '7', 'suspect'), fact('d', '8', 'suspect'));
    const asTables = report(fact('a', '1'), fact('b', '0', 'derived'), fact('c', '4'), fact('d', '5'));
    expect(said(chooseReading(asLines, asTables, false))?.[1]).toBe('3 suspect');
  });

  it('mark a figure on which both are certain and differ', () => {
    const chosen = chooseReading(report(fact('a', '1'), fact('b', '3')), report(fact('a', '1'), fact('b', '2')), false);
    expect(said(chosen)).toEqual(['1 printed', '3 suspect']);
    expect(chosen[0]?.facts[1]).toMatchObject({ doubts: ['readers-differ'], alternatives: ['2'] });
  });

  it('leave a figure alone over which a law holds', () => {
    const check = { table: 'two', outcome: 'holds', terms: [{ row: 'b', column: 'count' }] };
    const asLines = [{ facts: [fact('b', '3')], checks: [check] } as unknown as Report];
    expect(said(chooseReading(asLines, report(fact('b', '2')), false))).toEqual(['3 printed']);
  });

  it('are compared with other years by their lines', () => {
    const comparison = { familyId: 'a', isAmbiguous: false, lines: ['一'] };
    const asLines = [{ facts: [], checks: [], comparison } as unknown as Report];
    expect(chooseReading(asLines, report(), true)[0]?.comparison).toBe(comparison);
  });

  it('believe the tables where cells are repeated in the lines', () => {
    const chosen = chooseReading(report(fact('a', '3')), report(fact('a', '5')), true);
    expect(said(chosen)).toEqual(['5 printed']);
  });
});
