/** Parts the ink of a cutting into lines of text. */
import type { PixelBox } from '../grey-image.js';
import { findPieces } from './components.js';
import { boxAround } from './own-pixels.js';
import type { Cutting } from './recogniser.js';

/** A line of text in a cutting. */
export interface TextLine {
  /** Place of the cutting in the list given. */
  readonly cutting: number;
  readonly box: PixelBox;
  /** How high its characters are, in pixels. */
  readonly characterPx: number;
}

/** Ink smaller than this both ways is no part of a character that matters. */
const SPECK_INCHES = 0.014;
/** What is so narrow and so high is an upright rule. */
const RULE_INCHES = { widest: 0.022, lowest: 0.19 };
/** Characters are between so many inches high: 6 pt to 24 pt type. */
const CHARACTER_INCHES = { least: 0.075, most: 0.33, usual: 0.14 };
/** Runs of inked rows are one line where together they are no higher than this many characters. */
const ONE_LINE = 1.25;
/** A run this many characters high holds several lines, which stand this far apart. */
const SEVERAL_LINES = 1.8;
const LINE_DISTANCE = 1.4;
/** What is no larger both ways, in shares of a character's height, is a stop alone in its line: of labels written downwards. */
const LONE_STOP = 0.45;
/** But pieces this high, over this share of its width, are the characters of one line of large print: a title. */
const LARGE_PRINT = { height: 0.6, width: 0.25 };

/** Finds the lines of cuttings, from the top. */
export function findTextLines(cuttings: readonly Cutting[]): readonly TextLine[] {
  const pieces = cuttings.map(inkedPieces);
  const runs = pieces.map(inkedRuns);
  const heights = runs
    .flatMap((own, k) => own.map(({ y0, y1 }) => (y1 - y0) / (cuttings[k]?.image.dpi ?? 1)))
    .filter((inches) => inches >= CHARACTER_INCHES.least && inches <= CHARACTER_INCHES.most)
    .sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? CHARACTER_INCHES.usual;
  return runs.flatMap((own, cutting) => {
    const characterPx = usual * (cuttings[cutting]?.image.dpi ?? 1);
    return mergeRuns(own, characterPx)
      .flatMap((run) => (isLargePrint(run, pieces[cutting] ?? []) ? [run] : splitRun(run, characterPx)))
      .filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) > LONE_STOP * characterPx)
      .map((box) => ({
        cutting,
        box,
        characterPx: isLargePrint(box, pieces[cutting] ?? [])
          ? box.y1 - box.y0
          : Math.min(characterPx, box.y1 - box.y0),
      }));
  });
}

/** Boxes of ink that are no specks, nor rules that were not found, by their tops. */
function inkedPieces({ image, ink }: Cutting): readonly PixelBox[] {
  const speck = SPECK_INCHES * image.dpi;
  const isRule = (width: number, height: number): boolean =>
    width <= RULE_INCHES.widest * image.dpi && height >= RULE_INCHES.lowest * image.dpi;
  return findPieces(ink, image.widthPx)
    .boxes.filter(({ x0, y0, x1, y1 }) => (x1 - x0 > speck || y1 - y0 > speck) && !isRule(x1 - x0, y1 - y0))
    .sort((a, b) => a.y0 - b.y0);
}

/** Boxes of ink between rows without any, from the top. */
function inkedRuns(pieces: readonly PixelBox[]): readonly PixelBox[] {
  const runs: PixelBox[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last !== undefined && piece.y0 < last.y1) runs[runs.length - 1] = boxAround([last, piece]);
    else runs.push(piece);
  }
  return runs;
}

/** Whether a run is one line however high: of lines that touch, few pieces reach over more than one. */
function isLargePrint(run: PixelBox, pieces: readonly PixelBox[]): boolean {
  const high = pieces.filter(
    ({ y0, y1 }) => y0 >= run.y0 && y1 <= run.y1 && y1 - y0 >= LARGE_PRINT.height * (run.y1 - run.y0),
  );
  return high.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0) >= LARGE_PRINT.width * (run.x1 - run.x0);
}

function mergeRuns(runs: readonly PixelBox[], characterPx: number): readonly PixelBox[] {
  const lines: PixelBox[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last !== undefined && run.y1 - last.y0 <= ONE_LINE * characterPx)
      lines[lines.length - 1] = boxAround([last, run]);
    else lines.push(run);
  }
  return lines;
}

function splitRun(run: PixelBox, characterPx: number): readonly PixelBox[] {
  const height = run.y1 - run.y0;
  if (height < SEVERAL_LINES * characterPx) return [run];
  const count = Math.max(2, Math.round((height - characterPx) / (LINE_DISTANCE * characterPx)) + 1);
  return Array.from({ length: count }, (_, k) => ({
    ...run,
    y0: Math.round(run.y0 + (height * k) / count),
    y1: Math.round(run.y0 + (height * (k + 1)) / count),
  }));
}
