/**
 * Judges what comparing reports finds: series of reports with known truth are read, compared, and held to what must be found in
 * each. A finding that no truth expects is a false one, and the worst that can happen here.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExpectedAcross } from '../corpus/series/link-years.js';
import { compareReports, reportToDigest } from '../../src/check/index.js';
import { readSource } from '../../src/ingest/index.js';
import type { Family, ReportDigest } from '../../src/model/index.js';
import type { ReadReports } from './score-document.js';

/** What a truth file says of its report among the others. */
interface SeriesTruth {
  readonly series: string;
  readonly expected_across: readonly ExpectedAcross[];
  readonly copy_of?: string;
}

interface SeriesDocument {
  readonly name: string;
  readonly truth: SeriesTruth;
  readonly digest: ReportDigest | undefined;
}

/** How one run over series went. */
export interface SeriesScore {
  readonly reports: number;
  readonly series: number;
  readonly expected: number;
  readonly found: number;
  /** `document: rule severity table`. */
  readonly missed: readonly string[];
  readonly falselyFound: readonly string[];
}

/** Reads and judges the series of a folder. */
export async function scoreSeries(folder: string, family: Family, readReports: ReadReports): Promise<SeriesScore> {
  const documents = await readSeries(folder, family, readReports);
  const names = [...new Set(documents.map(({ truth }) => truth.series))];
  const scores = names.map((name) =>
    judge(
      documents.filter(({ truth }) => truth.series === name),
      family,
    ),
  );
  return {
    reports: documents.length,
    series: names.length,
    expected: scores.reduce((sum, { expected }) => sum + expected, 0),
    found: scores.reduce((sum, { found }) => sum + found, 0),
    missed: scores.flatMap(({ missed }) => missed),
    falselyFound: scores.flatMap(({ falselyFound }) => falselyFound),
  };
}

/** The score in a few lines, what went wrong named. */
export function printSeriesScore(score: SeriesScore): string {
  const { reports, series, expected, found, missed, falselyFound } = score;
  return [
    `${series} series of ${reports} reports: ${found} of ${expected} expected findings, ${falselyFound.length} false`,
    ...missed.map((text) => `  missed ${text}`),
    ...falselyFound.map((text) => `  FALSE  ${text}`),
  ].join('\n');
}

async function readSeries(
  folder: string,
  family: Family,
  readReports: ReadReports,
): Promise<readonly SeriesDocument[]> {
  if (family.across === undefined) throw new RangeError('the family compares nothing');
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.truth.json')).sort();
  const documents: SeriesDocument[] = [];
  for (const name of names) {
    const truthPath = join(folder, name.replace(/\.[^.]+$/u, '.truth.json'));
    const truth = JSON.parse(await readFile(truthPath, 'utf8')) as SeriesTruth;
    const [report] = await readReports(await readSource({ sourcePath: name, location: join(folder, name) }));
    const digest = report === undefined ? undefined : reportToDigest(report, family.across);
    documents.push({ name, truth, digest });
  }
  return documents;
}

function judge(documents: readonly SeriesDocument[], family: Family): Omit<SeriesScore, 'reports' | 'series'> {
  const read = documents.filter(({ digest }) => digest !== undefined);
  const { findings, copies } = compareReports(
    read.flatMap(({ digest }) => digest ?? []),
    family,
    true,
  );
  const stated = read.flatMap(({ name }, at) => [
    ...(findings.get(at) ?? []).map((finding) => `${name}: ${wordsOf(finding)}`),
    ...(copies.has(at) ? [`${name}: copy of ${read[copies.get(at) ?? -1]?.name ?? ''}`] : []),
  ]);
  const expected = documents.flatMap(({ name, truth }) => [
    ...truth.expected_across.map((each) => `${name}: ${wordsOf(each)}`),
    ...(truth.copy_of === undefined ? [] : [`${name}: copy of ${truth.copy_of}`]),
  ]);
  return {
    expected: expected.length,
    found: expected.filter((each) => stated.includes(each)).length,
    missed: expected.filter((each) => !stated.includes(each)),
    falselyFound: stated.filter((each) => !expected.includes(each)),
  };
}

function wordsOf({ rule, severity, table }: ExpectedAcross): string {
  return `${rule} ${severity} ${table}`.trim();
}
