/** Fills the named fragments into a family's patterns and makes sure that each is a regular expression. */
import type { TitleRules } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';
import type { FamilyDefinition } from './schema.js';

/** The rules and what is wrong with their definition. */
export interface BuiltTitleRules {
  readonly title: TitleRules;
  readonly problems: readonly PlacedProblem[];
}

type ListName = 'patterns' | 'periodPatterns' | 'publicationPatterns';
type Template = string | { readonly pattern: string };

/** Builds the rules for title, period and publication. */
export function buildTitleRules({ title }: FamilyDefinition): BuiltTitleRules {
  const problems: PlacedProblem[] = [];
  const build = (list: ListName): string[] =>
    title[list].map((template: Template, k) => {
      const path = ['title', list, k];
      const source = typeof template === 'string' ? template : template.pattern;
      const pattern = fillFragments(source, title.fragments, (name) => {
        const text = { zh: `fragments 中没有 ${name}；请在那里写上`, en: `fragments has no ${name}; write it there` };
        problems.push({ path, text });
      });
      problems.push(...checkPattern(pattern, list, path));
      return pattern;
    });
  const rules = {
    patterns: build('patterns'),
    periodPatterns: build('periodPatterns'),
    publicationPatterns: build('publicationPatterns').map((pattern, k) => {
      const template = title.publicationPatterns[k];
      return { source: typeof template === 'object' ? template.source : ('label' as const), pattern };
    }),
  };
  return { title: rules, problems };
}

function fillFragments(
  template: string,
  fragments: Readonly<Record<string, string>>,
  onUnknown: (name: string) => void,
): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fragment = fragments[name];
    if (fragment === undefined) onUnknown(name);
    return fragment ?? '';
  });
}

function checkPattern(pattern: string, list: ListName, path: readonly (string | number)[]): PlacedProblem[] {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = { zh: `不是有效的正则表达式：${reason}`, en: `not a regular expression: ${reason}` };
    return [{ path, text }];
  }
  const group = list === 'patterns' ? /\(\?<(?:year|agency)>/ : /\(\?<year>/;
  if (group.test(pattern)) return [];
  const text = { zh: '缺少命名组 (?<year>…)；请补上', en: 'has no named group (?<year>…); add it' };
  return [{ path, text }];
}
