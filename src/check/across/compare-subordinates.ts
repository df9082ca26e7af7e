/**
 * Holds a government's report against those of the bodies below it: it speaks for its whole division, so no figure of theirs
 * can be larger, nor can their sum. Which bodies it counts is not certain, so this is never more than a remark.
 */
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  subtractDecimals,
  ZERO,
  type AcrossRules,
  type Decimal,
  type Finding,
} from '../../model/index.js';
import { listFigures, WHOLE_REPORT, type AcrossFinding, type Member } from './across-finding.js';
import type { FieldNamer } from './field-names.js';
import { figuresOf, partsOfKey } from './figures.js';

/** Compares the governments among the reports with those below them. Each body has one report a year here. */
export function compareSubordinates(
  members: readonly Member[],
  rules: AcrossRules,
  nameOf: FieldNamer,
): AcrossFinding[] {
  const isGovernment = matcher(rules.bureau.government);
  const isApart = matcher(rules.bureau.apart);
  const byDivision = new Map<string, Member[]>();
  for (const member of members) {
    const { digest } = member;
    if (digest.regionCode === '' || digest.bureauName === '' || isApart(digest.agency) || isApart(digest.bureauName))
      continue;
    const key = divisionKey(digest.familyId, digest.year, digest.regionCode);
    byDivision.set(key, [...(byDivision.get(key) ?? []), member]);
  }
  const speaksForDivision = ({ digest }: Member): boolean =>
    isGovernment(digest.bureauName) && digest.level !== 'township';
  const below = new Map<Member, Member[]>();
  for (const member of [...byDivision.values()].flat()) {
    const superior = superiorOf(member, byDivision, speaksForDivision);
    if (superior !== undefined) below.set(superior, [...(below.get(superior) ?? []), member]);
  }
  return [...below].flatMap(([superior, subordinates]) =>
    compareWith(superior, subordinates, rules, nameOf).map((finding) => ({ index: superior.index, finding })),
  );
}

function matcher(pattern: string): (name: string) => boolean {
  const expression = new RegExp(pattern, 'u');
  return (name) => expression.test(name);
}

function divisionKey(familyId: string, year: number | undefined, code: string): string {
  return `${familyId}\n${year ?? ''}\n${code}`;
}

/** The nearest government above a body that has a report of that year. */
function superiorOf(
  member: Member,
  byDivision: ReadonlyMap<string, readonly Member[]>,
  speaksForDivision: (member: Member) => boolean,
): Member | undefined {
  const { familyId, year, regionCode } = member.digest;
  const codes = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`];
  for (const code of new Set(codes)) {
    if (speaksForDivision(member) && code === regionCode) continue;
    const superiors = (byDivision.get(divisionKey(familyId, year, code)) ?? []).filter(speaksForDivision);
    if (superiors.length > 0) return superiors.length === 1 ? superiors[0] : undefined;
  }
  return undefined;
}

/** What the bodies below a government have together in one field, and the most that one of them has. */
interface Below {
  readonly sum: Decimal;
  readonly most: Decimal;
  readonly mostOf: Member;
}

function compareWith(
  superior: Member,
  subordinates: readonly Member[],
  rules: AcrossRules,
  nameOf: FieldNamer,
): Finding[] {
  const below = addUp(subordinates);
  const figures = [...figuresOf(superior.digest).values()];
  return rules.additive.flatMap(({ table, columns }) => {
    const exceeded = figures.flatMap(({ key, value, text }) => {
      const parts = partsOfKey(key);
      const found = below.get(key);
      if (parts.table !== table || columns?.includes(parts.column) === false || found === undefined) return [];
      return compareDecimals(found.sum, value) > 0
        ? [{ key, value, text: `${text} < ${formatDecimal(found.sum)}`, found }]
        : [];
    });
    const [first] = exceeded;
    if (first === undefined) return [];
    const { row, column } = partsOfKey(first.key);
    const listed = listFigures(exceeded, nameOf);
    const { mostOf, most, sum } = first.found;
    const single = compareDecimals(most, first.value) > 0;
    return [
      {
        ...WHOLE_REPORT,
        rule: 'X.subordinate',
        severity: 'info',
        table,
        row,
        column,
        expected: formatDecimal(sum),
        actual: formatDecimal(first.value),
        difference: formatDecimal(subtractDecimals(first.value, sum)),
        message: {
          zh: `下级 ${subordinates.length} 份报告合计大于本级，共 ${exceeded.length} 处：${listed.zh}${single ? `；其中 ${mostOf.digest.sourcePath} 一份即为 ${formatDecimal(most)}` : ''}（统计范围可能不同）`,
          en: `the ${subordinates.length} report(s) of bodies below have more together, ${exceeded.length} figure(s): ${listed.en}${single ? `; ${mostOf.digest.sourcePath} alone has ${formatDecimal(most)}` : ''} (their scopes may differ)`,
        },
      } satisfies Finding,
    ];
  });
}

function addUp(subordinates: readonly Member[]): ReadonlyMap<string, Below> {
  const below = new Map<string, Below>();
  for (const member of subordinates) {
    for (const { key, value } of figuresOf(member.digest).values()) {
      const found = below.get(key) ?? { sum: ZERO, most: value, mostOf: member };
      const isMost = compareDecimals(value, found.most) > 0;
      below.set(key, {
        sum: addDecimals(found.sum, value),
        most: isMost ? value : found.most,
        mostOf: isMost ? member : found.mostOf,
      });
    }
  }
  return below;
}
