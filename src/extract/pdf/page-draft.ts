/** A page while it is being read: what the readers find is noted here, then finished into a `PositionedPage`. */
import type { Bbox, Glyph, PageDoubt, PageFont, PdfReader, PositionedPage } from '../../model/index.js';
import { markCovered } from './covered-glyphs.js';
import { joinCollinearRulings } from './join-collinear-rulings.js';
import type { PageFrame } from './page-frame.js';
import { createPathTracer, type PathTracer } from './path-tracer.js';

/** A glyph without Unicode text. */
export const NO_UNICODE = '\uFFFD';
/** More clip paths than this tell nothing about cells: the most seen on a page of tables was 560. */
const MOST_CLIPS = 4000;
/** A clip this much smaller than the page, in points, may be a cell's. */
const PAGE_MARGIN = 1;
/** Glyphs outside the page are common (printer's marks, tiles); more than this share of them means misplaced boxes. */
const MOST_OUTSIDE_SHARE = 0.2;

/** What is known of a page so far. */
export interface PageDraft {
  readonly reader: PdfReader;
  readonly pageNumber: number;
  readonly frame: PageFrame;
  readonly fonts: PageFont[];
  readonly glyphs: Glyph[];
  /** For each glyph its place in the order in which the page is painted. */
  readonly glyphOrders: number[];
  readonly tracer: PathTracer;
  readonly images: Bbox[];
  /** Clips by their rounded edges. */
  readonly clips: Map<string, Bbox>;
  readonly doubts: PageDoubt[];
  /** Glyphs whose Unicode text is absent or for private use. */
  glyphsWithoutUnicode: number;
  glyphsOutside: number;
  /** Glyphs whose box had to be made up. */
  glyphsWithoutBox: number;
  /** How many things were painted so far. */
  painted: number;
  /** Digits that are not those drawn but stand in for them, by `/ActualText`. */
  digitsReplaced: number;
}

/** Begins a page. */
export function createPageDraft(reader: PdfReader, pageNumber: number, frame: PageFrame): PageDraft {
  return {
    reader,
    pageNumber,
    frame,
    fonts: [],
    glyphs: [],
    glyphOrders: [],
    tracer: createPathTracer(),
    images: [],
    clips: new Map(),
    doubts: [],
    glyphsWithoutUnicode: 0,
    glyphsOutside: 0,
    glyphsWithoutBox: 0,
    painted: 0,
    digitsReplaced: 0,
  };
}

/**
 * Notes a glyph, unless it is white space or lies wholly outside the page.
 *
 * @param order its place in the order in which the page is painted
 */
export function addGlyph(draft: PageDraft, glyph: Glyph, order: number): void {
  if (isBlank(glyph.text)) return;
  if (!touchesPage(draft, glyph.box)) {
    draft.glyphsOutside += 1;
    return;
  }
  if (hasNoUnicode(glyph.text)) draft.glyphsWithoutUnicode += 1;
  draft.glyphs.push(glyph);
  draft.glyphOrders.push(order);
}

/** Notes the box of a rectangular clip path, unless it is about as large as the page or already noted. */
export function addClip(draft: PageDraft, box: Bbox): void {
  const { width, height } = draft.frame;
  if (!touchesPage(draft, box)) return;
  if (box.x1 - box.x0 >= width - PAGE_MARGIN && box.bottom - box.top >= height - PAGE_MARGIN) return;
  if (draft.clips.size >= MOST_CLIPS || box.x1 <= box.x0 || box.bottom <= box.top) return;
  const key = `${box.x0.toFixed(1)} ${box.top.toFixed(1)} ${box.x1.toFixed(1)} ${box.bottom.toFixed(1)}`;
  if (!draft.clips.has(key)) draft.clips.set(key, box);
}

/** Notes the box of an image, unless it lies wholly outside the page. */
export function addImage(draft: PageDraft, box: Bbox): void {
  if (touchesPage(draft, box)) draft.images.push(box);
}

