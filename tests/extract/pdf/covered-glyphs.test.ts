/** Text under an opaque patch is not on the page; whatever leaves room for seeing it leaves it visible. */
import { describe, expect, it } from 'vitest';
import { markCovered } from '../../../src/extract/pdf/covered-glyphs.js';
import type { PdfReader } from '../../../src/model/index.js';
import { FONT_RESOURCES, FONTS, rawPdf } from './raw-pdf.js';
import { doubtKinds, readFirstPage, READERS } from './read-page.js';

const show = (text: string, x = 50, more = ''): string => `BT /F1 10 Tf ${more} 1 0 0 1 ${x} 50 Tm (${text}) Tj ET`;
/** Over `12` at its place, an em high and more. */
const PATCH = '46 45 20 16 re f';
const WHITE = '1 1 1 rg';
const BLACK = '0 g';

function pdf(...content: readonly string[]): Uint8Array {
  const states = '/ExtGState << /HALF << /ca 0.5 >> /MULTIPLY << /BM /Multiply >> >>';
  const objects = {
    ...FONTS,
    layer: '<< /Type /OCG /Name (notes) >>',
    seen: '<< /Type /OCG /Name (patches) >>',
    group: {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency >>',
      stream: `${WHITE} ${PATCH}`,
    },
    form: {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 400 300]',
      stream: `${WHITE} ${PATCH}`,
    },
  };
  const resources = `${FONT_RESOURCES} ${states} /Properties << /L @layer /SEEN @seen >> /XObject << /GROUP @group /FORM @form >>`;
  const catalog = '/OCProperties << /OCGs [@layer @seen] /D << /Order [@layer @seen] /OFF [@layer] >> >>';
  return rawPdf([{ content: content.join('\n'), resources }], objects, catalog);
}

async function seen(reader: PdfReader, ...content: readonly string[]): Promise<string> {
  const page = await readFirstPage(pdf(...content), reader);
  return page.glyphs
    .filter(({ isVisible }) => isVisible)
    .map(({ text }) => text)
    .join('');
}

describe('a page of more glyphs than any report has', () => {
  it('is left as it is, for each glyph would be held against all', () => {
    const place = { fontSize: 10, font: 0, angleDeg: 0, isVisible: true } as const;
    const glyphs = Array.from({ length: 100_000 }, (_, at) => ({
      ...place,
      text: '5',
      box: { x0: at, top: 0, x1: at + 1, bottom: 10 },
    }));
    const orders = glyphs.map(() => 1);
    const cover = { box: { x0: -1, top: -1, x1: 50_000, bottom: 11 }, order: 2 };
    expect(markCovered(glyphs, orders, [cover])).toBe(glyphs);
  });
});

describe.each(READERS)('text as %s reads it', (reader) => {
  it('is covered by an opaque patch painted after it, and kept as such with a doubt', async () => {
    const page = await readFirstPage(pdf(show('12'), WHITE, PATCH, BLACK, show('34')), reader);
    expect(page.glyphs.map(({ text, isVisible, isCovered }) => [text, isVisible, isCovered ?? false])).toEqual([
      ['1', false, true],
      ['2', false, true],
      ['3', true, false],
      ['4', true, false],
    ]);
    expect(doubtKinds(page)).toEqual(['covered']);
    expect(await seen(reader, show('12'), WHITE, '/FORM Do', BLACK, show('34'))).toBe('34');
  });

  it('cannot be read where only a part of a number is covered', async () => {
    expect(await seen(reader, show('12'), WHITE, '46 45 10 16 re f')).toBe('\ufffd2');
  });

  it('is seen where the same is written over the patch again', async () => {
    expect(await seen(reader, show('12'), WHITE, PATCH, BLACK, show('12'))).toBe('12');
  });

  it.each([
    ['painted before it', [WHITE, PATCH, BLACK, show('12')]],
    ['that covers part of it', [show('12'), WHITE, '46 45 8 16 re f']],
    ['too low for it', [show('12'), WHITE, '46 49 20 4 re f']],
    ['that lets it through', [show('12'), '/HALF gs', WHITE, PATCH]],
    ['blended with it', [show('12'), '/MULTIPLY gs', WHITE, PATCH]],
    ['of a group that may be blended as a whole', [show('12'), '/GROUP Do']],
    ['with a hole', [show('12'), WHITE, '46 45 20 16 re 49 46 14 14 re f*']],
    ['that is no rectangle', [show('12'), WHITE, '46 45 m 66 45 l 66 61 l f']],
    ['whose sides cross', [show('12'), WHITE, '46 45 m 66 45 l 66 61 l 90 61 l f']],
    ['cut by a clip', [show('12'), '46 45 8 16 re W n', WHITE, PATCH]],
    ['cut by a clip that is no rectangle', [show('12'), '46 45 m 66 45 l 66 61 l h W n', WHITE, PATCH]],
    ['cut by text', [show('12'), show('9', 90, '7 Tr'), WHITE, PATCH]],
    ['that is only outlined', [show('12'), '46 45 20 16 re S']],
    ['on a layer that is switched off', [show('12'), '/OC /L BDC', WHITE, PATCH, 'EMC']],
    ['on a layer that may be switched off', [show('12'), '/OC /SEEN BDC', WHITE, PATCH, 'EMC']],
  ])('is seen under a patch %s', async (_, content) => {
    expect(await seen(reader, ...content)).toBe('12');
  });
});
