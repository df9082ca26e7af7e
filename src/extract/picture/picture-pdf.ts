/**
 * A PDF that holds nothing but pictures, one or more strips a page. Files of pictures are read by way of it: PDFium decodes
 * what scanners write (JPEG, Flate, LZW, fax), within its own memory, and everything behind it is the same as for a PDF.
 */

/** A strip of a picture, as wide as its page. */
export interface Strip {
  readonly firstRow: number;
  readonly rowCount: number;
  /** Entries of the image's dictionary besides its size (ISO 32000-2 §8.9.5): colour space, depth, filter. */
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/** A page that is one picture. */
export interface PicturePage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels per inch; absent or absurd: the page is taken for a sheet of A4. */
  readonly dpi?: number;
  /** By how much it is to be turned clockwise to stand upright, in degrees. */
  readonly turnDeg: 0 | 90 | 180 | 270;
  readonly strips: readonly Strip[];
}

const POINTS_PER_INCH = 72;
/** What programs write that do not know the resolution, and what no scanner has. */
const LEAST_DPI = 98;
const MOST_DPI = 1300;
/** The sides of a sheet of A4 in inches. */
const SHEET_LENGTH = 11.69;
const SHEET_WIDTH = 8.27;
/** A picture longer than this many times its width shows several pages below one another. */
const LONGEST_SHEET = 1.7;

/** Writes the PDF. */
export function picturePdf(pages: readonly PicturePage[]): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (text: string, data?: Uint8Array): number => {
    const head = Buffer.from(text, 'latin1');
    objects.push(data ? Buffer.concat([head, Buffer.from('\nstream\n'), data, Buffer.from('\nendstream')]) : head);
    return objects.length;
  };
  // The catalogue and the tree come first; the kids' numbers are known once they are written.
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const kids = pages.map((page) => addPage(page, add));
  const tree = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  objects[1] = Buffer.from(tree, 'latin1');
  return assemble(objects);
}

function addPage(page: PicturePage, add: (text: string, data?: Uint8Array) => number): number {
  const { widthPx, heightPx, strips, turnDeg } = page;
  const scale = POINTS_PER_INCH / dpiOf(page);
  const images = strips.map(({ rowCount, dictionary, data }) =>
    add(
      `<< /Type /XObject /Subtype /Image /Width ${widthPx} /Height ${rowCount} ${dictionary} /Length ${data.length} >>`,
      data,
    ),
  );
  const drawing = strips.map(({ firstRow, rowCount }, k) => {
    const foot = (heightPx - firstRow - rowCount) * scale;
    return `q ${widthPx * scale} 0 0 ${rowCount * scale} 0 ${foot} cm /S${k} Do Q`;
  });
  const content = Buffer.from(drawing.join('\n'), 'latin1');
  const contents = add(`<< /Length ${content.length} >>`, content);
  const names = images.map((image, k) => `/S${k} ${image} 0 R`).join(' ');
  return add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${widthPx * scale} ${heightPx * scale}] /Rotate ${turnDeg} ` +
      `/Contents ${contents} 0 R /Resources << /XObject << ${names} >> >> >>`,
  );
}

/** The resolution of a picture: its own where that is one of a scanner's, else that of a sheet of A4. */
function dpiOf({ widthPx, heightPx, dpi }: PicturePage): number {
  if (dpi !== undefined && dpi >= LEAST_DPI && dpi <= MOST_DPI) return dpi;
  const isLong = heightPx > LONGEST_SHEET * widthPx;
  return isLong ? widthPx / SHEET_WIDTH : Math.max(widthPx, heightPx) / SHEET_LENGTH;
}

/** Puts objects into a file with its table of places (ISO 32000-2 §7.5). */
function assemble(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((object, k) => {
    const at = length;
    const framed = Buffer.concat([Buffer.from(`${k + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(framed);
    length += framed.length;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
