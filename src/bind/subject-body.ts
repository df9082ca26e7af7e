/** Tells what kind of body reports, on which level and where, from its name and from what else the report surely says. */
import type { BodyRules, Level, Region, Regions } from '../model/index.js';
import { isMatch, type PlainLine } from './subject-text.js';

/** What is known of a body. */
export interface Body {
  /** Six digits, or empty. */
  readonly regionCode: string;
  readonly level: Level;
  /** As the family names it, or empty. */
  readonly unitType: string;
}

/**
 * What the name says. Where it fits several counties of one name, a longer form of it in the text (江苏省南京市鼓楼区人民政府)
 * says which.
 *
 * @param lines the report's lines
 */
export function describeBody(agency: string, lines: readonly PlainLine[], rules: BodyRules, regions: Regions): Body {
  if (agency === '') return { regionCode: '', level: '', unitType: '' };
  const named = regions.findRegion(agency);
  const region = named?.code === '' ? (regionOfLongerName(agency, lines, regions) ?? named) : named;
  const level = region?.level ?? rules.levels.find(({ pattern }) => isMatch(pattern, agency))?.level ?? '';
  const unit = rules.unitTypes.find(
    ({ pattern, isNoDivision }) => isMatch(pattern, agency) && !(isNoDivision && region !== undefined),
  );
  const unitType = unit?.byLevel === undefined ? unit?.type : level === '' ? '' : unit.byLevel[level];
  return { regionCode: region?.code ?? '', level, unitType: unitType ?? '' };
}

/** Whose requests and documents the report counts, told from how it speaks of itself; empty where it does not say. */
export function findScope(unitType: string, lines: readonly PlainLine[], { scopes }: BodyRules): string {
  const text = lines.map((line) => line.text).join('');
  const rule = scopes.find(({ unitTypes, pattern }) => unitTypes.includes(unitType) && isMatch(pattern, text));
  return rule?.scope ?? '';
}

/** A province and a city before the name: 新疆维吾尔自治区 + 克孜勒苏柯尔克孜自治州, with room to spare. */
const LONGEST_PREFIX = 24;

/** The region that every longer form of the name in the text agrees on. */
function regionOfLongerName(agency: string, lines: readonly PlainLine[], regions: Regions): Region | undefined {
  const found = new Map<string, Region>();
  for (const { text } of lines) {
    for (let at = text.indexOf(agency); at >= 0; at = text.indexOf(agency, at + 1)) {
      const region = regionBefore(text.slice(Math.max(0, at - LONGEST_PREFIX), at), agency, regions);
      if (region !== undefined) found.set(region.code, region);
    }
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}

function regionBefore(prefix: string, agency: string, regions: Regions): Region | undefined {
  for (let start = 0; start < prefix.length; start++) {
    const region = regions.findRegion(prefix.slice(start) + agency);
    if (region !== undefined && region.code !== '') return region;
  }
  return undefined;
}
