/** Says of sums that cannot hold together what each of them demands of the blank that they are about. */
import { figureKey } from '../model/index.js';
import type { Block, Cause, Check, Contradiction, Finding } from '../model/index.js';
import { type FieldName, lawsOfBlock } from './block-identities.js';

/**
 * One finding for each contradiction, at its blank.
 *
 * @param causeOf whose doing it is that a sum fails; of all sums of a contradiction it must be the publisher's
 */
export function contradictionsToFindings(
  contradictions: readonly Contradiction[],
  causeOf: (check: Check) => Cause,
  blocks: readonly Block[],
): readonly Finding[] {
  const names = new Map<string, FieldName>(blocks.flatMap((block) => [...lawsOfBlock(block).names]));
  return contradictions.map((contradiction) => {
    const { table, row, column, checks } = contradiction;
    const place = checks.flatMap(({ terms }) => terms).find((term) => term.place !== undefined)?.place;
    return {
      rule: 'value.contradiction',
      severity: 'error',
      cause: causeOfAll(contradiction, causeOf),
      ...{ table, row, column, expected: '', actual: '', difference: '' },
      message: messageOf(contradiction, names),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** Whose doing a contradiction is: the publisher's where each of its sums could be no one else's. */
export function causeOfAll({ checks }: Contradiction, causeOf: (check: Check) => Cause): Cause {
  return checks.every((check) => causeOf(check) === 'publisher') ? 'publisher' : 'unknown';
}

function messageOf(
  { table, row, column, checks, demanded }: Contradiction,
  names: ReadonlyMap<string, FieldName>,
): Finding['message'] {
  const nameOf = (field: { readonly row: string; readonly column: string }): FieldName | undefined =>
    names.get(figureKey({ table, row: field.row, column: field.column }));
  const blank = nameOf({ row, column });
  const sums = checks.map((check, k) => {
    const total = check.terms[0];
    const name = total && nameOf(total);
    const value = demanded[k] ?? '';
    return {
      zh: `${check.rule}（${name?.row.zh ?? ''} · ${name?.column.zh ?? ''}）${value === '' ? '' : `要求为 ${value}`}`,
      en: `${check.rule} (${name?.row.en ?? ''} × ${name?.column.en ?? ''})${value === '' ? '' : ` demands ${value}`}`,
    };
  });
  return {
    zh: `${blank?.table.zh ?? ''}「${blank?.row.zh ?? ''} · ${blank?.column.zh ?? ''}」没有数字，填任何数都不能使各式同时成立：${sums.map(({ zh }) => zh).join('，')}`,
    en: `${blank?.table.en ?? ''}, ${blank?.row.en ?? ''} × ${blank?.column.en ?? ''} has no figure, and no number in it lets these sums hold together: ${sums.map(({ en }) => en).join(', ')}`,
  };
}
