/**
 * Makes the regular expressions of `prose.yaml` from their templates and refuses those whose running time has no bound:
 * a sentence may be as long as its author likes.
 */
import type { PlacedProblem } from './definition-error.js';

/**
 * A figure, in ASCII or Chinese numerals, whole: thousands set off by commas, or with a thin space where the page shows
 * a gap between digits. What it may stand for is for the engine to say.
 */
const FIGURE =
  '(?<n>\\d{1,3}(?:,\\d{3}){1,3}(?![\\d,])|\\d[\\d\\u2009]{0,14}(?:\\.\\d{1,6})?|[零〇一二两三四五六七八九十百千]{1,9})';

/** Where a template stands in the file, and what it must hold. */
export interface TemplatePlace {
  readonly path: readonly (string | number)[];
  /** Named group that the expression must have. */
  readonly group?: string;
  /** Wordings of the unit, for templates of a field. */
  readonly units?: readonly string[];
}

/** Fills templates; problems are added to the list. */
export class PatternBuilder {
  private readonly fragments: Readonly<Record<string, string>>;
  private readonly problems: PlacedProblem[];

  constructor(fragments: Readonly<Record<string, string>>, problems: PlacedProblem[]) {
    this.fragments = fragments;
    this.problems = problems;
  }

  /** The sources of a list of templates, in their order. */
  build(templates: readonly string[] | undefined, place: TemplatePlace): readonly string[] {
    return (templates ?? []).map((template, k) => this.buildOne(template, { ...place, path: [...place.path, k] }));
  }

  private buildOne(template: string, { path, group, units }: TemplatePlace): string {
    const source = this.fill(this.fill(template, path, units), path, units);
    const problem = problemOf(source, group);
    if (problem !== undefined) this.problems.push({ path, text: problem });
    return source;
  }

  private fill(template: string, path: readonly (string | number)[], units: readonly string[] | undefined): string {
    return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (name === 'n') return FIGURE;
      if (name === 'unit' && units !== undefined) return bracketed(units.join('|'));
      const fragment = this.fragments[name];
      if (fragment === undefined) {
        const text = { zh: `fragments 中没有 ${name}；请在那里写上`, en: `fragments has no ${name}; write it there` };
        this.problems.push({ path, text });
      }
      return fragment ?? '';
    });
  }
}

function problemOf(source: string, group: string | undefined): PlacedProblem['text'] | undefined {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { zh: `不是有效的正则表达式：${reason}`, en: `not a regular expression: ${reason}` };
  }
  if (hasUnboundedQuantifier(source)) {
    return {
      zh: '含有无上限的量词（*、+、{n,}）；请改为有上限的，如 {0,20}',
      en: 'has a quantifier without bound (*, +, {n,}); give it one, such as {0,20}',
    };
  }
  if (group !== undefined && !source.includes(`(?<${group}>`)) {
    return { zh: `缺少命名组 (?<${group}>…)；请补上`, en: `has no named group (?<${group}>…); add it` };
  }
  return undefined;
}

/** Whether an expression repeats something without end; signs inside classes and escaped ones do not count. */
export function hasUnboundedQuantifier(source: string): boolean {
  const bare = source.replace(/\\./gu, 'x').replace(/\[[^\]]{0,400}\]/gu, 'x');
  return /[*+]|\{\d+,\}/u.test(bare);
}

/** A unit, also in brackets, as forms print it: `7（件）`. A bracket that something else opened stays outside. */
function bracketed(units: string): string {
  return `\\(?(?<unit>${units})(?:(?<=\\((?:${units}))\\))?`;
}
