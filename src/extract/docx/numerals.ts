/** Writes the number of a list's item in the formats of word processors (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat). */

const HAN_DIGITS = '〇一二三四五六七八九';

/** Writes a number; a format that is not known here is written in plain digits. */
export function writeNumeral(value: number, format: string): string {
  const write = FORMATS[format];
  return write ? write(value) : String(value);
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  taiwaneseDigital: hanDigits,
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
};

function fullWidth(value: number): string {
  return Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

/** ① ⑴ ⒈: Unicode has twenty of each. */
function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value);
}

function hanDigits(value: number): string {
  return Array.from(String(value), (digit) => HAN_DIGITS[Number(digit)] ?? digit).join('');
}

/** 一, 十, 十一, 二十三; from a hundred on no list of a report goes. */
function counting(value: number): string {
  if (value < 1 || value > 99) return hanDigits(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? (HAN_DIGITS[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (HAN_DIGITS[ones] ?? '') : ''}`;
}

/** A … Z, AA, BB: a letter is repeated, not counted on. */
function letters(value: number, first: string): string {
  if (value < 1) return String(value);
  return String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}
