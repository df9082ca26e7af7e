import { describe, expect, it } from 'vitest';
import { layoutToProse } from '../../../src/bind/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Fact, Subject, Table, TextLine } from '../../../src/model/index.js';
import { SILENT, STATING } from './sentences.js';
import { AS_REPORTED } from './sentences-as-reported.js';

const [loaded] = await loadFamilies(PIPELINES_DIRECTORY);
if (loaded === undefined) throw new Error('no family is loaded');
const family = loaded;

const AGENCY = '梧岚市教育局';

function stated(lines: readonly TextLine[], agency = AGENCY, year = 2023): readonly Fact[] {
  const context = { subject: subjectOf(agency, year), edition: '2021', tables: [], isTitled: true };
  return layoutToProse({ tables: [], lines, hasText: true }, family, context).value.facts;
}

function subjectOf(agency: string, year: number): Subject {
  return { agency, year, regionCode: '', level: '', unitType: '', scope: '', contacts: [] };
}

/** A line on a page 400 points wide, `indent` points in from the left. */
function placed(text: string, top: number, { indent = 0, pageNumber = 1, isFull = true } = {}): TextLine {
  const box = { x0: 60 + indent, top, x1: isFull ? 460 : 60 + indent + text.length * 14, bottom: top + 14 };
  return { text, pageNumber, box, fontSize: 14, tablesBefore: 0 };
}

function line(text: string): TextLine {
  return { text, pageNumber: 0, tablesBefore: 0 };
}

function valuesOf(facts: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(facts.map(({ row, column, value }) => [`${row}/${column}`, value]));
}

describe('figures in sentences', () => {
  it.each(STATING)('reads what is stated: $text', ({ text, facts, agency }) => {
    const found = stated([line(text)], agency);
    expect(valuesOf(found)).toEqual(facts);
    expect(found.filter(({ status }) => status !== 'printed')).toEqual([]);
  });

  it.each(AS_REPORTED)('reads it as a report has it: $text', ({ text, facts }) => {
    expect(valuesOf(stated([line(text)]))).toEqual(facts);
  });

  it.each(SILENT)('reads nothing else: $text', ({ text, facts, agency }) => {
    expect(valuesOf(stated([line(text)], agency))).toEqual(facts);
  });

  it('puts a sentence together that lines and pages cut anywhere, past page numbers', () => {
    const found = stated([
      placed('（二）依申请公开。2023 年，我局共收到政府信息公', 700, { indent: 28 }),
      { ...placed('- 3 -', 780), isFurniture: true },
      placed('开申请 1', 60, { pageNumber: 2, isFull: true }),
      placed('7 件，均已答复。', 80, { pageNumber: 2, isFull: false }),
    ]);
    expect(found).toHaveLength(1);
    // Digits that a line break sets apart are one figure or two: nothing tells.
    expect(found[0]).toMatchObject({ value: '17', status: 'suspect', doubts: ['broken-number'], alternatives: ['7'] });
    expect(found[0]?.place).toEqual({ pageNumber: 2, box: { x0: 60, top: 60, x1: 460, bottom: 94 } });
    expect(found[0]?.sentence).toBe('2023 年，我局共收到政府信息公开申请 1 7 件，均已答复。');
  });

  it('takes no words of a table without rules for a sentence, and goes on behind it', () => {
    const header = [
      placed('四、政府信息公开行政复议、行政诉讼情况', 60, { isFull: false }),
      placed('行政复议 行政诉讼', 100),
      placed('结果 结果 其他 尚未 未经复议直接起诉 复议后起诉', 120),
    ];
    const lines = [...header, placed('2023年，我局共收到政府信息公开申请17件。', 180)];
    const table: Table = {
      ...{ tableIndex: 0, geometry: 'aligned', rowCount: 1, columnCount: 1, cells: [], seams: [], strayRuns: [] },
      parts: [{ pageNumber: 1, box: { x0: 60, top: 90, x1: 460, bottom: 150 } }],
    };
    const { facts } = layoutToProse({ tables: [table], lines, hasText: true }, family, {
      ...{ subject: subjectOf(AGENCY, 2023), edition: '2021', tables: [table], isTitled: true },
    }).value;
    expect(valuesOf(facts)).toEqual({ 'requests_received/own_agency': '17' });
  });

  it('goes on with a sentence behind a table that stands in it', () => {
    const found = stated([
      placed('（二）依申请公开。2023年，我局共收到政府信息公开申', 700, { indent: 28 }),
      { ...placed('请17件。', 60, { pageNumber: 2, isFull: false }), tablesBefore: 1 },
    ]);
    expect(valuesOf(found)).toEqual({ 'requests_received/own_agency': '17' });
  });

  it('does not take a raised note mark for a digit', () => {
    const found = stated([{ ...line('收到政府信息公开申请31件。'), baseText: '收到政府信息公开申请3件。' }]);
    expect(found[0]?.value).toBe('3');
  });

  it('keeps what is stated twice alike as one fact, and doubts what is stated otherwise', () => {
    const same = stated([line('收到政府信息公开申请5件。'), line('全年受理政府信息公开申请五件。')]);
    expect(same).toHaveLength(1);
    expect(same[0]?.status).toBe('printed');
    const subject = {
      agency: AGENCY,
      year: 2023,
      regionCode: '',
      level: '',
      unitType: '',
      scope: '',
      contacts: [],
    } as const;
    const lines = [line('收到政府信息公开申请5件。'), line('全年受理政府信息公开申请6件。')];
    const context = { subject, edition: '2021', tables: [], isTitled: true };
    const { value, findings } = layoutToProse({ tables: [], lines, hasText: true }, family, context);
    expect(value.facts[0]).toMatchObject({ value: '5', status: 'suspect', alternatives: ['6'] });
    expect(findings.map(({ rule, cause }) => ({ rule, cause }))).toEqual([
      { rule: 'prose.contradiction', cause: 'unknown' },
    ]);
  });

  it.each([
    { text: '收到政府信息公开申请12 3件。', status: 'suspect' },
    { text: '收到政府信息公开申请1，234件。', status: 'suspect' },
    { text: '上年结转\u201115件。', status: 'suspect' },
    { text: '上年结转-15件。', status: 'suspect' },
    { text: '上年结转——15件。', status: 'printed' },
    { text: '收到政府信息公开申请1,234件。', status: 'printed' },
  ])('marks a figure whose digits stand apart: $text', ({ text, status }) => {
    expect(stated([line(text)])[0]?.status).toBe(status);
  });

  it('marks a figure that was read from a picture', () => {
    const text = '收到政府信息公开申请123件。';
    const [fact] = stated([{ ...line(text), isRecognised: true }]);
    expect(fact).toMatchObject({ value: '123', status: 'suspect', doubts: ['read-unsurely'] });
    expect(stated([line(text)])[0]?.doubts).toEqual([]);
  });

  it('marks the figures of a page whose lines run on into the next column', () => {
    const text = '收到政府信息公开申请252件，均已按期答复完毕。 （四）平台建设。完成网站适老化改造，栏目整合';
    const lines = Array.from({ length: 5 }, (_, k) => placed(text, 100 + 20 * k));
    expect(stated(lines)[0]?.doubts).toContain('order-uncertain');
    expect(stated(lines.slice(0, 2))[0]?.doubts).toEqual([]);
  });
});

