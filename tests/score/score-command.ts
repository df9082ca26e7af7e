/** `npm run score`: makes or reads a corpus, runs the pipeline over it and prints one score. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS } from '../corpus/kinds.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { createRecogniser, type ProseReading, type Recogniser } from '../../src/extract/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import type { ScanReading } from '../../src/scanned-pages.js';
import { packageVersion } from '../../src/run/package-version.js';
import { calibrate } from './calibration.js';
import { addDocuments, breaksPromise, groupDocuments } from './group-scores.js';
import { listKnownDocuments } from './known-documents.js';
import { makeCorpus, makeKind, whyUnusable } from './make-corpus.js';
import { isWantedLayout, planCorpus, RENDERERS } from './plan-corpus.js';
import { printScore, type ScoredCorpus } from './print-score.js';
import { scanKnownDocuments } from './scan-known.js';
import { printSeriesScore, scoreSeries } from './score-series.js';
import { scoreDocument, type DocumentScore, type KnownDocument } from './score-document.js';

const USAGE = `npm run score -- [--kind KIND] [--renderer chromium|libreoffice|raw|text] [--layout NAME] [--seed N] [--count N]
npm run score -- --corpus DIR [--scanned] [--kind …] [--renderer …] [--layout …]

  --kind     pdf or text (the layouts' PDFs and dumps), or web, docx, garbled, scan, statistics: one a run;
             years: series of reports that are compared with each other, --count of them
  --layout   only this layout, or style of a kind; of the layouts also several (a,b), all that begin alike (bare-*)
             or any three at once (mixed:3)
  --corpus   read the documents of this folder, each with its .truth.json beside it, instead of making some
  --scanned  and of its PDFs not themselves but scans made of them, at 200 and 300 dpi, straight and askew
  --prose    full or skip: how much of the text of scans is read outside their tables (default full)
  --seed     number of the first document (default 1)
  --count    how many documents; renderers and layouts take turns (default: one of each)
  --keep DIR make the documents in this folder and leave them there
  --every    a line for every layout, those without any trouble too
  --show     name every figure that is not right, marked ones too
  --doubts   how many of the figures marked for each reason are right all the same
  --json     for machines

Exit status: 0; 1 when a figure is silently wrong, a publisher falsely accused, or a document crashed; 2 wrong usage.`;

/** What the command was told. */
interface Options {
  readonly corpus?: string;
  readonly kind?: string;
  readonly renderer?: string;
  readonly layout?: string;
  readonly prose: ProseReading;
  readonly seed: number;
  readonly count?: number;
  readonly keep?: string;
  readonly isScanned: boolean;
  readonly isEvery: boolean;
  readonly showsMistakes: boolean;
  readonly showsDoubts: boolean;
  readonly isJson: boolean;
}

/** The kind of documents that are judged together. */
const SERIES = 'years';

let recogniser: Promise<Recogniser> | undefined;
/** Pages that are pictures are read by one recogniser for all documents. */
const scansWith = (prose: ProseReading): ScanReading => ({
  recogniser: () => (recogniser ??= Promise.resolve(createRecogniser())),
  prose,
});

class UsageError extends Error {}

function parseOptions(args: readonly string[]): Options {
  const string = { type: 'string' } as const;
  const boolean = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{
        corpus: string,
        prose: string,
        kind: string,
        renderer: string,
        layout: string,
        seed: string,
        count: string,
        keep: string,
      },
      ...{ every: boolean, show: boolean, json: boolean, scanned: boolean, doubts: boolean },
    },
  });
  const { corpus, kind, renderer, layout, keep, prose = 'full' } = values;
  if (prose !== 'full' && prose !== 'skip') throw new UsageError(`--prose is full or skip, not ${prose}`);
  if (values.scanned && corpus === undefined) throw new UsageError('--scanned needs --corpus');
  if (kind !== undefined && kind !== 'pdf' && kind !== 'text' && kind !== SERIES && !(kind in KINDS))
    throw new UsageError(`no such kind: ${kind}`);
  if (renderer !== undefined && !RENDERERS.some((known) => known === renderer)) {
    throw new UsageError(`no such renderer: ${renderer}`);
  }
  return {
    ...(corpus === undefined ? {} : { corpus }),
    ...(kind === undefined ? {} : { kind }),
    ...(renderer === undefined ? {} : { renderer }),
    ...(layout === undefined ? {} : { layout }),
    ...(keep === undefined ? {} : { keep }),
    ...(values.count === undefined ? {} : { count: toCount(values.count) }),
    prose,
    seed: toCount(values.seed ?? '1'),
    isScanned: values.scanned,
    isEvery: values.every,
    showsMistakes: values.show,
    showsDoubts: values.doubts,
    isJson: values.json,
  };
}

