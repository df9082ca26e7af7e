/** Builds the rules for figures in prose from `prose.yaml`, and finds what its schema cannot. */
import type { Edition, ProseContext, ProseField, ProseRules, ProseScope } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';
import { readCandidate } from './prose-candidates.js';
import { PatternBuilder } from './prose-patterns.js';
import type { ProseDefinition, ProseFieldDefinition } from './prose-schema.js';

/** The rules and what is wrong with their definition; with problems they are of no use. */
export interface BuiltProseRules {
  readonly prose: ProseRules;
  readonly problems: readonly PlacedProblem[];
}

/** Builds the rules; `editions` are those that the figures of `candidates` are looked for in. */
export function buildProseRules(definition: ProseDefinition, editions: readonly Edition[]): BuiltProseRules {
  const problems: PlacedProblem[] = [];
  const builder = new PatternBuilder(definition.fragments, problems);
  const { table, tableName, proseOnly, sums } = definition;
  const prose: ProseRules = {
    table,
    tableName,
    proseOnly: { ...proseOnly, refuse: builder.build(proseOnly.refuse, { path: ['proseOnly', 'refuse'] }) },
    context: buildContext(definition, builder),
    scopes: buildScopes(definition, builder),
    fields: definition.fields.map((field, k) => {
      const path = ['fields', k];
      const candidates = (field.candidates ?? []).map((text, at) => {
        const { candidate, problem } = readCandidate(text, editions);
        if (problem !== undefined) problems.push({ path: [...path, 'candidates', at], text: problem });
        return candidate;
      });
      return { ...buildField(field, path, builder), candidates };
    }),
    sums,
  };
  problems.push(...repeatedIds(definition), ...unknownParts(definition), ...wrongDefaultScope(definition));
  return { prose, problems };
}

function buildContext({ context }: ProseDefinition, builder: PatternBuilder): ProseContext {
  const build = (key: keyof ProseContext, group?: string): readonly string[] =>
    builder.build(context[key], { path: ['context', key], ...(group === undefined ? {} : { group }) });
  return {
    masks: build('masks'),
    paragraphStarts: build('paragraphStarts'),
    notBefore: build('notBefore'),
    notBehind: build('notBehind'),
    yearAnchors: build('yearAnchors', 'year'),
    otherPeriods: build('otherPeriods'),
    leadingPeriods: build('leadingPeriods'),
    bodies: build('bodies', 'body'),
  };
}

function buildScopes({ scopes }: ProseDefinition, builder: PatternBuilder): readonly ProseScope[] {
  return scopes.map(({ id, zh, en, words, isSubset = false, sameForAgencies, onlyFor }, k) => ({
    id,
    name: { zh, en },
    isSubset,
    words: builder.build(words, { path: ['scopes', k, 'words'] }),
    sameForAgencies: builder.build(sameForAgencies, { path: ['scopes', k, 'sameForAgencies'] }),
    onlyFor: builder.build(onlyFor, { path: ['scopes', k, 'onlyFor'] }),
  }));
}

function buildField(
  field: ProseFieldDefinition,
  path: readonly (string | number)[],
  builder: PatternBuilder,
): Omit<ProseField, 'candidates'> {
  const { id, zh, en, units } = field;
  return {
    id,
    name: { zh, en },
    unit: units[0] ?? '',
    patterns: builder.build(field.patterns, { path: [...path, 'patterns'], group: 'n', units }),
    negatives: builder.build(field.negatives, { path: [...path, 'negatives'], units }),
    excludeClause: builder.build(field.excludeClause, { path: [...path, 'excludeClause'] }),
    excludeSentence: builder.build(field.excludeSentence, { path: [...path, 'excludeSentence'] }),
    excludeBehind: builder.build(field.excludeBehind, { path: [...path, 'excludeBehind'] }),
    requires: builder.build(field.requires, { path: [...path, 'requires'] }),
    mayNameOtherYear: field.mayNameOtherYear ?? false,
  };
}

function repeatedIds({ fields, scopes }: ProseDefinition): PlacedProblem[] {
  return [fields, scopes].flatMap((list, which) => {
    const ids = list.map(({ id }) => id);
    return list.flatMap(({ id }, k) =>
      ids.indexOf(id) === k
        ? []
        : [
            {
              path: [which === 0 ? 'fields' : 'scopes', k, 'id'],
              text: { zh: `${id} 重复；请改名`, en: `${id} is there twice; rename one` },
            },
          ],
    );
  });
}

function unknownParts({ fields, sums }: ProseDefinition): PlacedProblem[] {
  const known = new Set(fields.map(({ id }) => id));
  return sums.flatMap(({ total, parts }, k) =>
    [...total, ...parts]
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: ['sums', k],
        text: { zh: `fields 中没有 ${id}；请在那里写上`, en: `fields has no ${id}; write it there` },
      })),
  );
}

function wrongDefaultScope({ scopes }: ProseDefinition): PlacedProblem[] {
  if (scopes.filter(({ words }) => (words ?? []).length === 0).length === 1) return [];
  const text = {
    zh: '须有且只有一个不带 words 的范围，供没有范围词的句子用',
    en: 'exactly one scope must have no words: that of sentences without any',
  };
  return [{ path: ['scopes'], text }];
}
