// Glyphs to learn shapes from: drawn in open fonts, spoilt, cut out by their ink, described by their features.
import type { Random } from '../corpus/random.js';
import type { Raster } from '../corpus/scan/raster.js';
import type { PixelBox } from '../../src/extract/scan/grey-image.js';
import { findComponents } from '../../src/extract/scan/recognise/components.js';
import { glyphOf } from '../../src/extract/scan/recognise/own-pixels.js';
import { shapeFeatures } from '../../src/extract/scan/recognise/shape-features.js';
import { SHAPE_CLASSES } from '../../src/extract/scan/recognise/shape-network.js';
import { drawTexts, printTexts, type Font } from './draw-texts.js';
import { redraw, spoil, type Darkness } from './spoil-glyph.js';

export const weights = (family: string, ...list: readonly number[]): readonly Font[] =>
  list.map((weight) => ({ family, weight }));
const italic = (family: string): Font => ({ family, weight: 400, style: 'italic' });

/** Under the SIL Open Font Licence, Apache 2.0 or the licence of Bitstream Vera; all are Debian packages. */
export const LEARNT_FONTS: readonly Font[] = [
  ...weights('Liberation Serif', 400, 700),
  ...weights('Liberation Sans', 400, 700),
  ...weights('Liberation Sans Narrow', 400),
  ...weights('Liberation Mono', 400),
  italic('Liberation Serif'),
  ...weights('Noto Serif CJK SC', 200, 300, 400, 600),
  ...weights('Noto Sans CJK SC', 300, 400, 700),
  ...weights('Noto Sans Mono CJK SC', 400),
  ...weights('DejaVu Sans', 400),
  ...weights('DejaVu Serif', 400),
  ...weights('Carlito', 400, 700),
  ...weights('Caladea', 400),
  ...weights('Lato', 300, 400),
  ...weights('Open Sans', 300, 400, 600),
  ...weights('Roboto', 300, 400, 500),
  ...weights('Roboto Condensed', 400),
  ...weights('STIX', 400),
  ...weights('STIXGeneral', 400, 700),
  ...weights('LXGW WenKai', 300, 400),
  ...weights('LXGW WenKai Mono', 400),
  ...weights('Droid Sans Fallback', 400),
];

const DRAWN = '0123456789/+０１２３４５６７８９';
const OTHERS = '元件万个项无有口日二工上土了人八小中户次条份天月年号类起宗页约其修订新增加公开政府机关%()*eaA:;?!';
const SIZE_PT = 24;
const CELL_PT = 40;
const DPI = 288;

interface DrawnGlyph {
  readonly text: string;
  readonly ink: Darkness;
}

/** All glyphs of one font, and how high its digits are. */
interface DrawnFont {
  readonly digitPx: number;
  readonly named: readonly DrawnGlyph[];
  readonly others: readonly DrawnGlyph[];
}

export const toDarkness = (raster: Raster): Darkness => ({
  width: raster.widthPx,
  height: raster.heightPx,
  data: Float32Array.from(raster.data, (value) => 1 - value / 255),
});

/** Paper around the ink of a cut-out drawing, in pixels. */
const MARGIN = 16;

export function inkBox({ width, height, data }: Darkness): PixelBox {
  const box = { x0: width, y0: height, x1: 0, y1: 0 };
  data.forEach((value, k) => {
    if (value < 0.5) return;
    const y = Math.floor(k / width);
    const x = k - y * width;
    if (x < box.x0) box.x0 = x;
    if (x >= box.x1) box.x1 = x + 1;
    if (y < box.y0) box.y0 = y;
    if (y >= box.y1) box.y1 = y + 1;
  });
  return box;
}

/** Cuts a drawing down to its ink and a margin. */
export function cutOut(drawn: Darkness): Darkness {
  const { x0, y0, x1, y1 } = inkBox(drawn);
  const [left, top] = [x0 - MARGIN, y0 - MARGIN];
  const [width, height] = [Math.max(0, x1 - x0) + 2 * MARGIN, Math.max(0, y1 - y0) + 2 * MARGIN];
  const data = new Float32Array(width * height);
  for (let y = Math.max(0, -top); y < height && y + top < drawn.height; y++)
    for (let x = Math.max(0, -left); x < width && x + left < drawn.width; x++)
      data[y * width + x] = drawn.data[(y + top) * drawn.width + x + left] ?? 0;
  return { width, height, data };
}

/** Draws the glyphs of fonts. */
export function drawFonts(fonts: readonly Font[]): readonly DrawnFont[] {
  const texts = Array.from(DRAWN + OTHERS);
  const drawings = fonts.flatMap((font) => texts.map((text) => ({ text, font, sizePt: SIZE_PT })));
  const glyphs: DrawnGlyph[] = [];
  let k = 0;
  for (const raster of drawTexts(printTexts(drawings, CELL_PT, CELL_PT), DPI))
    glyphs.push({ text: texts[k++ % texts.length] ?? '', ink: cutOut(toDarkness(raster)) });
  return fonts.map((_, at) => {
    const own = glyphs.slice(at * texts.length, (at + 1) * texts.length);
    const box = inkBox((own[0] ?? { ink: { width: 0, height: 0, data: new Float32Array() } }).ink);
    return { digitPx: box.y1 - box.y0, named: own.slice(0, DRAWN.length), others: own.slice(DRAWN.length) };
  });
}

