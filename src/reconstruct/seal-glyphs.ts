/**
 * Finds the characters of a round seal that is drawn as text over a page. They follow one another along a circle, which
 * nothing else on a page does: lines are straight, and upright labels too.
 */
import { middleX, middleY } from '../model/index.js';
import type { Glyph, PositionedPage } from '../model/index.js';

/** A seal has at least so many characters on its rim; 某县人民政府 has six. */
const FEWEST_GLYPHS = 6;
/** Radii of the text of seals, in points: seals are 30 to 45 mm wide, and pages are scaled. */
const LEAST_RADIUS = 20;
const GREATEST_RADIUS = 80;
/** A character's middle lies this near the circle, as a share of its size; boxes are not the ink. */
const ON_CIRCLE_SHARE = 0.12;
/** The text goes around at least this much of the circle, in radians. */
const LEAST_ARC = (2 * Math.PI) / 3;
/** The longest step from one character to the next as a multiple of the shortest. */
const UNEVEN_STEPS = 1.3;

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A page without the characters of its seals. */
export function withoutSeals(page: PositionedPage): PositionedPage {
  const seals = sealGlyphs(page.glyphs);
  return seals.size === 0 ? page : { ...page, glyphs: page.glyphs.filter((glyph) => !seals.has(glyph)) };
}

/** The glyphs of seals: runs in content order that lie along a circle at even steps. Empty for nearly every page. */
export function sealGlyphs(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  const found = new Set<Glyph>();
  for (let start = 0; start + FEWEST_GLYPHS <= glyphs.length; start++) {
    const run = runOnCircle(glyphs, start);
    if (run.length === 0) continue;
    for (const glyph of run) found.add(glyph);
    start += run.length - 1;
  }
  return found;
}

function runOnCircle(glyphs: readonly Glyph[], start: number): readonly Glyph[] {
  const circle = circleThrough(glyphs[start], glyphs[start + 2], glyphs[start + FEWEST_GLYPHS - 1]);
  if (!circle || circle.radius < LEAST_RADIUS || circle.radius > GREATEST_RADIUS) return [];
  let end = start;
  while (end < glyphs.length && isOnCircle(glyphs[end], circle)) end++;
  const angles = glyphs
    .slice(start, end)
    .map(({ box }) => Math.atan2(middleY(box) - circle.y, middleX(box) - circle.x));
  const steps = evenSteps(angles);
  const arc = Math.abs(steps.reduce((sum, step) => sum + step, 0));
  return steps.length + 1 >= FEWEST_GLYPHS && arc >= LEAST_ARC ? glyphs.slice(start, start + steps.length + 1) : [];
}

function isOnCircle(glyph: Glyph | undefined, { x, y, radius }: Circle): boolean {
  if (!glyph) return false;
  const off = Math.hypot(middleX(glyph.box) - x, middleY(glyph.box) - y) - radius;
  return Math.abs(off) <= ON_CIRCLE_SHARE * glyph.fontSize;
}

/** The steps from angle to angle as long as they go on in one direction and about as far. */
function evenSteps(angles: readonly number[]): readonly number[] {
  const steps: number[] = [];
  for (const [at, angle] of angles.slice(1).entries()) {
    const turn = angle - (angles[at] ?? 0);
    const step = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
    const sizes = [...steps, step].map(Math.abs);
    const isEven = Math.max(...sizes) <= UNEVEN_STEPS * Math.min(...sizes);
    if (step === 0 || !isEven || Math.sign(step) !== Math.sign(steps[0] ?? step)) break;
    steps.push(step);
  }
  return steps;
}

/** The circle through the middles of three glyphs; `undefined` where they stand in a line. */
function circleThrough(a: Glyph | undefined, b: Glyph | undefined, c: Glyph | undefined): Circle | undefined {
  if (!a || !b || !c) return undefined;
  const [ax, ay] = [middleX(a.box), middleY(a.box)];
  const [bx, by] = [middleX(b.box) - ax, middleY(b.box) - ay];
  const [cx, cy] = [middleX(c.box) - ax, middleY(c.box) - ay];
  const cross = 2 * (bx * cy - by * cx);
  if (Math.abs(cross) < 1) return undefined;
  const b2 = bx * bx + by * by;
  const c2 = cx * cx + cy * cy;
  const x = (cy * b2 - by * c2) / cross;
  const y = (bx * c2 - cx * b2) / cross;
  return { x: ax + x, y: ay + y, radius: Math.hypot(x, y) };
}
