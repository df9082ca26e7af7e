/**
 * Reads a page's glyphs from PDFium's text page, which also covers text in form XObjects.
 *
 * Cells are computed from each character's matrix and origin. PDFium's loose box only lends the advance: it ignores
 * the matrix for vertical writing, and it is the box of the turned box on slanted text.
 */
import type { Bbox, Glyph } from '../../../model/index.js';
import { compose, type Affine } from '../affine.js';
import { angleOfTop, boundsOnPage } from '../glyph-cell.js';
import { addGlyph, NO_UNICODE, type PageDraft } from '../page-draft.js';
import type { FontFacts, FontLookup } from './page-fonts.js';
import type { Pdfium } from './pdfium-library.js';

/** A character off its text line by more than this, in ems, belongs to a vertical font: its origin is at the glyph's top. */
const VERTICAL_SHIFT = 0.02;
/** Advances outside these bounds, in ems, are not believed. */
const LEAST_ADVANCE = 0.01;
const GREATEST_ADVANCE = 3;
/** Boxes of blank glyphs are no higher than this, in ems. */
const BLANK_HEIGHT = 0.005;
/** Text drawn with these modes is not seen (ISO 32000-2 §9.3.6). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** What the glyph reader saw. */
export interface GlyphCensus {
  /** Handles of the text objects that gave at least one character. */
  readonly objectsWithText: ReadonlySet<number>;
  /** Fonts that are not embedded and drew characters beyond ASCII. */
  readonly blindFonts: ReadonlySet<FontFacts>;
}

/** A text object, as far as its glyphs share it. */
interface TextObject {
  readonly handle: number;
  readonly font: FontFacts;
  readonly size: number;
  readonly isVisible: boolean;
  /** From text space to PDF's page space. */
  readonly matrix: Affine;
  /** From text space to the page. */
  readonly toPage: Affine;
  readonly fontSize: number;
  readonly angleDeg: Glyph['angleDeg'];
  /** True where the text comes from `/ActualText`: then all characters share one origin, but not one box. */
  readonly isActualText: boolean;
}

