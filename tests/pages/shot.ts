/** Pictures of pages as a browser shows them, and how they are held against those that were looked at and kept. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { CHROMIUM } from '../html/in-chromium.js';

/** Half the size of the screen: enough to see what is cut, hidden or out of place, and small to keep. */
const SCALE = 0.5;

/** How unlike two points may be, and what part of all may be more unlike: smoothing of edges differs between versions. */
const POINT_TOLERANCE = 0.25;
const UNLIKE_PART = 0.01;

const EXPECTED = 'tests/pages/expected';
const CHANGED = 'tests/pages/changed';

/** The fonts that the kept pictures show; with others every line is as long as it likes. */
const FONTS = ['DejaVu Sans', 'Noto Sans CJK SC'];

/** Why pages cannot be compared here; undefined where they can. */
export function whyNotComparable(): string | undefined {
  if (CHROMIUM === undefined) return 'there is no Chromium';
  const found = ['system-ui', 'sans-serif:lang=zh-cn'].map(
    (wanted) => spawnSync('fc-match', ['-f', '%{family[0]}', wanted], { encoding: 'utf8' }).stdout,
  );
  return FONTS.every((font, at) => found[at] === font) ? undefined : `the fonts differ: ${found.join(', ')}`;
}

/** What is to be pictured. */
export interface Shot {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/**
 * How much of a page is unlike the picture that was kept of it: a sentence, or `alike`. The new picture is left in
 * `tests/pages/changed` where it is not.
 */
export function compareShot(name: string, { path, width, height }: Shot, folder: string): string {
  const taken = join(folder, `${name}.png`);
  const size = [`--window-size=${width},${height}`, `--force-device-scale-factor=${SCALE}`, `--screenshot=${taken}`];
  const quiet = '--headless --no-sandbox --disable-gpu --disable-extensions --hide-scrollbars'.split(' ');
  execFileSync(CHROMIUM ?? '', [...quiet, ...size, `file://${path}`], { stdio: 'ignore', timeout: 60_000 });
  const expected = join(EXPECTED, `${name}.png`);
  const difference = existsSync(expected) ? unlikeness(expected, taken) : 'there is no picture of it';
  const changed = join(CHANGED, `${name}.png`);
  rmSync(changed, { force: true });
  if (difference === 'alike') return difference;
  mkdirSync(CHANGED, { recursive: true });
  writeFileSync(changed, readFileSync(taken));
  return `${difference}; look at ${changed}, and if it is right: npm run golden:accept -- pages ${name}`;
}

function unlikeness(expectedPath: string, takenPath: string): string {
  const [expected, taken] = [expectedPath, takenPath].map((path) => PNG.sync.read(readFileSync(path)));
  if (expected === undefined || taken === undefined) return 'there is no picture of it';
  const { width, height } = expected;
  if (width !== taken.width || height !== taken.height) return `it is ${taken.width} × ${taken.height} points`;
  const count = pixelmatch(expected.data, taken.data, undefined, width, height, { threshold: POINT_TOLERANCE });
  return count <= width * height * UNLIKE_PART ? 'alike' : `${count} of ${width * height} points differ`;
}
