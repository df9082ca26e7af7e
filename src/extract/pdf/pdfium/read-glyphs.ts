/** Reads a page's glyphs from PDFium's text page, which also covers text in form XObjects. */
import type { Bbox } from '../../../model/index.js';
import { NO_UNICODE, type PageDraft } from '../page-draft.js';
import type { FontFacts, FontLookup } from './page-fonts.js';
import type { Pdfium } from './pdfium-library.js';
import { placeGlyph, type Char, type DrawnGlyph } from './place-glyph.js';
import type { TextObjectSeen } from './read-objects.js';
import { readTextObject, type TextObject } from './text-object.js';

/** Boxes of blank glyphs are no higher than this, in ems. */
const BLANK_HEIGHT = 0.005;
const NOWHERE: Bbox = { x0: 0, top: 0, x1: 0, bottom: 0 };

/** What the glyph reader saw. */
export interface GlyphCensus {
  /** Handles of the text objects that gave at least one character. */
  readonly objectsWithText: ReadonlySet<number>;
  /** Fonts that are not embedded and drew characters beyond ASCII. */
  readonly blindFonts: ReadonlySet<FontFacts>;
}

/** What glyphs are read from. */
export interface TextSource {
  readonly textPage: number;
  /** The page's text objects by handle. */
  readonly objects: ReadonlyMap<number, TextObjectSeen>;
  readonly fonts: FontLookup;
}

/** Appends the glyphs of a loaded text page to the draft. */
export function readGlyphs(pdfium: Pdfium, source: TextSource, draft: PageDraft): GlyphCensus {
  const { call } = pdfium;
  const { textPage, objects, fonts } = source;
  const objectsWithText = new Set<number>();
  const blindFonts = new Set<FontFacts>();
  const count = call.countChars(textPage);
  let object: TextObject | undefined;
  let pending: DrawnGlyph | undefined;
  for (let index = 0; index < count; index += 1) {
    const handle = call.charObject(textPage, index);
    if (handle === 0 || call.charIsGenerated(textPage, index) === 1) continue;
    if (object?.handle !== handle) {
      // Text of a form nested deeper than the walk goes is not among the objects.
      const seen = objects.get(handle) ?? {
        handle,
        font: call.textFont(handle),
        box: NOWHERE,
        order: Infinity,
        isReplaced: false,
      };
      object = readTextObject(pdfium, { textPage, index }, seen, { fonts, draft });
      objectsWithText.add(handle);
    }
    const text = readText(pdfium, textPage, index, object);
    if (text === ' ' || text === '') continue;
    if (!object.font.embedded && text > '\u007F') blindFonts.add(object.font);
    const char = readChar(pdfium, textPage, index);
    if (pending?.object === object && isSameDrawing(pending.char, char, object)) {
      pending.text += text;
    } else {
      if (pending !== undefined) placeGlyph(pdfium, pending, draft);
      pending = { char, object, text };
    }
  }
  if (pending !== undefined) placeGlyph(pdfium, pending, draft);
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

function readChar({ call, scratch, doubles, floats }: Pdfium, textPage: number, index: number): Char {
  call.charOrigin(textPage, index, scratch, scratch + 8);
  call.charLooseBox(textPage, index, scratch + 16);
  const numbers = doubles();
  const box = floats();
  const at = (scratch + 16) >> 2;
  return {
    originX: numbers[scratch >> 3] ?? 0,
    originY: numbers[(scratch >> 3) + 1] ?? 0,
    left: box[at] ?? 0,
    top: box[at + 1] ?? 0,
    right: box[at + 2] ?? 0,
    bottom: box[at + 3] ?? 0,
  };
}

/** True for characters that one drawing stands for; a replacement text is kept together to be spread as a whole. */
function isSameDrawing(a: Char, b: Char, object: TextObject): boolean {
  return (
    object.replacedInk !== undefined ||
    (a.originX === b.originX &&
      a.originY === b.originY &&
      a.left === b.left &&
      a.right === b.right &&
      a.top === b.top &&
      a.bottom === b.bottom)
  );
}
