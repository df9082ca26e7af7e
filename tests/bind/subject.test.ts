import { describe, expect, it } from 'vitest';
import { layoutToSubject } from '../../src/bind/subject.js';
import { isFullTitle } from '../../src/bind/subject-title.js';
import { loadFamilies, loadRegions, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Finding, Layout, Subject, TextLine } from '../../src/model/index.js';
import { ruled } from './tables.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const regions = await loadRegions();

/** A report's lines; `----` stands for a table, `====` for a new page. */
function layoutOf(lines: readonly (string | Partial<TextLine>)[]): Layout {
  let tablesBefore = 0;
  let pageNumber = 1;
  const textLines: TextLine[] = [];
  for (const line of lines) {
    if (line === '----') tablesBefore++;
    else if (line === '====') pageNumber++;
    else if (typeof line === 'string') textLines.push({ text: line, pageNumber, tablesBefore });
    else textLines.push({ text: '', pageNumber, tablesBefore, ...line });
  }
  return { tables: [], lines: textLines, hasText: true };
}

function read(...lines: readonly (string | Partial<TextLine>)[]): { value: Subject; findings: readonly Finding[] } {
  if (family === undefined) throw new Error('no family');
  return layoutToSubject(layoutOf(lines), family, regions);
}

/** `agency/year` of a report with these lines. */
function subject(...lines: readonly (string | Partial<TextLine>)[]): string {
  const { agency, year } = read(...lines).value;
  return `${agency}/${year ?? ''}`;
}

function rules(...lines: readonly string[]): string[] {
  return read(...lines).findings.map(({ rule }) => rule);
}

const PERIOD_2022 = '所列数据的统计期限自2022年1月1日起至2022年12月31日止。';

const FIRST_PARAGRAPH = [
  '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求，',
  '制定了《威海市工业和信息化局 2022年度政府信息公开工作年度报告》。',
  '本报告中所列数据的统计期限自 2022 年 1 月 1 日起至 2022 年 12 月 31 日止。',
];

describe('a table that a web site puts above its documents', () => {
  it('does not end the head of a report', () => {
    const frame = ruled(['索引号|000014/2024-00080|日期|2024-01-25', '文号|无|状态|有效']);
    const { value, findings } = layoutToSubject(
      { ...layoutOf(['----', '洪泽区财政局2023年政府信息公开工作年度报告', PERIOD_2022]), tables: [frame] },
      family,
      regions,
    );
    expect(value.period).toEqual({ from: '2022-01-01', to: '2022-12-31' });
    expect(findings.map(({ rule }) => rule)).toEqual(['meta.year_conflict']);
  });
});

