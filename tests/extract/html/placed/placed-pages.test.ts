import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { htmlToPages } from '../../../../src/extract/index.js';
import { widthsOfFont } from '../../../../src/extract/html/placed/font-widths.js';
import type { PlacedPages, PositionedPage } from '../../../../src/model/index.js';

const read = (text: string): ReturnType<typeof htmlToPages> => htmlToPages(new TextEncoder().encode(text));

function placed(text: string): PlacedPages {
  const read_ = read(text);
  if (read_.kind !== 'placed') throw new Error('not read by its places');
  return read_;
}

/** The lines of a page from the top, each with the place of its first letter in points: `12,34 text`. */
function lines({ glyphs }: PositionedPage): string[] {
  const byTop = new Map<number, PositionedPage['glyphs'][number][]>();
  for (const glyph of glyphs) byTop.set(glyph.box.top, [...(byTop.get(glyph.box.top) ?? []), glyph]);
  return [...byTop]
    .sort(([a], [b]) => a - b)
    .map(([top, own]) => {
      const ordered = [...own].sort((a, b) => a.box.x0 - b.box.x0);
      return `${Math.round(ordered[0]?.box.x0 ?? 0)},${Math.round(top)} ${ordered.map(({ text }) => text).join('')}`;
    });
}

/** Boxes enough to be a page of them, in places far from those of interest. */
const FILLING = Array.from(
  { length: 40 },
  (_, k) => `<p style="position:absolute;left:0;top:${1000 + 20 * k}px">9</p>`,
);
const page = (body: string, style = ''): string =>
  `<style>p{margin:0}${style}</style><div style="position:relative;width:800px;height:2000px">${body}${FILLING.join('')}</div>`;
const firstLines = (text: string, count: number): string[] => {
  const [first] = placed(text).pages;
  return first ? lines(first).slice(0, count) : [];
};

describe('a page whose styles place its text', () => {
  it('is read by where the text is seen, whatever its order', () => {
    const body =
      '<p style="position:absolute;left:80px;top:40px">二</p><p style="position:absolute;left:40px;top:40px">一</p>' +
      '<p style="position:absolute;left:40px;top:0">零</p>';
    expect(firstLines(page(body), 2)).toEqual(['30,1 零', '30,31 一二']);
  });

  it('takes places from sheets, the far side, and boxes within boxes', () => {
    const body =
      '<p class="t x1 y1">甲</p><div style="position:absolute;left:10%;top:80px">乙<b style="position:absolute;left:2em;top:40px">丙</b></div>';
    const style = '.t{position:absolute;height:20px}.x1{left:40px}.y1{bottom:1940px}';
    expect(firstLines(page(body, style), 3)).toEqual(['30,31 甲', '60,61 乙', '84,91 丙']);
  });

  it('follows what makes letters smaller, shifts them in their line, or turns them', () => {
    const style =
      '.t{position:absolute;left:40px;top:40px;height:20px;font-size:64px;white-space:pre;transform-origin:0 100%;line-height:1;' +
      'transform:matrix(0.25,0,0,0.25,0,0)}._{display:inline-block}._1{width:640px}._2{margin-left:-32px}';
    const body = '<div class=t>甲<span class="_ _1"> </span>乙<span class="_ _2"></span>丙</div>';
    const [first] = placed(page(body, style)).pages;
    const [a, b, c] = first?.glyphs ?? [];
    expect([a, b, c].map((glyph) => [glyph?.text, Math.round(glyph?.box.x0 ?? 0), glyph?.fontSize])).toEqual([
      ['甲', 30, 12],
      ['乙', 162, 12],
      ['丙', 168, 12],
    ]);
    const turned =
      '<p style="position:absolute;left:40px;top:40px;width:20px;height:20px;transform:rotate(90deg)">甲</p>';
    expect(placed(page(turned)).pages[0]?.glyphs.find(({ text }) => text === '甲')?.angleDeg).toBe(90);
  });

  it('has a page for each sheet, and what no style places on pages of its own', () => {
    const sheet = (text: string): string => page(`<p style="position:absolute;left:0;top:0">${text}</p>`);
    const { pages } = placed(`<h1>题名</h1>${sheet('甲')}${sheet('乙')}<p>末行</p>`);
    expect(pages.map((each) => lines(each)[0])).toEqual(['0,1 题名', '0,1 甲', '0,1 乙', '0,1 末行']);
  });

  it('is taken apart where all sheets stand on one page, with edges drawn around them', () => {
    const edge = (top: number): string =>
      `<span style="position:absolute;border:gray 1px solid;left:0;top:${top}px;width:600px;height:700px"></span>`;
    const text = (top: number): string =>
      `<div style="position:absolute;border:textbox 1px solid;left:40px;top:${top}px;width:90px;height:20px">行<br></div>`;
    const body = Array.from({ length: 20 }, (_, k) => text(60 + 20 * k) + text(860 + 20 * k)).join('');
    const { pages } = placed(`<body>${edge(50)}${edge(850)}${body}<p style="position:absolute;left:0;top:0">9</p>`);
    expect(pages.map(({ glyphs, rulings }) => [glyphs.length, rulings.length])).toEqual([
      [1, 0],
      [20, 0],
      [20, 0],
    ]);
  });

  it('draws rules where boxes are as thin as lines or have borders', () => {
    const body =
      '<div style="position:absolute;left:40px;top:40px;width:400px;height:1px;background:#000"></div>' +
      '<div style="position:absolute;left:40px;top:80px;width:100px;height:40px;border:1px solid #000">甲</div>';
    expect(placed(page(body)).pages[0]?.rulings.map(({ orientation, position }) => [orientation, position])).toEqual([
      ['horizontal', 30.375],
      ['horizontal', 60],
      ['horizontal', 90],
      ['vertical', 30],
      ['vertical', 105],
    ]);
  });

  it.each([
    ['a place is not known', page('<p style="position:absolute;left:calc(1% + 2px);top:0">12</p>')],
    [
      'a place is another in some windows',
      page('<p class=a>12</p>', '.a{position:absolute;left:0;top:0}@media (hover){.a{left:9px}}'),
    ],
    ['it is not sure whether a figure is seen', page('<p style="position:absolute;left:0;top:0;opacity:.01">12</p>')],
    ['most of it is in no place', `<p>${'12'.repeat(50)}</p>${page('')}`],
    ['few boxes are placed', '<div style="position:absolute;left:0;top:0">12</div>'],
  ])('is read by its mark-up where %s', (_, text) => {
    expect(read(text).kind).toBe('markup');
  });
});

