/**
 * Web pages that converters have made of pages of paper (pdf2htmlEX, pdftohtml and their like): each text is placed by its style,
 * wherever it stands in the source. They are read by where their text is seen, as pages of a PDF are. How wide letters are only
 * their fonts know; here they have the width that most fonts give them, and no page is judged by its second reading.
 */
import {
  bbox,
  type Bbox,
  type Glyph,
  type PlacedPages,
  type PositionedPage,
  type Ruling,
} from '../../../model/index.js';
import { allElements, type HtmlElement } from '../html-elements.js';
import { looksOf } from '../look.js';
import { fontDoubts } from '../own-fonts.js';
import { readStyleSheets } from '../style-sheets.js';
import { readFonts } from './letter-widths.js';
import type { DraftGlyph, PageDraft } from './page-draft.js';
import { placeText } from './place-text.js';
import { sheetsApart } from './sheets-apart.js';
import { mayPlaceText, statedStyles } from './stated-styles.js';
import { joinedStretches } from './stretches.js';

/** Fewer boxes are menus, and windows that open over a page. */
const FEWEST_BOXES = 30;
/** Of the digits of a page so many must stand in places. */
const PLACED_SHARE = 0.8;
const POINTS_PER_PX = 0.75;

/** The pages of a document whose text is placed by styles; `undefined` for any other page, and where some place is not known. */
export function placedPages(root: HtmlElement): PlacedPages | undefined {
  const elements = allElements(root);
  if (!mayPlaceText(elements)) return undefined;
  const sheets = readStyleSheets(root);
  const styles = { stated: statedStyles(root), fonts: readFonts(sheets.fontFaces) };
  const { drafts, digits, boxCount } = placeText(root, styles, looksOf(sheets));
  const isPlaced = digits.lost === 0 && digits.placed >= PLACED_SHARE * (digits.placed + digits.flowing);
  if (!isPlaced || boxCount < FEWEST_BOXES) return undefined;
  const set = drafts
    .flatMap(sheetsApart)
    .filter(({ stretches }) => stretches.length > 0)
    .map((draft) => ({ ...draft, stretches: [...joinedStretches(draft.stretches)] }));
  const isUnsure = ({ text, isUnsure: isOpen }: DraftGlyph): boolean => isOpen && DIGIT.test(text);
  return {
    kind: 'placed',
    pages: set.map(toPage),
    isUnproved: isInDoubtfulFont(elements, fontDoubts(root, sheets)),
    unsure: set.flatMap(({ stretches }, at) =>
      stretches.flatMap((glyphs) =>
        glyphs.filter(isUnsure).map(({ box }) => ({ pageNumber: at + 1, box: boxInPoints(box) })),
      ),
    ),
  };
}

const DIGIT = /\p{N}/u;

function isInDoubtfulFont(elements: readonly HtmlElement[], fontDoubtOf: ReturnType<typeof fontDoubts>): boolean {
  return elements.some(
    (element) =>
      element.childNodes.some((node) => 'value' in node && DIGIT.test(node.value)) &&
      fontDoubtOf(element) !== undefined,
  );
}

function toPage(draft: PageDraft, at: number): PositionedPage {
  const glyphs = draft.stretches.flat();
  const farthest = (side: 'x1' | 'bottom'): number => glyphs.reduce((most, { box }) => Math.max(most, box[side]), 0);
  return {
    kind: 'positioned',
    pageNumber: at + 1,
    width: POINTS_PER_PX * Math.max(draft.frame.width ?? 0, farthest('x1')),
    height: POINTS_PER_PX * Math.max(draft.frame.height ?? 0, farthest('bottom')),
    reader: 'markup',
    fonts: [{ name: '', embedded: true }],
    glyphs: glyphs.map(toGlyph),
    rulings: draft.rulings.map(inPoints),
    clips: [],
    images: [],
    doubts: [],
  };
}

function toGlyph({ text, box, size, angleDeg, isSlanted, isVisible }: DraftGlyph): Glyph {
  return {
    text,
    box: boxInPoints(box),
    fontSize: POINTS_PER_PX * size,
    font: 0,
    angleDeg,
    ...(isSlanted && { isSlanted }),
    isVisible,
  };
}

function boxInPoints({ x0, top, x1, bottom }: Bbox): Bbox {
  return bbox(POINTS_PER_PX * x0, POINTS_PER_PX * top, POINTS_PER_PX * x1, POINTS_PER_PX * bottom);
}

function inPoints(ruling: Ruling): Ruling {
  const { position, start, end, thickness } = ruling;
  return {
    ...ruling,
    position: POINTS_PER_PX * position,
    start: POINTS_PER_PX * start,
    end: POINTS_PER_PX * end,
    thickness: POINTS_PER_PX * thickness,
  };
}
