/** Turns what the schema complains of into problems a person can act on, in both languages. */
import type { z } from 'zod';
import type { PlacedProblem } from './definition-error.js';

type Issue = z.core.$ZodIssue;

/** One problem for each complaint; of a choice that fits nowhere, the complaints of the branch that came nearest. */
export function schemaIssuesToProblems(issues: readonly Issue[]): PlacedProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    if (issue.code === 'invalid_union') return nearestBranch(issue.errors, path);
    return [{ path, text: issueToText(issue) }];
  });
}

/** The branch that failed deepest in the document is the one its author meant. */
function nearestBranch(branches: readonly Issue[][], path: readonly (string | number)[]): PlacedProblem[] {
  const candidates = branches
    .map((branch) => schemaIssuesToProblems(branch))
    .toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  return (candidates[0] ?? []).map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function depthOf(problems: readonly PlacedProblem[]): number {
  return Math.max(0, ...problems.map(({ path }) => path.length));
}

function issueToText(issue: Issue): PlacedProblem['text'] {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        zh: `不认识的键 ${keys}；请删去或改正拼写`,
        en: `unknown key ${keys}; remove it or correct its spelling`,
      };
    }
    case 'invalid_type':
      return { zh: `此处需要 ${issue.expected}`, en: `must be given, as ${issue.expected}` };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { zh: `只能是下列之一：${values}`, en: `must be one of: ${values}` };
    }
    case 'too_small':
      return { zh: '不能为空；请填写内容', en: 'must not be empty; fill it in' };
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'too_big':
      return { zh: `内容不合要求：${issue.message}`, en: issue.message };
  }
}
