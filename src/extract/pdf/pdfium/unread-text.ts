/**
 * Finds text that PDFium draws but does not hand out as characters. Its text page leaves text objects out in silence:
 * glyphs of a font that is not embedded where the object holds just one (its box has no width), what it takes for a
 * repeated drawing of a neighbour, and what follows an `/ActualText` in the same marked content.
 */
import type { PageDoubt } from '../../../model/index.js';
import type { FontFacts, FontLookup } from './page-fonts.js';
import type { Pdfium } from './pdfium-library.js';
import type { GlyphCensus } from './read-glyphs.js';
import type { TextObjectSeen } from './read-objects.js';

/** A box lower than this, in points, holds no ink: that of a space. */
const NO_INK = 0.01;
/** PDFium compares a text object with so many before it (CPDF_TextPage::IsSameAsPreTextObject). */
const COMPARED_BEFORE = 5;
/**
 * Fonts PDFium brings a substitute for (CFX_FontMapper): what has no ink in them is a space. In any other font that is not
 * embedded it may as well be a Chinese character, whose box is as empty.
 */
const HAS_SUBSTITUTE =
  /^(?:Helvetica|Courier|Times|Arial(?:MT)?|CourierNew(?:PS)?(?:MT)?|TimesNewRoman(?:PS)?(?:MT)?)(?:[-,](?:Roman|Bold|Italic|Oblique|MT)+)?$/;
/** A repeated drawing (for bold print or a shadow) is shifted by no more than this share of its size. */
const REPEAT_SHIFT = 0.25;

/** The doubts raised by fonts PDFium cannot read and by text objects it left out. */
export function doubtUnreadText(
  pdfium: Pdfium,
  seen: readonly TextObjectSeen[],
  census: GlyphCensus,
  fonts: FontLookup,
): PageDoubt[] {
  const blind = new Set<FontFacts>(census.blindFonts);
  let lost = 0;
  for (const [index, object] of seen.entries()) {
    if (census.objectsWithText.has(object.handle)) continue;
    const isInked = hasInk(pdfium, object);
    if (isInked && neighboursRepeated(seen, index).length > 0) continue;
    const font = fonts(object.font);
    if (font.embedded) lost += isInked ? 1 : 0;
    else if (isInked || !HAS_SUBSTITUTE.test(font.name)) blind.add(font);
  }
  const doubts: PageDoubt[] = [...blind].map((font) => ({ kind: 'font-not-embedded', detail: font.name }));
  if (lost > 0) doubts.push({ kind: 'odd-boxes', detail: `${lost} text objects drawn but not handed out as text` });
  return doubts;
}

/**
 * True where the object's box has any height across its line of text. Along the line it may have none: that is why PDFium
 * left it out.
 */
function hasInk({ call, scratch, floats }: Pdfium, { handle, box }: TextObjectSeen): boolean {
  call.objectMatrix(handle, scratch);
  const [a = 1, b = 0] = floats().subarray(scratch >> 2, (scratch >> 2) + 2);
  const height = Math.abs(a) >= Math.abs(b) ? box.bottom - box.top : box.x1 - box.x0;
  return height > NO_INK;
}

/**
 * Text objects with the order of their last drawing: PDFium hands out only the first of two alike, but what was painted between
 * them covers that one alone.
 */
export function lastDrawings(
  { call }: Pdfium,
  textPage: number,
  seen: readonly TextObjectSeen[],
): readonly TextObjectSeen[] {
  const given = new Set<number>();
  const count = call.countChars(textPage);
  for (let index = 0; index < count; index += 1) given.add(call.charObject(textPage, index));
  const orders = new Map<TextObjectSeen, number>();
  for (const [index, object] of seen.entries()) {
    if (given.has(object.handle)) continue;
    for (const each of neighboursRepeated(seen, index)) orders.set(each, object.order);
  }
  return seen.map((object) => ({ ...object, order: orders.get(object) ?? object.order }));
}

/** Those of the few objects before this one that it all but covers. */
function neighboursRepeated(seen: readonly TextObjectSeen[], index: number): readonly TextObjectSeen[] {
  const box = seen[index]?.box;
  if (box === undefined) return [];
  const reach = REPEAT_SHIFT * Math.min(box.x1 - box.x0, box.bottom - box.top);
  return seen.slice(Math.max(0, index - COMPARED_BEFORE), index).filter(({ box: other }) => {
    const shifts = [other.x0 - box.x0, other.x1 - box.x1, other.top - box.top, other.bottom - box.bottom];
    return shifts.every((shift) => Math.abs(shift) <= reach);
  });
}
