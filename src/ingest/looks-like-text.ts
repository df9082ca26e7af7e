/**
 * Tells plain text from binary data, whatever its encoding. Which encoding it is, `extract` finds out when it decodes.
 */

/** How much of a file is looked at, in bytes: enough to see past a heading, little enough to cost nothing. */
const SAMPLE_LENGTH = 65_536;

/**
 * The greatest share of control bytes a text may hold. Compressed data holds 10 % (27 of 256 values); the garbled dump
 * in the samples holds none, and dumps with form feeds or stray bells stay well under 1 %.
 */
const MAX_CONTROL_RATIO = 0.02;

/**
 * The least share of 16-bit units that must be characters of Chinese or English text for data to pass as UTF-16 without
 * a byte-order mark. Random data reaches about half, since the Chinese ranges are wide; real text exceeds 0.99.
 */
const MIN_UTF16_RATIO = 0.9;

const BYTE_ORDER_MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x84, 0x31, 0x95, 0x33],
];

/** Whether bytes are plain text in UTF-8, UTF-16 or GB18030. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  if (sample.length === 0) return false;
  const isMarked = BYTE_ORDER_MARKS.some((mark) => mark.every((byte, at) => sample[at] === byte));
  return hasFewControlBytes(sample) || looksLikeUtf16(isMarked ? sample.subarray(2) : sample);
}

/** True for UTF-8 and GB18030 text: neither has control bytes inside its multi-byte characters. */
function hasFewControlBytes(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && !isTextControl(byte)) controls++;
  }
  return controls <= sample.length * MAX_CONTROL_RATIO;
}

/** Backspace, tab, line ends, form feed, Ctrl-Z (the end-of-file mark of old editors) and escape. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
}

function looksLikeUtf16(sample: Uint8Array): boolean {
  const units = Math.floor(sample.length / 2);
  if (units === 0) return false;
  const view = new DataView(sample.buffer, sample.byteOffset, units * 2);
  return [true, false].some((isLittleEndian) => {
    let plausible = 0;
    for (let at = 0; at < units; at++) {
      if (isPlausibleUnit(view.getUint16(at * 2, isLittleEndian))) plausible++;
    }
    return plausible >= units * MIN_UTF16_RATIO;
  });
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

function isPlausibleUnit(unit: number): boolean {
  return PLAUSIBLE_RANGES.some(([first, last]) => unit >= first && unit <= last);
}
