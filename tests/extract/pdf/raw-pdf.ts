/**
 * Writes tiny PDFs from their parts, so that a test shows the very operators it is about. `@name` in a dictionary or a
 * resource stands for a reference to the object of that name.
 */

/** A page: its content stream and what it needs. */
export interface RawPage {
  readonly content: string;
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  /** The array of annotations. */
  readonly annotations?: string;
  /** Inside of the resource dictionary, such as `/Font << /F1 @helvetica >>`. */
  readonly resources?: string;
}

/** An object: a dictionary, or a dictionary (without `/Length`) with a stream. */
export type RawObject = string | { readonly dictionary: string; readonly stream: string };

/** Fonts that tests share. Add them to the objects of a document. */
export const FONTS = {
  helvetica: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ...cidFont('gb', 'UniGB-UCS2-H'),
  ...cidFont('gbV', 'UniGB-UCS2-V'),
  ...cidFont('gbk', 'GBK-EUC-H'),
  ...cidFont('bare', 'Identity-H', 'Identity'),
} as const;

/** Resources that name every font of `FONTS`. */
export const FONT_RESOURCES = '/Font << /F1 @helvetica /GB @gb /GBV @gbV /GBK @gbk /BARE @bare >>';

/**
 * A document of the given pages. Bytes of strings are their character codes up to 255.
 *
 * @param catalog more entries of the catalog
 */
export function rawPdf(
  pages: readonly RawPage[],
  objects: Readonly<Record<string, RawObject>> = FONTS,
  catalog = '',
): Uint8Array {
  const named = new Map<string, RawObject>(Object.entries(objects));
  named.set('catalog', `<< /Type /Catalog /Pages @pages ${catalog} >>`);
  const kids = pages.map((_, index) => `@page${index}`).join(' ');
  named.set('pages', `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const [index, page] of pages.entries()) {
    named.set(`content${index}`, { dictionary: '', stream: page.content });
    named.set(`page${index}`, pageDictionary(page, index));
  }
  const names = [...named.keys()];
  const resolve = (text: string): string =>
    text.replace(/@([A-Za-z0-9]+)/g, (_, name: string) => {
      if (!named.has(name)) throw new Error(`no object @${name}`);
      return `${names.indexOf(name) + 1} 0 R`;
    });
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, object] of [...named.values()].entries()) {
    offsets.push(file.length);
    const body =
      typeof object === 'string'
        ? resolve(object)
        : `<< /Length ${object.stream.length} ${resolve(object.dictionary)} >>\nstream\n${object.stream}\nendstream`;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${names.length + 1}\n0000000000 65535 f \n${rows}`;
  file += resolve(`trailer\n<< /Size ${names.length + 1} /Root @catalog >>\nstartxref\n${start}\n%%EOF\n`);
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** A document of one page. */
export function onePagePdf(
  content: string,
  page: Omit<RawPage, 'content'> = {},
  objects: Readonly<Record<string, RawObject>> = FONTS,
): Uint8Array {
  return rawPdf([{ resources: FONT_RESOURCES, ...page, content }], objects);
}

/** Text as a hexadecimal string of UCS-2, for the `UniGB-UCS2-*` encodings. */
export function ucs2(text: string): string {
  const codes = Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, '0'));
  return `<${codes.join('')}>`;
}

function pageDictionary(page: RawPage, index: number): string {
  const { mediaBox = [0, 0, 400, 300], cropBox, rotate, annotations = '[]', resources = '' } = page;
  const crop = cropBox === undefined ? '' : `/CropBox [${cropBox.join(' ')}]`;
  const turn = rotate === undefined ? '' : `/Rotate ${rotate}`;
  return `<< /Type /Page /Parent @pages /MediaBox [${mediaBox.join(' ')}] ${crop} ${turn} /Annots ${annotations}
    /Resources << ${resources} >> /Contents @content${index} >>`;
}

/** A Chinese font that is not embedded, and its descendant. */
function cidFont(name: string, encoding: string, ordering = 'GB1'): Record<string, string> {
  return {
    [name]: `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding}
      /DescendantFonts [@${name}Cid] >>`,
    [`${name}Cid`]: `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
      /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor @${name}Descriptor >>`,
    [`${name}Descriptor`]: `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]
      /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  };
}
