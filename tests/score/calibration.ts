/** Compares how sure the facts say they are with how often they are right. */
import type { Judgement } from './score-facts.js';

/** Figures of about one confidence. */
export interface CalibrationBin {
  /** Inclusive. */
  readonly from: number;
  /** Exclusive, but for the last bin. */
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

/** How well confidence is calibrated. */
export interface Calibration {
  /** Figures that carry a confidence. */
  readonly count: number;
  /** Mean squared distance of confidence from 1 (right) or 0 (wrong); absent without figures. */
  readonly brier?: number;
  /** Ascending, those without figures left out. */
  readonly bins: readonly CalibrationBin[];
}

/** Edges of the bins: finer near 1, where nearly all figures are and where a thousandth matters. */
const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1] as const;

/** Bins figures by confidence and tells how many of each bin are right. */
export function calibrate(judgements: readonly Judgement[]): Calibration {
  const bins: CalibrationBin[] = [];
  for (const [k, from] of EDGES.slice(0, -1).entries()) {
    const to = EDGES[k + 1] ?? 1;
    const own = judgements.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (own.length === 0) continue;
    bins.push({
      from,
      to,
      count: own.length,
      meanConfidence: mean(own.map(({ confidence }) => confidence)),
      shareRight: mean(own.map(({ isRight }) => (isRight ? 1 : 0))),
    });
  }
  if (judgements.length === 0) return { count: 0, bins };
  const squares = judgements.map(({ confidence, isRight }) => (confidence - (isRight ? 1 : 0)) ** 2);
  return { count: judgements.length, brier: mean(squares), bins };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
