/** How wide a font that is embedded in a page draws its letters (OpenType, as it is or wrapped as WOFF 1). */
import { inflateSync } from 'node:zlib';

/** The width of a sign as a share of its size; `undefined` where the font does not say. */
export type WidthOf = (sign: string) => number | undefined;

/** A wrapped table that inflates beyond this, in bytes, is there to do harm; the widths of all Chinese letters take a tenth. */
const LARGEST_TABLE = 4 << 20;

/**
 * Reads the widths of a font.
 *
 * @param source where a style sheet says that the font is; only what it holds itself is read
 * @returns `undefined` for a font that is elsewhere, or that cannot be read
 */
export function widthsOfFont(source: string): WidthOf | undefined {
  const data = /url\(\s*["']?data:[^,)]*;base64,(?<data>[^"')]*)/iu.exec(source)?.groups?.['data'];
  if (data === undefined) return undefined;
  try {
    return readWidths(Buffer.from(data, 'base64'));
  } catch (error) {
    // Offsets that lead out of the file, and what does not inflate: there are no widths to be had.
    if (error instanceof RangeError || isZlibError(error)) return undefined;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_)/u.test(String(error.code));
}

function readWidths(font: Buffer): WidthOf | undefined {
  const tables = font.toString('latin1', 0, 4) === 'wOFF' ? wrappedTables(font) : plainTables(font);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables(name));
  if (!head || !hhea || !hmtx || !cmap) return undefined;
  const unitsPerEm = head.readUInt16BE(18);
  const metricCount = hhea.readUInt16BE(34);
  const glyphOf = readCmap(cmap);
  if (unitsPerEm === 0 || metricCount === 0 || glyphOf === undefined) return undefined;
  return (sign) => {
    const glyph = glyphOf(sign.codePointAt(0) ?? 0);
    if (glyph === 0) return undefined;
    return hmtx.readUInt16BE(4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  };
}

type TableOf = (name: string) => Buffer | undefined;

function plainTables(font: Buffer): TableOf {
  return (name) => {
    for (let k = 0; k < font.readUInt16BE(4); k++) {
      const at = 12 + 16 * k;
      if (font.toString('latin1', at, at + 4) !== name) continue;
      const from = font.readUInt32BE(at + 8);
      return font.subarray(from, from + font.readUInt32BE(at + 12));
    }
    return undefined;
  };
}

function wrappedTables(font: Buffer): TableOf {
  return (name) => {
    for (let k = 0; k < font.readUInt16BE(12); k++) {
      const at = 44 + 20 * k;
      if (font.toString('latin1', at, at + 4) !== name) continue;
      const [from, packed, whole] = [4, 8, 12].map((offset) => font.readUInt32BE(at + offset));
      const bytes = font.subarray(from, (from ?? 0) + (packed ?? 0));
      return packed === whole ? bytes : inflateSync(bytes, { maxOutputLength: LARGEST_TABLE });
    }
    return undefined;
  };
}

type GlyphOf = (code: number) => number;

/** Which glyph draws a character: tables of segments (format 4) and of groups (format 12). */
function readCmap(cmap: Buffer): GlyphOf | undefined {
  const found: { readonly format: number; readonly table: Buffer }[] = [];
  for (let k = 0; k < cmap.readUInt16BE(2); k++) {
    const platform = cmap.readUInt16BE(4 + 8 * k);
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * k));
    if (platform === 0 || platform === 3) found.push({ format: table.readUInt16BE(0), table });
  }
  const groups = found.find(({ format }) => format === 12)?.table;
  const segments = found.find(({ format }) => format === 4)?.table;
  if (groups) return (code) => glyphInGroups(groups, code);
  return segments && ((code) => glyphInSegments(segments, code));
}

function glyphInGroups(table: Buffer, code: number): number {
  const count = Math.min(table.readUInt32BE(12), Math.floor((table.length - 16) / 12));
  for (let k = 0; k < count; k++) {
    const at = 16 + 12 * k;
    const first = table.readUInt32BE(at);
    if (first <= code && code <= table.readUInt32BE(at + 4)) return table.readUInt32BE(at + 8) + code - first;
  }
  return 0;
}

function glyphInSegments(table: Buffer, code: number): number {
  const size = table.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    if (code > table.readUInt16BE(at)) continue;
    const first = table.readUInt16BE(at + size + 2);
    if (code < first) return 0;
    const delta = table.readUInt16BE(at + 2 * size + 2);
    const offsetAt = at + 3 * size + 2;
    const offset = table.readUInt16BE(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = table.readUInt16BE(offsetAt + offset + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
