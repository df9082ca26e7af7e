/**
 * `npm run bench`: how fast `gouji run` is, against `pdftotext -layout` on the same files in the same run.
 *
 * The inputs are the PDFs of samples/reports/ and, where GOUJI_REFERENCE names a folder with a `real/` inside, the PDFs
 * there. Each is copied many times with a comment at its end, so that no copy is skipped as a duplicate. All
 * measurements take turns, several times over; the medians are printed. A file's cost is the time between two finished
 * files of one worker, checks and export included; the first third is left out, so that the engine is warm.
 *
 * Options: `--copies N` (16), `--repetitions N` (3).
 */
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, ensureNode, ROOT } from './ensure-installed.mjs';

const SELF = fileURLToPath(import.meta.url);
const CLI = join(ROOT, 'dist', 'cli', 'index.js');
const MEASURE = '--measure-one-run';

if (process.argv[2] === MEASURE) {
  await measureHere(JSON.parse(process.argv[3]));
} else {
  ensureNode();
  ensureInstalled();
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    bench(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One run in a process of its own: prints what it came to, when each file was done, and the peak memory. */
async function measureHere({ input, workers, reader, outputDirectory }) {
  const { runPipeline } = await import('../dist/run/index.js');
  const finishedAt = [];
  const cpuBefore = process.cpuUsage();
  const summary = await runPipeline([input], {
    workers,
    reader,
    outputDirectory,
    measuresStages: true,
    onProgress: (event) => {
      if (event.type === 'file') finishedAt.push(performance.now());
    },
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const peakMib = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ summary, finishedAt, cpuMs: (user + system) / 1000, peakMib }));
}

function bench(folder) {
  const { values } = parseArgs({ options: { copies: { type: 'string' }, repetitions: { type: 'string' } } });
  const copies = Number(values.copies ?? 16);
  const repetitions = Number(values.repetitions ?? 3);
  const inputs = listPdfs().map((path, at) => copyMany(path, join(folder, `in${at}`), copies));
  const all = join(folder, 'all');
  for (const { input } of inputs) cpSync(input, join(all, basename(input)), { recursive: true });
  const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
  if (!hasPdftotext) console.log('pdftotext is not installed: its times and the ratios are left out.\n');

  const cores = availableParallelism();
  const runs = { alone: [], cores: [], versionMs: [] };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const each of inputs) {
      for (const reader of ['auto', 'pdfium', 'pdfjs']) {
        (each.runs[reader] ??= []).push(measure({ input: each.input, workers: 1, reader }, folder));
      }
      if (hasPdftotext) each.pdftotextMs.push(timePdftotext(each.input) / copies);
    }
    runs.alone.push(measure({ input: all, workers: 1, reader: 'auto' }, folder));
    runs.cores.push(measure({ input: all, workers: cores, reader: 'auto' }, folder));
    runs.versionMs.push(timeVersion());
  }
  console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cores} cores`);
  console.log(`${copies} copies of each file, ${repetitions} repetitions, medians\n`);
  printFiles(inputs);
  printThroughput(runs, cores);
  printStages(runs.alone);
}

function listPdfs() {
  const reference = process.env.GOUJI_REFERENCE;
  const folders = [join(ROOT, 'samples', 'reports'), ...(reference === undefined ? [] : [join(reference, 'real')])];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.pdf'))
    .sort();
}

function copyMany(path, input, copies) {
  const bytes = readFileSync(path);
  mkdirSync(input, { recursive: true });
  for (let at = 0; at < copies; at++) {
    const comment = Buffer.from(`\n% copy ${at} of ${basename(input)}\n`);
    writeFileSync(join(input, `${String(at).padStart(4, '0')}.pdf`), Buffer.concat([bytes, comment]));
  }
  return { name: basename(path), input, runs: {}, pdftotextMs: [] };
}

function measure(run, folder) {
  const outputDirectory = join(folder, 'out');
  const child = spawnSync(process.execPath, [SELF, MEASURE, JSON.stringify({ ...run, outputDirectory })], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { summary, finishedAt, cpuMs, peakMib } = JSON.parse(child.stdout);
  const warm = finishedAt.slice(Math.floor(finishedAt.length / 3));
  return {
    summary,
    peakMib,
    cpuMsPerPage: cpuMs / summary.pages,
    pagesPerFile: summary.pages / summary.files,
    /** Between two finished files, warm. */
    gapsMs: warm.slice(1).map((at, index) => at - warm[index]),
    warmMsPerFile: (warm.at(-1) - warm[0]) / (warm.length - 1),
  };
}

/** One process a file, as a script would call it, started by a shell, which costs less than starting it from here. */
function timePdftotext(input) {
  const start = performance.now();
  spawnSync('sh', ['-c', 'for file in "$1"/*; do pdftotext -layout "$file" /dev/null; done', 'sh', input]);
  return performance.now() - start;
}

function timeVersion() {
  const start = performance.now();
  spawnSync(process.execPath, [CLI, '--version']);
  return performance.now() - start;
}

function printFiles(inputs) {
  console.log('ms a page, one worker, warm');
  const heading = ['file', 'pages', 'auto', '2nd opinion', 'pdfium', 'pdfjs', 'pdftotext', 'pdfium/pdftotext'];
  const rows = inputs.map(({ name, runs, pdftotextMs }) => {
    const pages = runs.auto[0].pagesPerFile || 1;
    const perPage = (reader) => median(runs[reader].flatMap(({ gapsMs }) => gapsMs)) / pages;
    const pdftotext = pdftotextMs.length === 0 ? undefined : median(pdftotextMs) / pages;
    const { secondOpinionPages, pages: all } = runs.auto[0].summary;
    return [
      name,
      pages.toFixed(0),
      perPage('auto').toFixed(1),
      all === 0 ? '-' : `${((secondOpinionPages / all) * 100).toFixed(0)} %`,
      perPage('pdfium').toFixed(1),
      perPage('pdfjs').toFixed(1),
      pdftotext === undefined ? '-' : pdftotext.toFixed(1),
      pdftotext === undefined ? '-' : (perPage('pdfium') / pdftotext).toFixed(1),
    ];
  });
  printTable([heading, ...rows]);
}

function printThroughput({ alone, cores: inParallel, versionMs }, cores) {
  const row = (workers, runs) => [
    String(workers),
    median(runs.map(({ pagesPerFile, warmMsPerFile }) => (pagesPerFile / warmMsPerFile) * 1000)).toFixed(0),
    median(runs.map(({ cpuMsPerPage }) => cpuMsPerPage)).toFixed(1),
    `${Math.max(...runs.map(({ peakMib }) => peakMib)).toFixed(0)} MiB`,
  ];
  console.log('\nall files together, reader auto');
  printTable([
    ['workers', 'pages/s, warm', 'CPU ms a page, start included', 'peak memory of the process'],
    row(1, alone),
    row(cores, inParallel),
  ]);
  console.log(`\n--version: ${median(versionMs).toFixed(0)} ms`);
}

function printStages(runs) {
  const { summary } = runs[0];
  const stages = Object.entries(summary.stagesMs).map(([stage]) => ({
    stage,
    ms: median(runs.map((run) => run.summary.stagesMs[stage] ?? 0)),
  }));
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  console.log('\nshare of each stage, reader auto, start included');
  printTable([
    ['stage', 'share', 'ms a page'],
    ...stages.map(({ stage, ms }) => [stage, `${((ms / total) * 100).toFixed(1)} %`, (ms / summary.pages).toFixed(2)]),
  ]);
  const { secondOpinionPages, pages } = summary;
  const secondMs = stages.find(({ stage }) => stage === 'extract pdfjs')?.ms ?? 0;
  const cost = secondOpinionPages === 0 ? '-' : (secondMs / secondOpinionPages).toFixed(1);
  const share = ((secondOpinionPages / pages) * 100).toFixed(1);
  console.log(`\npages with a second opinion: ${share} %, each ${cost} ms of pdf.js on top`);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
  }
}
