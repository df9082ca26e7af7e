// Fonts for the raw writer: Chinese fonts that are named but not embedded, under three encodings.

/** A font as the raw writer needs it. */
export interface RawFont {
  /** Hexadecimal string operand of a text, horizontal or vertical. */
  encode: (text: string) => string;
  /** Advance in ems. */
  widthOf: (character: string) => number;
  /** PDF objects, given the number of the first: the font for horizontal text first, the one for vertical text second. */
  objects: (first: number) => readonly (string | Uint8Array)[];
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
