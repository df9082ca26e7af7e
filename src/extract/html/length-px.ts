/** Lengths of style sheets in pixels, near enough to tell a hair's breadth from a cell's. */

const PX_PER_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  ch: 8,
  ex: 8,
  '%': 0.16,
  cm: 38,
  mm: 3.8,
};

/** A length in pixels; 0 for what is none. */
export function lengthPx(value: string): number {
  const found = /^(?<size>[-+]?\d*\.?\d+)(?<unit>px|pt|r?em|ch|ex|%|cm|mm)$/u.exec(value)?.groups;
  return found ? Number(found['size']) * (PX_PER_UNIT[found['unit'] ?? ''] ?? 0) : 0;
}
