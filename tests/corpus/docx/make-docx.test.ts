import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../crc32.js';
import { KINDS } from '../kinds.js';
import { DOCX_STYLES } from './make-docx.js';
import { zip } from './zip.js';

const SEED = 5;

/** The parts of an archive, read by its central directory; every checksum is tried. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const count = buffer.readUInt16LE(end + 10);
  const parts = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let k = 0; k < count; k++) {
    expect(buffer.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const [method, sum, packed] = [
      buffer.readUInt16LE(at + 10),
      buffer.readUInt32LE(at + 16),
      buffer.readUInt32LE(at + 20),
    ];
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(start, start + packed);
    const plain = method === 0 ? data : inflateRawSync(data);
    expect(crc32(plain)).toBe(sum);
    parts.set(name, plain.toString('utf8'));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return parts;
}

/** Fails where tags do not nest; attributes are not looked at. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [tag, slash, name, , empty] of xml.matchAll(/<(\/?)([\w:.]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (tag.startsWith('<?')) continue;
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name ?? '');
  }
  expect(open).toEqual([]);
}

describe.each(Object.keys(DOCX_STYLES))('the word-processor style %s', (style) => {
  const make = () => KINDS['docx']?.make({ seed: SEED, style });
  const bytes = make()?.files[0]?.bytes ?? new Uint8Array();
  const parts = unzip(bytes);
  const document = parts.get('word/document.xml') ?? '';

  it('gives the same bytes for the same seed', () => {
    expect(Buffer.compare(bytes, make()?.files[0]?.bytes ?? new Uint8Array())).toBe(0);
  });

  it('is a package whose parts are all declared and well formed', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const [name, xml] of parts) {
      expectWellFormed(xml);
      if (name.startsWith('word/') && !name.endsWith('.rels')) expect(types).toContain(`/${name}`);
    }
  });

  it('fills every row of a table to the width of its grid', () => {
    // Innermost tables only: a nested style has a table of one cell around each.
    for (const [table] of document.matchAll(/<w:tbl>(?:(?!<w:tbl>)[\s\S])*?<\/w:tbl>/g)) {
      const width = [...table.matchAll(/<w:gridCol /g)].length;
      for (const [row] of table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)) {
        const cells = [...row.matchAll(/<w:tcPr>[\s\S]*?<\/w:tcPr>/g)].map(([cell]) =>
          Number(/gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        );
        expect(cells.reduce((a, b) => a + b, 0)).toBe(width);
      }
    }
  });

  it('prints the figures of its truth', () => {
    const truth = make()?.truth as unknown as { reviews: Record<string, number[]> };
    const read = document
      .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
      .replace(/<w:del [\s\S]*?<\/w:del>/g, '')
      .replace(/<w:r><w:rPr>(?:(?!<\/w:r>)[\s\S])*<w:vanish\/>[\s\S]*?<\/w:r>/g, '');
    const cells = read
      .split('</w:tc>')
      .map((cell) =>
        [...cell.slice(cell.lastIndexOf('<w:tc>')).matchAll(/<w:t[ >][^<]*/g)]
          .map(([text]) => text.replace(/^[^>]*>/, ''))
          .join(''),
      );
    expect(cells.join(' ')).toContain(Object.values(truth.reviews).flat().join(' '));
  });
});

describe('the ZIP writer', () => {
  it('packs parts that come out as they went in, stored and compressed', () => {
    const parts = [
      { name: 'a/甲.txt', data: Buffer.from('勾稽'.repeat(300)) },
      { name: 'empty', data: Buffer.alloc(0) },
    ];
    for (const compressed of [true, false])
      expect([...unzip(zip(parts, compressed))]).toEqual(parts.map(({ name, data }) => [name, data.toString('utf8')]));
  });
});
