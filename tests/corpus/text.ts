// A made document as the bytes of a text file.
import { toDump } from './dump.js';
import type { Made } from './make.js';
import { createRandom } from './random.js';
import { encodeGbk } from './raw-font.js';

/** Renders a document as text in the encoding of its layout. */
export function renderText(made: Made): Uint8Array {
  const style = made.layout.dump ?? { form: 'tabs' };
  const text = toDump(made.blocks, style, createRandom(made.truth.seed, 'dump'));
  switch (style.encoding ?? 'utf-8') {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'gb18030':
      return encodeGbk(text);
  }
}
