/** Runs the pipeline on one document and judges what comes out. The pipeline is handed in, so that a test can break it. */
import { assertSupported, readSource } from '../../src/ingest/index.js';
import { reportToFactRows, reportToFindingRows } from '../../src/export/index.js';
import { PipelineError, type Report, type Source } from '../../src/model/index.js';
import {
  addFigures,
  NO_FIGURES,
  scoreFacts,
  type DoubtJudgement,
  type FigureScore,
  type Judgement,
  type Mistake,
  type ScoredFact,
} from './score-facts.js';
import { addFindings, scoreFindings, type FindingScore } from './score-findings.js';
import { addProse, NO_PROSE, scoreProse, type ProseScore } from './score-prose.js';
import { truthToCells, type TruthFile } from './truth-file.js';

/** A document whose truth is known. */
export interface KnownDocument {
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  /** `pdf`, `text`, or a kind of the generator. */
  readonly kind: string;
  readonly truth: TruthFile;
  /** The truth of the other report, where the file holds two. */
  readonly second?: TruthFile;
}

/** The pipeline, or something a test puts in its place. */
export type ReadReports = (source: Source) => Promise<readonly Report[]>;

/** What became of one document. */
export interface DocumentScore {
  readonly name: string;
  readonly kind: string;
  readonly renderer: string;
  readonly layout: string;
  /** `crashed` is a bug: the pipeline threw what is no judgement on the document. */
  readonly outcome: 'read' | 'unread' | 'crashed';
  /** Empty for a document that was read. */
  readonly reason: string;
  readonly figures: FigureScore;
  readonly findings: FindingScore;
  readonly prose: ProseScore;
  /** What is stated of the report and differs from the truth: its year, its agency. */
  readonly wrongSubject: readonly string[];
  readonly mistakes: readonly Mistake[];
  /** What is wrong with the figures in prose. */
  readonly proseTroubles: readonly string[];
  readonly missed: readonly string[];
  readonly falselyAccused: readonly string[];
  /** Rules over sections, dates and words that were raised without reason. */
  readonly falseRemarks: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly doubted: readonly DoubtJudgement[];
  readonly elapsedMs: number;
}

/** Reads and judges one document. */
export async function scoreDocument(document: KnownDocument, readReports: ReadReports): Promise<DocumentScore> {
  const start = performance.now();
  const { outcome, reason, reports } = await read(document, readReports);
  const elapsedMs = performance.now() - start;
  const { second } = document;
  // A file of which two reports were read is judged report by report, each against its own truth.
  const isTwo = second !== undefined && reports.length > 1;
  const pairs: Pair[] = isTwo
    ? pairReports(document.truth, second, reports)
    : [{ truth: fittingTruth(document, reports), reports }];
  return pairs
    .map((pair) => scorePair(document, pair, { outcome, reason, elapsedMs: elapsedMs / pairs.length }))
    .reduce(addPairs);
}

interface Pair {
  readonly truth: TruthFile;
  readonly reports: readonly Report[];
}

/** Gives each truth the reports of its agency and year, or those in its place; a report of neither is judged against the first. */
function pairReports(truth: TruthFile, second: TruthFile, reports: readonly Report[]): Pair[] {
  if (truth.agency === second.agency && truth.year === second.year) {
    return [
      { truth, reports: reports.slice(0, 1) },
      { truth: second, reports: reports.slice(1) },
    ];
  }
  const ofSecond = reports.filter(({ agency, year }) => agency === second.agency && year === second.year);
  return [
    { truth, reports: reports.filter((report) => !ofSecond.includes(report)) },
    { truth: second, reports: ofSecond },
  ];
}

