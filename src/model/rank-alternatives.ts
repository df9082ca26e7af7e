/** Puts what evidence from outside a table speaks for in front of its figures' alternatives. */
import { figureKey, type FigureRef } from './figure-key.js';

/** A figure that may have alternatives, plain decimals, best first. */
interface Ranked extends FigureRef {
  readonly value: string;
  readonly alternatives: readonly string[];
}

/** A verdict on a table, its explanations best first. */
interface RankedVerdict {
  readonly table: string;
  readonly explanations: readonly {
    readonly support?: readonly unknown[] | undefined;
    readonly changes: readonly { readonly row: string; readonly column: string; readonly to: string }[];
  }[];
}

/** The figures; of those that a supported explanation reads otherwise, what it comes to is the first alternative. */
export function rankAlternatives<F extends Ranked>(
  figures: readonly F[],
  verdicts: readonly RankedVerdict[],
): readonly F[] {
  const firsts = new Map<string, string>();
  for (const { table, explanations } of verdicts) {
    const [best] = explanations;
    if (!best?.support) continue;
    for (const { row, column, to } of best.changes) if (to !== '') firsts.set(figureKey({ table, row, column }), to);
  }
  return figures.map((figure) => {
    const first = firsts.get(figureKey(figure));
    if (first === undefined || first === figure.value) return figure;
    return { ...figure, alternatives: [first, ...figure.alternatives.filter((each) => each !== first)] };
  });
}