/** One glyph to learn: features, and its place in `SHAPE_CLASSES`. */
export interface Sample {
  readonly features: Float32Array;
  readonly label: number;
}

const NONE = SHAPE_CLASSES.length - 1;
const labelOf = (text: string): number =>
  SHAPE_CLASSES.findIndex((name) => name !== '' && name === text.normalize('NFKC'));

/** Two digits next to each other, so near that they may touch. */
function pair(font: DrawnFont, random: Random): Darkness {
  const [left, right] = [random.pick(font.named.slice(0, 10)).ink, random.pick(font.named.slice(0, 10)).ink];
  const [a, b] = [inkBox(left), inkBox(right)];
  const gap = Math.round((random.next() * 0.14 - 0.09) * font.digitPx);
  const [width, height] = [left.width + right.width, Math.max(left.height, right.height)];
  const data = new Float32Array(width * height);
  const put = (from: Darkness, x0: number, x1: number, to: number): void => {
    for (let y = 0; y < from.height; y++)
      for (let x = x0; x < x1; x++) {
        const at = (y + height - from.height) * width + x - x0 + to;
        data[at] = Math.max(data[at] ?? 0, from.data[y * from.width + x] ?? 0);
      }
  };
  put(left, a.x0 - 2, a.x1 + 2, 20);
  put(right, b.x0 - 2, b.x1 + 2, 20 + a.x1 - a.x0 + gap);
  return { width, height, data };
}

/** A digit of which a part is missing. */
function part(font: DrawnFont, random: Random): Darkness {
  const { ink } = random.pick(font.named.slice(0, 10));
  const box = inkBox(ink);
  const share = 0.3 + 0.3 * random.next();
  const isTop = random.chance(0.5);
  const isAcross = random.chance(0.5);
  const data = ink.data.map((value, k) => {
    const [x, y] = [k % ink.width, Math.floor(k / ink.width)];
    const place = isAcross ? (x - box.x0) / (box.x1 - box.x0) : (y - box.y0) / (box.y1 - box.y0);
    return place < share === isTop ? value : 0;
  });
  return { ...ink, data };
}

type Kind = 'named' | 'pair' | 'part' | 'character';

function draw(font: DrawnFont, random: Random): { ink: Darkness; label: number; kind: Kind } {
  const share = random.next();
  if (share < 0.78) {
    const { text, ink } = random.pick(font.named);
    return { ink, label: labelOf(text), kind: 'named' };
  }
  if (share < 0.86) return { ink: pair(font, random), label: NONE, kind: 'pair' };
  if (share < 0.9) return { ink: part(font, random), label: NONE, kind: 'part' };
  return { ink: random.pick(font.others).ink, label: NONE, kind: 'character' };
}

/** Spoils a glyph and cuts it out; nothing where no ink is left, or where a pair does not touch. */
export function sampleOf(fonts: readonly DrawnFont[], random: Random): Sample | undefined {
  const font = random.pick(fonts);
  const { ink, label, kind } = draw(font, random);
  const digitPx = Math.exp(Math.log(9) + random.next() * Math.log(45 / 9));
  const step = font.digitPx / digitPx;
  const [stepX, stepY] = [step * (0.93 + random.next() * 0.14), step];
  const to = { width: Math.ceil(ink.width / stepX) + 2, height: Math.ceil(ink.height / stepY) + 2 };
  const place = {
    x: -random.next() * step,
    y: -random.next() * step,
    stepX,
    stepY,
    shear: (random.next() - 0.5) * 0.08,
  };
  const grey = spoil(redraw(ink, to, place), digitPx, random);
  const image = { widthPx: to.width, heightPx: to.height, dpi: 200, data: grey };
  const level = levelOf(grey) + (random.next() - 0.5) * 50;
  const components = findComponents(
    Uint8Array.from(grey, (value) => (value < level ? 1 : 0)),
    to.width,
    to.height,
  );
  const most = Math.max(...components.areas);
  const members =
    kind === 'character'
      ? [random.int(0, components.areas.length - 1)]
      : components.areas.flatMap((area, k) => (area >= (kind === 'named' ? 0.06 : 0.5) * most && area > 3 ? [k] : []));
  if (components.areas.length === 0 || (kind === 'pair' && members.length > 1)) return undefined;
  if (members.length === 0) return undefined;
  const { box, isOwn } = glyphOf(components, members);
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  if (kind === 'named' && label < 10 && (height < digitPx * 0.75 || height > digitPx * 1.4)) return undefined;
  if (kind !== 'named' && (height < 0.45 * digitPx || width < 0.28 * height)) return undefined;
  return { features: shapeFeatures({ image, box, isOwn }), label };
}

/** Half-way between the paper and the darkest ink. */
export function levelOf(grey: Uint8Array): number {
  const sorted = Uint8Array.from(grey).sort();
  return ((sorted[Math.floor(sorted.length * 0.5)] ?? 255) + (sorted[Math.floor(sorted.length * 0.01)] ?? 0)) / 2;
}
