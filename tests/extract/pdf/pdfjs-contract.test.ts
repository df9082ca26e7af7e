/** What this project takes from pdf.js beyond its public interface. A failure here means: look again before upgrading. */
import { describe, expect, it } from 'vitest';
import {
  affineArgument,
  constructPathArgument,
  DRAW,
  showTextArgument,
} from '../../../src/extract/pdf/pdfjs/operator-shapes.js';
import { loadPdfjs, AS_DISPLAYED, type OperatorList } from '../../../src/extract/pdf/pdfjs/pdfjs-library.js';
import { onePagePdf, ucs2 } from './raw-pdf.js';

async function listOf(content: string, page = {}): Promise<{ list: OperatorList; error: unknown }> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.load(onePagePdf(content, page), { stopAtErrors: true });
  const document = await task.promise;
  const first = await document.getPage(1);
  const list = await first.getOperatorList({ intent: 'display', annotationMode: AS_DISPLAYED });
  const error = task.takeStreamError();
  await task.destroy();
  return { list, error };
}

async function operator(content: string, name: string): Promise<unknown> {
  const { operators } = await loadPdfjs();
  const { list } = await listOf(content);
  const index = list.fnArray.indexOf(operators[name] ?? -1);
  expect(index, `no ${name} in ${list.fnArray.join(' ')}`).toBeGreaterThanOrEqual(0);
  return list.argsArray[index];
}

describe('pdf.js', () => {
  it('keeps the operator codes it had', async () => {
    const { operators } = await loadPdfjs();
    expect(operators).toMatchObject({
      save: 10,
      restore: 11,
      transform: 12,
      stroke: 20,
      fill: 22,
      eoFill: 23,
      endPath: 28,
    });
    expect(operators).toMatchObject({ clip: 29, eoClip: 30, setFont: 37, setTextMatrix: 42, showText: 44 });
    expect(operators).toMatchObject({ paintFormXObjectBegin: 74, beginGroup: 76, constructPath: 91 });
  });

  it('gives a path as painting operator, opcodes with coordinates, and bounds', async () => {
    const args = await operator('10 20 m 30 20 l 40 50 60 70 80 90 c h S', 'constructPath');
    const { M, L, C, Z } = { M: DRAW.moveTo, L: DRAW.lineTo, C: DRAW.curveTo, Z: DRAW.closePath };
    const { paintedBy, buffer, bounds } = constructPathArgument(args);
    expect(paintedBy).toBe(20);
    expect([...(buffer ?? [])]).toEqual([M, 10, 20, L, 30, 20, C, 40, 50, 60, 70, 80, 90, Z]);
    expect(bounds).toEqual([10, 20, expect.any(Number), expect.any(Number)]);
  });

  it('gives a rectangle as four corners and a close, untransformed', async () => {
    const { buffer } = constructPathArgument(await operator('2 0 0 2 0 0 cm 10 20 30 40 re f', 'constructPath'));
    expect([...(buffer ?? [])]).toEqual([0, 10, 20, 1, 40, 20, 1, 40, 60, 1, 10, 60, 4]);
  });

  it('adds the close of operators that close', async () => {
    const { buffer } = constructPathArgument(await operator('10 20 m 30 20 l s', 'constructPath'));
    expect([...(buffer ?? [])].at(-1)).toBe(DRAW.closePath);
  });

  it('puts a clip operator before the path it means', async () => {
    const { operators } = await loadPdfjs();
    const { list } = await listOf('10 20 30 40 re W n 50 60 m 70 60 l S');
    const names = [operators['clip'], operators['constructPath']];
    expect(list.fnArray.filter((code) => names.includes(code)).slice(0, 2)).toEqual(names);
  });

  it('gives glyphs with code, text, width and metrics, numbers between', async () => {
    const items = showTextArgument(await operator('BT /F1 10 Tf [(1 ) -500 (2)] TJ ET', 'showText'));
    expect(items).toMatchObject([
      { originalCharCode: 49, unicode: '1', width: 556, isSpace: false },
      { originalCharCode: 32, unicode: ' ', width: 278, isSpace: true },
      -500,
      { originalCharCode: 50, unicode: '2' },
    ]);
    const [upright] = showTextArgument(await operator(`BT /GBV 10 Tf ${ucs2('年')} Tj ET`, 'showText'));
    expect(upright).toMatchObject({ unicode: '年', width: 1000, vmetric: [-1000, 500, 880] });
  });

  it('gives colours as hexadecimal text and states as pairs', async () => {
    expect(await operator('1 0 0 rg', 'setFillRGBColor')).toEqual(['#ff0000']);
    expect(await operator('1 G', 'setStrokeRGBColor')).toEqual(['#ffffff']);
    expect(await operator('0 0 0 0 k', 'setFillRGBColor')).toEqual(['#ffffff']);
    const { operators } = await loadPdfjs();
    const { list } = await listOf('/T gs', { resources: '/ExtGState << /T << /ca 0.5 /LW 2 >> >>' });
    const state = list.argsArray[list.fnArray.indexOf(operators['setGState'] ?? -1)];
    expect(state).toEqual([
      expect.arrayContaining([
        ['ca', 0.5],
        ['LW', 2],
      ]),
    ]);
  });

  it('gives matrices as six numbers', async () => {
    expect(affineArgument('transform', await operator('1 2 3 4 5 6 cm', 'transform'))).toEqual([1, 2, 3, 4, 5, 6]);
    const args = (await operator('BT 1 2 3 4 5 6 Tm ET', 'setTextMatrix')) as unknown[];
    expect(affineArgument('setTextMatrix', args[0])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('resolves a list that an error broke off, with the error on the port only', async () => {
    const { list, error } = await listOf('10 20 30 40 re S /Nope Do 10 20 30 40 re S');
    expect(list.fnArray.length).toBeLessThan(2);
    expect(error).toBeDefined();
  });
});

describe('shapes that are not known', () => {
  it.each([
    ['a path without its holder', () => constructPathArgument([20, new Float32Array(3), null])],
    ['a path of plain numbers', () => constructPathArgument([20, [[0, 1, 2]], [0, 0, 1, 1]])],
    ['a glyph without width', () => showTextArgument([[{ originalCharCode: 1, unicode: '1', isSpace: false }]])],
    ['a matrix of five', () => affineArgument('transform', [1, 2, 3, 4, 5])],
  ])('stop the reader: %s', (_, read) => {
    expect(read).toThrow(/unknown shape/);
  });
});
