/**
 * Places what PDFium's text page hands out as characters: computes each glyph's cell and notes it.
 *
 * Cells come from a character's matrix and origin. The loose box only lends the advance: PDFium computes it without the
 * matrix for vertical writing, and takes the box of the turned box on slanted text.
 */
import type { Bbox } from '../../../model/index.js';
import { mapX, mapY, invert } from '../affine.js';
import { ASCENT, boundsOnPage, DESCENT } from '../glyph-cell.js';
import { addGlyph, type PageDraft } from '../page-draft.js';
import type { Pdfium } from './pdfium-library.js';
import type { TextObject } from './text-object.js';

/** A character off its text line by more than this, in ems, belongs to a vertical font: its origin is at the glyph's top. */
const VERTICAL_SHIFT = 0.02;
/** Advances outside these bounds, in ems, are not believed. */
const LEAST_ADVANCE = 0.01;
const GREATEST_ADVANCE = 3;
/** Replaced text at least so wide, in ems a character, is taken for separate characters rather than a ligature. */
const SEPARATE_CHARACTER = 0.45;

/** One character of PDFium's text page. */
export interface Char {
  /** Origin in PDF's page space. */
  readonly originX: number;
  readonly originY: number;
  /** Edges of the loose box in PDF's page space, y up. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is drawn at one place: a character, or the several a ligature or a replacement text stands for. */
export interface DrawnGlyph {
  readonly char: Char;
  readonly object: TextObject;
  text: string;
}

/** Notes a glyph in the draft. */
export function placeGlyph(pdfium: Pdfium, drawn: DrawnGlyph, draft: PageDraft): void {
  const { char, object, text } = drawn;
  const inverse = invert(object.matrix);
  if (inverse === undefined) {
    draft.glyphsWithoutBox += 1;
    note(drawn, text, boundsOnPage(draft.frame.toPage, [char.left, char.bottom, char.right, char.top]), draft);
    return;
  }
  if (object.replacedInk !== undefined) {
    placeReplacement(drawn, object.replacedInk, draft);
    return;
  }
  const { size, toPage } = object;
  const x = mapX(inverse, char.originX, char.originY);
  const y = mapY(inverse, char.originX, char.originY);
  const ems = advanceInEms(pdfium, drawn, { x, y });
  if (ems === undefined) draft.glyphsWithoutBox += 1;
  const edges = [x, y + DESCENT * size, x + (ems ?? 1) * size, y + ASCENT * size] as const;
  note(drawn, text, boundsOnPage(toPage, edges), draft);
}

/**
 * Notes text given by `/ActualText`. PDFium gives it no place of its own but the text object's, and that wrongly where
 * the object is in a form; so it is spread over the object's ink. Digits given so are counted: the print may say others.
 */
function placeReplacement(drawn: DrawnGlyph, ink: Bbox, draft: PageDraft): void {
  const { object, text } = drawn;
  const { size, toPage } = object;
  const toText = invert(toPage);
  const ends =
    toText === undefined || !isUpright(object)
      ? [0, size]
      : [mapX(toText, ink.x0, ink.top), mapX(toText, ink.x1, ink.bottom)];
  const start = Math.min(0, ...ends);
  const inked = Math.max(...ends) - start;
  // The ink of a Chinese character is narrower than its advance, which is an em.
  const width = isWide(text) && inked <= Math.abs(size) ? size : inked;
  const characters = Array.from(text);
  draft.digitsReplaced += characters.filter((character) => /\p{N}/u.test(character)).length;
  const pieces = width >= SEPARATE_CHARACTER * Math.abs(size) * characters.length ? characters : [text];
  const step = width / pieces.length;
  for (const [index, piece] of pieces.entries()) {
    const from = start + index * step;
    const edges = [from, DESCENT * size, from + step, ASCENT * size] as const;
    note(drawn, piece, boundsOnPage(toPage, edges), draft);
  }
}

function note({ object }: DrawnGlyph, text: string, box: Bbox, draft: PageDraft): void {
  const { fontSize, font, angleDeg, isVisible, isSlanted, order } = object;
  const slant = isSlanted ? { isSlanted } : {};
  addGlyph(draft, { text, box, fontSize, font: font.index, angleDeg, isVisible, ...slant }, order);
}

/** True where the text runs along an axis of the page. */
function isUpright({ matrix }: TextObject): boolean {
  return (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
}

/** The glyph's horizontal advance in ems, from its origin in text space; `undefined` where nothing tells it. */
function advanceInEms(
  pdfium: Pdfium,
  { char, object, text }: DrawnGlyph,
  origin: { readonly x: number; readonly y: number },
): number | undefined {
  const { matrix, size, font } = object;
  const [a, b, , , e, f] = matrix;
  // A vertical font's glyphs hang centred below their position (ISO 32000-2 §9.7.4.3), half their width to the left.
  if (Math.abs(origin.y) > VERTICAL_SHIFT * Math.abs(size)) return believable((-2 * origin.x) / size) ?? 1;
  if (isUpright(object)) {
    const [edge, start, scale] =
      a === 0
        ? [b > 0 === size > 0 ? char.top : char.bottom, f, b]
        : [a > 0 === size > 0 ? char.right : char.left, e, a];
    const loose = believable(((edge - start) / scale - origin.x) / size);
    if (loose !== undefined) return loose;
  }
  const { call, scratch, floats } = pdfium;
  if (font.handle === 0) return undefined;
  if (call.fontGlyphWidth(font.handle, text.codePointAt(0) ?? 0, 1, scratch) === 0) return undefined;
  return believable(floats()[scratch >> 2] ?? 0);
}

/** True for one character of Chinese, or of the marks that are as wide. */
function isWide(text: string): boolean {
  return /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]$/u.test(text);
}

function believable(advance: number): number | undefined {
  return advance >= LEAST_ADVANCE && advance <= GREATEST_ADVANCE ? advance : undefined;
}
