/**
 * Walks a page's drawn objects, through form XObjects too: paths become pieces of rulings, images and cell clips are
 * noted, and text objects are counted, because PDFium's text page leaves some out without a word.
 */
import type { Bbox } from '../../../model/index.js';
import { compose, isAlongAxes, mapX, mapY, scaleOf, type Affine } from '../affine.js';
import { boundsOnPage } from '../glyph-cell.js';
import { addClip, addImage, type PageDraft } from '../page-draft.js';
import { PATTERN, WHITE } from '../gap-rulings.js';
import { intersection } from '../filled-shapes.js';
import { SCRATCH_SIZE, type Pdfium } from './pdfium-library.js';

/** Object types (fpdf_edit.h, FPDF_PAGEOBJ_*). */
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Segment types (fpdf_edit.h, FPDF_SEGMENT_*). */
const LINE_TO = 0;
const BEZIER_TO = 1;
const MOVE_TO = 2;
/** From this rendering mode on text is a clip too (ISO 32000-2 §9.3.6). */
const CLIPPING_MODE = 4;
/** Forms nested deeper than this are a loop or a bomb. */
const DEEPEST_FORM = 24;

/** A text object as drawn. */
export interface TextObjectSeen {
  readonly handle: number;
  /** PDFium's handle of its font. */
  readonly font: number;
  /** Its ink, on the page. */
  readonly box: Bbox;
  /** Its place in the order in which the page is painted. */
  readonly order: number;
  /** True where an `/ActualText` stands in for its own text (ISO 32000-2 §14.9.4). */
  readonly isReplaced: boolean;
}

/** Where the objects of a page or form stand. */
interface Holder {
  /** From the objects' coordinates to the page. */
  readonly toPage: Affine;
  readonly clip: Bbox | undefined;
  readonly depth: number;
  /** Whether what is painted in it replaces what lies below: none of its holders is blended, clipped aslant or on a layer. */
  readonly isPlain: boolean;
}

/** What clips leave of the page, and whether they are rectangles along its axes, so that it is just that. */
interface Clip {
  readonly box: Bbox | undefined;
  readonly isExact: boolean;
}

/** Notes the page's rulings, images and clips in the draft. @returns its text objects in drawing order. */
export function readObjects(pdfium: Pdfium, page: number, draft: PageDraft): TextObjectSeen[] {
  const { call } = pdfium;
  const seen: TextObjectSeen[] = [];
  const holder: Holder = { toPage: draft.frame.toPage, clip: undefined, depth: 0, isPlain: true };
  const count = call.countObjects(page);
  const walk: Walk = { pdfium, draft, seen, layered: 0, isTextClip: false };
  for (let index = 0; index < count; index += 1) readObject(walk, call.pageObject(page, index), holder);
  if (walk.layered > 0) draft.doubts.push({ kind: 'layers', detail: `${walk.layered} text objects on layers` });
  return seen;
}

/** What every step of the walk needs. */
interface Walk {
  readonly pdfium: Pdfium;
  readonly draft: PageDraft;
  readonly seen: TextObjectSeen[];
  /** Text objects on layers (optional content): whether one is switched off, PDFium does not tell. */
  layered: number;
  /** Whether some text was a clip too, of which PDFium does not tell what it cuts. */
  isTextClip: boolean;
}

function readObject(walk: Walk, handle: number, holder: Holder): void {
  const { pdfium, draft } = walk;
  draft.painted += 1;
  switch (pdfium.call.objectType(handle)) {
    case TEXT:
      if (isOnLayer(pdfium, handle)) walk.layered += 1;
      if (pdfium.call.textRenderMode(handle) >= CLIPPING_MODE) walk.isTextClip = true;
      walk.seen.push({
        handle,
        font: pdfium.call.textFont(handle),
        box: objectBox(pdfium, handle, holder.toPage),
        order: draft.painted,
        isReplaced: isReplaced(pdfium, handle),
      });
      return;
    case PATH:
      readPath(walk, handle, holder);
      return;
    case IMAGE:
      addImage(draft, boundsOnPage(compose(objectMatrix(pdfium, handle), holder.toPage), [0, 0, 1, 1]));
      return;
    case FORM:
      readForm(walk, handle, holder);
      return;
    default:
  }
}