/** One character of PDFium's text page. */
interface Char {
  readonly index: number;
  readonly originX: number;
  readonly originY: number;
  /** Edges of the loose box in PDF's page space, y up. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is drawn at one place: a character, or the several a ligature stands for. */
interface DrawnGlyph {
  readonly char: Char;
  readonly object: TextObject;
  text: string;
}

/** Appends the glyphs of a loaded text page to the draft. */
export function readGlyphs(pdfium: Pdfium, textPage: number, fonts: FontLookup, draft: PageDraft): GlyphCensus {
  const { call } = pdfium;
  const objectsWithText = new Set<number>();
  const blindFonts = new Set<FontFacts>();
  const count = call.countChars(textPage);
  let object: TextObject | undefined;
  let pending: DrawnGlyph | undefined;
  for (let index = 0; index < count; index += 1) {
    const handle = call.charObject(textPage, index);
    if (handle === 0 || call.charIsGenerated(textPage, index) === 1) continue;
    if (object?.handle !== handle) {
      object = readObject(pdfium, { textPage, index, handle }, fonts, draft);
      objectsWithText.add(handle);
    }
    const text = readText(pdfium, textPage, index, object);
    if (text === ' ' || text === '') continue;
    if (!object.font.embedded && text > '\u007F') blindFonts.add(object.font);
    const char = readChar(pdfium, textPage, index);
    if (pending?.object === object && isSameDrawing(pending.char, char)) {
      pending.text += text;
    } else {
      if (pending !== undefined) addDrawnGlyph(pdfium, pending, draft);
      pending = { char, object, text };
    }
  }
  if (pending !== undefined) addDrawnGlyph(pdfium, pending, draft);
  return { objectsWithText, blindFonts };
}

/**
 * The text of one character. PDFium gives a glyph's several characters, and the two halves of a surrogate pair, as
 * characters of one origin and box: the caller puts them together again.
 */
function readText({ call, scratch, doubles }: Pdfium, textPage: number, index: number, object: TextObject): string {
  if (call.charLacksUnicode(textPage, index) === 1) {
    // The "character" is the bare code, which says nothing. A blank glyph without Unicode is no loss.
    call.charTightBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24);
    const heap = doubles();
    const height = Math.abs((heap[(scratch >> 3) + 3] ?? 0) - (heap[(scratch >> 3) + 2] ?? 0));
    const width = Math.abs((heap[(scratch >> 3) + 1] ?? 0) - (heap[scratch >> 3] ?? 0));
    return Math.min(width, height) <= BLANK_HEIGHT * object.fontSize ? '' : NO_UNICODE;
  }
  if (call.charIsHyphen(textPage, index) === 1) return '-';
  const code = call.charUnicode(textPage, index);
  if (code === 0 || code === 0xfffe || code === 0xffff || code > 0x10ffff) return NO_UNICODE;
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

/** Where a text object's first character stands. */
interface ObjectStart {
  readonly textPage: number;
  readonly index: number;
  readonly handle: number;
}

function readObject(pdfium: Pdfium, start: ObjectStart, fonts: FontLookup, draft: PageDraft): TextObject {
  const { call, scratch, floats } = pdfium;
  const { textPage, index, handle } = start;
  const font = fonts(call.textFont(handle));
  call.textFontSize(handle, scratch);
  const size = floats()[scratch >> 2] ?? 0;
  call.charMatrix(textPage, index, scratch);
  const heap = floats();
  const at = scratch >> 2;
  const matrix: Affine = [
    heap[at] ?? 0,
    heap[at + 1] ?? 0,
    heap[at + 2] ?? 0,
    heap[at + 3] ?? 0,
    heap[at + 4] ?? 0,
    heap[at + 5] ?? 0,
  ];
  const toPage = compose(matrix, draft.frame.toPage);
  const up = Math.sign(size) || 1;
  return {
    handle,
    font,
    size,
    isVisible: !INVISIBLE_MODES.has(call.textRenderMode(handle)),
    matrix,
    toPage,
    fontSize: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    angleDeg: angleOfTop(up * toPage[2], up * toPage[3]),
    isActualText: isActualText(pdfium, start),
  };
}

/** True where the object's first two characters share an origin but not a box: only replaced text does that. */
function isActualText(pdfium: Pdfium, { textPage, index, handle }: ObjectStart): boolean {
  const next = index + 1;
  if (pdfium.call.charObject(textPage, next) !== handle || pdfium.call.charIsGenerated(textPage, next) === 1)
    return false;
  const first = readChar(pdfium, textPage, index);
  const second = readChar(pdfium, textPage, next);
  return isSameOrigin(first, second) && !isSameDrawing(first, second);
}

function readChar({ call, scratch, doubles, floats }: Pdfium, textPage: number, index: number): Char {
  call.charOrigin(textPage, index, scratch, scratch + 8);
  call.charLooseBox(textPage, index, scratch + 16);
  const numbers = doubles();
  const box = floats();
  const at = (scratch + 16) >> 2;
  return {
    index,
    originX: numbers[scratch >> 3] ?? 0,
    originY: numbers[(scratch >> 3) + 1] ?? 0,
    left: box[at] ?? 0,
    top: box[at + 1] ?? 0,
    right: box[at + 2] ?? 0,
    bottom: box[at + 3] ?? 0,
  };
}

function isSameOrigin(a: Char, b: Char): boolean {
  return a.originX === b.originX && a.originY === b.originY;
}

function isSameDrawing(a: Char, b: Char): boolean {
  return isSameOrigin(a, b) && a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
}

function addDrawnGlyph(pdfium: Pdfium, { char, object, text }: DrawnGlyph, draft: PageDraft): void {
  const { font, size, fontSize, angleDeg, isVisible, matrix } = object;
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  let box: Bbox;
  if (object.isActualText || !(Math.abs(area) > 1e-9)) {
    if (!object.isActualText) draft.glyphsWithoutBox += 1;
    box = boundsOnPage(draft.frame.toPage, [char.left, char.bottom, char.right, char.top]);
  } else {
    const x = ((char.originX - e) * d - (char.originY - f) * c) / area;
    const y = ((char.originY - f) * a - (char.originX - e) * b) / area;
    const ems = advanceInEms(pdfium, { char, object, text }, { x, y });
    if (ems === undefined) draft.glyphsWithoutBox += 1;
    const advance = (ems ?? 1) * size;
    box = boundsOnPage(object.toPage, [x, y + font.descent * size, x + advance, y + font.ascent * size]);
  }
  addGlyph(draft, { text, box, fontSize, font: font.index, angleDeg, isVisible });
}

/** The glyph's horizontal advance in ems, from its origin in text space; `undefined` where nothing tells it. */
function advanceInEms(
  pdfium: Pdfium,
  { char, object, text }: DrawnGlyph,
  origin: { readonly x: number; readonly y: number },
): number | undefined {
  const { matrix, size, font } = object;
  const [a, b, c, d, e, f] = matrix;
  // A vertical font's glyphs hang centred below their position (ISO 32000-2 §9.7.4.3), half their width to the left.
  if (Math.abs(origin.y) > VERTICAL_SHIFT * Math.abs(size)) return believable((-2 * origin.x) / size) ?? 1;
  let end: number | undefined;
  if (b === 0 && c === 0) {
    end = a > 0 === size > 0 ? (char.right - e) / a : (char.left - e) / a;
  } else if (a === 0 && d === 0) {
    end = b > 0 === size > 0 ? (char.top - f) / b : (char.bottom - f) / b;
  }
  const loose = end === undefined ? undefined : believable((end - origin.x) / size);
  if (loose !== undefined) return loose;
  const { call, scratch, floats } = pdfium;
  if (font.handle === 0 || call.fontGlyphWidth(font.handle, text.codePointAt(0) ?? 0, 1, scratch) === 0)
    return undefined;
  return believable(floats()[scratch >> 2] ?? 0);
}

function believable(advance: number): number | undefined {
  return advance >= LEAST_ADVANCE && advance <= GREATEST_ADVANCE ? advance : undefined;
}
