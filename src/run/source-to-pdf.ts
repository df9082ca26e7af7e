/** The PDF on which a file's places are. */
import { pictureToPdf } from '../extract/index.js';
import type { Source } from '../model/index.js';

/** A PDF as it is; a picture as the PDF as which it was read. */
export function sourceToPdf({ kind, bytes }: Source): Uint8Array {
  return kind === 'image' ? pictureToPdf(bytes) : bytes;
}