function readForm(walk: Walk, handle: number, holder: Holder): void {
  if (holder.depth >= DEEPEST_FORM) return;
  const { call } = walk.pdfium;
  const clip = readClip(walk, handle, holder);
  const inner: Holder = {
    toPage: compose(objectMatrix(walk.pdfium, handle), holder.toPage),
    clip: clip.box,
    depth: holder.depth + 1,
    isPlain: isPlain(walk, handle, holder, clip),
  };
  const count = call.countFormObjects(handle);
  for (let index = 0; index < count; index += 1) readObject(walk, call.formObject(handle, index), inner);
}

function readPath(walk: Walk, handle: number, holder: Holder): void {
  const { pdfium, draft } = walk;
  const { call, scratch, integers } = pdfium;
  call.drawMode(handle, scratch, scratch + 4);
  const isFilled = (integers()[scratch >> 2] ?? 0) !== 0;
  const isStroked = (integers()[(scratch >> 2) + 1] ?? 0) !== 0;
  const fill = isFilled ? visibleColor(pdfium, handle, call.fillColor) : undefined;
  const stroke = isStroked ? visibleColor(pdfium, handle, call.strokeColor) : undefined;
  const clip = readClip(walk, handle, holder);
  const isStrokeSeen = stroke !== undefined && stroke !== WHITE;
  if (fill === undefined && !isStrokeSeen) return;
  const toPage = compose(objectMatrix(pdfium, handle), holder.toPage);
  if (isStrokeSeen) call.strokeWidth(handle, scratch);
  const strokeWidth = isStrokeSeen ? (pdfium.floats()[scratch >> 2] ?? 0) * scaleOf(toPage) : undefined;
  const hides = fill !== undefined && isPlain(walk, handle, holder, clip);
  draft.tracer.begin({
    clip: clip.box,
    ...(hides && { hidesAfter: draft.painted }),
    ...(fill !== undefined && { fill }),
    ...(strokeWidth !== undefined && { strokeWidth }),
  });
  tracePath(pdfium, handle, toPage, draft);
}

/** Whether an object's paint replaces what lies below it. Whether a layer is switched off, PDFium does not tell. */
function isPlain({ pdfium, isTextClip }: Walk, handle: number, holder: Holder, clip: Clip): boolean {
  return (
    holder.isPlain &&
    clip.isExact &&
    !isTextClip &&
    pdfium.call.hasTransparency(handle) === 0 &&
    !isOnLayer(pdfium, handle)
  );
}

/** Feeds a path's segments to the tracer. */
function tracePath(pdfium: Pdfium, handle: number, toPage: Affine, { tracer }: PageDraft): void {
  const { call, scratch, floats } = pdfium;
  const at = scratch >> 2;
  const count = call.countSegments(handle);
  let curvePoints = 0;
  for (let index = 0; index < count; index += 1) {
    const segment = call.segment(handle, index);
    call.segmentPoint(segment, scratch, scratch + 4);
    const heap = floats();
    const x = heap[at] ?? 0;
    const y = heap[at + 1] ?? 0;
    switch (call.segmentType(segment)) {
      case MOVE_TO:
        tracer.moveTo(mapX(toPage, x, y), mapY(toPage, x, y));
        break;
      case LINE_TO:
        tracer.lineTo(mapX(toPage, x, y), mapY(toPage, x, y));
        break;
      case BEZIER_TO:
        // A curve is three points: two that bend it, then its end.
        curvePoints = (curvePoints + 1) % 3;
        if (curvePoints === 0) tracer.curveTo(mapX(toPage, x, y), mapY(toPage, x, y));
        else tracer.bend(mapX(toPage, x, y), mapY(toPage, x, y));
        break;
      default:
    }
    if (call.segmentCloses(segment) === 1) tracer.close();
  }
  tracer.end();
}

/**
 * What an object's clip paths leave of the page, within what its holder leaves; rectangular ones are noted. Asked of paths
 * and forms only, which costs 0.05 ms a page: pdf.js, which meets every clip, finds some more around text.
 */
