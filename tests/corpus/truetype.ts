// Cuts a TrueType font down to the characters of one document, for embedding. Only what a PDF needs of it: outlines,
// widths and the character map (formats 4 and 12).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A font file and where its tables lie. */
export interface TrueType {
  readonly bytes: Buffer;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
  readonly unitsPerEm: number;
  /** Glyph of a character; 0 where the font has none. */
  readonly glyphOf: (character: string) => number;
  /** Advance of a glyph in ems. */
  readonly advanceOf: (glyph: number) => number;
  /** Left side bearing of a glyph in font units; a renderer shifts the outline by it. */
  readonly bearingOf: (glyph: number) => number;
}

/** A font with fewer glyphs, renumbered in the order asked for. */
export interface Subset {
  readonly bytes: Buffer;
}

/** Where an installed font lies, by its family name. */
export function findFont(family: string): string {
  return execFileSync('fc-match', ['-f', '%{file}', family], { encoding: 'utf8' }).trim();
}

function readCharacterMap(bytes: Buffer, cmap: number): (code: number) => number {
  const count = bytes.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: count }, (_, k) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * k));
  const wide = subtables.find((at) => bytes.readUInt16BE(at) === 12);
  if (wide !== undefined) {
    const groups = bytes.readUInt32BE(wide + 12);
    return (code) => {
      for (let g = 0; g < groups; g++) {
        const at = wide + 16 + 12 * g;
        const first = bytes.readUInt32BE(at);
        if (code >= first && code <= bytes.readUInt32BE(at + 4)) return bytes.readUInt32BE(at + 8) + code - first;
      }
      return 0;
    };
  }
  const narrow = subtables.find((at) => bytes.readUInt16BE(at) === 4);
  if (narrow === undefined) throw new Error('the font has no character map of format 4 or 12');
  const segments = bytes.readUInt16BE(narrow + 6) / 2;
  const ends = narrow + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  return (code) => {
    for (let s = 0; s < segments; s++) {
      if (bytes.readUInt16BE(ends + 2 * s) < code) continue;
      const start = bytes.readUInt16BE(starts + 2 * s);
      if (start > code) return 0;
      const delta = bytes.readUInt16BE(deltas + 2 * s);
      const range = bytes.readUInt16BE(ranges + 2 * s);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(ranges + 2 * s + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Opens a TrueType font. */
export function openTrueType(file: string): TrueType {
  const bytes = readFileSync(file);
  const count = bytes.readUInt16BE(4);
  const tables = new Map(
    Array.from({ length: count }, (_, k) => {
      const at = 12 + 16 * k;
      const place = { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) };
      return [bytes.toString('latin1', at, at + 4), place] as const;
    }),
  );
  const offset = (name: string): number => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`${file} has no table ${name}`);
    return table.offset;
  };
  const unitsPerEm = bytes.readUInt16BE(offset('head') + 18);
  const metrics = bytes.readUInt16BE(offset('hhea') + 34);
  const toGlyph = readCharacterMap(bytes, offset('cmap'));
  return {
    bytes,
    tables,
    unitsPerEm,
    glyphOf: (character) => toGlyph(character.codePointAt(0) ?? 0),
    advanceOf: (glyph) => bytes.readUInt16BE(offset('hmtx') + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm,
    bearingOf: (glyph) =>
      bytes.readInt16BE(offset('hmtx') + (glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics))),
  };
}

function tableOf(font: TrueType, name: string): Buffer {
  const place = font.tables.get(name);
  return place === undefined ? Buffer.alloc(0) : font.bytes.subarray(place.offset, place.offset + place.length);
}

/** The outline of a glyph; empty for a space. */
function outlineOf(font: TrueType, glyph: number): Buffer {
  const loca = tableOf(font, 'loca');
  const isLong = tableOf(font, 'head').readUInt16BE(50) === 1;
  const at = (k: number): number => (isLong ? loca.readUInt32BE(4 * k) : 2 * loca.readUInt16BE(2 * k));
  return tableOf(font, 'glyf').subarray(at(glyph), at(glyph + 1));
}

/** Where a composite outline names its parts. */
function partPlaces(outline: Buffer): number[] {
  const places: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return places;
  let at = 10;
  for (let more = true; more;) {
    const flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return places;
}

function assemble(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  let offset = header.length;
  const parts = [header];
  tables.forEach(([name, data], k) => {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    header.write(name, 12 + 16 * k, 'latin1');
    header.writeUInt32BE(sum, 16 + 16 * k);
    header.writeUInt32BE(offset, 20 + 16 * k);
    header.writeUInt32BE(data.length, 24 + 16 * k);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** Keeps the given glyphs (the first must be 0) and the parts that they are made of. */
export function subsetTrueType(font: TrueType, glyphs: readonly number[]): Subset {
  const kept = [...glyphs];
  const outlines: Buffer[] = [];
  // Parts are appended while the loop runs, and visited in turn.
  for (const glyph of kept) {
    const outline = Buffer.from(outlineOf(font, glyph));
    for (const place of partPlaces(outline)) {
      const part = outline.readUInt16BE(place);
      if (!kept.includes(part)) kept.push(part);
      outline.writeUInt16BE(kept.indexOf(part), place);
    }
    outlines.push(Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]));
  }
  const loca = Buffer.alloc(4 * (kept.length + 1));
  let offset = 0;
  outlines.forEach((outline, k) => {
    offset += outline.length;
    loca.writeUInt32BE(offset, 4 * (k + 1));
  });
  const hmtx = Buffer.alloc(4 * kept.length);
  kept.forEach((glyph, k) => {
    hmtx.writeUInt16BE(Math.round(font.advanceOf(glyph) * font.unitsPerEm), 4 * k);
    hmtx.writeInt16BE(font.bearingOf(glyph), 4 * k + 2);
  });
  const head = Buffer.from(tableOf(font, 'head'));
  head.writeUInt16BE(1, 50);
  const hhea = Buffer.from(tableOf(font, 'hhea'));
  hhea.writeUInt16BE(kept.length, 34);
  const maxp = Buffer.from(tableOf(font, 'maxp'));
  maxp.writeUInt16BE(kept.length, 4);
  return {
    bytes: assemble([
      ['glyf', Buffer.concat(outlines)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ]),
  };
}
