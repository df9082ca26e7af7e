// Characters to learn: those that the forms are worded with, drawn in open fonts, spoilt, described by their features; and
// others, halves and pairs, which are none of them.
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { CHARACTER_SHAPES } from '../../src/extract/scan/recognise/character-shapes.js';
import { wordingsOf } from '../../src/form-wordings.js';
import type { Random } from '../corpus/random.js';
import { drawTexts, printTexts, type Font } from './draw-texts.js';
import { cutOut, inkBox, levelOf, toDarkness, weights, type Sample } from './glyph-samples.js';
import { redraw, spoil, type Darkness } from './spoil-glyph.js';

/** Song, Hei, Kai and a system's own. UMing is held back: documents are most often in a Song like it. */
const LEARNT: readonly Font[] = [
  ...weights('Noto Serif CJK SC', 300, 400, 600),
  ...weights('Noto Sans CJK SC', 300, 400, 700),
  ...weights('LXGW WenKai', 400),
  ...weights('Droid Sans Fallback', 400),
];
export const HELD_BACK: readonly Font[] = weights('AR PL UMing CN', 400);

/** Signs of labels that are as high as characters. */
const SIGNS = '0123456789（）';
/** Frequent characters that are in no label. */
const OTHERS =
  '我你们来个到说子那得着就可下里小么心多天而能好都日还想看样道与气去又把意进她前美好自己无何今乡汀淮河长阳安徽江苏浙湖南北京广东海西川云贵山镇街办局厅院校医电话号址邮码楼室页目共同时候高低快慢白黑红青王李张刘陈杨赵周吴徐孙马朱胡林郭何罗致末未士土干千午牛入八儿几九丸刀力又叉夕久么凡门们问间闻阅闪闭由甲申田电巾市布币帅师';

const SIZE_PT = 24;
const CELL_PT = 40;
const DPI = 288;
/** How high a character is drawn, in pixels. */
const FULL_PX = (SIZE_PT * DPI) / 72;
/** How high they are in scans, in pixels: 9 points at 150 dpi to 16 points at 300. */
const HEIGHTS = { least: 17, most: 64 };

/** The characters to learn, in order. */
export async function charactersOfForms(): Promise<string> {
  const wordings = wordingsOf(await loadFamilies(PIPELINES_DIRECTORY)).join('');
  const han = new Set(wordings.match(/\p{Script=Han}/gu) ?? []);
  return [...[...han].sort(), ...Array.from(SIGNS)].join('');
}

/** A font's drawings. */
interface DrawnCharacters {
  readonly named: readonly Darkness[];
  readonly others: readonly Darkness[];
}

/** Draws the characters in each font. */
export function drawCharacters(characters: string, fonts: readonly Font[] = LEARNT): readonly DrawnCharacters[] {
  const named = Array.from(characters);
  const texts = [...named, ...new Set(Array.from(OTHERS).filter((text) => !named.includes(text)))];
  const drawings = fonts.flatMap((font) => texts.map((text) => ({ text, font, sizePt: SIZE_PT })));
  const drawn = [...drawTexts(printTexts(drawings, CELL_PT, CELL_PT), DPI)].map((raster) => cutOut(toDarkness(raster)));
  return fonts.map((_, at) => {
    const own = drawn.slice(at * texts.length, (at + 1) * texts.length);
    return { named: own.slice(0, named.length), others: own.slice(named.length) };
  });
}

/** A half of a character, from left or right. */
function half(ink: Darkness, random: Random): Darkness {
  const box = inkBox(ink);
  const cut = box.x0 + (box.x1 - box.x0) * (0.35 + 0.3 * random.next());
  const isLeft = random.chance(0.5);
  return { ...ink, data: ink.data.map((value, k) => (k % ink.width < cut === isLeft ? value : 0)) };
}

/** Two characters, or one and a part of another, side by side. */
function pair(left: Darkness, right: Darkness): Darkness {
  const [width, height] = [left.width + right.width, Math.max(left.height, right.height)];
  const data = new Float32Array(width * height);
  for (const [from, x0] of [
    [left, 8],
    [right, left.width - 16],
  ] as const)
    for (let y = 0; y < from.height; y++)
      for (let x = 0; x < from.width; x++) {
        const at = y * width + x + x0;
        data[at] = Math.max(data[at] ?? 0, from.data[y * from.width + x] ?? 0);
      }
  return { width, height, data };
}

function draw(font: DrawnCharacters, random: Random): { ink: Darkness; label: number } {
  const label = random.int(0, font.named.length - 1);
  const none = font.named.length;
  const ink = font.named[label] ?? random.pick(font.named);
  const share = random.next();
  if (share < 0.84) return { ink, label };
  if (share < 0.92) return { ink: random.pick(font.others), label: none };
  if (share < 0.96) return { ink: half(ink, random), label: none };
  return { ink: pair(ink, half(random.pick(font.named), random)), label: none };
}

/** One character, spoilt; nothing where no ink is left. */
export function characterSample(fonts: readonly DrawnCharacters[], random: Random): Sample | undefined {
  const { ink, label } = draw(random.pick(fonts), random);
  const heightPx = Math.exp(Math.log(HEIGHTS.least) + random.next() * Math.log(HEIGHTS.most / HEIGHTS.least));
  const step = FULL_PX / heightPx;
  const [stepX, stepY] = [step * (0.93 + random.next() * 0.14), step];
  const to = { width: Math.ceil(ink.width / stepX) + 2, height: Math.ceil(ink.height / stepY) + 2 };
  const place = {
    x: -random.next() * step,
    y: -random.next() * step,
    stepX,
    stepY,
    shear: (random.next() - 0.5) * 0.06,
  };
  // Strokes of characters are finer than those of digits.
  const grey = spoil(redraw(ink, to, place), 0.55 * heightPx, random);
  const image = { widthPx: to.width, heightPx: to.height, dpi: 200, data: grey };
  const level = levelOf(grey) + (random.next() - 0.5) * 40;
  const box = inkBox({ ...to, data: Float32Array.from(grey, (value) => (value < level ? 1 : 0)) });
  if (box.x1 - box.x0 < 3 || box.y1 - box.y0 < 2) return undefined;
  return { features: CHARACTER_SHAPES.describe({ image, box, isOwn: () => true }), label };
}
