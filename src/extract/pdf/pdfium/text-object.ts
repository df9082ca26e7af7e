/** What the characters of one text object share. */
import type { Bbox, Glyph } from '../../../model/index.js';
import { compose, type Affine } from '../affine.js';
import { angleOfTop, runsAslant } from '../glyph-cell.js';
import type { PageDraft } from '../page-draft.js';
import type { FontFacts, FontLookup } from './page-fonts.js';
import type { Pdfium } from './pdfium-library.js';
import type { TextObjectSeen } from './read-objects.js';

/** Text drawn with these modes is not seen (ISO 32000-2 §9.3.6). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** A text object, as far as its glyphs share it. */
export interface TextObject {
  readonly handle: number;
  readonly font: FontFacts;
  /** As set by `Tf`, before any transform; may be negative. */
  readonly size: number;
  /** Effective size on the page. */
  readonly fontSize: number;
  readonly isVisible: boolean;
  /** Its place in the order in which the page is painted. */
  readonly order: number;
  /** From text space to PDF's page space. */
  readonly matrix: Affine;
  /** From text space to the page. */
  readonly toPage: Affine;
  readonly angleDeg: Glyph['angleDeg'];
  readonly isSlanted: boolean;
  /** Its ink, on the page, where `/ActualText` stands in for its own text: nothing else tells where that text is. */
  readonly replacedInk: Bbox | undefined;
}

/** A character that belongs to the text object. */
export interface CharPlace {
  readonly textPage: number;
  readonly index: number;
}

/** Reads a text object by one of its characters. */
export function readTextObject(
  pdfium: Pdfium,
  { textPage, index }: CharPlace,
  seen: TextObjectSeen,
  page: { readonly fonts: FontLookup; readonly draft: PageDraft },
): TextObject {
  const { call, scratch, floats } = pdfium;
  call.textFontSize(seen.handle, scratch);
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
  const toPage = compose(matrix, page.draft.frame.toPage);
  const up = Math.sign(size) || 1;
  return {
    handle: seen.handle,
    font: page.fonts(seen.font),
    size,
    fontSize: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    isVisible: !INVISIBLE_MODES.has(call.textRenderMode(seen.handle)),
    order: seen.order,
    matrix,
    toPage,
    angleDeg: angleOfTop(up * toPage[2], up * toPage[3]),
    isSlanted: runsAslant(toPage[0], toPage[1]),
    replacedInk: seen.isReplaced ? seen.box : undefined,
  };
}
