// Run as a process of its own by bench-scan.ts, so that its memory and processor time are those of one setting: reads scans
// and prints what that took, as JSON. `process.argv[2]` is a `ScanTask`.
import { createRecogniser } from '../../src/extract/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { readSource } from '../../src/ingest/index.js';
import type { Report } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { runPipeline } from '../../src/run/index.js';

/** What a process is to measure. */
export type ScanTask =
  /** Each file one after the other, on this thread; the first once more before, to start what is started once. */
  | { readonly type: 'speed'; readonly paths: readonly string[]; readonly prose: 'full' | 'skip' }
  /** A whole run over a folder. */
  | { readonly type: 'memory'; readonly folder: string; readonly workers: number; readonly output: string };

/** Processor time is that of all threads, in seconds. */
export interface ScanSpeed {
  readonly startSeconds: number;
  readonly seconds: number;
  readonly pages: number;
  readonly peakMib: number;
  readonly reports: readonly Report[];
}

/** Resident memory after each file, and the most there was. */
export interface ScanMemory {
  readonly peakMib: number;
  readonly afterFileMib: readonly number[];
}

const MIB = 1024 * 1024;
const peakMib = (): number => process.resourceUsage().maxRSS / 1024;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function measureSpeed(paths: readonly string[], prose: 'full' | 'skip'): Promise<ScanSpeed> {
  const recogniser = createRecogniser();
  const options = {
    families: await loadFamilies(PIPELINES_DIRECTORY),
    reader: 'auto' as const,
    scans: { recogniser: () => Promise.resolve(recogniser), prose },
  };
  const timed = async (path: string): Promise<{ report: Report; seconds: number }> => {
    const before = processorSeconds();
    const [report] = await sourceToReports(await readSource({ sourcePath: path, location: path }), options);
    if (report === undefined) throw new Error(`no report in ${path}`);
    return { report, seconds: processorSeconds() - before };
  };
  const [first] = paths;
  const cold = first === undefined ? 0 : (await timed(first)).seconds;
  const read = [];
  for (const path of paths) read.push(await timed(path));
  await recogniser.close();
  const reports = read.map(({ report }) => report);
  return {
    startSeconds: cold - (read[0]?.seconds ?? 0),
    seconds: read.reduce((sum, { seconds }) => sum + seconds, 0),
    pages: reports.reduce((sum, { pageCount }) => sum + pageCount, 0),
    peakMib: peakMib(),
    reports,
  };
}

async function measureMemory(folder: string, workers: number, output: string): Promise<ScanMemory> {
  const afterFileMib: number[] = [];
  await runPipeline([folder], {
    workers,
    outputDirectory: output,
    pictures: 'skip',
    onProgress: ({ type }) => {
      if (type === 'file') afterFileMib.push(process.memoryUsage.rss() / MIB);
    },
  });
  return { peakMib: peakMib(), afterFileMib };
}

const task = JSON.parse(process.argv[2] ?? '') as ScanTask;
const result =
  task.type === 'speed'
    ? await measureSpeed(task.paths, task.prose)
    : await measureMemory(task.folder, task.workers, task.output);
process.stdout.write(JSON.stringify(result));
