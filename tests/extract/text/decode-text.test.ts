import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/extract/text/decode-text.js';
import { encodeGb18030, GBK_CHARACTERS } from './gb18030-encoder.js';

const DUMP = '威海市某某局 2022 年政府信息公开工作年度报告\n（七）总计 3 0 0 0 0 0 3\r\n　　行政处罚\t12\f';
const UTF8 = new TextEncoder();

function utf16le(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

function utf16be(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', UTF8.encode(DUMP)],
    ['UTF-8 with a byte-order mark', UTF8.encode(`\uFEFF${DUMP}`)],
    ['UTF-16 LE with a byte-order mark', utf16le(`\uFEFF${DUMP}`)],
    ['UTF-16 BE with a byte-order mark', utf16be(`\uFEFF${DUMP}`)],
    ['UTF-16 LE without one', utf16le(DUMP)],
    ['UTF-16 BE without one', utf16be(DUMP)],
    ['GB18030', encodeGb18030(DUMP)],
    ['GB18030 with a byte-order mark', Uint8Array.of(0x84, 0x31, 0x95, 0x33, ...encodeGb18030(DUMP))],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(DUMP);
  });

  it('reads a four-byte character of GB18030', () => {
    // U+3400 㐀, beyond GBK.
    expect(decodeText(Uint8Array.of(...encodeGb18030('某局'), 0x81, 0x39, 0xee, 0x39))).toBe('某局㐀');
  });

  it('reads Latin text in UTF-16 without a mark, though it would pass as UTF-8 with NULs', () => {
    expect(decodeText(utf16le('total 12 3\n'))).toBe('total 12 3\n');
  });

  it('takes two words of GB18030 for Chinese, though their bytes pass for UTF-8', () => {
    // 系统 is CF B5 CD B3, which is UTF-8 for "ϵͳ".
    expect(decodeText(encodeGb18030('系统 12'))).toBe('系统 12');
  });

  it('gives nothing for nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });

  it('keeps UTF-8 that was cut in the middle of a character, with the damage showing', () => {
    const bytes = UTF8.encode(DUMP.repeat(3) + '局');
    expect(decodeText(bytes.subarray(0, -1))).toBe(`${DUMP.repeat(3)}\uFFFD`);
  });

  it('keeps GB18030 that was cut in the middle of a character, with the damage showing', () => {
    const bytes = encodeGb18030(DUMP + '局');
    expect(decodeText(bytes.subarray(0, -1))).toBe(`${DUMP}\uFFFD`);
  });

  it('reads a part of a larger buffer, at an odd offset too', () => {
    const bytes = Uint8Array.of(0xff, ...utf16le(DUMP));
    expect(decodeText(bytes.subarray(1))).toBe(DUMP);
  });

  it('reads any text in UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constant('年'), fc.string({ unit: 'binary', maxLength: 1 })) }),
        (text) => {
          fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && (text.includes('年') || !/[^ -~]/.test(text)));
          const bytes = UTF8.encode(text);
          expect(decodeText(bytes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        },
      ),
    );
  });

  // Level-1 characters of GB 2312, in which nearly all Chinese text is written, with what stands between figures.
  const common = GBK_CHARACTERS.filter((character) => character >= '\u4e00' && character <= '\u9fa5');
  const word = fc.array(fc.constantFrom(...common), { minLength: 2, maxLength: 20 }).map((parts) => parts.join(''));
  const line = fc
    .tuple(word, fc.nat(99999), fc.constantFrom(' ', '\t', '\n', '，'))
    .map(([w, n, gap]) => `${w}${gap}${n}`);
  const chinese = fc.array(line, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n'));

  it('reads any Chinese text in every encoding alike', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        expect(decodeText(UTF8.encode(text))).toBe(text);
        expect(decodeText(utf16le(`\uFEFF${text}`))).toBe(text);
        expect(decodeText(utf16be(`\uFEFF${text}`))).toBe(text);
        expect(decodeText(utf16le(text))).toBe(text);
        expect(decodeText(utf16be(text))).toBe(text);
      }),
    );
  });

  it('reads any longer Chinese text in GB18030', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        expect(decodeText(encodeGb18030(text))).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeText(bytes)).toBe('string');
      }),
    );
  });
});
