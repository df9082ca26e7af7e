/**
 * Finds the reports of one body. Bodies are one where their division and their name in it are one, never by likeness; a body
 * whose name does not tell it from others is taken for no other (`bureauName` is then empty).
 */
import type { ReportDigest } from '../../model/index.js';
import type { AcrossFinding, Member } from './across-finding.js';
import { WHOLE_REPORT } from './across-finding.js';

/** The reports of one body by year, ascending; within a year in the order of the list. */
export type BureauYears = ReadonlyMap<number, readonly Member[]>;

/**
 * Groups reports by body.
 *
 * @param isJoined - False where bodies are one only if they call themselves the same.
 */
export function groupBureaus(members: readonly Member[], isJoined: boolean): BureauYears[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = bureauKey(member.digest, isJoined);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups.values()].filter((group) => group.length > 1).map(byYear);
}

function bureauKey(digest: ReportDigest, isJoined: boolean): string | undefined {
  const { regionCode, level, agency, bureauName } = digest;
  if (bureauName === '' || agency === '' || digest.year === undefined) return undefined;
  // A township has the code of its county: its level tells it from the county's own bodies.
  return [digest.familyId, regionCode, level, isJoined ? bureauName : agency].join('\n');
}

function byYear(group: readonly Member[]): BureauYears {
  const years = new Map<number, Member[]>();
  for (const member of group.toSorted((a, b) => (a.digest.year ?? 0) - (b.digest.year ?? 0) || a.index - b.index)) {
    const { year = 0 } = member.digest;
    years.set(year, [...(years.get(year) ?? []), member]);
  }
  return years;
}

const NO_CODE = { zh: '', en: 'both have, ' };

/** Says of each body that changed its name which reports were taken for one, at the first report with another name. */
export function nameJoined(years: BureauYears): AcrossFinding[] {
  const members = [...years.values()].flat();
  return members.flatMap((member, at) => {
    const before = members[at - 1];
    if (before === undefined || before.digest.agency === member.digest.agency) return [];
    return [{ index: member.index, finding: joinedFinding(member.digest, before.digest) }];
  });
}

function joinedFinding(digest: ReportDigest, before: ReportDigest): AcrossFinding['finding'] {
  const { agency, bureauName } = digest;
  const code =
    digest.regionCode === ''
      ? NO_CODE
      : { zh: `区划代码同为 ${digest.regionCode}，`, en: `both have the division code ${digest.regionCode} and, ` };
  return {
    ...WHOLE_REPORT,
    rule: 'X.joined',
    severity: 'info',
    expected: before.agency,
    actual: agency,
    message: {
      zh: `与 ${before.sourcePath}（${before.year ?? ''} 年，自称“${before.agency}”）视为同一机关：${code.zh}去掉区划后名称同为“${bureauName}”；如不是，请加 --no-join`,
      en: `taken for one body with ${before.sourcePath} (${before.year ?? ''}, which calls itself ${before.agency}): ${code.en}without their division, the name ${bureauName}; --no-join undoes it`,
    },
  };
}
