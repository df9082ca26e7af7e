/** Builds what a family knows of bodies, contacts and completeness, and finds what the schema cannot: broken patterns. */
import type { BodyRules, CompletenessRules, ContactRule, SectionRule } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';
import type { FamilyDefinition } from './schema.js';

/** The rules and what is wrong with their definition. */
export interface BuiltReportRules {
  readonly sections: readonly SectionRule[];
  readonly bodies: BodyRules;
  readonly contacts: readonly ContactRule[];
  readonly completeness: CompletenessRules;
  readonly problems: readonly PlacedProblem[];
}

/** Keys whose values are patterns, in whatever part of the rules. */
const PATTERN_KEYS = new Set(['pattern', 'patterns', 'mask', 'key', 'datedTitles']);

const NO_BODIES = { unitTypes: [], levels: [], scopes: [] };
const NOTHING_ASKED = {
  editions: [],
  editionsFrom: Infinity,
  residue: [],
  mentions: [],
  deadlines: [],
  figures: [],
  datedTitles: [],
};

/** Builds the rules of a family; with problems they are of no use. */
export function buildReportRules(definition: FamilyDefinition): BuiltReportRules {
  const { sections, bodies = NO_BODIES, contacts = [], completeness = NOTHING_ASKED } = definition;
  return {
    sections: sections.map(({ severity = 'error', ...rest }) => ({ ...withoutUndefined(rest), severity })),
    bodies: {
      ...bodies,
      unitTypes: bodies.unitTypes.map(({ type, pattern, byLevel, isNoDivision = false }) => ({
        type,
        pattern,
        isNoDivision,
        ...(byLevel === undefined ? {} : { byLevel: withoutUndefined(byLevel) }),
      })),
    },
    contacts: contacts.map(withoutUndefined),
    completeness: {
      ...completeness,
      mentions: completeness.mentions.map(withoutUndefined),
      figures: completeness.figures.map(({ zeroFor, ...rest }) => ({
        ...withoutUndefined(rest),
        ...(zeroFor === undefined ? {} : { zeroFor: zeroFor.map(withoutUndefined) }),
      })),
    },
    problems: [
      ...brokenPatterns(sections, ['sections']),
      ...brokenPatterns(bodies, ['bodies']),
      ...brokenPatterns(contacts, ['contacts']),
      ...brokenPatterns(completeness, ['completeness']),
      ...valuelessContacts(contacts),
      ...ruleless(completeness.figures),
    ],
  };
}

type Defined<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** The same without the keys that are absent: the types of the model tell absent from undefined. */
function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}

function brokenPatterns(value: unknown, path: readonly (string | number)[]): PlacedProblem[] {
  if (Array.isArray(value)) return value.flatMap((each, k) => brokenPatterns(each, [...path, k]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => brokenPatterns(each, [...path, key]));
  }
  const key = path.findLast((step) => typeof step === 'string');
  if (typeof value !== 'string' || key === undefined || !PATTERN_KEYS.has(key)) return [];
  try {
    new RegExp(value, 'u');
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = { zh: `不是有效的正则表达式：${reason}`, en: `not a regular expression: ${reason}` };
    return [{ path, text }];
  }
}

function valuelessContacts(contacts: NonNullable<FamilyDefinition['contacts']>): PlacedProblem[] {
  return contacts.flatMap(({ patterns }, k) =>
    patterns.flatMap((pattern, p) => {
      if (pattern.includes('(?<value>')) return [];
      const text = { zh: '缺少命名组 (?<value>…)；请补上', en: 'has no named group (?<value>…); add it' };
      return [{ path: ['contacts', k, 'patterns', p], text }];
    }),
  );
}

/** A rule over figures says exactly one thing. */
function ruleless(figures: NonNullable<FamilyDefinition['completeness']>['figures']): PlacedProblem[] {
  return figures.flatMap(({ zeroFor, columns, notLess, notSum }, k) => {
    const said = [zeroFor && columns, notLess, notSum].filter((each) => each !== undefined).length;
    if (said === 1) return [];
    const text = {
      zh: '请写明一种要求：zeroFor 和 columns、notLess 或 notSum',
      en: 'say one thing: zeroFor with columns, notLess, or notSum',
    };
    return [{ path: ['completeness', 'figures', k], text }];
  });
}
