import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure } from '../../src/bind/read-figure.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';

fc.configureGlobal({ seed: 20216, numRuns: 300 });

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
const MARKS = family?.notApplicableMarks ?? [];

function read(text: string): ReturnType<typeof readFigure> {
  return readFigure(text, MARKS);
}

/** The reading in a few letters: `=3件` a number with its unit, `blank`, `na`, `illegible`, and `?` where it is doubted. */
function sketch(text: string): string {
  const { reading, doubts } = read(text);
  const doubt = doubts.length > 0 ? '?' : '';
  if (reading.kind === 'number') return `=${reading.value}${reading.unit}${doubt}`;
  return `${reading.kind === 'notApplicable' ? 'na' : reading.kind}${doubt}`;
}

/** True for a reading that is not the given value without a doubt. */
function isMarked(text: string, value: string): boolean {
  return sketch(text) !== `=${value}`;
}

describe('a plain figure', () => {
  it.each([
    ['0', '=0'],
    ['5', '=5'],
    ['1375', '=1375'],
    [' 12 ', '=12'],
    ['\u201132', '=-32'],
    ['\u201032', '=-32'],
    ['32-', '=32?'],
    ['20余', '=20?'],
    ['20多件', '=20?'],
    ['20件以上', '=20件?'],
    ['0 —', '=0?'],
    ['１２', '=12'],
    ['０', '=0'],
    ['〇', '=0'],
    ['零', '=0'],
    ['96171.6', '=96171.6'],
    ['7730.28', '=7730.28'],
    ['0.50', '=0.5'],
    ['3.00', '=3'],
    ['0.0', '=0'],
    ['１．５', '=1.5'],
    ['5.', '=5'],
    ['5。', '=5'],
    ['𝟏𝟐', '=12'],
  ])('%j is %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it('is exact, however long', () => {
    const digits = '123456789012345678901234567890123456789';
    expect(sketch(digits)).toBe(`=${digits}`);
    expect(sketch(`${digits}.000000000000000000001`)).toBe(`=${digits}.000000000000000000001`);
  });
});

describe('a figure from right to left', () => {
  it('is doubted', () => {
    expect(readFigure('\u202e21\u202c', [])).toMatchObject({ reading: { value: '21' }, doubts: ['order-uncertain'] });
  });
});

describe('thousands separators', () => {
  it.each([
    ['1,234', '=1234'],
    ['1，234', '=1234'],
    ['１，２３４', '=1234'],
    ['1,234,567', '=1234567'],
    ['2,048,090.5', '=2048090.5'],
    ['-1,234', '=-1234'],
  ])('are removed from %j: %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each(['1,23', '12,34', '1,2345', '1, 234', '1,234,56', '1.234,5', '1、234', "1'234"])(
    'are never guessed in %j',
    (text) => {
      expect(read(text).doubts).not.toEqual([]);
    },
  );
});

describe('a sign', () => {
  it.each([
    ['+173', '=173'],
    ['＋173', '=173'],
    ['-2', '=-2'],
    ['－2', '=-2'],
    ['−2', '=-2'],
    ['- 2', '=-2'],
    ['-0', '=0'],
    ['-0.00', '=0'],
  ])('is kept only where it is a minus: %j is %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each(['—2', '–2', '--2', '+-2', '=2'])('is not guessed in %j', (text) => {
    expect(sketch(text)).toBe('illegible?');
  });
});

