/** Regular expressions of a family's rules for prose, compiled once: they are the same for every report of a process. */
import type { ProseField, ProseRules, ProseScope } from '../../model/index.js';

/** A field's expressions. */
export interface CompiledField {
  readonly field: ProseField;
  /** Flags `dgu`. */
  readonly patterns: readonly RegExp[];
  /** Flags `gu`. */
  readonly negatives: readonly RegExp[];
  readonly excludeClause: readonly RegExp[];
  readonly excludeSentence: readonly RegExp[];
  /** Anchored at the beginning. */
  readonly excludeBehind: readonly RegExp[];
  readonly requires: readonly RegExp[];
}

/** A scope's expressions, flags `gu`. */
export interface CompiledScope {
  readonly scope: ProseScope;
  readonly words: readonly RegExp[];
  readonly onlyFor: readonly RegExp[];
}

/** All expressions of a family's rules for prose. */
export interface CompiledRules {
  readonly fields: readonly CompiledField[];
  readonly scopes: readonly CompiledScope[];
  readonly defaultScope: string;
  readonly masks: readonly RegExp[];
  readonly paragraphStarts: readonly RegExp[];
  /** Anchored at the end. */
  readonly notBefore: readonly RegExp[];
  /** Anchored at the beginning. */
  readonly notBehind: readonly RegExp[];
  readonly yearAnchors: readonly RegExp[];
  readonly otherPeriods: readonly RegExp[];
  readonly leadingPeriods: readonly RegExp[];
  /** Anchored at the end. */
  readonly bodies: readonly RegExp[];
  readonly refuse: readonly RegExp[];
}

const known = new WeakMap<ProseRules, CompiledRules>();

/** The expressions of a family's rules for prose. */
export function compileRules(rules: ProseRules): CompiledRules {
  let compiled = known.get(rules);
  if (compiled === undefined) known.set(rules, (compiled = compile(rules)));
  return compiled;
}

const all = (sources: readonly string[], flags = 'u'): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, flags));
const atStart = (sources: readonly string[]): readonly RegExp[] => all(sources.map((source) => `^(?:${source})`));
const atEnd = (sources: readonly string[]): readonly RegExp[] => all(sources.map((source) => `(?:${source})$`));

function compile({ context, fields, scopes, proseOnly }: ProseRules): CompiledRules {
  return {
    fields: fields.map((field) => ({
      field,
      patterns: all(field.patterns, 'dgu'),
      negatives: all(field.negatives, 'gu'),
      excludeClause: all(field.excludeClause),
      excludeSentence: all(field.excludeSentence),
      excludeBehind: atStart(field.excludeBehind),
      requires: all(field.requires),
    })),
    scopes: scopes.map((scope) => ({ scope, words: all(scope.words, 'gu'), onlyFor: all(scope.onlyFor) })),
    defaultScope: scopes.find(({ words }) => words.length === 0)?.id ?? '',
    masks: all(context.masks, 'gu'),
    paragraphStarts: atStart(context.paragraphStarts),
    notBefore: atEnd(context.notBefore),
    notBehind: atStart(context.notBehind),
    yearAnchors: all(context.yearAnchors, 'gu'),
    otherPeriods: all(context.otherPeriods),
    leadingPeriods: all(context.leadingPeriods),
    bodies: atEnd(context.bodies),
    refuse: all(proseOnly.refuse),
  };
}