describe('the widths of letters in a placed text', () => {
  const line = (font: string): string =>
    page(
      '<p class=t>12345<span class=_>&nbsp;</span>67</p>',
      `${font}.t{position:absolute;left:0;top:0}._{display:inline-block;width:80px}`,
    );

  it('leave the place of a figure behind others unsure', () => {
    expect(placed(line('.t{font-family:Nobody}')).unsure.length).toBe(2);
  });

  it('leave open whether pieces of a number belong together', () => {
    const pieces = (left: number): string =>
      page(
        `<p style="position:absolute;left:0;top:0;font-family:nobody">7044</p><p style="position:absolute;left:${left}px;top:0">.9</p>`,
      );
    // Four digits of half their size are 32 pixels wide; of another font they may be ten more.
    expect(placed(pieces(42)).unsure.length).toBeGreaterThan(0);
    expect(placed(pieces(80)).unsure).toEqual([]);
  });

  it('are sure where the font is embedded, or is one of documents', () => {
    const source = `url(data:font/woff;base64,${font(0.75).toString('base64')})`;
    const { unsure, pages } = placed(line(`@font-face{font-family:F;src:${source}}.t{font-family:F}`));
    expect(unsure).toEqual([]);
    // Five digits three quarters of their size wide, and 80 pixels.
    expect(pages[0]?.glyphs[5]?.box.x0).toBeCloseTo(0.75 * (5 * 12 + 80));
    expect(placed(line('.t{font-family:"ABCDEF+SimSun"}')).unsure).toEqual([]);
  });

  it('are read from fonts as they are and packed, and from nothing else', () => {
    for (const isPacked of [false, true]) {
      const widthOf = widthsOfFont(`url("data:x;base64,${font(0.5, isPacked).toString('base64')}")`);
      expect([widthOf?.('7'), widthOf?.('甲')]).toEqual([0.5, undefined]);
    }
    expect(widthsOfFont('url(f.woff)')).toBeUndefined();
    expect(widthsOfFont(`url(data:x;base64,${'A'.repeat(400)})`)).toBeUndefined();
    expect(widthsOfFont(`url(data:x;base64,${font(0.5).subarray(0, 90).toString('base64')})`)).toBeUndefined();
  });
});

/** A font that says of its ten digits how wide they are, and no more. */
function font(share: number, isPacked = true): Buffer {
  const table = (length: number, values: Readonly<Record<number, number>>): Buffer => {
    const bytes = Buffer.alloc(length);
    for (const [at, value] of Object.entries(values)) bytes.writeUInt16BE(value, Number(at));
    return bytes;
  };
  // One segment (format 4): the digits are the glyphs from 1.
  const cmap = table(44, {
    2: 1,
    4: 3,
    6: 1,
    10: 12,
    12: 4,
    14: 32,
    18: 4,
    26: 0x39,
    28: 0xffff,
    32: 0x30,
    34: 0xffff,
    36: 0x10000 - 0x2f,
    38: 1,
  });
  const tables = {
    cmap,
    head: table(54, { 18: 1000 }),
    hhea: table(36, { 34: 2 }),
    hmtx: table(8, { 4: 1000 * share }),
  };
  const entries = Object.entries(tables).map(([name, bytes]) => ({
    name,
    bytes,
    packed: isPacked ? smaller(bytes) : bytes,
  }));
  const size = isPacked ? 20 : 16;
  const head = Buffer.alloc((isPacked ? 44 : 12) + size * entries.length);
  head.write(isPacked ? 'wOFF' : '\0\u0001\0\0', 'latin1');
  head.writeUInt16BE(entries.length, isPacked ? 12 : 4);
  let from = head.length;
  for (const [k, { name, bytes, packed }] of entries.entries()) {
    const at = (isPacked ? 44 : 12) + size * k;
    head.write(name, at, 'latin1');
    head.writeUInt32BE(from, at + (isPacked ? 4 : 8));
    head.writeUInt32BE(packed.length, at + (isPacked ? 8 : 12));
    if (isPacked) head.writeUInt32BE(bytes.length, at + 12);
    from += packed.length;
  }
  return Buffer.concat([head, ...entries.map(({ packed }) => packed)]);
}

function smaller(bytes: Buffer): Buffer {
  const packed = deflateSync(bytes);
  return packed.length < bytes.length ? packed : bytes;
}