describe('a cell without a figure', () => {
  it.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['\u3000\u00a0', 'blank'],
    ['-', 'na'],
    ['－', 'na'],
    ['—', 'na'],
    ['——', 'na'],
    ['–', 'na'],
    ['/', 'na'],
    ['／', 'na'],
    ['无', 'na'],
    ['无。', 'na'],
    [' 无 ', 'na'],
    ['无①', 'na'],
    ['-⑨', 'na?'],
    ['不适用', 'na'],
    ['①', 'illegible?'],
    ['[1]', 'illegible?'],
    ['*', 'illegible?'],
    ['\ufffd', 'illegible?'],
    ['行政许可', 'illegible?'],
    ['无规章制定权', 'illegible?'],
    ['一', 'illegible?'],
    ['O', '=0?'],
    ['…', 'illegible?'],
    ['l', '=1?'],
  ])('%j is %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each(['-1-', '- 4 -', '— 1 —', '－3－', '–12–'])('%j is a page number and no figure', (text) => {
    expect(read(text)).toEqual({ reading: { kind: 'illegible' }, alternatives: [], doubts: ['page-number'] });
  });

  it('keeps blank, mark and 0 apart', () => {
    expect(['', '—', '0'].map(sketch)).toEqual(['blank', 'na', '=0']);
  });
});

describe('a unit', () => {
  it.each([
    ['3件', '=3件'],
    ['3 件', '=3件'],
    ['251000元', '=251000元'],
    ['25.1万元', '=25.1万元'],
    ['0.3亿元', '=0.3亿元'],
    ['12人次', '=12人次'],
    ['5项。', '=5项'],
  ])('behind the number is told: %j is %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });
});

describe('points behind a number', () => {
  it.each(['15...', '15…', '15 ..', '1,5……'])('stand for digits cut off: %j', (text) => {
    expect(sketch(text)).toMatch(/\?$/u);
  });

  it('are a stop where there is one', () => {
    expect(sketch('15.')).toBe('=15');
  });
});

describe('a note', () => {
  it.each([
    ['22（其中修订16件）', '=22'],
    ['22(其中修订16件)', '=22'],
    ['22（其中修订16件', '=22'],
    ['22件（其中修订16件）', '=22件'],
    ['3①', '=3'],
    ['①3', '=3'],
    ['3⑫', '=3'],
    ['3⑴', '=3'],
    ['3²', '=3'],
    ['3[1]', '=3'],
    ['3［注1］', '=3'],
    ['3（注2）', '=3'],
    ['3*', '=3'],
    ['*3', '=3'],
    ['3※', '=3'],
    ['3❶', '=3'],
    ['3㈠', '=3'],
  ])('is never part of the figure: %j is %s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each(['3₁', '3㉑', '3㊱', '3ⁿ'])('is never part of the figure: %j', (text) => {
    expect(sketch(text)).toBe('=3');
  });
});

describe('a figure that can be read in several ways', () => {
  it.each([
    ['1 3 7 5', '1375', ['1', '3', '7', '5']],
    ['17 0', '170', ['17', '0']],
    ['137 5', '1375', ['137', '5']],
    ['1 .5', '1.5', ['1', '0.5']],
    ['3\u200b5', '35', ['3', '5']],
    ['-1 3', '-13', ['-1', '3']],
    ['1,234 5', '12345', ['1234', '5']],
    ['5 000', '5000', ['5', '0']],
    ['37，8 70', '37870', ['70']],
    ['1, 234', '1234', ['1', '234']],
    ['1,234,5 67', '1234567', ['67']],
    ['62896. 18', '62896.18', ['62896', '18']],
  ])('is a torn number as a best reading: %j is %s, or one of %j', (text, value, alternatives) => {
    const found = read(text);
    expect(found.reading).toMatchObject({ kind: 'number', value });
    expect(found.alternatives).toEqual(expect.arrayContaining(alternatives));
    expect(found.alternatives).not.toContain(value);
    expect(found.doubts).toEqual(['broken-number']);
  });

  it.each([
    ['22其中修订16件', '22', ['16']],
    ['3件5', '3', ['5']],
    ['3至5', '3', ['5']],
    ['5/8', '5', ['8']],
    ['5½', '51', ['2']],
  ])('is doubted where further numbers follow: %j', (text, value, alternatives) => {
    const found = read(text);
    expect(found.reading).toMatchObject({ kind: 'number', value });
    expect(found.alternatives).toEqual(alternatives);
    expect(found.doubts).toEqual(['several-numbers']);
  });

  it.each([
    ['约3件', ['3']],
    ['（3）', ['3']],
    ['共12件', ['12']],
    ['第20条', ['20']],
    ['行政处罚 0', ['0']],
  ])('is illegible where text stands before the number, which is an alternative: %j', (text, alternatives) => {
    expect(read(text)).toEqual({ reading: { kind: 'illegible' }, alternatives, doubts: ['no-leading-number'] });
  });

  it.each(['1O', '1o', 'l5', '1I', '5a', '3\ue031', '3\ufffd', '3×', '3≈'])(
    'is doubted with a foreign letter: %j',
    (text) => {
      expect(read(text).doubts).not.toEqual([]);
    },
  );

  it('offers what a figure without its leading nought must mean', () => {
    expect(read('.5').alternatives).toEqual(['0.5']);
  });
});

