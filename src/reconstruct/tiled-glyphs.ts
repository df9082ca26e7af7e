/**
 * Finds a small text that is printed all over the pages, as offices mark who printed them: no part of the report. It stands in the
 * same places of two pages, or, on one page alone, at even distances over it, without regard to what the page says.
 */
import type { Glyph, PositionedPage } from '../model/index.js';

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
/** Glyphs of one text are no further apart than this share of their size: a space is less. */
const GAP_SHARE = 1;
/** They stand on one line to within this share. */
const SAME_LINE = 0.1;

const HAS_LETTER = /\p{L}/u;

/** A text as drawn: glyphs that follow one another on one line. */
interface Run {
  text: string;
  readonly glyphs: Glyph[];
}

/** The pages without such texts. */
export function withoutTiles(pages: readonly PositionedPage[]): readonly PositionedPage[] {
  const tiled = pages.map(({ glyphs }) => frequentRuns(glyphs));
  if (tiled.every((runs) => runs.size === 0)) return pages;
  return pages.map((page, at) => {
    const elsewhere = new Set(
      tiled.flatMap((runs, other) => (other === at ? [] : [...runs.values()].flat().map(keyOf))),
    );
    const tiles = [...(tiled[at]?.values() ?? [])].filter(
      (runs) =>
        runs.filter((run) => elsewhere.has(keyOf(run))).length >= SAME_PLACES_SHARE * runs.length ||
        isLattice(runs, page),
    );
    const glyphs = new Set(tiles.flatMap((runs) => runs.flatMap((run) => run.glyphs)));
    return glyphs.size === 0 ? page : { ...page, glyphs: page.glyphs.filter((glyph) => !glyphs.has(glyph)) };
  });
}

/** By text, those that stand often on a page. */
function frequentRuns(glyphs: readonly Glyph[]): ReadonlyMap<string, readonly Run[]> {
  const byText = new Map<string, Run[]>();
  for (const run of toRuns(glyphs)) {
    if (run.glyphs.length < SHORTEST_TEXT) continue;
    const own = byText.get(run.text);
    if (own) own.push(run);
    else byText.set(run.text, [run]);
  }
  return new Map([...byText].filter(([, runs]) => runs.length >= FEWEST_TILES));
}

/** Whether a text is laid over the one page, rather than said by it: units in cells (`0 件`) stand at even distances too. */
function isLattice(runs: readonly Run[], { glyphs, height }: PositionedPage): boolean {
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
function isOnLineOf({ glyphs: [tile] }: Run, { box }: Glyph): boolean {
  if (tile === undefined) return false;
  return Math.abs(box.bottom - tile.box.bottom) < SAME_LINE * tile.fontSize;
}

function toRuns(glyphs: readonly Glyph[]): readonly Run[] {
  const runs: Run[] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.glyphs.at(-1);
    if (run && last && isNext(last, glyph)) {
      run.glyphs.push(glyph);
      run.text += glyph.text;
    } else runs.push({ text: glyph.text, glyphs: [glyph] });
  }
  return runs;
}

function isNext(before: Glyph, { box, fontSize, angleDeg }: Glyph): boolean {
  const gap = box.x0 - before.box.x1;
  const isSameLine = Math.abs(box.bottom - before.box.bottom) < SAME_LINE * fontSize && before.fontSize === fontSize;
  return angleDeg === 0 && before.angleDeg === 0 && isSameLine && gap > -fontSize / 2 && gap < GAP_SHARE * fontSize;
}

/** The text and where it stands, to the nearest point. */
function keyOf({ text, glyphs }: Run): string {
  const [first] = glyphs;
  return `${text} ${Math.round(first?.box.x0 ?? 0)} ${Math.round(first?.box.top ?? 0)}`;
}