/** False also for boxes that are no boxes: a file may hold any numbers. */
function touchesPage({ frame }: PageDraft, box: Bbox): boolean {
  return (
    box.x1 > 0 &&
    box.x0 < frame.width &&
    box.bottom > 0 &&
    box.top < frame.height &&
    Number.isFinite(box.x0 + box.top + box.x1 + box.bottom)
  );
}

/** Makes the page out of what was noted, with the doubts that follow from the glyphs. */
export function finishPage(draft: PageDraft): PositionedPage {
  const { reader, pageNumber, frame, fonts, images } = draft;
  const drawn = markCovered(draft.glyphs, draft.glyphOrders, draft.tracer.covers);
  const covered = drawn.filter((glyph, at) => glyph !== draft.glyphs[at]).length;
  if (covered > 0) draft.doubts.push({ kind: 'covered', detail: `${covered} of ${drawn.length} glyphs` });
  const glyphs = withoutCommonSlant(drawn);
  const { width, height } = frame;
  const rulings = joinCollinearRulings(draft.tracer.finish()).filter((ruling) => {
    const [across, along] = ruling.orientation === 'horizontal' ? [height, width] : [width, height];
    const reach = ruling.thickness / 2;
    if (!Number.isFinite(ruling.position + ruling.start + ruling.end + reach)) return false;
    return (
      ruling.position + reach >= 0 && ruling.position - reach <= across && ruling.end >= 0 && ruling.start <= along
    );
  });
  return {
    kind: 'positioned',
    pageNumber,
    width,
    height,
    reader,
    fonts,
    glyphs,
    rulings,
    clips: [...draft.clips.values()],
    images,
    doubts: [...draft.doubts, ...glyphDoubts(draft)],
  };
}

/**
 * A page on which at least this share of the glyphs runs aslant was printed so, and none of it is a watermark. Watermarks all over a
 * page of few lines are most of its glyphs.
 */
const COMMON_SLANT_SHARE = 0.98;

function withoutCommonSlant(glyphs: readonly Glyph[]): readonly Glyph[] {
  const slanted = glyphs.filter(({ isSlanted }) => isSlanted).length;
  if (slanted === 0 || slanted < COMMON_SLANT_SHARE * glyphs.length) return glyphs;
  return glyphs.map(({ text, box, fontSize, font, angleDeg, isVisible, isCovered }) => ({
    ...{ text, box, fontSize, font, angleDeg, isVisible },
    ...(isCovered && { isCovered }),
  }));
}

function glyphDoubts(draft: PageDraft): PageDoubt[] {
  const doubts: PageDoubt[] = [];
  const { glyphs, glyphsOutside, glyphsWithoutBox, glyphsWithoutUnicode } = draft;
  if (glyphsWithoutUnicode > 0) {
    doubts.push({ kind: 'no-unicode', detail: `${glyphsWithoutUnicode} of ${glyphs.length} glyphs` });
  }
  if (glyphsWithoutBox > 0) doubts.push({ kind: 'odd-boxes', detail: `${glyphsWithoutBox} glyphs without a box` });
  if (draft.digitsReplaced > 0) {
    doubts.push({ kind: 'odd-boxes', detail: `${draft.digitsReplaced} digits given by ActualText` });
  }
  if (glyphsOutside > MOST_OUTSIDE_SHARE * (glyphs.length + glyphsOutside)) {
    doubts.push({ kind: 'odd-boxes', detail: `${glyphsOutside} glyphs outside the page` });
  }
  return doubts;
}

/** True for text that draws nothing: white space, format and control characters. */
export function isBlank(text: string): boolean {
  return !/[^\p{Z}\p{Cc}\p{Cf}]/u.test(text);
}

/** True for the replacement character, private-use and unassigned code points. */
function hasNoUnicode(text: string): boolean {
  // Most glyphs are one common character: the regular expression is not run on them.
  const code = text.charCodeAt(0);
  if (text.length === 1 && (code < 0xd800 || (code > 0xf8ff && code < 0xfff0))) return false;
  return /[\uFFFD\p{Co}\p{Cn}\p{Cs}]/u.test(text);
}
