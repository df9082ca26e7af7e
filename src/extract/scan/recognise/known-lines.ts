/**
 * Reads lines of labels without the engine: each character is named by its shape, and the line is taken as read where its
 * characters are those of a known wording. Whatever says anything else, in a font too strange or badly printed, is left to
 * the engine; so is what is misprinted.
 */
import type { PixelBox } from '../grey-image.js';
import { nameCharacter } from './character-network.js';
import type { KnownWordings } from './known-wordings.js';
import { boxAround } from './own-pixels.js';
import type { Cutting, ReadGlyph } from './recogniser.js';
import type { TextLine } from './text-lines.js';

/** All shares of the height of a character. What is smaller both ways is a stop, a comma or a quotation mark. */
const SIGN = 0.45;
/** And what is no wider and no known character may be a colon, or a slash: where the wording has one, it is. */
const NARROW_SIGN = 0.4;
/** One character is no wider. */
const WIDEST = 1.15;
/** What is wider is several that touch. */
const TOUCHING = 1.3;
/** What is at least so wide and known for sure is a character by itself: nothing beside it is tried with it. */
const WHOLE = 0.8;
/** So many pieces beside one another make up a character at most: 州, 洲. */
const MOST_PIECES = 4;
/** Nothing is less likely. */
const LEAST_SHARE = 0.002;
/** A character of a known wording is likely enough with this share; one that stands alone only with the other. */
const LIKELY = 0.5;
const SURE = 0.97;
/** How sure the characters of a known wording are: all of them would have to be misread into another wording. */
const CONFIDENCE = 0.99;

/** A part of a line, named where it is a character. */
interface NamedPart {
  readonly box: PixelBox;
  /** '' for a sign, and for what is no known character. */
  readonly text: string;
  readonly share: number;
  readonly isSign: boolean;
  /** A sign that is as high as a character, and was not told by its size. */
  readonly isTall?: boolean;
}

/** The glyphs of a line that says what a known wording says; nothing for any other. */
export function readKnownLine(
  line: TextLine,
  cutting: Cutting,
  wordings: KnownWordings,
): readonly ReadGlyph[] | undefined {
  const parts = nameParts(line, cutting).map((part) => asNarrowSign(part, line.characterPx));
  const letters = parts.filter(({ isSign, text }) => !isSign && !isBracket(text));
  const text = letters.map((part) => part.text).join('');
  const least = letters.length === 1 ? SURE : LIKELY;
  // Digits alone may be a figure, and one flat stroke a dash.
  if (!HAN.test(text) || STROKES.test(text) || letters.some((part) => part.text === '')) return undefined;
  if (parts.some(({ isSign, share }) => !isSign && share < least) || !wordings.includes(text)) return undefined;
  let behind = -1;
  const named = parts.map((part) => {
    if (!part.isSign && !isBracket(part.text)) behind++;
    return { part, text: part.isSign ? wordings.signBehind(text, behind) : part.text };
  });
  if (named.some((each) => each.part.isTall && each.text === '')) return undefined;
  return named
    .filter((each) => each.text !== '')
    .map(({ part, text: own }) => ({ box: part.box, readings: [{ text: own, confidence: CONFIDENCE }] }));
}

/** What is narrow and no character as a sign. */
function asNarrowSign(part: NamedPart, characterPx: number): NamedPart {
  const isNarrow = part.box.x1 - part.box.x0 < NARROW_SIGN * characterPx;
  return isNarrow && part.text === '' && !part.isSign ? { ...part, isSign: true, isTall: true } : part;
}

/** How many characters of a line are known for sure; of one that stands on its head hardly any is. */
export function countKnown(line: TextLine, cutting: Cutting): number {
  return nameParts(line, cutting).filter(({ text, share }) => text !== '' && share >= SURE).length;
}

const HAN = /\p{Script=Han}/u;
const STROKES = /^[一二十]$/u;
const isBracket = (text: string): boolean => text === '（' || text === '）';

