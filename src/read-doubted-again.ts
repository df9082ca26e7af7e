/** Has figures that stay doubted read once more before anyone is told, where they were read from pictures. */
import { READ_UNSURELY } from './bind/index.js';
import { IDENTITY_FAILS } from './repair/index.js';
import type { CellPlace, Fact, Report } from './model/index.js';
import type { ScannedPages } from './scanned-pages.js';
import type { ReadDocument } from './second-opinion.js';

/** Doubts that a second look at the picture may clear, or give another reading to; none about the place of a figure. */
const OF_READING: ReadonlySet<string> = new Set([READ_UNSURELY, IDENTITY_FAILS]);

/** How a document is read, and what is made of it. */
interface Making {
  readonly scanned: ScannedPages;
  readonly read: () => Promise<ReadDocument>;
  readonly toReport: (document: ReadDocument) => Report;
}

/**
 * The report of a document; where sums leave figures doubted that were not read for sure, those are read once more, and the
 * report is made anew with what both readings say.
 */
export async function reportDoubtedAgain(document: ReadDocument, { scanned, read, toReport }: Making): Promise<Report> {
  const report = toReport(document);
  return (await scanned.readAgain(doubtedPlaces(report.facts))) ? toReport(await read()) : report;
}

/** Where figures of tables stand that nothing but their reading leaves doubted. */
function doubtedPlaces(facts: readonly Fact[]): readonly CellPlace[] {
  return facts.flatMap(({ status, doubts, place, sentence }) => {
    const isOfReading = doubts.length > 0 && doubts.every((doubt) => OF_READING.has(doubt));
    return status === 'suspect' && isOfReading && place !== undefined && sentence === undefined ? [place] : [];
  });
}
