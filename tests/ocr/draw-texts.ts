// Draws short texts in given fonts, one picture each: Chromium lays them out, pdftoppm draws them. What the shapes of
// digits are learnt from, and what the recogniser is measured on.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawPages } from '../corpus/scan/poppler.js';
import type { Raster } from '../corpus/scan/raster.js';

/** A font as CSS names it. */
export interface Font {
  readonly family: string;
  readonly weight: number;
  readonly style?: 'italic';
}

/** A text to draw. */
export interface Drawing {
  readonly text: string;
  readonly font: Font;
  readonly sizePt: number;
}

/** Where and on which page a drawing stands, in points. */
interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

const PAGE = { width: 595, height: 842 };
const CHROMIUM = process.env['GOUJI_CHROMIUM'] ?? 'chromium';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function placesOf(count: number, widthPt: number, heightPt: number): readonly Place[] {
  const across = Math.floor(PAGE.width / widthPt);
  const perPage = across * Math.floor(PAGE.height / heightPt);
  return Array.from({ length: count }, (_, k) => ({
    page: Math.floor(k / perPage),
    x: (k % across) * widthPt,
    y: Math.floor((k % perPage) / across) * heightPt,
  }));
}

function htmlOf(drawings: readonly Drawing[], places: readonly Place[], widthPt: number, heightPt: number): string {
  const box = (drawing: Drawing, place: Place): string => {
    const { family, weight, style } = drawing.font;
    const at = `left:${place.x}pt;top:${place.y}pt`;
    const font = `font:${style ?? ''} ${weight} ${drawing.sizePt}pt/${heightPt}pt '${family}'`;
    return `<div style="${at};${font}">${escape(drawing.text)}</div>`;
  };
  const pages = Array.from({ length: (places.at(-1)?.page ?? -1) + 1 }, (_, page) => {
    const boxes = drawings.flatMap((drawing, k) => {
      const place = places[k];
      return place?.page === page ? [box(drawing, place)] : [];
    });
    return `<section>${boxes.join('')}</section>`;
  });
  return `<meta charset="utf-8"><style>@page{size:${PAGE.width}pt ${PAGE.height}pt;margin:0}body{margin:0}
section{position:relative;width:${PAGE.width}pt;height:${PAGE.height}pt;break-after:page;overflow:hidden}
div{position:absolute;width:${widthPt}pt;height:${heightPt}pt;text-align:center;white-space:pre}</style>${pages.join('')}`;
}

/** Prints an HTML page to PDF. */
function printPdf(html: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-drawn-'));
  try {
    const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
    writeFileSync(page, html);
    execFileSync(
      CHROMIUM,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { stdio: 'ignore', timeout: 300_000 },
    );
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drawings on pages: each stands in the middle of a field of one size. */
export interface DrawnTexts {
  readonly pdf: Uint8Array;
  readonly places: readonly Place[];
  readonly widthPt: number;
  readonly heightPt: number;
}

/** How many fields of a size a page holds. */
export function fieldsPerPage(widthPt: number, heightPt: number): number {
  return Math.floor(PAGE.width / widthPt) * Math.floor(PAGE.height / heightPt);
}

/** Prints each text in the middle of a field; in their order, page by page. */
export function printTexts(drawings: readonly Drawing[], widthPt: number, heightPt: number): DrawnTexts {
  const places = placesOf(drawings.length, widthPt, heightPt);
  return { pdf: printPdf(htmlOf(drawings, places, widthPt, heightPt)), places, widthPt, heightPt };
}

/** Draws the fields of printed texts, in their order; `spoil` is done to whole pages before. */
export function* drawTexts(
  { pdf, places, widthPt, heightPt }: DrawnTexts,
  dpi: number,
  spoil: (page: Raster, pageNumber: number) => Raster = (page) => page,
): Generator<Raster> {
  const pages = drawPages(pdf, dpi);
  const scale = dpi / 72;
  const [widthPx, heightPx] = [Math.floor(widthPt * scale), Math.floor(heightPt * scale)];
  const spoilt = new Map<number, Raster>();
  for (const place of places) {
    const drawn = pages[place.page];
    const page = spoilt.get(place.page) ?? (drawn === undefined ? undefined : spoil(drawn, place.page + 1));
    if (page !== undefined) spoilt.set(place.page, page);
    if (page === undefined) throw new Error(`the printed file lacks page ${place.page + 1}`);
    const data = new Uint8Array(widthPx * heightPx);
    const [left, top] = [Math.round(place.x * scale), Math.round(place.y * scale)];
    for (let y = 0; y < heightPx; y++) {
      const from = (top + y) * page.widthPx + left;
      data.set(page.data.subarray(from, from + widthPx), y * widthPx);
    }
    yield { widthPx, heightPx, channels: 1, data };
  }
}
