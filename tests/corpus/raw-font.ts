// Fonts for the raw writer: Chinese fonts that are named but not embedded, and subsets of an installed one.
import type { PdfObject } from './raw-file.js';
import { subsetTrueType, type TrueType } from './truetype.js';

/** A font as the raw writer needs it. */
export interface RawFont {
  /** Hexadecimal string operand of a text, horizontal or vertical. */
  encode: (text: string) => string;
  /** Advance in ems. */
  widthOf: (character: string) => number;
  /** Which of the font resources shows a character in horizontal text. */
  resourceOf: (character: string) => 'F1' | 'F3';
  /** PDF objects, given the number of the first: the font for horizontal text first, the one for vertical text second. */
  objects: (first: number) => readonly PdfObject[];
}

/** Encodings of fonts that are not embedded. */
export type NamedEncoding = 'UniGB-UCS2' | 'UniGB-UTF16' | 'GBK-EUC';

/** ASCII is half as wide as a Chinese character. */
const halfWidth = (character: string): number => (character.charCodeAt(0) < 0x7f ? 0.5 : 1);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

let gbkTable: Map<string, number> | undefined;

/** Characters to GBK, read off the decoder that Node ships. */
function gbk(): Map<string, number> {
  if (gbkTable !== undefined) return gbkTable;
  const table = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, lead * 256 + trail);
    }
  gbkTable = table;
  return table;
}

/** Text as GBK; a character that GBK lacks becomes a question mark. */
export function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const code = gbk().get(character);
      return code === undefined ? [0x3f] : [code >> 8, code & 0xff];
    }),
  );
}

function encodeNamed(text: string, encoding: NamedEncoding): string {
  if (encoding === 'GBK-EUC') return [...encodeGbk(text)].map((byte) => hex(byte, 2)).join('');
  return Array.from({ length: text.length }, (_, k) => hex(text.charCodeAt(k), 4)).join('');
}

/** A font that the reader of the file must bring along. */
export function namedFont(encoding: NamedEncoding, name: string): RawFont {
  return {
    encode: (text) => encodeNamed(text, encoding),
    widthOf: halfWidth,
    resourceOf: () => 'F1',
    objects: (first) => {
      const font = (direction: 'H' | 'V'): string =>
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding}-${direction} /DescendantFonts [${first + 2} 0 R] >>`;
      return [
        font('H'),
        font('V'),
        // CIDs 1–95 are Latin letters, 814–939 their half-width forms: half an em both.
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor ${first + 3} 0 R >>`,
        `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
      ];
    },
  };
}

/** What an embedded font says about the characters of its glyphs. */
export type ToUnicode =
  | 'right'
  /** Nothing: the text cannot be known. */
  | 'none'
  /** Nothing for the characters of the labels, right for figures. */
  | 'figures-only'
  /** Every Chinese character becomes another one. */
  | 'wrong-labels'
  /** Every digit becomes another one. */
  | 'wrong-figures'
  /** One digit becomes another one. */
  | 'wrong-digit';

function claimed(character: string, kind: ToUnicode): string | undefined {
  const isAscii = character.charCodeAt(0) < 0x80;
  switch (kind) {
    case 'right':
      return character;
    case 'none':
      return undefined;
    case 'figures-only':
      return isAscii ? character : undefined;
    case 'wrong-labels':
      return isAscii ? character : String.fromCharCode(character.charCodeAt(0) + 3);
    case 'wrong-figures':
      return /\d/.test(character) ? String((Number(character) + 3) % 10) : character;
    case 'wrong-digit':
      return character === '3' ? '8' : character;
  }
}

function toUnicodeMap(characters: readonly string[], kind: ToUnicode): string {
  const lines = characters.flatMap((character, k) => {
    const text = claimed(character, kind);
    return text === undefined ? [] : [`<${hex(k + 1, 4)}> <${hex(text.charCodeAt(0), 4)}>`];
  });
  const blocks: string[] = [];
  for (let k = 0; k < lines.length; k += 100) {
    const part = lines.slice(k, k + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function subsetFont(font: TrueType, name: string, text: string, kind: ToUnicode): RawFont {
  const characters = [...new Set(text)].sort();
  const glyphs = [0, ...characters.map((character) => font.glyphOf(character))];
  const advances = glyphs.map((glyph) => font.advanceOf(glyph));
  const codes = new Map(characters.map((character, k) => [character, k + 1]));
  return {
    encode: (part) => Array.from(part, (character) => hex(codes.get(character) ?? 0, 4)).join(''),
    widthOf: (character) => advances[codes.get(character) ?? 0] ?? 1,
    resourceOf: () => 'F1',
    objects: (first) => {
      const unicode = kind === 'none' ? '' : ` /ToUnicode ${first + 5} 0 R`;
      const head = (direction: 'H' | 'V'): string =>
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-${direction} /DescendantFonts [${first + 2} 0 R]${unicode} >>`;
      const widths = advances.map((advance) => Math.round(advance * 1000)).join(' ');
      return [
        head('H'),
        head('V'),
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 1000 /W [0 [${widths}]] /FontDescriptor ${first + 3} 0 R >>`,
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-100 -250 1100 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 ${first + 4} 0 R >>`,
        { dictionary: '', data: subsetTrueType(font, glyphs).bytes, compressed: true },
        { dictionary: '', data: Buffer.from(toUnicodeMap(characters, kind), 'latin1'), compressed: true },
      ];
    },
  };
}

/** How many objects the fonts of `embeddedFonts` take before the Latin one. */
export const CHINESE_FONT_OBJECTS = 6;

/** Subsets of a Chinese and a Latin TrueType font under Identity, as word processors embed them: figures in the latter. */
export function embeddedFonts(chinese: TrueType, latin: TrueType, text: string, kind: ToUnicode): RawFont {
  const isLatin = (character: string): boolean => chinese.glyphOf(character) === 0;
  const pick = (wanted: boolean): string =>
    Array.from(text)
      .filter((character) => isLatin(character) === wanted)
      .join('');
  const main = subsetFont(chinese, 'ABCDEF+DroidSansFallback', pick(false), kind);
  const side = subsetFont(latin, 'GHIJKL+LiberationSerif', pick(true), kind);
  const of = (character: string): RawFont => (isLatin(character) ? side : main);
  return {
    encode: (part) => Array.from(part, (character) => of(character).encode(character)).join(''),
    widthOf: (character) => of(character).widthOf(character),
    resourceOf: (character) => (isLatin(character) ? 'F3' : 'F1'),
    objects: (first) => [...main.objects(first), ...side.objects(first + CHINESE_FONT_OBJECTS)],
  };
}
