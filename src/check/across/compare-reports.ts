/** Compares the reports of one run with each other: the years of one body, copies of one report, a body and those below it. */
import type { AcrossRules, Family, Finding, ReportDigest, TableVerdict } from '../../model/index.js';
import type { AcrossFinding, Member } from './across-finding.js';
import { findSameFigures, findSameProse } from './compare-sameness.js';
import { compareSubordinates } from './compare-subordinates.js';
import { holdLaw, type YearPair } from './compare-years.js';
import { nameFields, type FieldNamer } from './field-names.js';
import { figuresOf } from './figures.js';
import { sortCopies } from './find-copies.js';
import { weighByYears } from './weigh-by-years.js';
import { groupBureaus, nameJoined, type BureauYears } from './group-bureaus.js';

/** What comparing reports gave. Both are by position in the list of digests. */
export interface Comparison {
  /** In the order found: it depends on the list alone. */
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  /** Reports that are copies of another one, which is kept. */
  readonly copies: ReadonlyMap<number, number>;
  /** Verdicts whose explanations other years rank. */
  readonly ranked: ReadonlyMap<number, readonly TableVerdict[]>;
}

/**
 * Compares reports.
 *
 * @param digests - In the order of the run; those of other families are left alone.
 * @param isJoined - Whether bodies that call themselves by different names may be one.
 */
export function compareReports(digests: readonly ReportDigest[], family: Family, isJoined: boolean): Comparison {
  const findings: AcrossFinding[] = [];
  const copies = new Map<number, number>();
  const ranked = new Map<number, readonly TableVerdict[]>();
  const { across } = family;
  if (across === undefined) return { findings: new Map(), copies, ranked };
  const nameOf = nameFields(family);
  const members = digests
    .map((digest, index): Member => ({ digest, index }))
    .filter(({ digest }) => digest.familyId === family.id);
  for (const years of groupBureaus(members, isJoined)) {
    const kept = new Map<number, readonly Member[]>();
    for (const [year, ofYear] of years) {
      const sorted = sortCopies(ofYear, nameOf);
      kept.set(year, sorted.kept);
      findings.push(...sorted.findings);
      for (const [copy, original] of sorted.copies) copies.set(copy, original);
    }
    findings.push(...nameJoined(kept), ...compareBureauYears(kept, family, nameOf));
    for (const [index, verdicts] of rankVerdicts(kept, across)) ranked.set(index, verdicts);
  }
  const single = members.filter(({ index }) => !copies.has(index));
  findings.push(...compareSubordinates(single, across, nameOf));
  return { findings: groupByIndex(findings), copies, ranked };
}

function compareBureauYears(years: BureauYears, { across }: Family, nameOf: FieldNamer): AcrossFinding[] {
  if (across === undefined) return [];
  return [...years].flatMap(([year, ofYear]) => {
    const [later, another] = ofYear;
    const [earlier, other] = years.get(year - 1) ?? [];
    // Of two different reports of one year, which one another year goes on from is not known.
    if (later === undefined || earlier === undefined || another !== undefined || other !== undefined) return [];
    const pair: YearPair = {
      earlier: earlier.digest,
      earlierFigures: figuresOf(earlier.digest),
      later: later.digest,
      laterFigures: figuresOf(later.digest),
    };
    return [
      ...across.laws.map((law) => holdLaw(law, pair, nameOf)),
      findSameFigures(pair, across),
      findSameProse(pair, across),
    ].flatMap((finding) => (finding === undefined ? [] : [{ index: later.index, finding }]));
  });
}

/** The verdicts that the years beside a report rank, by the report's position. */
function rankVerdicts(years: BureauYears, { laws }: AcrossRules): [number, readonly TableVerdict[]][] {
  const onlyOf = (year: number): ReportDigest | undefined => {
    const [only, another] = years.get(year) ?? [];
    return another === undefined ? only?.digest : undefined;
  };
  return [...years].flatMap(([year, members]): [number, readonly TableVerdict[]][] => {
    const [before, after] = [onlyOf(year - 1), onlyOf(year + 1)];
    const neighbours = { ...(before && { before }), ...(after && { after }) };
    return members.flatMap(({ index, digest }) => {
      const verdicts = weighByYears(digest, neighbours, laws);
      return verdicts.length > 0 ? [[index, verdicts]] : [];
    });
  });
}

function groupByIndex(findings: readonly AcrossFinding[]): ReadonlyMap<number, readonly Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const { index, finding } of findings) {
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [finding]);
    else group.push(finding);
  }
  return groups;
}
