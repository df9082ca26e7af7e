import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import { textToPage } from '../../src/extract/index.js';
import type { Fact, Finding, Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { KINDS } from '../corpus/kinds.js';
import { family, formRows, layoutOf, relabelled, ruled, sketch, TABLE_FOUR, TABLE_TWO, tableThree } from './tables.js';

const TWO = ruled(TABLE_TWO);
const THREE = tableThree(formRows('2021'));
const THREE_2019 = tableThree(formRows('2019'));
const FOUR = ruled(TABLE_FOUR);
const TWO_2019 = ruled([
  '第二十条第（一）项|<|<|<',
  '信息内容|本年新制作数量|本年新公开数量|对外公开总数量',
  '规章|11|12|13',
  '规范性文件|21|22|23',
  '第二十条第（五）项|<|<|<',
  '信息内容|上一年项目数量|本年增/减|处理决定数量',
  '行政许可|31|-32|33',
  '其他对外管理服务事项|41|+42|43',
  '第二十条第（六）项|<|<|<',
  '信息内容|上一年项目数量|本年增/减|处理决定数量',
  '行政处罚|51|0|53',
  '行政强制|61|62|63',
  '第二十条第（八）项|<|<|<',
  '信息内容|上一年项目数量|本年增/减|<',
  '行政事业性收费|71|72|<',
  '第二十条第（九）项|<|<|<',
  '信息内容|采购项目数量|采购总金额|<',
  '政府集中采购|81|82.5万元|<',
]);

interface Bound {
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly edition: string;
  /** `slot@edition` in the order of the form. */
  readonly blocks: readonly string[];
  /** Rules of the findings with the table they are about. */
  readonly rules: readonly string[];
}

function bound(year: number | undefined, ...tables: readonly Table[]): Bound {
  const { value, findings } = layoutToFacts(layoutOf(...tables), family, year);
  return {
    facts: value.facts,
    findings,
    edition: value.edition,
    blocks: value.blocks.map(({ slot, edition }) => `${slot}@${edition}`),
    rules: findings.map(({ rule, table }) => `${rule} ${table}`),
  };
}

function statuses(facts: readonly Fact[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of facts) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const SLOTS_2021 = ['article_20_1', 'article_20_5', 'article_20_6', 'article_20_8', 'applications', 'reviews'];
const SLOTS_2019 = SLOTS_2021.toSpliced(4, 0, 'article_20_9');

describe('a row that two places of the form have taken', () => {
  it('is doubted in both', () => {
    const text = [
      ' -17 4177 第二十条第(八)项 ',
      '信息内容 上一年项目数量 本年增/减 行',
      '政事业性收费 13 -2 第二十条第(九',
      ')项 信息内容 采购项目数量 采购总金额',
      ' 政府集中采购 79 1220703.8',
    ];
    const { value } = layoutToFacts(
      { ...pagesToLayout([textToPage(Buffer.from(text.join('\n')))]), dumpLines: [] },
      family,
      2019,
    );
    const facts = value.facts.filter((fact) => fact.value !== '');
    expect(facts.map(({ row, doubts }) => `${row}: ${doubts.join()}`)).toEqual([
      'fees: row-uncertain',
      // An amount in a place of counts.
      'fees: row-uncertain,count-with-fraction',
      'procurement: row-uncertain',
      'procurement: row-uncertain,count-with-fraction',
    ]);
  });
});

describe('a report in one edition', () => {
  it.each([2021, 2023, 2030, undefined])('of 2021 has 200 figures in the order of the form: year %s', (year) => {
    const { facts, edition, blocks, rules } = bound(year, TWO, THREE, FOUR);
    expect(statuses(facts)).toEqual({ printed: 200 });
    expect(edition).toBe('2021');
    expect(blocks).toEqual(SLOTS_2021.map((slot) => `${slot}@2021`));
    expect(rules).toEqual([]);
  });

  it.each([2019, 2020, undefined])('of 2019 has 198 figures: year %s', (year) => {
    const { facts, edition, blocks, rules } = bound(year, TWO_2019, THREE_2019, FOUR);
    expect(statuses(facts)).toEqual({ printed: 198 });
    expect(edition).toBe('2019');
    expect(blocks).toEqual(SLOTS_2019.map((slot) => `${slot}@2019`));
    expect(rules).toEqual([]);
  });

  it('is told by its tables, not by its year', () => {
    expect(bound(2023, TWO_2019, THREE_2019, FOUR).edition).toBe('2019');
    expect(bound(2014, TWO, THREE, FOUR).edition).toBe('2021');
  });

  it('is read from tables in any order', () => {
    const inOrder = bound(2023, TWO, THREE, FOUR).facts;
    expect(bound(2023, FOUR, THREE, TWO).facts).toEqual(inOrder);
  });

  it('is read from table two in four pieces', () => {
    const pieces = [TABLE_TWO.slice(0, 4), TABLE_TWO.slice(4, 7), TABLE_TWO.slice(7, 11), TABLE_TWO.slice(11)];
    const { facts } = bound(2023, ...pieces.map((lines) => ruled(lines)), THREE, FOUR);
    expect(sketch(facts)).toEqual(sketch(bound(2023, TWO, THREE, FOUR).facts));
  });

  it('is read past tables of something else', () => {
    const other = ruled(['单位|电话|传真', '办公室|12345678|87654321', '法规科|1|2']);
    expect(sketch(bound(2023, other, TWO, other, THREE, FOUR, other).facts)).toEqual(
      sketch(bound(2023, TWO, THREE, FOUR).facts),
    );
  });

  it('keeps signs, units and decimals', () => {
    const { facts } = bound(2020, TWO_2019, THREE_2019, FOUR);
    const figures = facts.filter(({ table }) => table === 'disclosure').map(({ value, unit }) => `${value}${unit}`);
    expect(figures.slice(6, 12)).toEqual(['31项', '-32项', '33件', '41项', '42项', '43件']);
    expect(figures.slice(-2)).toEqual(['81项', '82.5万元']);
  });
});

describe('a report of mixed editions', () => {
  it('has 186 figures where its table three has no details of （六）', () => {
    const { facts, edition } = bound(2023, TWO, THREE_2019, FOUR);
    expect(statuses(facts)).toEqual({ printed: 186 });
    expect(edition).toBe('2019+2021');
    const rows = new Set(facts.filter(({ table }) => table === 'applications').map(({ row }) => row));
    expect(rows).toContain('other_total');
    expect([...rows].some((row) => /^other_[123]/u.test(row))).toBe(false);
  });

  it('gives table four the edition of table three', () => {
    expect(bound(2023, TWO, THREE_2019, FOUR).blocks.slice(-2)).toEqual(['applications@2019', 'reviews@2019']);
    expect(bound(2020, TWO_2019, THREE, FOUR).blocks.slice(-2)).toEqual(['applications@2021', 'reviews@2021']);
  });

  it('gives table four the edition of a table three whose digits stand apart', () => {
    const recipe = { seed: 30012, style: 'numbers-spaced', fault: 'outdated-form' } as const;
    const [file] = KINDS['garbled']?.make(recipe).files ?? [];
    const layout = pagesToLayout([textToPage(file?.bytes ?? new Uint8Array())]);
    const blocks = layoutToFacts(layout, family, 2020).value.blocks.map(({ slot, edition }) => `${slot}@${edition}`);
    expect(blocks.slice(-2)).toEqual(['applications@2021', 'reviews@2021']);
  });

  it('gives table four the edition of its year where there is no table three', () => {
    expect(bound(2023, TWO, FOUR).blocks.at(-1)).toBe('reviews@2021');
    expect(bound(2020, TWO_2019, FOUR).blocks.at(-1)).toBe('reviews@2019');
    expect(bound(2023, FOUR).blocks.at(-1)).toBe('reviews@2021');
    expect(bound(2020, FOUR).blocks.at(-1)).toBe('reviews@2019');
  });

  it('is decided block by block within table two', () => {
    const lines = TABLE_TWO.with(1, '信息内容|本年新制作数量|本年新公开数量|对外公开总数量');
    const { blocks, facts } = bound(2023, ruled(lines), THREE, FOUR);
    expect(blocks.slice(0, 3)).toEqual(['article_20_1@2019', 'article_20_5@2021', 'article_20_6@2021']);
    expect(facts.slice(0, 3).map(({ column, value }) => [column, value])).toEqual([
      ['new_made', '11'],
      ['new_published', '12'],
      ['public_total', '13'],
    ]);
  });

  it('keeps a block that only the other edition has', () => {
    const { blocks } = bound(2023, TWO_2019, THREE, FOUR);
    expect(blocks.indexOf('article_20_9@2019')).toBe(blocks.indexOf('article_20_8@2019') + 1);
  });
});

describe('a block that is found nowhere', () => {
  it('has the cells of the edition its year prescribes, all missing', () => {
    const of2023 = bound(2023, TWO, FOUR);
    expect(statuses(of2023.facts)).toEqual({ printed: 25, missing: 175 });
    expect(of2023.rules).toEqual(['form.missing_block applications']);
    const of2020 = bound(2020, TWO_2019, FOUR);
    expect(statuses(of2020.facts)).toEqual({ printed: 37, missing: 161 });
  });

  it('has the cells of the edition its neighbours are in where the year is unknown', () => {
    expect(statuses(bound(undefined, TWO, FOUR).facts)).toEqual({ printed: 25, missing: 175 });
    expect(statuses(bound(undefined, TWO_2019, FOUR).facts)).toEqual({ printed: 37, missing: 161 });
  });

  it('is missing too where all that was found has no readable label, and no year says which form it is', () => {
    const illegible = TABLE_FOUR.map((line) => line.replace(/\p{Script=Han}+/gu, (label) => '#'.repeat(label.length)));
    const { facts, rules } = bound(undefined, ruled(illegible));
    expect(statuses(facts.filter(({ table }) => table !== 'reviews'))).toEqual({ missing: 183 });
    expect(rules).toContain('form.missing_block applications');
    const [first] = facts.filter(({ table }) => table === 'reviews');
    expect(first?.status).toBe('suspect');
    expect(first?.doubts).toContain('label-unrecognised');
  });

  it('has empty values, empty prints and no place', () => {
    const missing = bound(2023, TWO, FOUR).facts.filter(({ status }) => status === 'missing');
    for (const fact of missing) {
      expect(fact).toMatchObject({ value: '', printed: '', reading: { kind: 'blank' }, alternatives: [], doubts: [] });
      expect(fact.place).toBeUndefined();
    }
  });

  it.each(['/', '无', '—', ''])('is not one that prints nothing but marks or blanks: %j', (mark) => {
    const marked = (lines: readonly string[]): Table =>
      ruled(lines.map((line) => line.replace(/(?<=^|\|)[\d.]+(?=\||$)/gu, mark)));
    const { facts, rules } = bound(2023, marked(TABLE_TWO), THREE, marked(TABLE_FOUR));
    expect(statuses(facts)).toEqual({ printed: 200 });
    expect(rules).toEqual([]);
  });

  it('does not make a report of nothing', () => {
    const { facts, blocks, edition, rules } = bound(2023, ruled(['姓名|电话', '张三|12345678']));
    expect([facts, blocks, edition, rules]).toEqual([[], [], '', []]);
  });

  it('is every block without tables', () => {
    expect(bound(2023).facts).toEqual([]);
  });
});

describe('a row that is found nowhere', () => {
  it('is missing, and told', () => {
    const { facts, rules, findings } = bound(2023, TWO, tableThree(formRows('2021').toSpliced(7, 1)), FOUR);
    expect(statuses(facts)).toEqual({ printed: 193, missing: 7 });
    expect(rules).toEqual(['form.missing_row applications']);
    expect(findings[0]?.row).toBe('denied_4_third_party');
  });
});

describe('a block that occurs twice', () => {
  const other = tableThree(formRows('2021').map((row) => ({ ...row, figures: row.figures.map(() => '7') })));

  it('is told', () => {
    expect(bound(2023, TWO, THREE, other, FOUR).rules).toContain('form.repeated_block applications');
    expect(bound(2023, TWO, THREE, FOUR, FOUR).rules.every((rule) => rule === 'form.repeated_block reviews')).toBe(
      true,
    );
  });

  it('is taken where it fits better', () => {
    const poor = tableThree(formRows('2021').map((row, k) => (k % 2 === 0 ? relabelled(row, '##') : row)));
    const good = sketch(bound(2023, TWO, THREE, FOUR).facts);
    expect(sketch(bound(2023, TWO, poor, THREE, FOUR).facts).slice(6, 31)).toEqual(good.slice(6, 31));
  });

  it('is doubted where both fit alike and say something else', () => {
    const { facts } = bound(2023, TWO, THREE, other, FOUR);
    const figures = facts.filter(({ table }) => table === 'applications');
    expect(figures.every(({ status, alternatives }) => status === 'suspect' && alternatives.includes('7'))).toBe(true);
  });
});