function scorePair(
  document: KnownDocument,
  { truth, reports }: Pair,
  { outcome, reason, elapsedMs }: Pick<DocumentScore, 'outcome' | 'reason' | 'elapsedMs'>,
): DocumentScore {
  const facts = scoreFacts(reports.flatMap(toScoredFacts), truth);
  const findings = scoreFindings(reports.flatMap(reportToFindingRows), truth);
  const prose = scoreProse(reports.flatMap(reportToFactRows), reports.flatMap(reportToFindingRows), truth);
  return {
    name: document.name,
    kind: document.kind,
    renderer: truth.renderer ?? document.kind,
    layout: truth.layout ?? document.name,
    outcome,
    reason,
    figures: outcome === 'read' ? facts.figures : allAbsent(truth),
    findings: findings.findings,
    // What is stated in a document that gave no report is not missed apart from its tables.
    prose: outcome === 'read' ? prose.prose : NO_PROSE,
    proseTroubles: outcome === 'read' ? prose.troubles : [],
    wrongSubject: reports.flatMap((report) => compareSubject(report, truth)),
    mistakes: outcome === 'read' ? facts.mistakes : [],
    missed: findings.missed,
    falselyAccused: findings.falselyAccused,
    falseRemarks: findings.falseRemarks,
    judgements: facts.judgements,
    doubted: facts.doubted,
    elapsedMs,
  };
}

/** The rows of facts.csv with the doubts, which stand in the JSON only. */
function toScoredFacts(report: Report): ScoredFact[] {
  return reportToFactRows(report).map((row, k) => ({ ...row, doubts: report.facts[k]?.doubts ?? [] }));
}

function addPairs(one: DocumentScore, other: DocumentScore): DocumentScore {
  return {
    ...one,
    figures: addFigures(one.figures, other.figures),
    findings: addFindings(one.findings, other.findings),
    prose: addProse(one.prose, other.prose),
    proseTroubles: [...one.proseTroubles, ...other.proseTroubles],
    wrongSubject: [...one.wrongSubject, ...other.wrongSubject],
    mistakes: [...one.mistakes, ...other.mistakes],
    missed: [...one.missed, ...other.missed],
    falselyAccused: [...one.falselyAccused, ...other.falselyAccused],
    falseRemarks: [...one.falseRemarks, ...other.falseRemarks],
    judgements: [...one.judgements, ...other.judgements],
    doubted: [...one.doubted, ...other.doubted],
    elapsedMs: one.elapsedMs + other.elapsedMs,
  };
}

/** Of two reports in one file of which one was read, that one is judged. */
function fittingTruth({ truth, second }: KnownDocument, reports: readonly Report[]): TruthFile {
  const isSecond = reports.some(({ agency, year }) => agency === second?.agency && year === second.year);
  return isSecond && second !== undefined ? second : truth;
}

interface Outcome {
  readonly outcome: DocumentScore['outcome'];
  readonly reason: string;
  readonly reports: readonly Report[];
}

async function read({ path, name }: KnownDocument, readReports: ReadReports): Promise<Outcome> {
  try {
    const source = await readSource({ sourcePath: name, location: path });
    assertSupported(source, { readsPictures: true });
    return { outcome: 'read', reason: '', reports: await readReports(source) };
  } catch (error) {
    if (error instanceof PipelineError) return { outcome: 'unread', reason: error.code, reports: [] };
    return { outcome: 'crashed', reason: error instanceof Error ? error.message : String(error), reports: [] };
  }
}

/** A document that gave no report has none of its figures: no blank of it counts as right. */
function allAbsent(truth: TruthFile): FigureScore {
  const cells = truthToCells(truth);
  const nonZero = cells.filter(({ want }) => want !== null && want !== 0).length;
  return { ...NO_FIGURES, total: cells.length, nonZero, absent: cells.length };
}

/**
 * Hand-checked truths name agencies as people do, so only generated documents (those with a seed) are compared; and a
 * garbled text may garble the name.
 */
function compareSubject({ agency, year }: Report, truth: TruthFile): readonly string[] {
  if (truth.seed === undefined) return [];
  const wrong: string[] = [];
  if (year !== undefined && truth.year !== undefined && year !== truth.year) {
    wrong.push(`year: want ${truth.year}, got ${year}`);
  }
  const isNameKept = truth.renderer !== 'garbled';
  if (isNameKept && agency !== '' && truth.agency !== undefined && truth.agency !== '' && agency !== truth.agency) {
    wrong.push(`agency: want ${truth.agency}, got ${agency}`);
  }
  return wrong;
}
