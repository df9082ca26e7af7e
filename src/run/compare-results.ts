/** Compares the reports of a run with each other once all are there, and puts what comes of it into the output. */
import { compareReports } from '../check/index.js';
import { copyReason, type OutputWriter } from '../export/index.js';
import type { Family, Finding, ReportDigest, TableVerdict } from '../model/index.js';
import { withFindings } from './file-tally.js';
import type { FileResult } from './run-summary.js';

/** What comparing needs. */
export interface ResultComparison {
  readonly writer: Pick<OutputWriter, 'amend'>;
  /** Loads the families; asked only where there is something to compare. */
  readonly loadFamilies: () => Promise<readonly Family[]>;
  readonly joinsNames: boolean;
  /** Ends the work. */
  readonly signal: AbortSignal;
}

/** A digest with the position of its file. */
interface Placed {
  readonly position: number;
  readonly digest: ReportDigest;
}

/** What the other files say of one. */
interface Amendment {
  readonly findings: Map<string, Finding[]>;
  readonly verdicts: Map<string, readonly TableVerdict[]>;
  copyOf?: string;
}

/**
 * Compares the reports of all files.
 *
 * @returns The results in the same order, with what was found counted.
 * @throws {unknown} the signal's reason once it is aborted; an error of the file system when the output cannot be written.
 */
export async function compareResults(
  results: readonly FileResult[],
  { writer, loadFamilies, joinsNames, signal }: ResultComparison,
): Promise<readonly FileResult[]> {
  const placed = results.flatMap((result, position): Placed[] =>
    result.type === 'reports' ? result.digests.map((digest) => ({ position, digest })) : [],
  );
  if (placed.length < 2) return results;
  const amendments = new Map<number, Amendment>();
  for (const family of await loadFamilies()) compareFamily(placed, family, joinsNames, amendments);
  const amended = [...results];
  for (const [position, amendment] of [...amendments].sort(([a], [b]) => a - b)) {
    signal.throwIfAborted();
    const result = results[position];
    if (result?.type === 'reports') amended[position] = await amendResult(writer, position, result, amendment);
  }
  return amended;
}

function compareFamily(
  placed: readonly Placed[],
  family: Family,
  joinsNames: boolean,
  amendments: Map<number, Amendment>,
): void {
  const { findings, copies, ranked } = compareReports(
    placed.map(({ digest }) => digest),
    family,
    joinsNames,
  );
  const amendmentAt = (index: number): Amendment => {
    const position = placed[index]?.position ?? -1;
    const amendment: Amendment = amendments.get(position) ?? { findings: new Map(), verdicts: new Map() };
    amendments.set(position, amendment);
    return amendment;
  };
  for (const [index, found] of findings) {
    const reportId = placed[index]?.digest.reportId ?? '';
    const known = amendmentAt(index).findings;
    known.set(reportId, [...(known.get(reportId) ?? []), ...found]);
  }
  for (const [index, verdicts] of ranked) {
    amendmentAt(index).verdicts.set(placed[index]?.digest.reportId ?? '', verdicts);
  }
  for (const [copy, original] of copies) {
    // A report that shares its file with others stays as it is: the row of the file is theirs too.
    const position = placed[copy]?.position;
    const isAlone = placed[copy - 1]?.position !== position && placed[copy + 1]?.position !== position;
    if (isAlone) amendmentAt(copy).copyOf = placed[original]?.digest.sourcePath ?? '';
  }
}

async function amendResult(
  writer: ResultComparison['writer'],
  position: number,
  result: Extract<FileResult, { type: 'reports' }>,
  amendment: Amendment,
): Promise<FileResult> {
  const amended = await writer.amend(position, result.rows, amendment);
  if (amended === undefined) {
    const reason = copyReason(amendment.copyOf ?? '');
    return { type: 'lost', sourcePath: result.sourcePath, outcome: 'skipped', reason: { zh: reason, en: reason } };
  }
  const added = [...amendment.findings].flatMap(([reportId, findings]) => {
    const agency = result.digests.find((digest) => digest.reportId === reportId)?.agency ?? '';
    return findings.map((finding) => ({ finding, agency, sourcePath: result.sourcePath }));
  });
  return { ...result, tally: withFindings(result.tally, added, amended) };
}
