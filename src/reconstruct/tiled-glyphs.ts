/**
 * Finds a small text that is printed all over the pages, as offices mark who printed them: no part of the report. It stands in the
 * same places of two pages, or, on one page alone, at even distances over it, without regard to what the page says.
 */
import type { Glyph, PositionedPage } from '../model/index.js';
import { drawnRuns, placeOfRun } from './drawn-runs.js';
import type { DrawnRun } from './drawn-runs.js';

/** A text is all over a page where it stands so many times on it, */
const FEWEST_TILES = 8;
/** most of them in the same places as on another page, */
const SAME_PLACES_SHARE = 0.7;
/** and is so long: figures repeat by themselves, and so does 不适用. */
const SHORTEST_TEXT = 4;
/** On one page alone it stands at even distances, to within so many points, */
const LATTICE_TOLERANCE = 1;
/** in at least so many lines and columns, */
const FEWEST_LINES = 3;
const FEWEST_COLUMNS = 2;
/** down at least this share of the page. */
const LATTICE_HEIGHT_SHARE = 0.4;
/** A cell stands on a line with others, and clear of them: at most this share of the tiles may stand on such a line. */
const ON_LINES_SHARE = 0.34;
/** They stand on one line to within this share of their size. */
const SAME_LINE = 0.1;

const HAS_LETTER = /\p{L}/u;

/** The pages without such texts. */
export function withoutTiles(pages: readonly PositionedPage[]): readonly PositionedPage[] {
  const tiled = pages.map(({ glyphs }) => frequentRuns(glyphs));
  if (tiled.every((runs) => runs.size === 0)) return pages;
  return pages.map((page, at) => {
    const elsewhere = new Set(
      tiled.flatMap((runs, other) => (other === at ? [] : [...runs.values()].flat().map(placeOfRun))),
    );
    const tiles = [...(tiled[at]?.values() ?? [])].filter(
      (runs) =>
        runs.filter((run) => elsewhere.has(placeOfRun(run))).length >= SAME_PLACES_SHARE * runs.length ||
        isLattice(runs, page),
    );
    const glyphs = new Set(tiles.flatMap((runs) => runs.flatMap((run) => run.glyphs)));
    return glyphs.size === 0 ? page : { ...page, glyphs: page.glyphs.filter((glyph) => !glyphs.has(glyph)) };
  });
}

/** By text, those that stand often on a page. */
function frequentRuns(glyphs: readonly Glyph[]): ReadonlyMap<string, readonly DrawnRun[]> {
  const byText = new Map<string, DrawnRun[]>();
  for (const run of drawnRuns(glyphs)) {
    if (run.glyphs.length < SHORTEST_TEXT) continue;
    const own = byText.get(run.text);
    if (own) own.push(run);
    else byText.set(run.text, [run]);
  }
  return new Map([...byText].filter(([, runs]) => runs.length >= FEWEST_TILES));
}

/** Whether a text is laid over the one page, rather than said by it: units in cells (`0 件`) stand at even distances too. */
function isLattice(runs: readonly DrawnRun[], { glyphs, height }: PositionedPage): boolean {
  const [first] = runs;
  if (first === undefined || !HAS_LETTER.test(first.text)) return false;
  const tops = placesOf(runs.map(({ glyphs: [glyph] }) => glyph?.box.top ?? 0));
  const lefts = placesOf(runs.map(({ glyphs: [glyph] }) => glyph?.box.x0 ?? 0));
  if (tops.length < FEWEST_LINES || lefts.length < FEWEST_COLUMNS || !isEven(tops) || !isEven(lefts)) return false;
  if ((tops.at(-1) ?? 0) - (tops[0] ?? 0) < LATTICE_HEIGHT_SHARE * height) return false;
  const own = new Set(runs.flatMap((run) => run.glyphs));
  const others = glyphs.filter((glyph) => !own.has(glyph) && glyph.text.trim() !== '');
  const onLines = runs.filter((run) => others.some((other) => isOnLineOf(run, other)));
  return onLines.length <= ON_LINES_SHARE * runs.length;
}

/** Where things stand, ascending, each place once. */
function placesOf(values: readonly number[]): readonly number[] {
  return values
    .toSorted((a, b) => a - b)
    .filter((value, at, all) => value - (all[at - 1] ?? -Infinity) > LATTICE_TOLERANCE);
}

function isEven(places: readonly number[]): boolean {
  const steps = places.slice(1).map((place, at) => place - (places[at] ?? place));
  return Math.max(...steps) - Math.min(...steps) <= 2 * LATTICE_TOLERANCE;
}

/** Whether a glyph stands on the line of a tile, clear of it. */
function isOnLineOf({ glyphs: [tile] }: DrawnRun, { box }: Glyph): boolean {
  if (tile === undefined) return false;
  return Math.abs(box.bottom - tile.box.bottom) < SAME_LINE * tile.fontSize;
}
