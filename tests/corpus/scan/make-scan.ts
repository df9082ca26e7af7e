// Reports as scans: the pages of a PDF as pictures, spoilt in the way a style names, in the file a style names.
import { renamed, type AnyTruth, type Composed, type MadeFiles } from '../made-files.js';
import type { Random } from '../random.js';
import { addNoise, blur, darkEdges, fadeRulings, rotate, shade, stamp, threshold } from './degrade.js';
import { jpegPage, picturePage, toPicturePdf, toPng, toTiff } from './image-files.js';
import { drawPages, toJpeg } from './poppler.js';
import { stack, turnQuarter, twoUp, type Raster } from './raster.js';

/** How a document is scanned. */
export interface ScanStyle {
  readonly dpi: 150 | 200 | 300;
  /** Turned by up to this much, either way. */
  readonly mostDegrees?: number;
  readonly blurPx?: number;
  readonly noise?: number;
  /** Share of pixels that are specks. */
  readonly specks?: number;
  readonly faintRulings?: boolean;
  readonly stamp?: boolean;
  readonly edges?: boolean;
  readonly shaded?: boolean;
  readonly fax?: boolean;
  readonly twoUp?: boolean;
  /** Every other page lies upside down, or across. */
  readonly quarters?: 1 | 2 | 3;
  readonly file: 'pdf' | 'pdf-one-bit' | 'pdf-jpeg' | 'tiff' | 'tiff-one-bit' | 'png' | 'jpeg';
  readonly quality?: number;
}

/** All styles by name. */
export const SCAN_STYLES = {
  clean: { dpi: 300, file: 'pdf' },
  turned: { dpi: 200, mostDegrees: 2, file: 'pdf' },
  blurred: { dpi: 200, blurPx: 1.2, mostDegrees: 0.4, file: 'pdf-jpeg', quality: 75 },
  noisy: { dpi: 200, noise: 18, specks: 0.002, file: 'pdf' },
  'low-jpeg': { dpi: 150, file: 'pdf-jpeg', quality: 40 },
  copied: { dpi: 150, mostDegrees: 0.7, blurPx: 0.8, noise: 8, file: 'pdf-jpeg', quality: 40 },
  'faint-rulings': { dpi: 200, faintRulings: true, blurPx: 0.6, file: 'pdf' },
  stamped: { dpi: 200, stamp: true, mostDegrees: 0.5, file: 'pdf-jpeg', quality: 80 },
  fax: { dpi: 200, fax: true, mostDegrees: 0.8, specks: 0.0006, file: 'tiff-one-bit' },
  'one-bit': { dpi: 300, fax: true, file: 'pdf-one-bit' },
  edges: { dpi: 200, edges: true, mostDegrees: 1, noise: 4, file: 'tiff' },
  'two-up': { dpi: 200, twoUp: true, mostDegrees: 0.3, file: 'pdf' },
  'pages-turned': { dpi: 150, quarters: 2, file: 'pdf-jpeg', quality: 60 },
  'pages-aside': { dpi: 200, quarters: 3, mostDegrees: 0.5, file: 'pdf-jpeg', quality: 70 },
  'long-picture': { dpi: 150, file: 'png' },
  photograph: { dpi: 200, shaded: true, mostDegrees: 1.5, blurPx: 0.9, noise: 6, file: 'jpeg', quality: 70 },
} as const satisfies Readonly<Record<string, ScanStyle>>;

/** The name of a style. */
export type ScanStyleName = keyof typeof SCAN_STYLES;

/** Below this a pixel of a fax is black. */
const FAX_LEVEL = 150;

/** Spoils one page; in the order in which paper, lid, lens and wire would. */
export function degradePage(page: Raster, style: ScanStyle, pageNumber: number, random: Random): Raster {
  const { dpi, mostDegrees, blurPx, noise, specks } = style;
  const steps: readonly (((raster: Raster) => Raster) | undefined)[] = [
    style.faintRulings === true ? (raster) => fadeRulings(raster, dpi, random) : undefined,
    style.stamp === true ? (raster) => stamp(raster, dpi, random) : undefined,
    mostDegrees === undefined ? undefined : (raster) => rotate(raster, (random.next() * 2 - 1) * mostDegrees),
    style.edges === true ? (raster) => darkEdges(raster, dpi, random) : undefined,
    blurPx === undefined ? undefined : (raster) => blur(raster, blurPx),
    style.shaded === true ? (raster) => shade(raster, random) : undefined,
    style.fax === true ? (raster) => threshold(raster, FAX_LEVEL, random) : undefined,
    noise === undefined && specks === undefined
      ? undefined
      : (raster) => addNoise(raster, noise ?? 0, specks ?? 0, random),
    style.quarters === undefined || pageNumber % 2 === 1
      ? undefined
      : (raster) => turnQuarter(raster, style.quarters ?? 2),
  ];
  return steps.reduce((raster, step) => (step === undefined ? raster : step(raster)), page);
}

function fileOf(pages: readonly Raster[], style: ScanStyle): { extension: string; bytes: Uint8Array } {
  const { dpi } = style;
  const quality = style.quality ?? 75;
  switch (style.file) {
    case 'pdf':
      return {
        extension: 'pdf',
        bytes: toPicturePdf(
          pages.map((page) => picturePage(page, 8)),
          dpi,
        ),
      };
    case 'pdf-one-bit':
      return {
        extension: 'pdf',
        bytes: toPicturePdf(
          pages.map((page) => picturePage(page, 1)),
          dpi,
        ),
      };
    case 'pdf-jpeg':
      return {
        extension: 'pdf',
        bytes: toPicturePdf(
          pages.map((page) => jpegPage(toJpeg(page, dpi, quality), page.widthPx, page.heightPx)),
          dpi,
        ),
      };
    case 'tiff':
      return { extension: 'tif', bytes: toTiff(pages, dpi, 8) };
    case 'tiff-one-bit':
      return { extension: 'tif', bytes: toTiff(pages, dpi, 1) };
    case 'png':
      return { extension: 'png', bytes: toPng(stack(pages), dpi) };
    case 'jpeg':
      return { extension: 'jpg', bytes: toJpeg(stack(pages), dpi, quality) };
  }
}

/** Makes the scan of a document from its PDF; needs pdftoppm. */
export function makeScan<T extends AnyTruth>(
  made: Composed<T>,
  pdf: Uint8Array,
  styleName: ScanStyleName,
  random: Random,
): MadeFiles<T> {
  const style: ScanStyle = SCAN_STYLES[styleName];
  const drawn = drawPages(pdf, style.dpi);
  const sheets = style.twoUp === true ? twoUp(drawn) : drawn;
  const pages = sheets.map((page, k) => degradePage(page, style, k + 1, random));
  const { extension, bytes } = fileOf(pages, style);
  const { name, truth } = renamed(made, 'scan', styleName);
  return { name, files: [{ name: `${name}.${extension}`, bytes }], truth };
}