function toCount(text: string): number {
  if (!/^\d+$/u.test(text)) throw new UsageError(`not a number: ${text}`);
  return Number(text);
}

/** Makes the corpus in a folder; tells which renderers cannot be used. */
function make(options: Options, folder: string): void {
  const { seed, count, layout, kind } = options;
  const size = count === undefined ? {} : { count };
  if (kind !== undefined && (kind in KINDS || kind === SERIES)) {
    makeKind({ kind, seed, ...size, ...(layout === undefined ? {} : { style: layout }) }, folder);
    return;
  }
  const wanted = RENDERERS.filter(
    (renderer) =>
      (options.renderer === undefined || options.renderer === renderer) &&
      (kind === undefined || (kind === 'text') === (renderer === 'text')),
  );
  const usable = wanted.filter((renderer) => {
    const reason = whyUnusable(renderer);
    if (reason !== undefined) console.error(reason);
    return reason === undefined;
  });
  makeCorpus(planCorpus({ seed, renderers: usable, ...size, ...(layout === undefined ? {} : { layout }) }), folder);
}

function isWanted({ kind, truth }: KnownDocument, options: Options): boolean {
  return (
    (options.kind === undefined || options.kind === kind) &&
    (options.renderer === undefined || options.renderer === truth.renderer) &&
    (options.layout === undefined || isWantedLayout(truth.layout ?? '', options.layout))
  );
}

async function scoreFolder(folder: string, options: Options): Promise<readonly DocumentScore[]> {
  const families = await loadFamilies(PIPELINES_DIRECTORY);
  const documents = (await listKnownDocuments(folder)).filter((document) => isWanted(document, options));
  if (documents.length === 0) throw new UsageError(`no such document with its truth in ${folder}`);
  const scores: DocumentScore[] = [];
  const scans = scansWith(options.prose);
  for (const document of documents) {
    scores.push(
      await scoreDocument(document, (source) => sourceToReports(source, { families, reader: 'auto', scans })),
    );
  }
  return scores;
}

async function scoreSeriesFolder(folder: string, { isJson, prose }: Options): Promise<number> {
  const families = await loadFamilies(PIPELINES_DIRECTORY);
  const [family] = families;
  if (family === undefined) throw new RangeError('no report family');
  const scans = scansWith(prose);
  const scored = await scoreSeries(folder, family, (source) =>
    sourceToReports(source, { families, reader: 'auto', scans }),
  );
  console.log(isJson ? JSON.stringify(scored, null, 1) : printSeriesScore(scored));
  return scored.falselyFound.length > 0 ? 1 : 0;
}

/** The package's version and, in a checkout, the commit: the version alone does not tell one score from the next. */
function versionText(): string {
  const commit = spawnSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], { encoding: 'utf8' });
  return commit.status === 0 ? `${packageVersion()} (${commit.stdout.trim()})` : packageVersion();
}

function print(corpus: ScoredCorpus, options: Options): void {
  if (!options.isJson) {
    console.log(printScore(corpus, options));
    return;
  }
  const { documents, ...rest } = corpus;
  const withoutJudgements = documents.map((document) => ({ ...document, judgements: undefined, doubted: undefined }));
  const summary = { all: addDocuments('all', documents), renderers: groupDocuments(documents) };
  console.log(JSON.stringify({ ...rest, ...summary, documents: withoutJudgements }, null, 1));
}

async function score(options: Options): Promise<number> {
  const { corpus, isScanned } = options;
  const isMade = corpus === undefined || isScanned;
  const given = isMade ? options.keep : corpus;
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'gouji-score-')));
  try {
    const start = performance.now();
    if (corpus === undefined) make(options, folder);
    else if (isScanned) await scanKnownDocuments(corpus, folder);
    const makingSeconds = isMade ? (performance.now() - start) / 1000 : 0;
    if (options.kind === SERIES) return await scoreSeriesFolder(folder, options);
    const documents = await scoreFolder(folder, options);
    const calibration = calibrate(documents.flatMap(({ judgements }) => judgements));
    const origin = isMade ? `seed ${options.seed}` : 'a corpus given';
    print({ version: versionText(), origin, documents, calibration, makingSeconds }, options);
    return breaksPromise(addDocuments('all', documents)) ? 1 : 0;
  } finally {
    if (isMade && options.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The command.
 *
 * @returns Its exit status.
 */
export async function scoreCommand(args: readonly string[]): Promise<number> {
  try {
    return await score(parseOptions(args));
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      error instanceof RangeError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!isUsage) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  } finally {
    await (await recogniser)?.close();
  }
}