/** Parts a line into characters: of all ways to put its pieces together the likeliest. */
function nameParts(line: TextLine, cutting: Cutting): readonly NamedPart[] {
  const pieces = piecesOf(line, cutting);
  interface Path {
    readonly cost: number;
    readonly parts: readonly NamedPart[];
  }
  const single = pieces.map((box) => nameOf(box, line, cutting));
  const isWhole = single.map(({ box, share, text }) => {
    return text !== '' && share >= SURE && box.x1 - box.x0 >= WHOLE * line.characterPx;
  });
  const paths: (Path | undefined)[] = [{ cost: 0, parts: [] }];
  for (let to = 1; to <= pieces.length; to++) {
    let least = to - 1;
    while (least > 0 && to - least < MOST_PIECES && !(isWhole[to - 1] ?? false) && !(isWhole[least - 1] ?? false))
      least--;
    for (let from = least; from < to; from++) {
      const isSingle = to - from === 1;
      const before = paths[from];
      const box = boxAround(pieces.slice(from, to));
      if (before === undefined || (!isSingle && box.x1 - box.x0 > WIDEST * line.characterPx)) continue;
      const part = (isSingle ? single[from] : undefined) ?? nameOf(box, line, cutting);
      const likely = part.isSign ? 1 : part.text === '' ? LEAST_SHARE : part.share;
      const cost = before.cost - Math.log(Math.max(LEAST_SHARE, likely)) * (to - from);
      if (cost < (paths[to]?.cost ?? Infinity)) paths[to] = { cost, parts: [...before.parts, part] };
    }
  }
  return paths[pieces.length]?.parts ?? [];
}

function nameOf(box: PixelBox, { characterPx }: TextLine, { image }: Cutting): NamedPart {
  const most = SIGN * characterPx;
  if (box.x1 - box.x0 < most && box.y1 - box.y0 < most) return { box, text: '', share: 1, isSign: true };
  return { box, ...nameCharacter({ image, box, isOwn: () => true }), isSign: false };
}

/** Stretches of a line between columns without ink, left to right; too wide ones cut where they have least ink. */
function piecesOf({ box, characterPx }: TextLine, { image, ink }: Cutting): readonly PixelBox[] {
  const { widthPx } = image;
  const inked = new Uint16Array(box.x1 - box.x0);
  for (let y = box.y0; y < box.y1; y++)
    for (let k = 0, at = y * widthPx + box.x0; k < inked.length; k++, at++)
      if (ink[at] === 1) inked[k] = (inked[k] ?? 0) + 1;
  const pieces: PixelBox[] = [];
  for (let k = 0, from = -1; k <= inked.length; k++) {
    const isInked = (inked[k] ?? 0) > 0;
    if (isInked && from < 0) from = k;
    if (isInked || from < 0) continue;
    for (const [x0, x1] of partTouching(inked, from, k, characterPx)) {
      const piece = tight({ ...box, x0: box.x0 + x0, x1: box.x0 + x1 }, ink, widthPx);
      if (piece !== undefined) pieces.push(piece);
    }
    from = -1;
  }
  return pieces;
}

function partTouching(inked: Uint16Array, from: number, to: number, characterPx: number): readonly [number, number][] {
  if (to - from <= TOUCHING * characterPx) return [[from, to]];
  const count = Math.max(2, Math.round((to - from) / (1.02 * characterPx)));
  const pitch = (to - from) / count;
  const edges = [from];
  for (let k = 1; k < count; k++) {
    let best = Math.round(from + k * pitch);
    for (let at = Math.ceil(from + (k - 0.2) * pitch); at <= from + (k + 0.2) * pitch; at++)
      if ((inked[at] ?? 0) < (inked[best] ?? 0)) best = at;
    edges.push(best);
  }
  return [...edges, to].slice(1).map((end, k): [number, number] => [edges[k] ?? from, end]);
}

/** A box without the empty rows above and below its ink. */
function tight(box: PixelBox, ink: Uint8Array, widthPx: number): PixelBox | undefined {
  const isInked = (y: number): boolean => {
    const at = ink.subarray(y * widthPx + box.x0, y * widthPx + box.x1).indexOf(1);
    return at >= 0;
  };
  let { y0, y1 } = box;
  while (y0 < y1 && !isInked(y0)) y0++;
  while (y1 > y0 && !isInked(y1 - 1)) y1--;
  return y1 > y0 ? { ...box, y0, y1 } : undefined;
}
