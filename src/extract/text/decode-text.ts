/**
 * Decodes the bytes of a text dump: UTF-8, UTF-16 or GB18030, with or without a byte-order mark, told from the bytes
 * alone. What cannot be decoded becomes U+FFFD and so stays visible; nothing is dropped.
 *
 * GB18030 stands for GBK and GB2312 too, which it contains.
 */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Byte-order marks; the mark says the encoding, whatever follows. */
const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** How much of a text is looked at to tell UTF-16 by, in bytes; even. */
const SAMPLE_LENGTH = 65_536;

/**
 * The least share of characters of Chinese or English text among the 16-bit units of a text taken for UTF-16. Real text
 * reaches 0.99; the same bytes in the wrong order, or another encoding's bytes, stay below 0.7.
 */
const MIN_UTF16_RATIO = 0.9;

/**
 * Decodes a text.
 *
 * @returns The text without its byte-order mark; line ends as they are.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return decode(bytes.subarray(marked.bytes.length), marked.encoding);
  const utf16 = bytes.includes(0) ? sniffUtf16(bytes.subarray(0, SAMPLE_LENGTH)) : undefined;
  if (utf16 !== undefined) return decode(bytes, utf16);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 === undefined) return decodeLegibly(bytes);
  return isHardlyChinese(utf8) ? (decodeStrictly(bytes, 'gb18030') ?? utf8) : utf8;
}

/**
 * Whether a text has letters beyond ASCII but none of the characters that Chinese is written with. A few words of
 * GB18030 can pass for UTF-8 by chance, and then they read as Greek, Cyrillic or Arabic.
 */
function isHardlyChinese(text: string): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u2000-\uffff]/.test(text);
}

/**
 * Decodes what is not wholly UTF-8. Chinese GB18030 read as UTF-8 is nearly all replacement marks, while UTF-8 with a
 * damaged byte has one or two; but the reverse reading is often valid nonsense. So damage decides, with UTF-8 asked first.
 */
function decodeLegibly(bytes: Uint8Array): string {
  const asUtf8 = decode(bytes, 'utf-8');
  if (damageRatio(asUtf8) < MAX_UTF8_DAMAGE_RATIO) return asUtf8;
  return decode(bytes, 'gb18030');
}

/**
 * The greatest share of replacement marks among the characters beyond ASCII of a damaged UTF-8 text. GB18030 read as
 * UTF-8 has more than 0.6; a UTF-8 dump cut in the middle of a character has one mark in thousands.
 */
const MAX_UTF8_DAMAGE_RATIO = 0.2;

function damageRatio(text: string): number {
  let beyondAscii = 0;
  let damaged = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) beyondAscii++;
    if (unit === 0xfffd) damaged++;
  }
  return beyondAscii === 0 ? 0 : damaged / beyondAscii;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function sniffUtf16(sample: Uint8Array): Encoding | undefined {
  const ratios = {
    'utf-16le': plausibleRatio(sample, true),
    'utf-16be': plausibleRatio(sample, false),
  };
  const best = ratios['utf-16le'] >= ratios['utf-16be'] ? 'utf-16le' : 'utf-16be';
  return ratios[best] >= MIN_UTF16_RATIO ? best : undefined;
}

/** Ranges of 16-bit units that Chinese reports are written in. */
const PLAUSIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x7e],
  [0x00a0, 0x00ff],
  [0x2000, 0x22ff],
  [0x2460, 0x25ff],
  [0x3000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xff00, 0xffef],
];

function plausibleRatio(sample: Uint8Array, isLittleEndian: boolean): number {
  const units = Math.floor(sample.length / 2);
  if (units === 0) return 0;
  const view = new DataView(sample.buffer, sample.byteOffset, units * 2);
  let plausible = 0;
  for (let at = 0; at < units; at++) {
    const unit = view.getUint16(at * 2, isLittleEndian);
    if (PLAUSIBLE_RANGES.some(([first, last]) => unit >= first && unit <= last)) plausible++;
  }
  return plausible / units;
}
