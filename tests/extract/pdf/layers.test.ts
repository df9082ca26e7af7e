/** Layers (optional content): what is switched off is not on the page that a person sees. */
import { describe, expect, it } from 'vitest';
import { FONT_RESOURCES, FONTS, rawPdf } from './raw-pdf.js';
import { doubtKinds, readFirstPage, textOf } from './read-page.js';

function layered(tag: string, state: 'ON' | 'OFF'): Uint8Array {
  const show = (text: string, x: number): string => `BT /F1 10 Tf 1 0 0 1 ${x} 50 Tm (${text}) Tj ET`;
  const content = [show('12', 50), `/${tag} /L BDC`, '/Span BMC', show('34', 90), 'EMC', 'EMC', show('56', 130)].join(
    '\n',
  );
  const objects = { ...FONTS, layer: '<< /Type /OCG /Name (notes) >>' };
  const config = `/OCProperties << /OCGs [@layer] /D << /Order [@layer] /${state} [@layer] >> >>`;
  return rawPdf([{ content, resources: `${FONT_RESOURCES} /Properties << /L @layer >>` }], objects, config);
}

describe('text on a layer', () => {
  it('is left out by pdf.js where the layer is switched off', async () => {
    expect(textOf(await readFirstPage(layered('OC', 'OFF'), 'pdfjs'))).toBe('1256');
    expect(textOf(await readFirstPage(layered('OC', 'ON'), 'pdfjs'))).toBe('123456');
  });

  it('is read by PDFium, which cannot tell and says so', async () => {
    const page = await readFirstPage(layered('OC', 'OFF'), 'pdfium');
    expect(textOf(page)).toBe('123456');
    expect(doubtKinds(page)).toEqual(['layers']);
  });

  it('is no layer under any other tag', async () => {
    for (const reader of ['pdfium', 'pdfjs'] as const) {
      const page = await readFirstPage(layered('OCR', 'OFF'), reader);
      expect(textOf(page)).toBe('123456');
      expect(doubtKinds(page)).toEqual([]);
    }
  });
});
