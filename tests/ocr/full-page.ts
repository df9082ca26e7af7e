// The reference of `npm run bench:scan`: Tesseract's own command on whole pages, its figures taken from our cells, which
// favours it, since it finds none itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '../../src/model/index.js';
import { truthToCells, type TruthFile } from '../score/truth-file.js';

/** A word of a page, its middle in points from the top left. */
interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What reading a document page by page came to. */
export interface FullPageReading {
  readonly seconds: number;
  readonly pages: number;
  /** By page, from the first. */
  readonly words: readonly (readonly Word[])[];
}

const POINTS_PER_INCH = 72;
/** What rules beside a figure are read as. */
const LEFT_OF_RULES = /[\s|｜[\]().,，。\-一_]/gu;

/** Why the reference cannot be run here; undefined where it can. */
export function whyNoTesseract(): string | undefined {
  const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  if (listed.error !== undefined)
    return 'tesseract is not installed (Debian packages tesseract-ocr, tesseract-ocr-chi-sim)';
  return /^chi_sim$/mu.test(listed.stdout)
    ? undefined
    : 'tesseract has no chi_sim (Debian package tesseract-ocr-chi-sim)';
}

/** Reads each page of a PDF whole; drawing the pages is not counted. */
export function readFullPages(pdf: string, dpi: number): FullPageReading {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-full-page-'));
  try {
    spawnSync('pdftoppm', ['-r', String(dpi), '-gray', pdf, join(folder, 'page')]);
    const before = childSeconds();
    const words = readdirSync(folder)
      .sort()
      .map((name) => wordsOf(tesseract(join(folder, name), dpi), POINTS_PER_INCH / dpi));
    return { seconds: childSeconds() - before, pages: words.length, words };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** With one thread it takes a fifth of the time that it takes with four on two cores, and reads the same. */
function tesseract(picture: string, dpi: number): string {
  const order = [picture, '-', '-l', 'chi_sim', '--psm', '3', '--dpi', String(dpi), 'tsv'];
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  return spawnSync('tesseract', order, { encoding: 'utf8', env, maxBuffer: 2 ** 28 }).stdout;
}

/** Processor time of children that have ended, which Node does not tell: from the kernel, in hundredths of a second. */
function childSeconds(): number {
  return (
    Number(
      spawnSync('sh', ['-c', `awk '{ print $16 + $17 }' /proc/${process.pid}/stat`], { encoding: 'utf8' }).stdout,
    ) / 100
  );
}

function wordsOf(tsv: string, scale: number): readonly Word[] {
  return tsv.split('\n').flatMap((line) => {
    const fields = line.split('\t');
    const [left = 0, top = 0, width = 0, height = 0] = fields.slice(6, 10).map(Number);
    const text = fields[11]?.trim() ?? '';
    if (text === '' || fields[0] !== '5') return [];
    return [{ text, x: (left + width / 2) * scale, y: (top + height / 2) * scale }];
  });
}

/** How many figures of the truth the words have right, in the cells where we found them. */
export function countRight({ words }: FullPageReading, facts: readonly Fact[], truth: TruthFile): number {
  const wanted = new Map(
    truthToCells(truth).map(({ table, row, column, want }) => [`${table}/${row}/${column}`, want]),
  );
  return facts.filter(({ table, row, column, place }) => {
    const want = wanted.get(`${table}/${row}/${column}`);
    if (want === undefined || want === null || place === undefined) return false;
    const { x0, x1, top, bottom } = place.box;
    const inside = (words[place.pageNumber - 1] ?? []).filter(
      ({ x, y }) => x >= x0 && x < x1 && y >= top && y < bottom,
    );
    const text = [...inside]
      .sort((a, b) => a.x - b.x)
      .map((word) => word.text)
      .join('')
      .replace(LEFT_OF_RULES, '');
    return text !== '' && Number(/^[OoQ〇]$/u.test(text) ? '0' : text) === want;
  }).length;
}
