/** Keeps of a report what comparing it with others needs. */
import { figureKey } from '../../model/index.js';
import type { AcrossRules, Fact, FigureTrust, Report, ReportDigest } from '../../model/index.js';
import { nameBureau } from './name-bureau.js';
import { printSentences } from './sentences.js';

/**
 * Digests a report.
 *
 * @returns `undefined` for a report that says nothing of what it is compared by.
 */
export function reportToDigest(report: Report, rules: AcrossRules): ReportDigest | undefined {
  const { comparison, year } = report;
  if (comparison === undefined) return undefined;
  const facts = report.facts.filter(({ table }) => rules.tables.includes(table));
  const trustOf = judgeTrust(report);
  const open = report.verdicts.filter(({ kind, explanations }) => kind === 'ambiguous' && explanations.length > 1);
  return {
    familyId: comparison.familyId,
    reportId: report.reportId,
    sourcePath: report.sourcePath,
    agency: report.agency,
    regionCode: report.regionCode,
    level: report.level,
    ...(year === undefined ? {} : { year }),
    bureauName: nameBureau(report, comparison, rules.bureau),
    shape: facts.map(figureKey).join(' '),
    values: facts.map(({ value }) => value).join(','),
    trust: facts.map(trustOf).join(''),
    markCount: report.facts.filter(({ status }) => status === 'suspect' || status === 'missing').length,
    hasPages: report.pageCount > 0,
    ...(open.length > 0 && { verdicts: open }),
    ...printSentences(comparison.lines),
  };
}

/**
 * A figure is certain where a publisher may be held to it: rules say which cell it is, nothing doubts it, and either both
 * readers saw its page alike, or one sufficed because nothing on it was in doubt and a law over the figure holds.
 */
function judgeTrust({ readers, tables, checks }: Report): (fact: Fact) => FigureTrust {
  const pages = new Map(readers.map((page) => [page.pageNumber, page]));
  const unruled = new Set(
    tables
      .filter(({ table }) => table.geometry !== 'ruled')
      .flatMap(({ bindings }) => bindings.map((binding) => binding.table)),
  );
  const proven = new Set(
    checks
      .filter(({ outcome }) => outcome === 'holds')
      .flatMap(({ table, terms }) => terms.map(({ row, column }) => figureKey({ table, row, column }))),
  );
  return ({ status, value, place, doubts, table, row, column }) => {
    if (value === '' || status === 'suspect' || status === 'missing') return '-';
    if (status !== 'printed' || doubts.length > 0 || unruled.has(table) || place === undefined) return 'b';
    const page = pages.get(place.pageNumber);
    const isProven = page?.digitsAgree === undefined && proven.has(figureKey({ table, row, column }));
    return page !== undefined && (page.digitsAgree === true || isProven) ? 'c' : 'b';
  };
}
