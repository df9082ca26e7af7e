/**
 * Orders two strings by Unicode code points, as UTF-8 bytes sort.
 *
 * JavaScript's own order is by UTF-16 code units, which puts characters beyond the Basic Multilingual Plane (rare
 * characters of place names among them) before U+E000–U+FFFF; locale orders differ from machine to machine.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const unitA = a.charCodeAt(at);
    const unitB = b.charCodeAt(at);
    if (unitA === unitB) continue;
    const isSurrogateA = isSurrogate(unitA);
    if (isSurrogateA !== isSurrogate(unitB)) return isSurrogateA ? 1 : -1;
    return unitA - unitB;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
