// Pages of a PDF as pixels, and pixels as JPEG, by poppler's pdftoppm (Debian package poppler-utils). Nothing else of the
// corpus needs it; `hasPoppler` says whether it is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { picturePage, toPicturePdf } from './image-files.js';
import type { Raster } from './raster.js';

const PROGRAM = process.env['GOUJI_PDFTOPPM'] ?? 'pdftoppm';
const MOST_BYTES = 1024 * 1024 * 1024;

/** True where pages can be made into pictures. */
export function hasPoppler(): boolean {
  return spawnSync(PROGRAM, ['-v']).error === undefined;
}

function run(pdf: Uint8Array, options: readonly string[]): Buffer {
  try {
    return execFileSync(PROGRAM, [...options, '-'], {
      input: pdf,
      maxBuffer: MOST_BYTES,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (cause) {
    throw new Error(`${PROGRAM} could not draw the pages; is poppler-utils installed?`, { cause });
  }
}

/** Reads pictures in PGM that follow on each other (`P5 width height 255`, then the pixels). */
export function readPgm(bytes: Buffer): readonly Raster[] {
  const pages: Raster[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 64));
    if (header === null) throw new Error('not a grey picture of pdftoppm');
    const [widthPx, heightPx] = [Number(header[1]), Number(header[2])];
    at += header[0].length;
    pages.push({ widthPx, heightPx, channels: 1, data: Uint8Array.from(bytes.subarray(at, at + widthPx * heightPx)) });
    at += widthPx * heightPx;
  }
  return pages;
}

/** Draws the pages of a PDF in grey. */
export function drawPages(pdf: Uint8Array, dpi: number): readonly Raster[] {
  return readPgm(run(pdf, ['-r', String(dpi), '-gray']));
}

/** A picture as JPEG: wrapped as the only picture of a page of its size, and drawn in JPEG at that size. */
export function toJpeg(raster: Raster, dpi: number, quality: number): Uint8Array {
  const pdf = toPicturePdf([picturePage(raster, 8)], dpi);
  const size = ['-scale-to-x', String(raster.widthPx), '-scale-to-y', String(raster.heightPx)];
  const grey = raster.channels === 1 ? ['-gray'] : [];
  return Uint8Array.from(run(pdf, ['-r', String(dpi), ...size, ...grey, '-jpeg', '-jpegopt', `quality=${quality}`]));
}
