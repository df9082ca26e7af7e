import { describe, expect, it } from 'vitest';
import { sectionFindings } from '../../src/bind/section-findings.js';
import { textFindings } from '../../src/bind/text-findings.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Layout, TextLine } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const known = family;
const blocks = known.editions.find(({ id }) => id === '2021')?.blocks ?? [];

/** Lines; `----` stands for a table. */
function layoutOf(lines: readonly string[]): Layout {
  let tablesBefore = 0;
  const textLines: TextLine[] = [];
  for (const text of lines) {
    if (text === '----') tablesBefore++;
    else textLines.push({ text, pageNumber: 1, tablesBefore });
  }
  return { tables: [], lines: textLines, hasText: true };
}

const PROBLEMS = '公开工作取得一定成效，但仍存在解读形式较为单一、基层人员业务不够熟练等问题，将加强培训。';
const SOUND = [
  '一、总体情况',
  '2023年，我局认真贯彻落实条例。',
  '二、主动公开政府信息情况',
  '----',
  '三、收到和处理政府信息公开申请情况',
  '----',
  '四、政府信息公开行政复议、行政诉讼情况',
  '----',
  '五、存在的主要问题及改进情况',
  PROBLEMS,
  '六、其他需要报告的事项',
  '2023年未收取信息处理费。',
];

function rules(lines: readonly string[]): string[] {
  return sectionFindings(layoutOf(lines), known, blocks).map(({ rule, severity }) => `${rule} ${severity}`);
}

function changed(heading: string, ...to: readonly string[]): string[] {
  return SOUND.flatMap((line) => (line === heading ? to : [line]));
}

describe('sectionFindings', () => {
  it('finds nothing wrong with a sound report', () => {
    expect(rules(SOUND)).toEqual([]);
  });

  it('takes parts of a section for no section, whatever they are called', () => {
    const parts = ['一、总体情况', '（一）主动公开情况', '公开信息120条。', '（二）依申请公开情况', '本年办理规范。'];
    expect(
      rules(changed('2023年，我局认真贯彻落实条例。').flatMap((line) => (line === '一、总体情况' ? parts : [line]))),
    ).toEqual([]);
  });

  it('takes a sentence that begins with a year for no signature', () => {
    expect(rules(changed('2023年，我局认真贯彻落实条例。', '2023年工作如下。'))).toEqual([]);
  });

  it.each([
    ['五、存在的主要问题及改进情况', '（五）存在问题及改进措施'],
    ['五、存在的主要问题及改进情况', '存在的主要问题'],
    ['五、存在的主要问题及改进情况', '5.政府信息公开工作存在的不足和改进情况'],
    ['六、其他需要报告的事项', '七、其它需要说明的事项'],
    ['六、其他需要报告的事项', '六、其 他 需 要 报 告 的 事 项'],
    ['一、总体情况', '一、工作概况'],
    ['一、总体情况', '第一部分 总体情况'],
    ['一、总体情况', '一、總體情況'],
    ['一、总体情况', '某局2023年报告本报告依据条例编制。一、总体情况2023年，我局认真落实。'],
  ])('takes for %s what is printed as %s', (heading, printed) => {
    expect(rules(changed(heading, printed))).toEqual([]);
  });

  it('joins a heading that breaks over two lines', () => {
    expect(rules(changed('五、存在的主要问题及改进情况', '五、存在的主要', '问题及改进情况'))).toEqual([]);
  });

  it('says that a section is missing, and only asks after a heading whose table is there', () => {
    expect(rules(SOUND.slice(0, -2))).toEqual(['form.missing_section error']);
    expect(rules(SOUND.filter((line) => !line.startsWith('三、')))).toEqual(['form.missing_heading info']);
  });

  it('says that a section is empty, whatever a table of contents lists', () => {
    const contents = SOUND.filter((line) => /^[一二三四五六]、/u.test(line)).map((line) => `${line}……3`);
    expect(rules(SOUND.filter((line) => line !== PROBLEMS))).toEqual(['form.empty_section warning']);
    expect(rules([...contents, ...SOUND])).toEqual([]);
    expect(rules([...contents, ...SOUND.filter((line) => line !== PROBLEMS)])).toEqual(['form.empty_section warning']);
    expect(rules([...SOUND.slice(0, -1), '某某局', '2024年1月20日'])).toEqual(['form.empty_section warning']);
  });

  it('calls no section empty or short that holds a picture', () => {
    expect(rules(changed(PROBLEMS, '\ufffc'))).toEqual([]);
  });

  it('takes a sentence in the line of the heading for what the section says', () => {
    const line = '五、存在的主要问题及改进情况。基层人员业务不够熟练，将加强培训，并且丰富政策解读的方式。';
    expect(
      rules(SOUND.flatMap((each) => (each.startsWith('五、') ? [line] : each === PROBLEMS ? [] : [each]))),
    ).toEqual([]);
  });

  it('says that section five says nothing', () => {
    expect(rules(changed(PROBLEMS, '无。'))).toEqual(['text.section_short info']);
  });

  it('misses no single heading where hardly any was found', () => {
    expect(rules(['2023年，我局认真贯彻落实条例。', '----', '----', '----'])).toEqual(['form.no_headings info']);
  });

  it('asks no sections of an edition that has none', () => {
    const others = blocks.map((block) => ({ ...block, edition: '2014' }));
    expect(sectionFindings(layoutOf([]), known, others)).toEqual([]);
  });
});

describe('textFindings', () => {
  const subject = { agency: '', regionCode: '', level: '', unitType: 'department', scope: '', contacts: [] } as const;
  const words = (...lines: readonly string[]): string[] =>
    textFindings({
      layout: layoutOf([...lines, '未收取信息处理费']),
      family: known,
      subject: { ...subject, year: 2023 },
      facts: [],
    }).map(({ rule, severity }) => `${rule} ${severity}`);

  it.each([
    ['该部分以表格形式报告。表格如下：', 'warning'],
    ['编写说明：要注意数据间的逻辑关系', 'warning'],
    ['（此处填写本机关名称）', 'warning'],
    ['XX年，我局共公开信息', 'warning'],
    ['××××年1月1日起', 'warning'],
    ['与×××局联系', 'info'],
  ])('finds the template’s words in %s', (line, severity) => {
    expect(words(line)).toEqual([`text.template_residue ${severity}`]);
  });

  it.each(['张××诉某局一案', '联系人：李xx', '以表格形式报告了执行情况', '联系电话 139xxxx1234', '2023年，我局'])(
    'finds none in %s',
    (line) => {
      expect(words(line)).toEqual([]);
    },
  );

  it('points at a table’s title with another year, and not at a comparison', () => {
    expect(words('2022年度收到和处理政府信息公开申请情况表')).toEqual(['text.stale_year info']);
    expect(words('与2022年相比，收到和处理政府信息公开申请情况有所变化。')).toEqual([]);
  });
});
