// A made document through the raw writer.
import type { Made } from './make.js';
import { createRandom } from './random.js';
import { namedFont } from './raw-font.js';
import { layOutPages } from './raw-layout.js';
import { toRawPdf } from './raw-pdf.js';

/** Renders a document without any other program; the same document gives the same bytes. */
export function renderRaw(made: Made): Uint8Array {
  const style = made.layout.raw ?? {};
  const font = namedFont(style.encoding ?? 'UniGB-UCS2', style.fontName ?? 'STSong-Light');
  const pages = layOutPages(
    made.blocks,
    { ...made.page, openBreaks: style.openBreaks ?? false, downwards: style.downwards ?? 'string' },
    font.widthOf,
  );
  return toRawPdf(pages, font, style, createRandom(made.truth.seed, 'raw'));
}