describe('a number that goes on in Chinese numerals', () => {
  // The digits before are not the value: 3万 is 30000, 1〇 is 10.
  it.each([
    ['3万', '3'],
    ['3万件', '3'],
    ['1.2万', '1.2'],
    ['2千元', '2'],
    ['2亿', '2'],
    ['3百', '3'],
    ['1〇', '1'],
    ['1零', '1'],
    ['3十', '3'],
    ['1二', '1'],
  ])('is never its digits alone without a doubt: %j', (text, value) => {
    expect(isMarked(text, value)).toBe(true);
  });
});

describe('other figures that are easily mistaken', () => {
  it.each([
    ['00', '0'],
    ['02', '2'],
    ['007', '7'],
  ])('two cells run together: %j is never %s without a doubt', (text, value) => {
    expect(isMarked(text, value)).toBe(true);
  });

  it.each([
    ['3%', '3'],
    ['3‰', '3'],
  ])('a share is no count: %j', (text, value) => {
    expect(isMarked(text, value)).toBe(true);
  });

  it.each(['\u200b', '\ufeff\u200b', '\u00ad'])('a cell of invisible characters is blank: %j', (text) => {
    expect(sketch(text)).toBe('blank');
  });

  it.each(['--', '---', '—　—', '- -', '//'])(
    'a mark printed in another way is no figure and no riddle: %j',
    (text) => {
      expect(sketch(text)).toBe('na');
    },
  );
});

describe('any cell', () => {
  const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/u;
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('0123456789.,， -—+／/件万元无①[](（）)注其中\ufffd')),
      maxLength: 10,
    }),
  );

  it('reads as a plain decimal or as no number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { reading, alternatives } = read(text);
        if (reading.kind === 'number') expect(reading.value).toMatch(PLAIN);
        for (const alternative of alternatives) expect(alternative).toMatch(PLAIN);
      }),
    );
  });

  it('reads alike with white space around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(` \u3000${text}\u00a0`)).toEqual(read(text));
      }),
    );
  });

  it('that holds a digit is never blank and never a mark', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 99 }), fc.nat({ max: 12 }), (text, number, at) => {
        const kind = read(text.slice(0, at) + String(number) + text.slice(at)).reading.kind;
        expect(['number', 'illegible']).toContain(kind);
      }),
    );
  });

  it('reads a number back in every way it is printed', () => {
    const whole = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 20_000 }), fc.nat());
    const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+$)/gu, ',');
    const wide = (text: string): string =>
      text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const print = fc.constantFrom<(text: string) => string>(
      (text) => text,
      grouped,
      wide,
      (text) => wide(grouped(text)),
      (text) => `${text}件`,
      (text) => `${text}①`,
      (text) => `${text}（其中修订16件）`,
      (text) => `+${text}`,
    );
    fc.assert(
      fc.property(whole, print, (number, printed) => {
        const found = read(printed(String(number)));
        expect(found.reading).toMatchObject({ kind: 'number', value: String(number) });
        expect(found.doubts).toEqual([]);
      }),
    );
  });
});
