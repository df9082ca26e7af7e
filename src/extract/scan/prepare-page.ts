/** Makes the picture of a sheet ready for reading: upright, straight, one page each, cells and lines of text cut out. */
import type { Bbox, PositionedPage, Ruling } from '../../model/index.js';
import { compose, IDENTITY, type Affine } from '../pdf/affine.js';
import { cutBox, cutCell } from './cut-out.js';
import type { InkedPage, PlacedCutting } from './cut-out.js';
import { estimateSkew } from './estimate-skew.js';
import { findRidges, findRules, reducedForRules } from './find-rules.js';
import { isUpsideDown } from './find-upright.js';
import { findWayUp } from './find-way-up.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';
import type { Recogniser } from './recognise/recogniser.js';
import { slopeOfRules } from './slope-of-rules.js';
import { splitSheet } from './split-sheet.js';
import { findTextLines } from './text-blocks.js';
import { toInk } from './to-ink.js';
import { turnByAngle, turnByQuarters } from './turn-image.js';
import { whitenEdges } from './whiten-edges.js';

/** How much of the text outside tables is read. */
export type ProseReading =
  /** All of it. */
  | 'full'
  /** What stands above everything else on the first page: who reports on which year. */
  | 'skip';

/** What reading pictures needs. */
export interface ScanOptions {
  readonly recogniser: Recogniser;
  /** The tables that rules draw, with their cells; those that will be found in the page once more. */
  readonly tablesOf: (rulings: readonly Ruling[]) => readonly { readonly box: Bbox; readonly cells: readonly Bbox[] }[];
  readonly prose: ProseReading;
  /** What the cells of tables are likely to say where they hold no figure. */
  readonly wordings: readonly string[];
  /** Whether lines of text say who reports on which year: with `skip`, nothing more is read then. */
  readonly isTitle: (lines: readonly string[]) => boolean;
}

/** A page with what is to be read of it. */
export interface PreparedPage {
  /** Without glyphs; its number is that of the sheet. */
  readonly page: PositionedPage;
  readonly cells: readonly PlacedCutting[];
  readonly lines: readonly PlacedCutting[];
}

/** Said of pages of which not all text was read. */
export const PROSE_UNREAD = { kind: 'prose-unread', detail: '' } as const;
/** Lines of the title block: the title, the bureau, what stands above them. */
const TITLE_LINES = 6;
/** Skew below this, in degrees, is left: a rule across a page falls by a pixel. */
const LEAST_SKEW = 0.03;
/**
 * Prepares the pages of one sheet.
 *
 * @param isFirst whether it is the first of its document
 * @returns in reading order: one, or several of a sheet that shows several pages
 */
export async function prepareSheet(
  sheet: { readonly pageNumber: number; readonly image: GreyImage },
  options: ScanOptions,
  isFirst: boolean,
): Promise<readonly PreparedPage[]> {
  const cleaned = whitenEdges(sheet.image);
  const { quarters, isSure } = findWayUp(cleaned);
  const upright = turnByQuarters(cleaned, quarters);
  const toSheet = turnedBack(cleaned, quarters);
  const scale = POINTS_PER_INCH / upright.dpi;
  const pages: UprightPage[] = [];
  const parts = splitSheet(upright);
  for (const { image, leftPx, topPx } of parts) {
    const toUpright: Affine = [1, 0, 0, 1, leftPx * scale, topPx * scale];
    const page = straighten(image, parts.length === 1 ? toSheet : compose(toUpright, toSheet));
    // Most pages lie upright: dust that looks like stops must not turn one over unchecked.
    const isToBeChecked = !isSure || quarters !== 0;
    const isOnHead = isToBeChecked && (await isUpsideDown(page, page.rulings, options.recogniser));
    pages.push(isOnHead ? turnOver(page) : page);
  }
  // A sheet on its head has its last page first.
  if (pages.every(({ wasTurned }) => wasTurned)) pages.reverse();
  return pages.map((page, part) => cutUp(page, sheet.pageNumber, { options, part, isTitled: isFirst && part === 0 }));
}

/** Takes points of a picture that was turned clockwise by quarters to where they were on the picture as it lay. */
function turnedBack(lying: GreyImage, quarters: 0 | 1 | 2 | 3): Affine {
  const [width, height] = sizeOf(lying);
  const back: readonly Affine[] = [
    IDENTITY,
    [0, -1, 1, 0, 0, height],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, width, 0],
  ];
  return back[quarters] ?? IDENTITY;
}

