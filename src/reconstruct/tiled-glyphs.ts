/** Finds a small text that is printed all over the pages, as offices mark who printed them: no part of the report. */
import type { Glyph, PositionedPage } from '../model/index.js';

/** A text is all over a page where it stands so many times on it, */
const FEWEST_TILES = 8;
/** most of them in the same places as on another page, */
const SAME_PLACES_SHARE = 0.7;
/** and is so long: figures repeat by themselves, and so does 不适用. */
const SHORTEST_TEXT = 4;
/** Glyphs of one text are no further apart than this share of their size: a space is less. */
const GAP_SHARE = 1;
/** They stand on one line to within this share. */
const SAME_LINE = 0.1;

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
      (runs) => runs.filter((run) => elsewhere.has(keyOf(run))).length >= SAME_PLACES_SHARE * runs.length,
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
