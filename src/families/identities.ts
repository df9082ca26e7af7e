/** Expands the laws of a block, written once for all its rows or columns, into one identity for each. */
import type { FieldRef, Identity, IdentityPart } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';
import type { IdentityDefinition } from './schema.js';

/** The figures a block has, by the names its facts carry. */
export interface BlockFields {
  readonly table: string;
  /** Fact rows in the order of the form. */
  readonly rows: readonly string[];
  /** Column ids in the order of the form, each once. */
  readonly columns: readonly string[];
  readonly has: (field: FieldRef) => boolean;
}

/** The identities of a block and what is wrong with their definitions. */
export interface ExpandedIdentities {
  readonly identities: readonly Identity[];
  /** Paths begin at the list of identities. */
  readonly problems: readonly PlacedProblem[];
}

/** Expands all laws of a block, in their order, each over its rows top to bottom or its columns left to right. */
export function expandIdentities(definitions: readonly IdentityDefinition[], fields: BlockFields): ExpandedIdentities {
  const identities: Identity[] = [];
  const problems: PlacedProblem[] = [];
  definitions.forEach((definition, index) => {
    const found = checkDefinition(definition, fields).map((problem) => ({
      ...problem,
      path: [index, ...problem.path],
    }));
    problems.push(...found);
    if (found.length === 0) identities.push(...expand(definition, fields));
  });
  return { identities, problems };
}

function expand(definition: IdentityDefinition, fields: BlockFields): Identity[] {
  const { each, total, plus, minus, rule, severity, statement } = definition;
  const across = each === 'row' ? 'column' : 'row';
  const along = definition.only ?? (each === 'row' ? fields.rows : fields.columns);
  const fieldAt = (id: string, other: string): FieldRef =>
    each === 'row' ? { row: id, column: other } : { row: other, column: id };
  const partsAt = (id: string, side: IdentityDefinition['plus'] | undefined, sign: 1 | -1): IdentityPart[] =>
    (side?.[`${across}s`] ?? []).map((other) => ({ ...fieldAt(id, other), sign }));
  return along.map((id) => ({
    rule,
    severity,
    statement,
    table: fields.table,
    total: fieldAt(id, total[across] ?? ''),
    parts: [...partsAt(id, plus, 1), ...partsAt(id, minus, -1)],
  }));
}

function checkDefinition(definition: IdentityDefinition, fields: BlockFields): PlacedProblem[] {
  const across = definition.each === 'row' ? 'column' : 'row';
  const problems: PlacedProblem[] = [
    ...checkSide(definition.total[across], ['total'], across),
    ...checkSide(definition.plus[`${across}s`], ['plus'], `${across}s`),
    ...(definition.minus ? checkSide(definition.minus[`${across}s`], ['minus'], `${across}s`) : []),
    ...checkNames(definition, fields),
  ];
  if (problems.length > 0) return problems;
  return checkFigures(definition, fields);
}

/** A law for each row speaks of columns, and the other way round. */
function checkSide(given: unknown, path: readonly string[], wanted: string): PlacedProblem[] {
  if (given !== undefined) return [];
  return [{ path, text: { zh: `此处须写明 ${wanted}`, en: `must say which ${wanted}` } }];
}

function checkNames(definition: IdentityDefinition, fields: BlockFields): PlacedProblem[] {
  const { each, only = [], total, plus, minus } = definition;
  const problems: PlacedProblem[] = [];
  const check = (ids: readonly string[], known: readonly string[], path: readonly (string | number)[]): void => {
    ids.forEach((id, k) => {
      if (!known.includes(id)) problems.push(unknownId(id, known, ids.length > 1 ? [...path, k] : path));
      else if (ids.indexOf(id) !== k) problems.push(repeatedId(id, [...path, k]));
    });
  };
  check(only, each === 'row' ? fields.rows : fields.columns, ['only']);
  check(total.row === undefined ? [] : [total.row], fields.rows, ['total', 'row']);
  check(total.column === undefined ? [] : [total.column], fields.columns, ['total', 'column']);
  for (const [name, side] of [
    ['plus', plus],
    ['minus', minus ?? {}],
  ] as const) {
    check(side.rows ?? [], fields.rows, [name, 'rows']);
    check(side.columns ?? [], fields.columns, [name, 'columns']);
  }
  return problems;
}

function checkFigures(definition: IdentityDefinition, fields: BlockFields): PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  for (const { total, parts } of expand(definition, fields)) {
    const terms = [total, ...parts];
    for (const [k, { row, column }] of terms.entries()) {
      if (!fields.has({ row, column })) {
        const zh = `此区块没有 ${row} × ${column} 这一格`;
        problems.push({ path: [], text: { zh, en: `the block has no figure ${row} × ${column}` } });
      } else if (terms.findIndex((term) => term.row === row && term.column === column) !== k) {
        const zh = `${row} × ${column} 出现了两次`;
        problems.push({ path: [], text: { zh, en: `${row} × ${column} stands in it twice` } });
      }
    }
  }
  return problems;
}

function unknownId(id: string, known: readonly string[], path: readonly (string | number)[]): PlacedProblem {
  const list = [...new Set(known)].join(', ');
  return { path, text: { zh: `没有 ${id} 这一项；可用的有：${list}`, en: `unknown id ${id}; known are: ${list}` } };
}

function repeatedId(id: string, path: readonly (string | number)[]): PlacedProblem {
  return { path, text: { zh: `${id} 写了两次；请删去一个`, en: `${id} is given twice; remove one` } };
}