/** A page that lies upright and straight. */
interface UprightPage extends InkedPage {
  readonly rulings: readonly Ruling[];
  /** From its points to those of the sheet. */
  readonly toSource: Affine;
  /** Whether its words said that it stood on its head. */
  readonly wasTurned: boolean;
}

/** Turns a page back by what its lines are askew, or by what its rules are, which tell the angle better. */
function straighten(lying: GreyImage, toSheet: Affine): UprightPage {
  const byLines = estimateSkew(lying);
  if (!isAskew(byLines)) {
    const rulings = findRules(lying);
    const rest = slopeOfRules(lying, rulings);
    return isAskew(rest) ? turnedBackBy(rest, lying, toSheet) : inked(lying, rulings, toSheet);
  }
  // Reduced it tells as much, and is turned in a quarter of the time.
  const small = turnByAngle(reducedForRules(lying), -byLines);
  const rest = slopeOfRules(small, findRidges(small, 'horizontal'));
  const skew = isAskew(rest) ? byLines + rest : byLines;
  return isAskew(skew) ? turnedBackBy(skew, lying, toSheet) : inked(lying, findRules(lying), toSheet);
}

const isAskew = (angle: number): boolean => Math.abs(angle) >= LEAST_SKEW;

/** A page turned back by an angle, with its rules. */
function turnedBackBy(skew: number, lying: GreyImage, toSheet: Affine): UprightPage {
  const image = turnByAngle(lying, -skew);
  return inked(image, findRules(image), compose(turnAboutMiddle(lying, skew), toSheet));
}

function inked(image: GreyImage, rulings: readonly Ruling[], toSource: Affine): UprightPage {
  return { image, ink: toInk(image), rulings, toSource, wasTurned: false };
}

function turnOver({ image: onHead, ink, toSource }: UprightPage): UprightPage {
  const image = turnByQuarters(onHead, 2);
  return {
    image,
    ink: ink.slice().reverse(),
    rulings: findRules(image),
    toSource: compose(turnedBack(onHead, 2), toSource),
    wasTurned: true,
  };
}

function sizeOf({ widthPx, heightPx, dpi }: GreyImage): readonly [width: number, height: number] {
  return [(widthPx * POINTS_PER_INCH) / dpi, (heightPx * POINTS_PER_INCH) / dpi];
}

/** Takes points of a page that was turned back by an angle to where they were. */
function turnAboutMiddle(image: GreyImage, skewDeg: number): Affine {
  const [x, y] = sizeOf(image).map((side) => side / 2) as [number, number];
  const cos = Math.cos((skewDeg * Math.PI) / 180);
  const sin = Math.sin((skewDeg * Math.PI) / 180);
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

function cutUp(
  upright: UprightPage,
  pageNumber: number,
  { options, part, isTitled }: { options: ScanOptions; part: number; isTitled: boolean },
): PreparedPage {
  const { rulings, toSource } = upright;
  const tables = options.tablesOf(rulings);
  const cells = tables.flatMap((table, t) =>
    table.cells.map((cell, c) => cutCell(upright, cell, `${pageNumber}/${part}/table ${t}/cell ${c}`)),
  );
  const most = options.prose === 'full' ? Infinity : isTitled ? TITLE_LINES : 0;
  // One more than is read: whether there are others is told.
  const boxes = findTextLines(
    upright,
    tables.map(({ box }) => box),
    most + 1,
  );
  const wanted = boxes.slice(0, most);
  const [width, height] = sizeOf(upright.image);
  const page: PositionedPage = {
    kind: 'positioned',
    pageNumber,
    width,
    height,
    reader: 'scan',
    fonts: [{ name: '', embedded: true }],
    glyphs: [],
    rulings,
    clips: [],
    images: [],
    doubts: wanted.length < boxes.length ? [PROSE_UNREAD] : [],
    ...(toSource === IDENTITY ? {} : { origin: { pageNumber, toSource } }),
  };
  return { page, cells, lines: wanted.map((box, at) => cutBox(upright, box, `${pageNumber}/${part}/line ${at}`)) };
}