describe('reports without any table', () => {
  const prose = (lines: readonly string[], year: number | undefined, isTitled = true) => {
    const subject = {
      agency: AGENCY,
      regionCode: '',
      level: '',
      unitType: '',
      scope: '',
      contacts: [],
      ...(year === undefined ? {} : { year }),
    } as const;
    const layout = { tables: [], lines: lines.map(line), hasText: true };
    return layoutToProse(layout, family, { subject, edition: '', tables: [], isTitled }).value;
  };
  const SENTENCE = '2012年，我局没有受理政府信息公开申请。';

  it('are reports of edition 2008 in the years when that was so', () => {
    const { isReport, facts } = prose([SENTENCE], 2012);
    expect(isReport).toBe(true);
    expect(facts.map(({ edition, value }) => [edition, value])).toEqual([['2008', '0']]);
  });

  it.each([
    {
      why: 'the year prescribes tables',
      lines: ['2023年，我局没有受理政府信息公开申请。'],
      year: 2023,
      isTitled: true,
    },
    { why: 'no title says so', lines: [SENTENCE], year: 2012, isTitled: false },
    { why: 'no sentence states a figure', lines: ['我局高度重视公开工作。'], year: 2012, isTitled: true },
    {
      why: 'it is a notice',
      lines: ['关于做好2012年政府信息公开年度报告编制工作的通知', SENTENCE],
      year: 2012,
      isTitled: true,
    },
    { why: 'it is news', lines: ['记者从市教育局获悉：', SENTENCE], year: 2012, isTitled: true },
  ])('are none where $why', ({ lines, year, isTitled }) => {
    expect(prose(lines, year, isTitled)).toEqual({ facts: [], isReport: false });
  });
});

describe('the time that patterns take', () => {
  const SYLLABLES = [
    '收到',
    '政府信息公开申请',
    '1',
    '2',
    '，',
    '其中',
    '结转',
    '行政复议',
    '诉讼',
    '公开',
    '件',
    '答复',
    '(',
    '年',
  ];
  /** In milliseconds, for 40,000 signs on a loaded machine; a pattern without bound takes minutes. */
  const LIMIT = 20_000;

  it('is bounded for text of any length', () => {
    let seed = 7;
    const next = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648);
    const random = Array.from({ length: 12_000 }, () => SYLLABLES[next() % SYLLABLES.length] ?? '').join('');
    const repeated = SYLLABLES.map((syllable) => syllable.repeat(600)).join('');
    const start = performance.now();
    stated([line(random)]);
    stated([line(repeated)]);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  }, 60_000);
});
