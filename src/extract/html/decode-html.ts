/**
 * Decodes the bytes of a web page. The declaration is a hint at best: pages that were saved, converted or moved to another
 * server keep the old one. The bytes themselves tell UTF-8 from GB18030; what is declared decides only where the bytes
 * cannot: Big5 is as good a GB18030, and reads as nonsense in it.
 */
import { decodeText } from '../text/decode-text.js';

/** How far into a page its declaration is looked for, in bytes: HTML asks for the first 1024, editors write more before it. */
const DECLARATION_REACH = 8192;

/** `<meta charset="…">`, `<meta http-equiv=… content="…; charset=…">`, `<?xml … encoding="…"?>`. */
const DECLARATION = /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*(?<name>[\w-]+)/iu;

/** Declared encodings that the content does not tell from GB18030. */
const TRADITIONAL = /^(?:big5|big5-hkscs|x-x-big5|cn-big5)$/iu;

/**
 * Decodes a page.
 *
 * @returns the text without its byte-order mark; what cannot be decoded is U+FFFD
 */
export function decodeHtml(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (!TRADITIONAL.test(declaredEncoding(bytes)) || isUtf8(bytes)) return text;
  const traditional = new TextDecoder('big5').decode(bytes);
  return damageOf(traditional) <= damageOf(text) ? traditional : text;
}

/** The name of the encoding that a page declares; empty where it declares none. */
export function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, DECLARATION_REACH));
  return DECLARATION.exec(head.toString('latin1').replaceAll('\0', ''))?.groups?.['name'] ?? '';
}

function isUtf8(bytes: Uint8Array): boolean {
  return damageOf(new TextDecoder('utf-8').decode(bytes)) === 0;
}

function damageOf(text: string): number {
  return text.split('\ufffd').length - 1;
}
