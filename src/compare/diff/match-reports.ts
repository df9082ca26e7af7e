/** Which report of one output is which of another. */

/** A report as reports.csv names it, with what tells its body. */
export interface MatchableReport {
  readonly reportId: string;
  readonly sourcePath: string;
  readonly agency: string;
  /** Empty where unknown. */
  readonly year: string;
  /** Reports with one key are of one body. */
  readonly bureauKey: string;
}

/** How two reports were found to be one: the same bytes, or one body and year, or one body in whatever years. */
export type MatchedBy = 'file' | 'body-and-year' | 'body';

/** Two reports to be held against each other. */
export interface MatchedReports<Report extends MatchableReport> {
  readonly matchedBy: MatchedBy;
  readonly old: Report;
  readonly new: Report;
}

/** A report without a counterpart. */
export interface LoneReport<Report extends MatchableReport> {
  readonly side: 'old' | 'new';
  readonly report: Report;
  /** True where there are counterparts, but several on a side: which is which would be a guess. */
  readonly isAmbiguous: boolean;
}

/** What matching came to. */
export interface Matching<Report extends MatchableReport> {
  /** In the order of the new output. */
  readonly pairs: readonly MatchedReports<Report>[];
  /** Those of the old output first, each in its order. */
  readonly lone: readonly LoneReport<Report>[];
}

/**
 * Matches reports by their bytes, then, of those left over, by body and year; across years by body alone. Only where one report is
 * left on each side: of several, none is matched.
 */
export function matchReports<Report extends MatchableReport>(
  olds: readonly Report[],
  news: readonly Report[],
  isAcrossYears: boolean,
): Matching<Report> {
  const pairs = new Map<Report, MatchedReports<Report>>();
  const taken = new Set<Report>();
  const pair = (old: Report, report: Report, matchedBy: MatchedBy): void => {
    pairs.set(report, { matchedBy, old, new: report });
    taken.add(old);
  };
  const byId = new Map(olds.map((report) => [report.reportId, report]));
  for (const report of news) {
    const old = byId.get(report.reportId);
    if (old !== undefined && !taken.has(old)) pair(old, report, 'file');
  }
  const restOld = groupByBody(notIn(olds, taken), isAcrossYears);
  const restNew = groupByBody(notIn(news, pairs), isAcrossYears);
  for (const [key, [report, ...others]] of restNew) {
    const [old, ...oldOthers] = restOld.get(key) ?? [];
    if (report === undefined || old === undefined || others.length + oldOthers.length > 0) continue;
    pair(old, report, isAcrossYears ? 'body' : 'body-and-year');
  }
  const lone = (side: 'old' | 'new', reports: readonly Report[]): LoneReport<Report>[] =>
    reports.map((report) => {
      const key = bodyKey(report, isAcrossYears);
      return { side, report, isAmbiguous: restOld.has(key) && restNew.has(key) };
    });
  return {
    pairs: news.flatMap((report) => pairs.get(report) ?? []),
    lone: [...lone('old', notIn(olds, taken)), ...lone('new', notIn(news, pairs))],
  };
}

function notIn<Item>(items: readonly Item[], known: { readonly has: (item: Item) => boolean }): Item[] {
  return items.filter((item) => !known.has(item));
}

/** A report of an unknown year has a key of its own within its body's: two of them are not of one year for that. */
function bodyKey({ bureauKey, year, reportId }: MatchableReport, isAcrossYears: boolean): string {
  if (isAcrossYears) return bureauKey;
  return `${bureauKey}\n${year === '' ? reportId : year}`;
}

function groupByBody<Report extends MatchableReport>(
  reports: readonly Report[],
  isAcrossYears: boolean,
): Map<string, Report[]> {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const key = bodyKey(report, isAcrossYears);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [report]);
    else known.push(report);
  }
  return groups;
}