function readClip({ pdfium, draft }: Walk, handle: number, holder: Holder): Clip {
  const { call } = pdfium;
  const clipPath = call.clipPath(handle);
  const count = clipPath === 0 ? 0 : call.countClipPaths(clipPath);
  let box = holder.clip;
  let isExact = count === 0 || isAlongAxes(holder.toPage);
  for (let index = 0; index < count; index += 1) {
    const bounds = clipBounds(pdfium, clipPath, index, holder.toPage);
    if (bounds === undefined) {
      isExact = false;
      continue;
    }
    if (bounds.isRectangle) addClip(draft, bounds.box);
    else isExact = false;
    // Nothing is left where the two do not touch: an empty box clips everything.
    box = box === undefined ? bounds.box : (intersection(box, bounds.box) ?? { x0: -1, top: -1, x1: -1, bottom: -1 });
  }
  return { box, isExact };
}

/** The bounds of one clip path on the page, and whether it is an axis-parallel rectangle. */
function clipBounds(
  { call, scratch, floats }: Pdfium,
  clipPath: number,
  index: number,
  toPage: Affine,
): { box: Bbox; isRectangle: boolean } | undefined {
  const count = call.countClipSegments(clipPath, index);
  if (count <= 0) return undefined;
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let isRectangle = count === 4 || count === 5;
  let lastX = NaN;
  let lastY = NaN;
  for (let at = 0; at < count; at += 1) {
    const segment = call.clipSegment(clipPath, index, at);
    call.segmentPoint(segment, scratch, scratch + 4);
    const heap = floats();
    const rawX = heap[scratch >> 2] ?? 0;
    const rawY = heap[(scratch >> 2) + 1] ?? 0;
    const x = mapX(toPage, rawX, rawY);
    const y = mapY(toPage, rawX, rawY);
    if (at > 0 && Math.min(Math.abs(x - lastX), Math.abs(y - lastY)) > 0.1) isRectangle = false;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    lastX = x;
    lastY = y;
  }
  return { box: { x0, top, x1, bottom }, isRectangle };
}

function objectMatrix({ call, scratch, floats }: Pdfium, handle: number): Affine {
  call.objectMatrix(handle, scratch);
  const heap = floats();
  const at = scratch >> 2;
  return [heap[at] ?? 1, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 1, heap[at + 4] ?? 0, heap[at + 5] ?? 0];
}

function objectBox({ call, scratch, floats }: Pdfium, handle: number, toPage: Affine): Bbox {
  if (call.objectBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) {
    return { x0: 0, top: 0, x1: 0, bottom: 0 };
  }
  const heap = floats();
  const at = scratch >> 2;
  return boundsOnPage(toPage, [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0]);
}

/** Whether an object stands in marked content `/OC` (ISO 32000-2 §8.11.3.2). */
function isOnLayer({ call, scratch, bytes }: Pdfium, handle: number): boolean {
  const count = call.countMarks(handle);
  for (let index = 0; index < count; index += 1) {
    // The name comes as UTF-16LE with a terminating zero.
    call.markName(call.mark(handle, index), scratch + 8, SCRATCH_SIZE - 8, scratch);
    const [o, , c, , end, last] = bytes().subarray(scratch + 8, scratch + 14);
    if (o === 0x4f && c === 0x43 && end === 0 && last === 0) return true;
  }
  return false;
}

function isReplaced({ call, scratch, actualTextKey, integers, bytes }: Pdfium, handle: number): boolean {
  const count = call.countMarks(handle);
  for (let index = 0; index < count; index += 1) {
    const mark = call.mark(handle, index);
    const found = call.markBytes(mark, actualTextKey, scratch + 8, SCRATCH_SIZE - 8, scratch);
    if (found === 0) continue;
    const length = integers()[scratch >> 2] ?? 0;
    const [first, second] = bytes().subarray(scratch + 8, scratch + 10);
    // An empty text, or one of nothing but a byte order mark, replaces nothing.
    if (length > 0 && !(length === 2 && first === 0xfe && second === 0xff)) return true;
  }
  return false;
}

/** The colour of a paint as one number; `undefined` where it is wholly transparent. */
function visibleColor(pdfium: Pdfium, handle: number, color: Pdfium['call']['fillColor']): number | undefined {
  const { scratch, integers } = pdfium;
  if (color(handle, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return PATTERN;
  const heap = integers();
  const at = scratch >> 2;
  if (heap[at + 3] === 0) return undefined;
  return ((heap[at] ?? 0) << 16) | ((heap[at + 1] ?? 0) << 8) | (heap[at + 2] ?? 0);
}
