/** Runs the whole pipeline over what is held in memory and says which figures are wrong, and how loudly. */
import { reportToFactRows, reportToFindingRows } from '../../src/export/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { PipelineError, type Layout, type Report, type Source } from '../../src/model/index.js';
import { sourceToReports, type PipelineOptions } from '../../src/pipeline.js';
import { scoreFacts } from '../score/score-facts.js';
import { scoreFindings } from '../score/score-findings.js';
import type { TruthFile } from '../score/truth-file.js';
import { held, type HeldPages } from './held-readings.js';

/** What a spoilt document came to. */
export interface Judgement {
  /** Wrong and not marked. */
  readonly silent: readonly string[];
  /** Of `silent`, those that no finding names either. */
  readonly unnoticed: readonly string[];
  readonly accused: readonly string[];
  readonly right: number;
  readonly total: number;
  /** The code of a document that was refused. */
  readonly refused: string;
}

const families = await loadFamilies(PIPELINES_DIRECTORY);
const SOURCE = { sourcePath: 'mutated', sha256: '0'.repeat(64), contentType: '' } as const;

/** Judges pages; what each reader sees may differ. */
export function judgePages(
  pages: HeldPages,
  truth: TruthFile,
  reader: PipelineOptions['reader'] = 'auto',
): Promise<Judgement> {
  held.pages = pages;
  held.changeLayout = (layout) => layout;
  return judge({ ...SOURCE, kind: 'pdf', bytes: new Uint8Array() }, truth, reader);
}

/** Judges a layout changed after it was reconstructed from sound pages. */
export function judgeLayout(
  pages: HeldPages,
  truth: TruthFile,
  changeLayout: (layout: Layout) => Layout,
): Promise<Judgement> {
  held.pages = pages;
  held.changeLayout = changeLayout;
  return judge({ ...SOURCE, kind: 'pdf', bytes: new Uint8Array() }, truth, 'auto');
}

/** Judges the lines of a dump. */
export function judgeLines(lines: readonly string[], truth: TruthFile): Promise<Judgement> {
  held.changeLayout = (layout) => layout;
  return judge({ ...SOURCE, kind: 'text', bytes: Buffer.from(lines.join('\n')) }, truth, 'auto');
}

async function judge(source: Source, truth: TruthFile, reader: PipelineOptions['reader']): Promise<Judgement> {
  let reports: readonly Report[];
  try {
    reports = await sourceToReports(source, { families, reader });
  } catch (error) {
    // Anything but a refusal is a bug, and fails the test that ran it.
    if (!(error instanceof PipelineError)) throw error;
    return { silent: [], unnoticed: [], accused: [], right: 0, total: 0, refused: error.code };
  }
  const { figures, mistakes } = scoreFacts(reports.flatMap(reportToFactRows), truth);
  const silent = mistakes.filter(({ kind }) => kind !== 'marked' && kind !== 'absent');
  const named = new Set(reports.flatMap(placesInFindings));
  const tell = ({ place, want, got }: (typeof silent)[number]): string => `${place}: want ${want}, got ${got}`;
  return {
    silent: silent.map(tell),
    unnoticed: silent.filter(({ place }) => !named.has(place) && !named.has(place.replace(/\/[^/]*$/u, ''))).map(tell),
    accused: scoreFindings(reports.flatMap(reportToFindingRows), truth).falselyAccused,
    right: figures.right,
    total: figures.total,
    refused: '',
  };
}

/** Every figure that stands in a violated law, and the rows and tables of which something is said to be missing or new. */
function placesInFindings({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .flatMap(({ table, row, column, check }) => [
      `${table}/${row}/${column}`,
      ...(column === '' ? [`${table}/${row}`] : []),
      ...(check?.terms ?? []).map((term) => `${table}/${term.row}/${term.column}`),
    ]);
}
