/**
 * Rounds points to hundredths, for CSV and JSON alike. Written out because `toFixed` takes a tenth of a report's whole
 * time: a report has some four thousand edges.
 */

/** A length as a number with at most two decimals; never −0. */
export function toHundredths(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

/** A length as text with exactly two decimals. */
export function toTwoDecimals(points: number): string {
  const hundredths = Math.round(points * 100);
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A share as a number with at most three decimals. */
export function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}
