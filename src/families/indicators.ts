/** The shape of a family's `indicators.yaml`, and the indicators made from it; every figure named must exist. */
import { z } from 'zod';
import type { Edition, Indicator, IndicatorRules, IndicatorTerm } from '../model/index.js';
import { columnsByRow } from './comparisons.js';
import type { PlacedProblem } from './definition-error.js';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is made of small letters, digits and _, a letter first');
const bilingual = z.strictObject({ zh: text, en: text });
const figures = z
  .array(z.strictObject({ table: text, rows: z.array(text).min(1), columns: z.array(text).min(1) }))
  .min(1);

const indicator = z.strictObject({
  id,
  group: id,
  name: bilingual,
  note: bilingual.optional(),
  edition: text,
  kind: z.enum(['count', 'amount', 'share', 'ratio', 'growth']),
  unit: text.optional(),
  of: figures,
  minus: figures.optional(),
  outOf: figures.optional(),
});

/** The shape of `indicators.yaml`. */
export const indicatorsSchema = z.strictObject({
  minimumDenominator: z.int().min(1),
  groups: z.array(z.strictObject({ id, name: bilingual })).min(1),
  indicators: z.array(indicator).min(1),
});

type IndicatorDefinition = z.infer<typeof indicator>;
type Figures = z.infer<typeof figures>;

/** Makes the indicators, in the order of the file, and lists what is wrong with their definitions. */
export function buildIndicators(
  { minimumDenominator, groups, indicators }: z.infer<typeof indicatorsSchema>,
  editions: readonly Edition[],
): { rules: IndicatorRules; problems: readonly PlacedProblem[] } {
  const groupIds = new Set(groups.map((group) => group.id));
  const seen = new Set<string>();
  const problems = indicators.flatMap((definition, index) => {
    const found = [
      ...(seen.has(definition.id) ? [problem(['id'], `${definition.id} 重复`, `${definition.id} occurs twice`)] : []),
      ...(groupIds.has(definition.group) ? [] : [unknown(['group'], definition.group)]),
      ...kindProblems(definition),
      ...figureProblems(definition, editions),
    ];
    seen.add(definition.id);
    return found.map(({ path, text: said }) => ({ path: ['indicators', index, ...path], text: said }));
  });
  return { rules: { minimumDenominator, groups, indicators: indicators.map(buildIndicator) }, problems };
}

function buildIndicator({ note, unit, of, minus = [], outOf = [], ...rest }: IndicatorDefinition): Indicator {
  return {
    ...rest,
    note: note ?? { zh: '', en: '' },
    unit: unit ?? '',
    of: [...toTerms(of, 1), ...toTerms(minus, -1)],
    outOf: toTerms(outOf, 1),
  };
}

function toTerms(definitions: Figures, sign: 1 | -1): IndicatorTerm[] {
  return definitions.flatMap(({ table, rows, columns }) => columns.map((column) => ({ table, rows, column, sign })));
}

/** A quotient needs what it is divided by, and nothing else may have it. */
function kindProblems({ kind, outOf }: IndicatorDefinition): PlacedProblem[] {
  const isQuotient = kind === 'share' || kind === 'ratio';
  if (isQuotient === (outOf !== undefined)) return [];
  return isQuotient
    ? [problem(['kind'], `${kind} 须写明 outOf`, `a ${kind} needs outOf`)]
    : [problem(['outOf'], `${kind} 不能有 outOf`, `a ${kind} has no outOf`)];
}

function figureProblems(definition: IndicatorDefinition, editions: readonly Edition[]): PlacedProblem[] {
  const edition = editions.find((each) => each.id === definition.edition);
  if (edition === undefined) return [unknown(['edition'], definition.edition)];
  const columns = columnsByRow(edition);
  return (['of', 'minus', 'outOf'] as const).flatMap((side) =>
    (definition[side] ?? []).flatMap((each, index) =>
      each.rows.flatMap((row) =>
        each.columns
          .filter((column) => columns.get(`${each.table}/${row}`)?.has(column) !== true)
          .map((column) => unknown([side, index], `${definition.edition}/${each.table}/${row}/${column}`)),
      ),
    ),
  );
}

function unknown(path: readonly (string | number)[], name: string): PlacedProblem {
  return problem(path, `没有 ${name}；请改正`, `there is no ${name}; correct it`);
}

function problem(path: readonly (string | number)[], zh: string, en: string): PlacedProblem {
  return { path, text: { zh, en } };
}
