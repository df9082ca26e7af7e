// Labels that say what a form is known to say are read without the engine; everything else is left to it.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecogniser } from '../../../../src/extract/scan/recognise/create-recogniser.js';
import type { Cutting } from '../../../../src/extract/scan/recognise/recogniser.js';
import { CELLS, cuttingOf, cuttingsOf, LABELS } from './pictures.js';

const WORDINGS = ['（一）予以公开', '其他法律行政法规禁止公开', '2.其他法律行政法规禁止公开', '1.属于国家秘密'];
/** Fails as soon as it is given a picture to read. */
const threadPath = path.resolve('tests/extract/scan/recognise/dying-engine.mjs');

async function readWithoutEngine(
  cuttings: readonly Cutting[],
  wordings: readonly string[],
): Promise<readonly string[]> {
  const recogniser = createRecogniser({ threadPath });
  try {
    const read = await recogniser.readText(cuttings, wordings);
    return read.map(({ lines }) =>
      lines.map(({ glyphs }) => glyphs.map(({ readings }) => readings[0]?.text ?? '').join('')).join('|'),
    );
  } finally {
    await recogniser.close();
  }
}

/** The cutting with two stops over one another behind its last character. */
function drawColon({ id, image: { widthPx, heightPx, data } }: Cutting): Cutting {
  const drawn = data.slice();
  const inked = [...data.keys()].filter((at) => (data[at] ?? 255) < 150);
  const right = Math.max(...inked.map((at) => at % widthPx)) + 5;
  const top = Math.floor((inked[0] ?? 0) / widthPx);
  for (const y of [top + 5, top + 18])
    for (let k = 0; k < 4; k++) drawn.fill(0, (y + k) * widthPx + right, (y + k) * widthPx + right + 4);
  return cuttingOf(id, widthPx, heightPx, drawn);
}

describe('a label that a form is known to have', () => {
  it('is read by the shapes of its characters, its signs and number included', async () => {
    const [granted, forbidden] = cuttingsOf('labels', LABELS.length);
    if (!granted || !forbidden) throw new Error('no labels drawn');
    expect(await readWithoutEngine([granted, forbidden], WORDINGS)).toEqual([LABELS[0], LABELS[1]]);
  });

  it('may have a colon, which is as high as a character, where the form has one', async () => {
    const [granted] = cuttingsOf('labels', LABELS.length);
    if (!granted) throw new Error('no labels drawn');
    const withColon = drawColon(granted);
    expect(await readWithoutEngine([withColon], ['（一）予以公开：件'])).toEqual(['（一）予以公开:']);
    await expect(readWithoutEngine([withColon], WORDINGS)).rejects.toMatchObject({ code: 'crashed' });
  });

  it.each([
    ['another form', LABELS[1] ?? '', ['3.其他行政法规']],
    ['no form at all', LABELS[1] ?? '', []],
    ['the form with one character more', LABELS[1] ?? '', ['2.其他法律、行政法规均禁止公开']],
    ['words that are nowhere in it', LABELS[2] ?? '', WORDINGS],
    ['figures beside words', LABELS[3] ?? '', [...WORDINGS, '其中修订件']],
  ])('is left to the engine where it is that of %s', async (_, label, wordings) => {
    const cutting = cuttingsOf('labels', LABELS.length)[LABELS.indexOf(label)];
    if (!cutting) throw new Error('no such label drawn');
    await expect(readWithoutEngine([cutting], wordings)).rejects.toMatchObject({ code: 'crashed' });
  });
});

describe('a figure', () => {
  it('is never taken for a part of a label, though labels have numbers', async () => {
    const figure = cuttingsOf('cells-serif', CELLS.length)[CELLS.indexOf('17')];
    if (!figure) throw new Error('no such figure drawn');
    await expect(readWithoutEngine([figure], ['17.其他'])).rejects.toMatchObject({ code: 'crashed' });
  });
});

describe('characters known for sure', () => {
  it('are many where a label stands upright, and few where it stands on its head', () => {
    const recogniser = createRecogniser();
    const [, label] = cuttingsOf('labels', LABELS.length);
    if (!label) throw new Error('no label drawn');
    const data = label.image.data.slice().reverse();
    const turned = { ...label, image: { ...label.image, data }, ink: label.ink.slice().reverse() };
    expect(recogniser.countKnown([label])).toBeGreaterThan(6);
    expect(recogniser.countKnown([turned])).toBeLessThan(3);
  });
});
