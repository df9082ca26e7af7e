/**
 * Finds rules nobody drew: old web pages lay cells with a background on a black table, so that the table shows through
 * the gaps as lines.
 */
import type { Bbox, Ruling } from '../../model/index.js';

/** A filled rectangle too large for a rule. */
export interface FilledArea {
  readonly box: Bbox;
  /** Red, green and blue in one number, or `PATTERN`. */
  readonly color: number;
}

/** White, as one number. */
export const WHITE = 0xffffff;
/** Stands for a fill that is no plain colour. */
export const PATTERN = -1;

/** The narrowest gap that shows, in points. */
const NARROWEST = 0.15;
/** Every pair of areas is compared: a page with more of them than this is a drawing. The most seen on a table is 420. */
const MOST_AREAS = 1500;

/** Where a gap runs, between the ends of the rule it makes. */
interface Gap {
  readonly orientation: Ruling['orientation'];
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a piece of ruling of each gap through which another colour shows: between two areas side by side, or between an
 * area and the edge of one it lies on; and of each edge of such an area beside which that colour shows at any width.
 *
 * @param areas - In drawing order.
 * @param widest - The widest gap that is a rule, in points.
 */
export function gapRulings(areas: readonly FilledArea[], widest: number): Ruling[] {
  if (areas.length > MOST_AREAS) return [];
  const laid = areasOnTables(areas);
  const pieces: Ruling[] = [];
  for (const area of laid) {
    for (const other of laid) {
      if (area === other || isApart(area.box, other.box, widest)) continue;
      for (const gap of gapsBetween(area.box, other.box)) {
        const thickness = gap.to - gap.from;
        if (thickness < NARROWEST || thickness > widest) continue;
        const at = (gap.start + gap.end) / 2;
        if (showsThrough(laid, gap, { color: area.color, at })) pieces.push(toRuling(gap));
      }
    }
  }
  return [...pieces, ...laid.flatMap((area) => wideEdges(area, laid, pieces))];
}

/**
 * The edges of an area beside which the table shows at greater width than a rule: at a page break, rows that did not fit leave
 * their ground behind, and so do cells over several rows that end too early.
 */
function wideEdges({ box, color }: FilledArea, laid: readonly FilledArea[], pieces: readonly Ruling[]): Ruling[] {
  const thickness = pieces.find((piece) => isBeside(piece, box))?.thickness;
  if (thickness === undefined) return [];
  const { x0, top, x1, bottom } = box;
  const vertical = { orientation: 'vertical', start: top, end: bottom } as const;
  const horizontal = { orientation: 'horizontal', start: x0, end: x1 } as const;
  const edges: readonly Gap[] = [
    { ...vertical, from: x0 - thickness, to: x0 },
    { ...vertical, from: x1, to: x1 + thickness },
    { ...horizontal, from: top - thickness, to: top },
    { ...horizontal, from: bottom, to: bottom + thickness },
  ];
  return edges
    .filter((edge) =>
      EDGE_PLACES.some((share) =>
        showsThrough(laid, edge, { color, at: edge.start + share * (edge.end - edge.start) }),
      ),
    )
    .map((edge) => toRuling(edge));
}

/** Where along an edge the colour beside it is looked at. */
const EDGE_PLACES = [0.05, 0.5, 0.95];

function isBeside({ orientation, position, start, end, thickness }: Ruling, { x0, top, x1, bottom }: Bbox): boolean {
  const [sides, from, to] = orientation === 'vertical' ? [[x0, x1], top, bottom] : [[top, bottom], x0, x1];
  return sides.some((side) => Math.abs(position - side) <= thickness) && Math.min(end, to) > Math.max(start, from);
}

/** Across the gap that crosses it the piece goes on, so that it meets the next one. */
function toRuling({ orientation, from, to, start, end }: Gap): Ruling {
  const thickness = to - from;
  return {
    ...{ orientation, thickness, source: 'fill' },
    position: (from + to) / 2,
    start: start - thickness,
    end: end + thickness,
  };
}

/** The coloured areas on which others were laid, and all that lies on them, in drawing order. */
function areasOnTables(areas: readonly FilledArea[]): FilledArea[] {
  const tables = areas.filter(
    (table, index) =>
      table.color !== WHITE &&
      areas.some((area, after) => after > index && area.color !== table.color && isWithin(area.box, table.box)),
  );
  if (tables.length === 0) return [];
  return areas.filter((area) => tables.some((table) => isWithin(area.box, table.box)));
}

function isWithin(a: Bbox, b: Bbox): boolean {
  return a.x0 >= b.x0 && a.x1 <= b.x1 && a.top >= b.top && a.bottom <= b.bottom;
}

function isApart(a: Bbox, b: Bbox, distance: number): boolean {
  return b.x0 > a.x1 + distance || b.x1 < a.x0 - distance || b.top > a.bottom + distance || b.bottom < a.top - distance;
}

/** Gaps right of and below the first box up to the second, and all around it where it lies on the second. */
function gapsBetween(a: Bbox, b: Bbox): Gap[] {
  const [left, right] = [Math.max(a.x0, b.x0), Math.min(a.x1, b.x1)];
  const [top, bottom] = [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)];
  const vertical = { orientation: 'vertical', start: top, end: bottom } as const;
  const horizontal = { orientation: 'horizontal', start: left, end: right } as const;
  if (isWithin(a, b)) {
    return [
      { ...vertical, from: b.x0, to: a.x0 },
      { ...vertical, from: a.x1, to: b.x1 },
      { ...horizontal, from: b.top, to: a.top },
      { ...horizontal, from: a.bottom, to: b.bottom },
    ];
  }
  const gaps: Gap[] = [];
  if (bottom > top && b.x0 >= a.x1) gaps.push({ ...vertical, from: a.x1, to: b.x0 });
  if (right > left && b.top >= a.bottom) gaps.push({ ...horizontal, from: a.bottom, to: b.top });
  return gaps;
}

/** True where the uppermost colour in the gap's middle, at a place along it, is neither white nor that of the area beside it. */
function showsThrough(
  areas: readonly FilledArea[],
  gap: Gap,
  { color, at }: { readonly color: number; readonly at: number },
): boolean {
  const across = (gap.from + gap.to) / 2;
  const [x, y] = gap.orientation === 'vertical' ? [across, at] : [at, across];
  const uppermost = areas.findLast(({ box }) => x > box.x0 && x < box.x1 && y > box.top && y < box.bottom);
  return uppermost !== undefined && uppermost.color !== WHITE && uppermost.color !== color;
}
