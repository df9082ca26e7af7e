/** Makes scans of documents whose truth is known, as an office would: printed, laid on the glass, kept as JPEG. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rotate } from '../corpus/scan/degrade.js';
import { jpegPage, toPicturePdf } from '../corpus/scan/image-files.js';
import { drawPages, hasPoppler, toJpeg } from '../corpus/scan/poppler.js';
import { listKnownDocuments } from './known-documents.js';

/** How a page is scanned: at what resolution, how much it lies askew, and how well the JPEG is. */
const SCANS = [
  { dpi: 200, degrees: 0, quality: 85 },
  { dpi: 300, degrees: 0, quality: 85 },
  { dpi: 200, degrees: 0.7, quality: 60 },
  { dpi: 300, degrees: 0.7, quality: 60 },
] as const;

/**
 * Makes a scan in every way of every PDF in a folder, with its truth beside it.
 *
 * @throws {Error} where no PDF is in the folder, or pdftoppm is not there
 */
export async function scanKnownDocuments(from: string, into: string): Promise<void> {
  if (!hasPoppler()) throw new Error('pdftoppm is not installed (Debian package poppler-utils): no scans can be made');
  const printed = (await listKnownDocuments(from)).filter(({ name }) => name.endsWith('.pdf'));
  if (printed.length === 0) throw new Error(`no PDF with its truth in ${from}`);
  for (const { name, path } of printed)
    for (const { dpi, degrees, quality } of SCANS) {
      const pages = drawPages(readFileSync(path), dpi).map((page) => {
        const laid = degrees === 0 ? page : rotate(page, degrees);
        return jpegPage(toJpeg(laid, dpi, quality), laid.widthPx, laid.heightPx);
      });
      const scan = `${name.slice(0, -'.pdf'.length)}-${dpi}dpi${degrees === 0 ? '' : '-askew'}`;
      writeFileSync(join(into, `${scan}.pdf`), toPicturePdf(pages, dpi));
      copyFileSync(path.replace(/\.pdf$/u, '.truth.json'), join(into, `${scan}.truth.json`));
    }
}
