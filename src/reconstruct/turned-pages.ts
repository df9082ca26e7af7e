/**
 * Pages whose content is drawn turned (a wide table laid sideways on an upright page): read upright, and what is found
 * there is put back where it stands on the page.
 */
import { bbox } from '../model/index.js';
import type { Bbox, Glyph, Layout, PositionedPage, Ruling } from '../model/index.js';
import { moveLayout } from './move-layout.js';

/** A page is turned where at least this share of its glyphs is: upright labels of groups are few. */
const TURNED_SHARE = 0.6;

type Angle = Glyph['angleDeg'];

/** How a page was turned to be read. */
interface Turn {
  readonly angle: Angle;
  /** Of the page as it is. */
  readonly width: number;
  readonly height: number;
}

/** Pages as they are read, and how to put back what was found on them. */
export interface UprightPages {
  readonly pages: readonly PositionedPage[];
  readonly putBack: (layout: Layout) => Layout;
}

/** Turns upright the pages most of whose glyphs are turned the same way. */
export function toUprightPages(pages: readonly PositionedPage[]): UprightPages {
  const turns = new Map<number, Turn>();
  const upright = pages.map((page) => {
    const angle = angleOfPage(page);
    if (angle === 0) return page;
    const turn = { angle, width: page.width, height: page.height };
    turns.set(page.pageNumber, turn);
    return turnPage(page, turn);
  });
  return { pages: upright, putBack: (layout) => (turns.size === 0 ? layout : putLayoutBack(layout, turns)) };
}

function angleOfPage(page: PositionedPage): Angle {
  const glyphs = page.glyphs.filter(({ isSlanted }) => !isSlanted);
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { angleDeg } of glyphs) counts[angleDeg]++;
  return (
    ([90, 180, 270] as const).find((angle) => counts[angle] >= TURNED_SHARE * glyphs.length && counts[angle] > 0) ?? 0
  );
}

function turnPage(page: PositionedPage, turn: Turn): PositionedPage {
  const isSideways = turn.angle !== 180;
  return {
    ...page,
    width: isSideways ? page.height : page.width,
    height: isSideways ? page.width : page.height,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      box: turnBox(glyph.box, turn),
      angleDeg: remainingAngle(glyph.angleDeg, turn.angle),
    })),
    rulings: page.rulings.map((ruling) => turnRuling(ruling, turn)),
    clips: page.clips.map((box) => turnBox(box, turn)),
    images: page.images.map((box) => turnBox(box, turn)),
  };
}

function remainingAngle(angle: Angle, turned: Angle): Angle {
  const rest = (angle - turned + 360) % 360;
  return rest === 90 || rest === 180 || rest === 270 ? rest : 0;
}

/** Where a box comes to stand when the page is turned back by the angle of its glyphs. */
function turnBox({ x0, top, x1, bottom }: Bbox, { angle, width, height }: Turn): Bbox {
  switch (angle) {
    case 0:
      return { x0, top, x1, bottom };
    case 90:
      return bbox(top, width - x1, bottom, width - x0);
    case 180:
      return bbox(width - x1, height - bottom, width - x0, height - top);
    case 270:
      return bbox(height - bottom, x0, height - top, x1);
  }
}

function turnRuling(ruling: Ruling, turn: Turn): Ruling {
  const { orientation, position, start, end } = ruling;
  const isHorizontal = orientation === 'horizontal';
  const box = turnBox(isHorizontal ? bbox(start, position, end, position) : bbox(position, start, position, end), turn);
  const staysHorizontal = isHorizontal === (turn.angle === 180);
  return staysHorizontal
    ? { ...ruling, orientation: 'horizontal', position: box.top, start: box.x0, end: box.x1 }
    : { ...ruling, orientation: 'vertical', position: box.x0, start: box.top, end: box.bottom };
}

function putLayoutBack(layout: Layout, turns: ReadonlyMap<number, Turn>): Layout {
  return moveLayout(layout, ({ pageNumber, box }) => {
    const turn = turns.get(pageNumber);
    if (!turn) return { pageNumber, box };
    const { angle, width, height } = turn;
    const isSideways = angle !== 180;
    const inverse = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;
    const back = { angle: inverse[angle], width: isSideways ? height : width, height: isSideways ? width : height };
    return { pageNumber, box: turnBox(box, back) };
  });
}
