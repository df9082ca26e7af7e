/** Encodes text as GB18030 for tests, which the platform can only decode: the two-byte part (GBK), and ASCII. */

const BYTES = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\uFFFD' && !BYTES.has(character)) BYTES.set(character, [lead, trail]);
  }
}

/** All characters that take two bytes. */
export const GBK_CHARACTERS: readonly string[] = [...BYTES.keys()];

/** Encodes ASCII and GBK characters. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = Array.from(text).flatMap((character) => {
    const pair = BYTES.get(character);
    if (pair !== undefined) return [...pair];
    const code = character.charCodeAt(0);
    if (code > 0x7f) throw new RangeError(`no two-byte code for ${character}`);
    return [code];
  });
  return Uint8Array.from(bytes);
}
