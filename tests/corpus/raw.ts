// A made document through the raw writer.
import type { Made } from './make.js';
import { createRandom } from './random.js';
import { embeddedFonts, namedFont, type RawFont } from './raw-font.js';
import { layOutPages } from './raw-layout.js';
import { toRawPdf } from './raw-pdf.js';
import { setTraps } from './raw-traps.js';
import { findFont, openTrueType, type TrueType } from './truetype.js';

let installed: { chinese: TrueType; latin: TrueType } | undefined;

/** Every character that the document can print: a subset needs them before a page is set. */
function charactersOf(made: Made): string {
  return `${JSON.stringify(made.blocks)}${made.page.watermark ?? ''}${made.page.runningHeader ?? ''}0123456789-—/ \u3000`;
}

function fontOf(made: Made): RawFont {
  const style = made.layout.raw ?? {};
  if (style.embedded === undefined) return namedFont(style.encoding ?? 'UniGB-UCS2', style.fontName ?? 'STSong-Light');
  installed ??= {
    chinese: openTrueType(findFont('Droid Sans Fallback')),
    latin: openTrueType(findFont('Liberation Serif')),
  };
  return embeddedFonts(installed.chinese, installed.latin, charactersOf(made), style.embedded);
}

/** Renders a document without any other program; the same document gives the same bytes. */
export function renderRaw(made: Made): Uint8Array {
  const style = made.layout.raw ?? {};
  const font = fontOf(made);
  const pages = layOutPages(
    made.blocks,
    {
      ...made.page,
      openBreaks: style.openBreaks ?? false,
      downwards: style.downwards ?? 'string',
      ragged: style.ragged ?? false,
    },
    font.widthOf,
  );
  const trapped = setTraps(pages, style, createRandom(made.truth.seed, 'traps'));
  return toRawPdf(trapped, font, style, createRandom(made.truth.seed, 'raw'));
}
