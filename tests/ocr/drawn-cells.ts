// Cells with known figures: drawn in a font, one page each, spoilt in the way a style names, cut and inked.
import { createRandom, type Random } from '../corpus/random.js';
import { degradePage, SCAN_STYLES, type ScanStyle } from '../corpus/scan/make-scan.js';
import type { Raster } from '../corpus/scan/raster.js';
import { cutBox } from '../../src/extract/scan/cut-out.js';
import type { Cutting } from '../../src/extract/scan/recognise/recogniser.js';
import { toInk } from '../../src/extract/scan/to-ink.js';
import { drawTexts, fieldsPerPage, printTexts, type Font } from './draw-texts.js';
import { quantise } from './spoil-glyph.js';

/** Cells of one document, with what is printed in each. */
export interface DrawnCells {
  readonly name: string;
  readonly cuttings: readonly Cutting[];
  readonly truth: readonly string[];
}

/** Fonts that no shape was learnt from, and some that were. */
export const MEASURED_FONTS: readonly Font[] = [
  { family: 'AR PL UMing CN', weight: 400 },
  { family: 'cwTeXFangSong', weight: 400 },
  { family: 'Nimbus Roman', weight: 400 },
  { family: 'Nimbus Sans', weight: 400 },
  { family: 'Linux Libertine O', weight: 400 },
  { family: 'P052', weight: 700 },
  { family: 'Noto Serif CJK SC', weight: 400 },
  { family: 'Carlito', weight: 400 },
];

/** Styles a cell can be cut from without its page having been turned. */
export const MEASURED_STYLES: Readonly<Record<string, ScanStyle>> = {
  clean: SCAN_STYLES.clean,
  'clean-200': { dpi: 200, file: 'pdf' },
  'jpeg-200': { dpi: 200, file: 'jpeg', quality: 75 },
  blurred: SCAN_STYLES.blurred,
  noisy: SCAN_STYLES.noisy,
  'low-jpeg': SCAN_STYLES['low-jpeg'],
  copied: SCAN_STYLES.copied,
  stamped: SCAN_STYLES.stamped,
  fax: SCAN_STYLES.fax,
  'one-bit': SCAN_STYLES['one-bit'],
  photograph: SCAN_STYLES.photograph,
};

const FIELD = { widthPt: 62, heightPt: 22 };
const SIZES_PT = [7.5, 9, 10.5, 12];

/** What the cells of such a table hold: mostly noughts, then small numbers. */
function drawText(random: Random): string {
  const kind = random.next();
  if (kind < 0.08) return '';
  if (kind < 0.4) return '0';
  if (kind < 0.44) return random.pick(['—', '/', '-', '——']);
  if (kind < 0.53) return `${random.int(0, 999)}.${random.int(0, 99)}`;
  if (kind < 0.56) return `${random.pick(['-', '+'])}${random.int(1, 99)}`;
  if (kind < 0.6) return `${random.int(1, 99)},${random.int(100, 999)}`;
  const digits = random.int(1, 5);
  return String(random.int(digits === 1 ? 0 : 10 ** (digits - 1), 10 ** digits - 1));
}

const withoutTurn = (style: ScanStyle): ScanStyle => ({ ...style, mostDegrees: 0 });

function spoilPage(page: Raster, style: ScanStyle, random: Random): Raster {
  const spoilt = degradePage(page, withoutTurn(style), 1, random);
  if (spoilt.channels === 3)
    return spoilPage({ ...spoilt, channels: 1, data: greyOf(spoilt) }, { ...style, stamp: false }, random);
  if (style.quality === undefined) return spoilt;
  const data = Float32Array.from(spoilt.data);
  quantise(data, spoilt.widthPx, spoilt.heightPx, style.quality);
  return { ...spoilt, data: Uint8Array.from(data, (value) => Math.max(0, Math.min(255, Math.round(value)))) };
}

function greyOf({ data }: Raster): Uint8Array {
  return Uint8Array.from({ length: data.length / 3 }, (_, k) =>
    Math.round(0.299 * (data[3 * k] ?? 0) + 0.587 * (data[3 * k + 1] ?? 0) + 0.114 * (data[3 * k + 2] ?? 0)),
  );
}

/** Draws documents of one page of cells each, every font at one size that the seed picks, in every style. */
export function* drawCells(
  seed: number,
  fonts: readonly Font[],
  styles: ReadonlyMap<string, ScanStyle>,
  text: (random: Random) => string = drawText,
): Generator<DrawnCells> {
  const random = createRandom(seed, 'cells');
  const perPage = fieldsPerPage(FIELD.widthPt, FIELD.heightPt);
  const drawings = fonts.flatMap((font) => {
    const sizePt = random.pick(SIZES_PT);
    return Array.from({ length: perPage }, () => ({ text: text(random), font, sizePt }));
  });
  const printed = printTexts(drawings, FIELD.widthPt, FIELD.heightPt);
  for (const [name, style] of styles) {
    const rasters = [...drawTexts(printed, style.dpi, (page) => spoilPage(page, style, random))];
    for (const [k, font] of fonts.entries()) {
      const own = rasters.slice(k * perPage, (k + 1) * perPage);
      const texts = drawings.slice(k * perPage, (k + 1) * perPage);
      const cuttings = own.map(({ widthPx, heightPx, data }, cell): Cutting => {
        const image = { widthPx, heightPx, dpi: style.dpi, data };
        const whole = { x0: 0, y0: 0, x1: widthPx, y1: heightPx };
        return cutBox({ image, ink: toInk(image) }, whole, String(cell)).cutting;
      });
      yield {
        name: `${name} ${font.family} ${texts[0]?.sizePt ?? 0}pt`,
        cuttings,
        truth: texts.map(({ text }) => text),
      };
    }
  }
}
