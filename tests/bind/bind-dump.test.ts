import { describe, expect, it } from 'vitest';
import type { TableGeometry } from '../../src/model/index.js';
import { bind, block, dumped, expectedThree, factsOf, formRows, sketch, TABLE_FOUR } from './tables.js';

// Table two as the seed prints it.
const TWO = [
  '第二十条第 (一) 项',
  '信息内容|本年制发数|本年废止数|现行有效件数',
  '规章|11|12|13',
  '行政规范性文件|21|22|23',
  '第二十条第(五)项',
  '信息内容 本年处理决定数量',
  '行政许可 31',
  '第二十条第(六)项',
  '信息内容 本年处理决定数量',
  '行政处罚|行政处罚 41',
  '行政强制|行政强制 51',
  '第二十条第(八)项',
  '信息内容 本年收费金额(单位:万元)',
  '行政事业性收费 61.5',
];
const SLOTS = ['article_20_1', 'article_20_5', 'article_20_6', 'article_20_8'];

function twoOf(lines: readonly string[], geometry: TableGeometry = 'delimited'): string[] {
  return SLOTS.flatMap((slot) => sketch(factsOf(dumped(lines, geometry), block('2021', slot))));
}

const WHOLE = twoOf(TWO);

function regulations(line: string, geometry: TableGeometry = 'delimited'): string {
  const found = twoOf(TWO.with(2, line), geometry);
  expect(found.slice(1)).toEqual(WHOLE.slice(1));
  return found[0]?.replace('regulations: ', '') ?? '';
}

function licensing(line: string): string {
  const found = twoOf(TWO.with(6, line));
  expect(found.toSpliced(2, 1)).toEqual(WHOLE.toSpliced(2, 1));
  return found[2]?.replace('licensing: ', '') ?? '';
}

describe('table two of a dump', () => {
  it('is bound whole', () => {
    expect(WHOLE).toEqual([
      'regulations: 11 12 13',
      'normative_documents: 21 22 23',
      'licensing: 31',
      'penalty: 41',
      'coercion: 51',
      'fees: 61.5',
    ]);
  });

  it.each([
    ['规章||12|13', '_ 12 13'],
    ['规章|11||13', '11 _ 13'],
    ['规章|无|—|/', '/ / /'],
    ['规章|-1|+12|13', '-1 12 13'],
    ['规章|１１|12|13', '11 12 13'],
    ['规章|11件|12件|13件', '11 12 13'],
    ['规章|1,100|12|13', '1100 12 13'],
  ])('keeps the columns that separators show: %s', (line, expected) => {
    expect(regulations(line)).toBe(expected);
  });

  it('doubts a row that ends before the last column: a separator may be lost', () => {
    expect(regulations('规章|11|12|')).toBe('11? 12? _?');
  });

  it.each(['|规章|11|12|', '规章|11 12|13'])('leaves open where figures belong: %s', (line) => {
    expect(regulations(line)).toBe('!? !? !?');
  });

  it.each(['州章|11|12|13', '规草|11|12|13', '##|11|12|13'])('doubts a row whose label is illegible: %s', (line) => {
    expect(regulations(line)).toMatch(/^(?:x x x|11\? 12\? 13\?)$/u);
  });

  it.each(['规章|||', '规章|'])('is blank where its cells are there and print nothing: %s', (line) => {
    expect(regulations(line)).toBe('_ _ _');
  });

  it('leaves open where figures belong if gaps show no blanks', () => {
    expect(regulations('规章|11|12', 'spaced')).toBe('!? !? !?');
  });

  it.each([
    ['规章|1|234|12|13', 'delimited'],
    ['规章|1|234|12|13', 'spaced'],
    ['规章|10|11|12|13', 'delimited'],
  ] as const)('doubts a row with a figure too many: %s, %s', (line, geometry) => {
    expect(regulations(line, geometry)).toMatch(/\?/u);
  });

  it('doubts a row with a figure too many that carries a unit', () => {
    expect(regulations('规章|10件|11|12|13', 'spaced')).toMatch(/\?/u);
  });

  it.each(['行政许可|17|0', '行政许可|1|234'])('doubts two figures for one column: %s', (line) => {
    expect(licensing(line)).toMatch(/\?/u);
  });

  it.each([
    ['规章|11（其中修订2件）|12|13', '11 12 13'],
    ['规章|11①|12|13', '11 12 13'],
    ['规章|11[1]|12|13', '11 12 13'],
  ])('takes a figure with its note: %s', (line, expected) => {
    expect(regulations(line)).toBe(expected);
  });

  it.each([
    ['行政许可|31', '31'],
    ['行政许可\u200b|31', '31'],
    ['行政许可 1,234', '1234'],
    ['行政许可（2023）|31', '31'],
  ])('reads a label and its only figure: %s', (line, expected) => {
    expect(licensing(line)).toBe(expected);
  });

  it.each([
    ['行政许可 31件', '31'],
    ['行政许可：31', '31'],
    ['行政许可31', '31'],
    ['行政许可 17 0', '170?'],
    ['行政许可 1 234', '1234?'],
  ])('never loses a figure in the label’s cell: %s', (line, expected) => {
    expect(licensing(line)).toBe(expected);
  });
});

