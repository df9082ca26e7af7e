/**
 * The checker's own arithmetic: decimals as whole multiples of 10^−20, and the proof that laws and non-negativity leave
 * an unknown one value, by narrowing its bounds. Shares nothing with what `repair` does.
 */

/** A plain decimal in units of 10^−20; `undefined` for any other text. */
export function toUnits(text: string): bigint | undefined {
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d{1,20}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(20, '0'));
}

/** Σ coefficient · unknown = constant. */
export interface Equation {
  /** Coefficients by the name of their unknown. */
  readonly terms: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
}

/** What an unknown lies between; nothing may bound it above. */
type Range = readonly [low: bigint, high: bigint | undefined];

const ANY: Range = [0n, undefined];

/** The values of the unknowns that equations and non-negativity leave one value. */
export function soleValues(equations: readonly Equation[]): ReadonlyMap<string, bigint> {
  const ranges = new Map<string, Range>();
  // Bounds that still move after so many rounds belong to laws that contradict each other.
  for (let round = 0; round < 200; round++) {
    if (!equations.map((equation) => tighten(equation, ranges)).includes(true)) break;
  }
  return new Map([...ranges].flatMap(([name, [low, high]]) => (low === high ? [[name, low] as const] : [])));
}

/** Narrows what each unknown of an equation lies between; true where one was. */
function tighten({ terms, constant }: Equation, ranges: Map<string, Range>): boolean {
  let isNarrowed = false;
  for (const [name, own] of terms) {
    // The most (or least) that the other terms add up to; undefined where nothing bounds them.
    const rest = (isMost: boolean): bigint | undefined =>
      [...terms].reduce<bigint | undefined>((sum, [other, factor]) => {
        const end = other === name ? 0n : (ranges.get(other) ?? ANY)[factor > 0n === isMost ? 1 : 0];
        return sum === undefined || end === undefined ? undefined : sum + factor * end;
      }, 0n);
    const [least, most] = [rest(own > 0n), rest(own < 0n)].map((sum) => sum !== undefined && (constant - sum) / own);
    const [low, high] = ranges.get(name) ?? ANY;
    const isHigher = typeof least === 'bigint' && least > low;
    const isLower = typeof most === 'bigint' && (high === undefined || most < high);
    ranges.set(name, [isHigher ? least : low, isLower ? most : high]);
    isNarrowed ||= isHigher || isLower;
  }
  return isNarrowed;
}
