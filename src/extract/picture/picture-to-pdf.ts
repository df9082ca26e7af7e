/** Makes a PDF of a file of pictures, so that it is read as a scanned PDF is. */
import { PipelineError } from '../../model/index.js';
import { jpegPage } from './jpeg-page.js';
import { picturePdf } from './picture-pdf.js';
import type { PicturePage } from './picture-pdf.js';
import { pngPage } from './png-page.js';
import { tiffPages } from './tiff-pages.js';

/**
 * Makes a PDF of a JPEG, a PNG or a TIFF.
 *
 * @throws {PipelineError} `image` for a picture of another kind or make, with what to do.
 */
export function pictureToPdf(bytes: Uint8Array): Uint8Array {
  const pages = toPages(bytes);
  if (pages !== undefined) return picturePdf(pages);
  throw new PipelineError('image', {
    zh: '这张图片已损坏，或其格式不能读取（可读：JPEG、PNG、TIFF）；请另存为 JPEG 或不交错的 PNG 后重试',
    en: 'the picture is damaged, or of a make that is not read (JPEG, PNG and TIFF are); save it as JPEG or as PNG without interlacing and try again',
  });
}

function toPages(bytes: Uint8Array): readonly PicturePage[] | undefined {
  try {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xd8) return only(jpegPage(bytes));
    if (first === 0x89 && second === 0x50) return only(pngPage(bytes));
    if ((first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d)) return tiffPages(bytes);
  } catch (error) {
    // A damaged file points beyond its end, or its pixels do not unpack.
    if (!(error instanceof RangeError) && !(error instanceof Error && 'code' in error)) throw error;
  }
  return undefined;
}

function only(page: PicturePage | undefined): readonly PicturePage[] | undefined {
  return page && [page];
}
