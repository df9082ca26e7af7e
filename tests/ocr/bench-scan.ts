// `npm run bench:scan`: what a scanned page costs, against Tesseract's own command on the full page in the same run, with the
// accuracy of both. Documents are made from seeds. Processor time, so that other work on the machine matters less.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportToFactRows } from '../../src/export/index.js';
import { KINDS } from '../corpus/kinds.js';
import { addFigures, NO_FIGURES, scoreFacts, type FigureScore } from '../score/score-facts.js';
import type { TruthFile } from '../score/truth-file.js';
import { countRight, readFullPages, whyNoTesseract, type FullPageReading } from './full-page.js';
import type { ScanMemory, ScanSpeed, ScanTask } from './measure-scans.js';

const USAGE = `npm run bench:scan -- [--styles clean,turned] [--seed N] [--count N] [--pages N] [--workers N]

  --styles   styles of the corpus (tests/corpus/README.md) that make PDFs; by default 300 dpi, and 200 dpi up to 2° askew
  --count    documents of each style (default 2)
  --pages    pages of the run that measures memory (default 60); 0 leaves it out
  --workers  of that run (default 2)`;

/** Pixels per inch of the styles that can be measured. */
const DPI: Readonly<Record<string, number>> = { clean: 300, turned: 200, blurred: 200, stamped: 200, noisy: 200 };

interface MadeScan {
  readonly path: string;
  readonly truth: TruthFile;
}

function makeScans(style: string, seed: number, count: number, folder: string): readonly MadeScan[] {
  return Array.from({ length: count }, (_, k) => {
    const made = KINDS['scan']?.make({ seed: seed + k, style });
    const file = made?.files[0];
    if (made === undefined || file === undefined) throw new Error(`no scan in style ${style}`);
    const path = join(folder, file.name);
    writeFileSync(path, file.bytes);
    return { path, truth: made.truth };
  });
}

/** Room for what lives as short as a file, in MiB, as the threads of a run have it: a third of theirs, as Node counts it here. */
const SEMI_SPACE = '--max-semi-space-size=32';

/** Runs one measurement in a process of its own. */
function measure(task: ScanTask): unknown {
  const program = fileURLToPath(new URL('measure-scans.js', import.meta.url));
  const child = spawnSync(process.execPath, [SEMI_SPACE, program, JSON.stringify(task)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error('the measurement failed');
  return JSON.parse(child.stdout);
}

interface Row {
  readonly name: string;
  readonly secondsPerPage: number;
  readonly figures: string;
  readonly peakMib?: number;
}

const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

function ours(name: string, speed: ScanSpeed, scans: readonly MadeScan[]): Row {
  const score = speed.reports.reduce((sum: FigureScore, report, k) => {
    return addFigures(sum, scoreFacts(reportToFactRows(report), scans[k]?.truth ?? {}).figures);
  }, NO_FIGURES);
  const { total, right, alarms, silentWrong } = score;
  const figures = `${percent(right, total)} right, ${percent(alarms, total)} marked, ${silentWrong} silently wrong`;
  return { name, secondsPerPage: speed.seconds / speed.pages, figures, peakMib: speed.peakMib };
}

function benchStyle(style: string, scans: readonly MadeScan[], whyNot: string | undefined): void {
  const paths = scans.map(({ path }) => path);
  const tables = measure({ type: 'speed', paths, prose: 'skip' }) as ScanSpeed;
  const all = measure({ type: 'speed', paths, prose: 'full' }) as ScanSpeed;
  const rows = [ours('tables and title (--prose=skip)', tables, scans), ours('with all prose', all, scans)];
  const dpi = DPI[style] ?? 200;
  if (whyNot === undefined)
    rows.push(
      reference(
        scans.map(({ path }) => readFullPages(path, dpi)),
        tables,
        scans,
      ),
    );
  console.log(`\n${style}, ${dpi} dpi, ${scans.length} documents, ${tables.pages} pages`);
  for (const { name, secondsPerPage, figures, peakMib } of rows) {
    const peak = peakMib === undefined ? '' : `, at most ${peakMib.toFixed(0)} MiB`;
    console.log(`  ${name.padEnd(32)} ${secondsPerPage.toFixed(2)} s a page; figures ${figures}${peak}`);
  }
  const last = rows[2];
  const ratio =
    last === undefined
      ? ''
      : `; tables take ${((rows[0]?.secondsPerPage ?? 0) / last.secondsPerPage).toFixed(2)} of tesseract's time`;
  console.log(`  the engine starts in ${tables.startSeconds.toFixed(2)} s, once a worker${ratio}`);
}

function reference(read: readonly FullPageReading[], tables: ScanSpeed, scans: readonly MadeScan[]): Row {
  const truths = scans.map(({ truth }) => truth);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const total = sum(truths.map((truth) => scoreFacts([], truth).figures.total));
  const right = sum(read.map((pages, k) => countRight(pages, tables.reports[k]?.facts ?? [], truths[k] ?? {})));
  return {
    name: 'tesseract chi_sim, full page',
    secondsPerPage: sum(read.map(({ seconds }) => seconds)) / sum(read.map(({ pages }) => pages)),
    figures: `${percent(right, total)} right where our cells are`,
  };
}

/** A run over copies, none of which is skipped as a duplicate. */
function benchMemory(scans: readonly MadeScan[], wanted: { pages: number; workers: number }, folder: string): void {
  const input = join(folder, 'copies');
  mkdirSync(input);
  // Documents of the corpus have three pages.
  for (let k = 0; k * 3 < wanted.pages; k++) {
    const { path } = scans[k % scans.length] ?? { path: '' };
    const copy = join(input, `${k}-${basename(path)}`);
    copyFileSync(path, copy);
    writeFileSync(copy, Buffer.concat([readFileSync(path), Buffer.from(`\n% copy ${k}\n`)]));
  }
  const { workers } = wanted;
  const memory = measure({ type: 'memory', folder: input, workers, output: join(folder, 'output') }) as ScanMemory;
  const { peakMib, afterFileMib } = memory;
  const third = Math.max(1, Math.floor(afterFileMib.length / 3));
  const mean = (values: readonly number[]): string =>
    (values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)).toFixed(0);
  const parts = [0, 1, 2].map((k) => mean(afterFileMib.slice(k * third, (k + 1) * third)));
  console.log(
    `\n${3 * afterFileMib.length} pages, ${workers} workers, --prose=skip: at most ${peakMib.toFixed(0)} MiB`,
  );
  console.log(`  resident after a file, mean of each third of the run: ${parts.join(', ')} MiB`);
}

/** The command. */
export function benchScan(args: readonly string[]): void {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { styles: string, seed: string, count: string, pages: string, workers: string, help: { type: 'boolean' } },
  });
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  const whyNot = whyNoTesseract();
  if (whyNot !== undefined) console.log(`${whyNot}: its times and figures are left out`);
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-scan-'));
  try {
    const made = (values.styles ?? 'clean,turned').split(',').map((style) => ({
      style,
      scans: makeScans(style, Number(values.seed ?? 1), Number(values.count ?? 2), folder),
    }));
    for (const { style, scans } of made) benchStyle(style, scans, whyNot);
    const wanted = { pages: Number(values.pages ?? 60), workers: Number(values.workers ?? 2) };
    if (wanted.pages > 0)
      benchMemory(
        made.flatMap(({ scans }) => scans),
        wanted,
        folder,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