describe('the title', () => {
  it.each([
    ['on one line', ['威海市工业和信息化局2022年政府信息公开工作年度报告'], '威海市工业和信息化局/2022'],
    [
      'with radicals for characters',
      ['洪泽区\u2f08\u2ea0政府2023年政府信息公开\u2f2f作年度报告'],
      '洪泽区人民政府/2023',
    ],
    ['with spaces inside', ['威海市工业和信息化局 2022 年 政府信息公开工作年度报告'], '威海市工业和信息化局/2022'],
    ['on two lines', ['洪泽区人民政府', '2023 年政府信息公开工作年度报告'], '洪泽区人民政府/2023'],
    ['on three lines', ['洪泽区人民政府', '2023年', '政府信息公开工作年度报告'], '洪泽区人民政府/2023'],
    [
      'broken within the kind of report',
      ['威海市工业和信息化局2022年政府信息', '公开工作年度报告'],
      '威海市工业和信息化局/2022',
    ],
    [
      'broken within a word of the name',
      ['淮安市洪泽区人民', '政府2024年政府信息公开工作年度报告'],
      '淮安市洪泽区人民政府/2024',
    ],
    [
      'broken before a bare ending',
      ['洪泽区人民政府', '办公室2023年政府信息公开工作年度报告'],
      '洪泽区人民政府办公室/2023',
    ],
    [
      'broken within the name of a bureau',
      ['山东省威海市工业和信', '息化局2022年政府信息公开工作年度报告'],
      '山东省威海市工业和信息化局/2022',
    ],
    ['with 年度', ['宿迁市2023年度政府信息公开工作年度报告'], '宿迁市/2023'],
    ['with the year first', ['2019年上海市人民政府办公厅政府信息公开工作年度报告'], '上海市人民政府办公厅/2019'],
    ['with the year first and 政府 twice', ['2019年洪泽区人民政府政府信息公开工作年度报告'], '洪泽区人民政府/2019'],
    ['with 政府 once for the agency', ['2019年洪泽区人民政府信息公开工作年度报告'], '洪泽区人民政府/2019'],
    ['with 政府 doubled after the year', ['洪泽区人民政府2023年政府政府信息公开工作年度报告'], '洪泽区人民政府/2023'],
    ['with the year behind in brackets', ['洪泽区人民政府政府信息公开工作年度报告（2023年度）'], '洪泽区人民政府/2023'],
    ['with the agency behind in brackets', ['2023年政府信息公开工作年度报告（洪泽区人民政府）'], '洪泽区人民政府/2023'],
    ['of 政务公开', ['昌图县七家子镇2023年政务公开工作年度报告'], '昌图县七家子镇/2023'],
    ['of 政务信息公开', ['万潮镇2016年政务信息公开年度报告'], '万潮镇/2016'],
    ['with the misprint 告年度报', ['昌图县七家子镇2023年政府信息公开 工作告年度报'], '昌图县七家子镇/2023'],
    ['with 关于 and 情况的报告', ['沭阳县发展和改革局关于2022年度政府信息公开情况的报告'], '沭阳县发展和改革局/2022'],
    ['in Chinese digits', ['宿迁市人民政府二〇二三年政府信息公开工作年度报告'], '宿迁市人民政府/2023'],
    ['with another sign for zero', ['宿迁市人民政府二○二三年度政府信息公开工作报告'], '宿迁市人民政府/2023'],
    ['in full-width digits', ['宿迁市人民政府２０２３年政府信息公开工作年度报告'], '宿迁市人民政府/2023'],
    ['that has lost 年', ['宿迁市人民政府2023政府信息公开工作年度报告'], '宿迁市人民政府/2023'],
    [
      'of an agency with brackets',
      ['上海市发展和改革委员会（上海市物价局）2021年政府信息公开工作年度报告'],
      '上海市发展和改革委员会（上海市物价局）/2021',
    ],
    ['marked as the public version', ['宿迁市人民政府2023年政府信息公开工作年度报告（公开版）'], '宿迁市人民政府/2023'],
    ['with the year before 年度报告', ['宿迁市审计局政府信息公开2023年度报告'], '宿迁市审计局/2023'],
    [
      'of a body whose name sounds like a menu',
      ['中共宿迁市委机构编制委员会办公室2023年政府信息公开工作年度报告'],
      '中共宿迁市委机构编制委员会办公室/2023',
    ],
    ['of a city that begins with 本', ['本溪市人民政府2023年政府信息公开工作年度报告'], '本溪市人民政府/2023'],
    ['of a bureau that does not say whose', ['审计局2023年政府信息公开工作年度报告'], '审计局/2023'],
    ['of a bureau below its city’s line', ['宿迁市', '审计局2023年政府信息公开工作年度报告'], '宿迁市审计局/2023'],
    ['of a bureau below its site’s name', ['宿迁市人民政府', '审计局2023年政府信息公开工作年度报告'], '审计局/2023'],
    ['called 年报', ['宿迁市审计局2023年政府信息公开年报'], '宿迁市审计局/2023'],
  ])('is read %s', (_, lines, expected) => {
    expect(subject(...lines, '一、总体情况')).toBe(expected);
  });

  it.each([
    ['a breadcrumb', ['当前位置：首页 > 政府信息公开年报 > 威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['a label', ['标题：威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['a document’s number', ['威工信〔2023〕5号', '威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['a document’s number on its line', ['威工信发〔2023〕5号 威海市工业和信息化局2022年政府信息公开工作年度报告']],
    [
      'a menu',
      ['首页', '政务公开', '政府信息公开年报', '互动交流', '威海市工业和信息化局', '2022年政府信息公开工作年度报告'],
    ],
    ['a menu’s last entry', ['互动交流', '政府信息公开', '威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['the site’s name', ['威海市人民政府', '威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['an enclosure’s mark', ['附件1', '附件：', '威海市工业和信息化局2022年政府信息公开工作年度报告']],
    ['a file’s ending', ['威海市工业和信息化局2022年政府信息公开工作年度报告.pdf']],
    ['the dots of a table of contents', ['目录', '威海市工业和信息化局2022年政府信息公开工作年度报告………………1']],
    ['title marks', ['《威海市工业和信息化局2022年政府信息公开工作年度报告》']],
    [
      'a link to the year before',
      [
        '上一篇：威海市工业和信息化局2021年政府信息公开工作年度报告',
        '威海市工业和信息化局2022年政府信息公开工作年度报告',
      ],
    ],
  ])('swallows nothing of %s', (_, lines) => {
    expect(subject(...lines, ...FIRST_PARAGRAPH)).toBe('威海市工业和信息化局/2022');
  });

  it('is not taken from a sentence that quotes one', () => {
    const lines = ['根据要求，现公布《', '威海市人民政府2020年政府信息公开工作年度报告', '》，请查阅。'];
    expect(subject(...lines, '一、总体情况')).toBe('/');
    expect(subject('现公布《威海市人民政府2020年政府信息公开工作年度报告》。')).toBe('/');
  });

  it('is the first one where it is repeated on a cover, in a header and in the text', () => {
    const title = '威海市工业和信息化局2022年政府信息公开工作年度报告';
    expect(subject(title, '2023年1月', '====', '目录', '一、总体情况……1', '====', title, ...FIRST_PARAGRAPH)).toBe(
      '威海市工业和信息化局/2022',
    );
  });

  it('is completed by the one that is repeated with the agency', () => {
    const lines = ['2022年政府信息公开工作年度报告', '====', '威海市工业和信息化局2022年政府信息公开工作年度报告'];
    expect(subject(...lines)).toBe('威海市工业和信息化局/2022');
    expect(subject('2022年政府信息公开工作年度报告', '威海市民政局2021年政府信息公开工作年度报告')).toBe('/2022');
  });

  it('joins lines of one size and keeps those of another apart', () => {
    const site = { text: '威海经济技术开发区', fontSize: 22 };
    const title = { text: '建设局2022年政府信息公开工作年度报告', fontSize: 22 };
    expect(subject(site, title)).toBe('威海经济技术开发区建设局/2022');
    expect(subject({ ...site, fontSize: 40 }, { ...title, text: '国土资源局2022年政府信息公开工作年度报告' })).toBe(
      '国土资源局/2022',
    );
  });

  it('is found in a table that a web page keeps it in', () => {
    const cell = { rowSpan: 1, columnSpan: 1, baseText: '', parts: [], runs: [], doubts: [], rowIndex: 0 };
    const texts = ['名称', '威海市工业和信息化局2022年政府信息公开工作年度报告', '索引号', '1137/2023-001'];
    const table = {
      tableIndex: 0,
      geometry: 'ruled' as const,
      rowCount: 1,
      columnCount: 4,
      cells: texts.map((text, columnIndex) => ({ ...cell, columnIndex, text })),
      seams: [],
      parts: [],
      strayRuns: [],
    };
    const { value } = layoutToSubject({ ...layoutOf(['一、总体情况']), tables: [table] }, family, regions);
    expect(`${value.agency}/${value.year ?? ''}`).toBe('威海市工业和信息化局/2022');
  });
});

describe('a full title', () => {
  it.each([
    ['names who reports on which year', ['威海市统计局', '2022年政府信息公开工作年度报告'], true],
    ['is none without the agency', ['2022年政府信息公开工作年度报告'], false],
    ['is none without the year', ['威海市统计局政府信息公开工作年度报告'], false],
  ])('%s', (_, lines, isFull) => {
    expect(isFullTitle(lines, [family], regions)).toBe(isFull);
  });
});

describe('what a document says of itself', () => {
  const own = (title: string, published: string, ...lines: readonly string[]): string => {
    const { value } = layoutToSubject({ ...layoutOf(lines), properties: { title, published } }, family, regions);
    return `${value.agency}/${value.year ?? ''}`;
  };

  it('names agency and year where the text does not', () => {
    const title = '威海市工业和信息化局2022年政府信息公开工作年度报告_某政府网';
    expect(own(title, '', '一、总体情况')).toBe('威海市工业和信息化局/2022');
    expect(own(title, '', '2022年政府信息公开工作年度报告')).toBe('威海市工业和信息化局/2022');
  });

  it('never overrules the text', () => {
    const title = '某局2020年政府信息公开工作年度报告';
    expect(own(title, '', '威海市工业和信息化局2022年政府信息公开工作年度报告')).toBe('威海市工业和信息化局/2022');
  });

  it('says when it was published, and so which year it reports on', () => {
    expect(own('', '2023-01-20 09:00', '一、总体情况')).toBe('/2022');
    expect(own('', '20230120', '一、总体情况')).toBe('/');
  });
});

describe('the agency', () => {
  const TITLE = '2022年政府信息公开工作年度报告';

  it.each([
    ['a signature with the date', [TITLE, ...FIRST_PARAGRAPH, '----', '威海市工业和信息化局 2023年1月30日']],
    ['a signature above the date', [TITLE, ...FIRST_PARAGRAPH, '----', '威海市工业和信息化局', '2023年1月30日']],
    [
      'a signature above a Chinese date',
      [TITLE, '----', '威海市工业和信息化局（盖章）', '二〇二三年一月三十日', '- 6 -'],
    ],
    ['a cover', [TITLE, '威海市工业和信息化局', '2023年1月', '====', ...FIRST_PARAGRAPH]],
    ['a label', [TITLE, '发布机构：威海市工业和信息化局', ...FIRST_PARAGRAPH, '----']],
  ])('comes from %s where the title does not name it', (_, lines) => {
    expect(subject(...lines)).toBe('威海市工业和信息化局/2022');
  });

  it('is empty where nothing names it', () => {
    expect(subject(TITLE, ...FIRST_PARAGRAPH, '----', '六、其他需要报告的事项', '无')).toBe('/2022');
  });

  it('is never a bare ending, a heading or a sentence', () => {
    expect(subject('政府2022年政府信息公开工作年度报告')).toBe('/2022');
    expect(subject(TITLE, '----', '无其他需要报告的事项', '2023年1月30日')).toBe('/2022');
    expect(subject(TITLE, '----', '主动公开政府信息情况', '2023年1月30日')).toBe('/2022');
  });

  it('brings region code and level with it, where the list knows the place', () => {
    expect(read('威海市工业和信息化局2022年政府信息公开工作年度报告').value).toMatchObject({
      regionCode: '371000',
      level: 'prefecture',
    });
    expect(read('万潮镇2022年政府信息公开工作年度报告').value).toMatchObject({
      regionCode: '',
      level: 'township',
    });
  });

  it('has the code of the one of several counties that the text names in full', () => {
    const title = '鼓楼区人民政府2022年政府信息公开工作年度报告';
    const contact = '请与江苏省南京市鼓楼区人民政府办公室联系。';
    expect(read(title, contact).value).toMatchObject({ regionCode: '320106', level: 'county' });
    expect(read(title, contact, '学习徐州市鼓楼区人民政府的做法。').value).toMatchObject({
      regionCode: '',
      level: 'county',
    });
  });
});

describe('the year', () => {
  it('comes from the statistical period where the title has none', () => {
    expect(subject('威海市工业和信息化局政府信息公开工作年度报告', ...FIRST_PARAGRAPH)).toBe(
      '威海市工业和信息化局/2022',
    );
  });

  it.each([
    '本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止',
    '报告中所列数据统计期限自 2022 年 1 月 1 日起至 2022 年 12 月 31 日止。',
    '统计期限为2022年1月1日至12月31日',
    '数据统计时间：2022年1月1日—2022年12月31日',
    '本报告数据统计期限从20221月1日至202212月31日止',
    '本报告数据统计期限从2022年11日至2022年1231日止',
    '本报告数据统计期限从202211日至20221231日止',
    '统计期限自二〇二二年1月1日起至二〇二二年12月31日止',
    '数据核定时间点为2022年12月31日',
    '统计期限从2022年1月1日起，至2022年12月31日止',
  ])('is read from %s', (period) => {
    expect(subject('威海市民政局政府信息公开工作年度报告', period)).toBe('威海市民政局/2022');
  });

  it('is found in a period that breaks over lines', () => {
    expect(
      subject(
        '威海市民政局政府信息公开工作年度报告',
        '数据的统计期限自 2022 年',
        '1 月 1 日起至 2022 年 12 月',
        '31 日止',
      ),
    ).toBe('威海市民政局/2022');
  });

  it('is the one before publication where neither title nor period say it', () => {
    expect(subject('威海市民政局政府信息公开工作年度报告', '----', '威海市民政局 2023年1月30日')).toBe(
      '威海市民政局/2022',
    );
    expect(subject('威海市民政局政府信息公开工作年度报告', '发布日期：2023-01-30 10:21')).toBe('威海市民政局/2022');
  });

  it('is unknown where nothing says it', () => {
    expect(read('威海市民政局政府信息公开工作年度报告', '2022年我局建立健全制度。').value).not.toHaveProperty('year');
  });

  it('is not that of another year’s period in a sentence', () => {
    const lines = [
      '威海市民政局2022年政府信息公开工作年度报告',
      '2021年，我局共制定规范性文件0件。',
      ...FIRST_PARAGRAPH,
    ];
    expect(rules(...lines)).toEqual([]);
  });
});

describe('what a report covers', () => {
  const TITLE = '洪泽区人民政府2023年政府信息公开工作年度报告';

  it.each([
    ['gov_wide', TITLE, '2023年，全区共收到政府信息公开申请95件。'],
    ['gov_wide', TITLE, '区政府办代表区政府受理17件，全区受理95件申请。'],
    ['office_for_gov', TITLE, '区政府办代表区政府受理17件。'],
    ['', TITLE, '2023年，收到申请17件。'],
    ['own_agency', '洪泽区审计局2023年政府信息公开工作年度报告', '2023年，我局收到申请3件，服务全区发展。'],
    ['own_agency', '洪泽区人民政府办公室2023年政府信息公开工作年度报告', '我办共受理申请3件。'],
  ])('is %s', (scope, ...lines) => {
    expect(read(...lines).value.scope).toBe(scope);
  });
});

describe('dates', () => {
  const TITLE = '威海市民政局2023年政府信息公开工作年度报告';

  it.each([
    [['统计期限自2023年1月1日起至2023年12月31日止'], '2023-01-01', '2023-12-31'],
    [['统计期限为2023年1月1日至12月31日'], '2023-01-01', '2023-12-31'],
    [['统计期限为2022年12月1日至2023年11月30日'], '2022-12-01', '2023-11-30'],
    [['统计期限为2023年1月1日至2023年11月30日'], '2023-01-01', '2023-11-30'],
  ])('gives the period of %s', (lines, from, to) => {
    expect(read(TITLE, ...lines).value.period).toEqual({ from, to });
  });

  it.each([
    [['威海市民政局 2024年1月20日'], '2024-01-20', 'signature'],
    [['威海市民政局', '二〇二四年一月二十五日'], '2024-01-25', 'signature'],
    [['发布日期：2024-02-03 10:21', '----', '威海市民政局', '2024年1月20日'], '2024-02-03', 'label'],
  ])('gives the day of publication of %s', (lines, date, source) => {
    expect(read(TITLE, ...lines).value.published).toEqual({ date, source });
  });

  it('leaves out a date that may be another document’s', () => {
    expect(read(TITLE, '----', '2024年5月20日').value).not.toHaveProperty('published');
  });
});

describe('contacts', () => {
  it('are found however the lines break', () => {
    const lines = [
      '如有疑问，请与我局联系（地址：威海市文化中路8',
      '8号，邮编：264200，电话：0631-52',
      '12345，邮箱：wh_gk@weihai.gov.cn）。',
    ];
    expect(read('威海市民政局2023年政府信息公开工作年度报告', ...lines).value.contacts).toEqual([
      { kind: 'phone', text: '0631-5212345' },
      { kind: 'email', text: 'wh_gk@weihai.gov.cn' },
      { kind: 'postcode', text: '264200' },
      { kind: 'address', text: '威海市文化中路88号' },
    ]);
  });
});

describe('findings', () => {
  const TITLE = '威海市工业和信息化局2023年政府信息公开工作年度报告';

  it('says that title and period contradict each other, and the title wins', () => {
    const { value, findings } = read(TITLE, ...FIRST_PARAGRAPH);
    expect(value.year).toBe(2023);
    expect(findings).toMatchObject([
      { rule: 'meta.year_conflict', severity: 'error', cause: 'unknown', expected: '2022', actual: '2023' },
    ]);
    expect(findings[0]?.message.zh).toBe('标题写 2023 年，统计期限却写 2022 年');
  });

  it('says that a period ends before it begins', () => {
    const lines = ['威海市民政局2010年政府信息公开工作年度报告', '统计期限为2010年1月1日起至2009年12月31日止'];
    expect(read(...lines).findings).toMatchObject([{ rule: 'meta.year_conflict', expected: '2009', actual: '2010' }]);
  });

  it('says that a report is older than the year it reports on', () => {
    expect(rules(TITLE, '----', '威海市工业和信息化局 2023年12月20日')).toEqual(['meta.published_early']);
    expect(rules(TITLE, '----', '威海市工业和信息化局 2024年1月20日')).toEqual([]);
  });

  it('says that a report was signed late, and only asks where a page may have been put up again', () => {
    const late = (...lines: readonly string[]): string[] =>
      read(TITLE, '----', ...lines).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(late('威海市工业和信息化局 2024年2月1日')).toEqual(['meta.published_late warning']);
    expect(late('威海市工业和信息化局 2024年1月31日')).toEqual([]);
    expect(late('发布时间：2026-03-01')).toEqual(['meta.published_late info']);
    expect(late('发布时间：2026-03-01', '威海市工业和信息化局 2024年1月20日')).toEqual([]);
    expect(rules('太平镇人民政府2023年政府信息公开工作年度报告', '太平镇人民政府 2024年6月1日')).toEqual([]);
    expect(rules('沭阳县人民政府2023年政府信息公开工作年度报告', '沭阳县人民政府 2024年3月31日')).toEqual([]);
    expect(rules('沭阳县人民政府2023年政府信息公开工作年度报告', '沭阳县人民政府 2024年4月1日')).toEqual([
      'meta.published_late',
    ]);
  });

  it('says that there is no title', () => {
    const { value, findings } = read(...FIRST_PARAGRAPH);
    expect(value).toMatchObject({ agency: '', year: 2022 });
    expect(findings).toMatchObject([{ rule: 'meta.no_title', severity: 'info' }]);
  });

  it('points at the title where its place is known', () => {
    const box = { x0: 1, top: 2, x1: 3, bottom: 4 };
    const { findings } = read({ text: TITLE, box }, ...FIRST_PARAGRAPH);
    expect(findings[0]?.place).toEqual({ pageNumber: 1, box });
  });
});