describe('table three of a dump', () => {
  const THREE = block('2021', 'applications');
  const ROWS = formRows('2021');
  const EXPECTED = expectedThree('2021');
  const HEADER = '|||自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计';
  const padded = ROWS.map(({ path, figures }) => {
    const labels = path.map((text, depth) => (depth < path.length - 1 ? '' : text));
    return [...new Array<string>(3 - path.length).fill(''), ...labels, ...figures].join('|');
  });
  const plain = ROWS.map(({ path, figures }) => [path.at(-1), ...figures].join('|'));
  const threeOf = (lines: readonly string[], geometry: TableGeometry = 'delimited'): string[] =>
    sketch(factsOf(dumped([HEADER, ...lines], geometry), THREE));

  it.each(['delimited', 'spaced'] as const)('is bound whole: %s', (geometry) => {
    expect(threeOf(padded, geometry)).toEqual(EXPECTED);
    expect(threeOf(plain, geometry)).toEqual(EXPECTED);
  });

  it('is bound whole without its header', () => {
    expect(sketch(factsOf(dumped(plain, 'spaced'), THREE))).toEqual(EXPECTED);
  });

  it('is bound whole under a header of noise', () => {
    expect(sketch(factsOf(dumped(['|<u>_|刘州处连以小||471|||vI-t||-', ...padded]), THREE))).toEqual(EXPECTED);
  });

  it('is not bound without labels', () => {
    const bare = ROWS.map(({ figures }) => figures.join('|'));
    expect(bind(dumped([HEADER, ...bare]), THREE)).toBeUndefined();
  });

  it('takes the last seven figures where a label’s residue looks like figures', () => {
    expect(threeOf(padded.with(2, `|(一)予以|1 1 1|${ROWS[2]?.figures.join('|') ?? ''}`))).toEqual(EXPECTED);
  });

  it('takes a row that stands one column to the left', () => {
    expect(threeOf(padded.with(23, `|(七)总计|${ROWS[23]?.figures.join('|') ?? ''}`))).toEqual(EXPECTED);
  });

  it('leaves open where a shifted row’s figures belong if one is blank', () => {
    const found = threeOf(padded.with(23, '|(七)总计|241|242|243|244|245|246|'));
    expect(found).toEqual(EXPECTED.with(23, 'handled_total: !? !? !? !? !? !? !?'));
  });

  it('leaves open which of seven is blank where gaps divide six', () => {
    const found = threeOf(plain.with(2, '（一）予以公开|31|32|33|34|35|36'), 'spaced');
    expect(found).toEqual(EXPECTED.with(2, 'granted: !? !? !? !? !? !? !?'));
  });

  it('joins a label that wraps above and below its figures', () => {
    const figures = ROWS[20]?.figures.join('|') ?? '';
    const wrapped = ['1.申请人无正当理由逾期不补正、', `行政机关不再|${figures}`, '处理其政府信息公开申请'];
    expect(threeOf(plain.toSpliced(20, 1, ...wrapped), 'spaced')).toEqual(EXPECTED);
  });

  it('passes over an upright group label, one glyph a line', () => {
    const lines = plain.toSpliced(9, 0, '度').toSpliced(4, 0, '三、', '本', '年');
    expect(threeOf(lines, 'spaced')).toEqual(EXPECTED);
  });

  it.each([0, 7, 13, 22, 24])('has no other row shifted where one is missing: row %i', (row) => {
    const id = THREE.rows[row]?.id ?? '';
    expect(threeOf(plain.toSpliced(row, 1), 'spaced')).toEqual(EXPECTED.with(row, `${id}: x x x x x x x`));
  });
});

describe('table four of a dump', () => {
  const FOUR = block('2021', 'reviews');
  const header = TABLE_FOUR[2] ?? '';
  const figures = TABLE_FOUR[3] ?? '';
  const fourOf = (...lines: readonly string[]): string[] => sketch(factsOf(dumped(lines), FOUR));
  const ALL = [
    'review: 11 12 13 14 15',
    'litigation_direct: 16 17 18 19 20',
    'litigation_after_review: 21 22 23 24 25',
  ];

  it('is bound whole', () => {
    expect(fourOf(header, figures)).toEqual(ALL);
  });

  it('is doubted without its header', () => {
    expect(fourOf('行政复议|行政诉讼', figures)).toEqual(ALL.map((line) => line.replace(/(?<= )\d+/gu, '$&?')));
  });

  it('is not guessed without its header where two rows might be it', () => {
    expect(bind(dumped(['行政复议|行政诉讼', figures, figures]), FOUR)).toBeUndefined();
  });

  it('tells a second row of figures', () => {
    expect(bind(dumped([header, figures, figures.replace(/\d+/gu, '9')]), FOUR)?.extraRows).toHaveLength(1);
  });
});
