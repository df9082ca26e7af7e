/** The shape of a family's `across.yaml`, and what the engine works on made from it. */
import { z } from 'zod';
import type { AcrossEvaluation, AcrossLaw, AcrossRules } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is made of small letters, digits and _, a letter first');
const severity = z.enum(['error', 'warning', 'info']);
const field = z.strictObject({ row: id.optional(), column: id.optional(), year: z.literal('previous').optional() });

const law = z.strictObject({
  rule: z.string().regex(/^[A-Z0-9]+\.[a-z0-9_]+$/, 'a rule is written like X.carry'),
  table: id,
  statement: z.strictObject({ zh: text, en: text }),
  relation: z.enum(['equals', 'at-least']),
  each: z.enum(['row', 'column']),
  only: z.array(id).min(1),
  severity,
  severities: z.record(id, severity).optional(),
  years: z.strictObject({ from: z.int().optional(), to: z.int().optional() }).optional(),
  total: z.strictObject({ row: id.optional(), column: id.optional() }),
  plus: z.array(field).min(1),
  minus: z.array(field).optional(),
});

const share = z.number().min(0).max(1);

/** The shape of `across.yaml`. */
export const acrossSchema = z.strictObject({
  tables: z.array(id).min(1),
  bureau: z.strictObject({
    forms: z.array(z.strictObject({ pattern: text, replacement: z.string() })),
    nameless: text,
    placed: text,
    government: text,
    apart: text,
  }),
  laws: z.array(law),
  standingColumns: z.array(id),
  prose: z.strictObject({ shortest: z.int().min(1), infoFrom: share, warningFrom: share }),
  additive: z.array(z.strictObject({ table: id, columns: z.array(id).min(1).optional() })),
});

/** An `across.yaml` as its author writes it. */
type AcrossDefinition = z.infer<typeof acrossSchema>;
type LawDefinition = z.infer<typeof law>;
type FieldDefinition = z.infer<typeof field>;

/** Makes the rules from a definition, and lists what is wrong with it. */
export function buildAcross(definition: AcrossDefinition): { rules: AcrossRules; problems: readonly PlacedProblem[] } {
  const { tables, bureau, laws, standingColumns, prose, additive } = definition;
  return {
    rules: {
      tables,
      bureau,
      laws: laws.map(buildLaw),
      standingColumns,
      prose,
      additive: additive.map(({ table, columns }) => ({ table, ...(columns === undefined ? {} : { columns }) })),
    },
    problems: [...patternProblems(bureau), ...laws.flatMap(fieldProblems)],
  };
}

function buildLaw(definition: LawDefinition): AcrossLaw {
  const { rule, table, statement, relation, years } = definition;
  return {
    rule,
    table,
    statement,
    relation,
    evaluations: definition.only.map((each) => buildEvaluation(definition, each)),
    ...(years?.from === undefined ? {} : { fromYear: years.from }),
    ...(years?.to === undefined ? {} : { toYear: years.to }),
  };
}

function buildEvaluation(definition: LawDefinition, each: string): AcrossEvaluation {
  const place = ({ row, column }: { row?: string | undefined; column?: string | undefined }) => ({
    row: row ?? each,
    column: column ?? each,
  });
  const toPart = (part: FieldDefinition, sign: 1 | -1) => ({
    ...place(part),
    sign,
    isOfPreviousYear: part.year === 'previous',
  });
  return {
    severity: definition.severities?.[each] ?? definition.severity,
    total: place(definition.total),
    parts: [
      ...definition.plus.map((part) => toPart(part, 1)),
      ...(definition.minus ?? []).map((part) => toPart(part, -1)),
    ],
  };
}

/** Each figure of a law names the side that the law does not go along, and no other. */
function fieldProblems({ each, total, plus, minus = [] }: LawDefinition, index: number): PlacedProblem[] {
  const fixed = each === 'row' ? 'column' : 'row';
  const isWrong = (one: { row?: string | undefined; column?: string | undefined }): boolean =>
    one[fixed] === undefined || one[each] !== undefined;
  return [total, ...plus, ...minus].some(isWrong)
    ? [
        {
          path: ['laws', index],
          text: {
            zh: `each 为 ${each} 时，各项只写 ${fixed}`,
            en: `with each: ${each}, every figure names its ${fixed} and nothing else`,
          },
        },
      ]
    : [];
}

function patternProblems(bureau: AcrossDefinition['bureau']): PlacedProblem[] {
  const patterns: [path: (string | number)[], pattern: string][] = [
    ...bureau.forms.map(({ pattern }, index): [(string | number)[], string] => [
      ['bureau', 'forms', index, 'pattern'],
      pattern,
    ]),
    [['bureau', 'nameless'], bureau.nameless],
    [['bureau', 'placed'], bureau.placed],
    [['bureau', 'government'], bureau.government],
    [['bureau', 'apart'], bureau.apart],
  ];
  return patterns.flatMap(([path, pattern]) => {
    try {
      new RegExp(pattern, 'u');
      return [];
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return [{ path, text: { zh: `不是正则表达式：${detail}`, en: `no regular expression: ${detail}` } }];
    }
  });
}
