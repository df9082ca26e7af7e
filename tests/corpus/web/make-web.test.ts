import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds.js';
import { encodeGb18030 } from './encode.js';
import { WEB_STYLES, type WebStyle } from './make-web.js';

// A saved page is encoded once more.
const styles = (Object.entries(WEB_STYLES) as [string, WebStyle][]).filter(([, style]) => style.saved === undefined);
const SEED = 21;

function bytesOf(style: string, seed = SEED): Uint8Array {
  return KINDS['web']?.make({ seed, style }).files[0]?.bytes ?? new Uint8Array();
}

/** The text of every data cell, as a reader sees it. */
function cellTexts(html: string): string[] {
  const shown = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<script[\s\S]*?<\/script>/g, '');
  // Old tags leave cells open: a cell ends where the next one, its row or its table does.
  return [...shown.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)(?=<\/?t[dhr]\b|<\/?table\b|<\/tbody|<tbody)/gi)].map((match) =>
    (match[1] ?? '')
      .replace(/<input[^>]*value=["']([^"']*)[^>]*>/g, '$1')
      .replace(/<sup>.*?<\/sup>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/&quot;/g, '"')
      .replace(/[\s\u200b]+/g, ''),
  );
}

describe.each(styles)('the web style %s', (name, style) => {
  const encoding = style.bytes === 'gb18030' ? 'gb18030' : 'utf-8';

  it('gives the same bytes for the same seed, other ones for another', () => {
    expect(Buffer.compare(bytesOf(name), bytesOf(name))).toBe(0);
    expect(Buffer.compare(bytesOf(name), bytesOf(name, SEED + 1))).not.toBe(0);
  });

  it('decodes without a fault in the encoding of its bytes', () => {
    const html = new TextDecoder(encoding, { fatal: true }).decode(bytesOf(name));
    expect(html).toContain('政府信息公开工作');
    expect(html.includes('charset')).toBe(style.declares !== undefined);
  });

  it('prints the figures of its truth in the order of the form', () => {
    const made = KINDS['web']?.make({ seed: SEED, style: name });
    const truth = made?.truth as unknown as Record<'applications' | 'reviews', Record<string, (number | null)[]>>;
    const texts = cellTexts(new TextDecoder(encoding).decode(made?.files[0]?.bytes));
    const figures = texts.map((text) => (text === '' ? 'null' : text)).join(' ');
    for (const row of ['new_received', 'handled_total', 'carried_out'])
      expect(figures).toContain((truth.applications[row] ?? []).map(String).join(' '));
    expect(figures).toContain(Object.values(truth.reviews).flat().map(String).join(' '));
  });
});

describe('a saved page', () => {
  it('holds the page in ASCII, in lines that mail takes', () => {
    for (const name of ['saved-page', 'saved-page-word']) {
      const text = Buffer.from(bytesOf(name)).toString('latin1');
      expect(text).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    }
  });
});

describe('the GB18030 writer', () => {
  it('is undone by the decoder, characters beyond GBK and beyond the basic plane included', () => {
    const text = '勾稽 ABC 12，“三安全一稳定”㐂䶮ﾊ𠀀𫍰€ü①㈠';
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text))).toBe(text);
  });
});
