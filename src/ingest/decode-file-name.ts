/** Reads a file name that is given by its bytes. */

/** Reads a file name: UTF-8, else GB18030 (what archives made on Chinese Windows hold), else what is legible. */
export function decodeFileName(name: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(name);
    } catch {
      // Not this encoding; the next one is tried.
    }
  }
  return new TextDecoder().decode(name);
}
