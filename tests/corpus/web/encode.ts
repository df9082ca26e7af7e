// Text as bytes in the encodings of Chinese web pages. GB18030 is written by inverting the decoder that Node ships, so
// that no table has to be kept here.

/** How the bytes of a page are written. */
export type ByteEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

let table: Map<string, readonly number[]> | undefined;

/** The codes of the characters of the basic plane beyond ASCII, two bytes or four, read off the decoder. */
function codes(): Map<string, readonly number[]> {
  if (table !== undefined) return table;
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  const enter = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) enter([lead, trail]);
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) enter([first, second, third, fourth]);
  table = found;
  return found;
}

/** The four bytes of a character above the basic plane (GB18030-2005: they follow on each other). */
function supplementaryBytes(codePoint: number): readonly number[] {
  const place = codePoint - 0x10000;
  return [
    0x90 + Math.floor(place / 12600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}

/** Text as GB18030. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character): readonly number[] => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 0x80) return [codePoint];
      if (codePoint > 0xffff) return supplementaryBytes(codePoint);
      return codes().get(character) ?? [0x3f];
    }),
  );
}

/** Text as bytes. */
export function encodeText(text: string, encoding: ByteEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'gb18030':
      return encodeGb18030(text);
  }
}
