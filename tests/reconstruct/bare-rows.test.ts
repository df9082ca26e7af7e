import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, tableSketch, write } from './sketch.js';

describe('a row of a table without rules', () => {
  it('keeps the parts of figures broken behind a separator in one cell', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...bareRow(100, '本年新收', '12', '7', '190'),
          ...bareRow(133, '', '', '', '1,'),
          ...bareRow(140, '予以公开', '11', '6', ''),
          ...bareRow(147, '', '', '', '620'),
          ...bareRow(173, '部分公开', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(tables[0] && tableSketch(tables[0])).toEqual([
      '|||本年新收|12|7|190',
      '|||予以公开|11|6|1, 620',
      '|||部分公开|4|1|5',
    ]);
  });

  it('keeps the parts of figures broken at the top or the foot of their row in one cell', () => {
    const sketchOf = (...lines: Parameters<typeof bareRow>[]): readonly string[] => {
      const { tables } = pagesToLayout([
        page(
          lines.flatMap((line) => bareRow(...line)),
          [],
        ),
      ]);
      return tables[0] ? tableSketch(tables[0]) : [];
    };
    expect(
      sketchOf([100, '本年新收', '11', '6', '12'], [112, '', '1', '', '2'], [140, '予以公开', '3', '2', '5']),
    ).toEqual(['|||本年新收|11 1|6|12 2', '|||予以公开|3|2|5']);
    expect(
      sketchOf([100, '予以公开', '3', '2', '5'], [128, '', '10', '', '13'], [140, '本年新收', '8', '17', '5']),
    ).toEqual(['|||予以公开|3|2|5', '|||本年新收|10 8|17|13 5']);
    // Rows as close to one another as those lines are rows of their own.
    expect(
      sketchOf([100, '本年新收', '11', '6', '12'], [112, '上年结转', '1', '', '2'], [124, '予以公开', '3', '2', '5']),
    ).toEqual(['|||本年新收|11|6|12', '|||上年结转|1||2', '|||予以公开|3|2|5']);
  });

  it('puts a label beside figures without one that it overlaps, as where those are set at the foot of their rows', () => {
    const rows = [
      [100, '行政许可', ''],
      [140, '行政处罚', '13'],
      [180, '行政强制', ''],
      [220, '总计', '13'],
    ] as const;
    const glyphs = rows.flatMap(([y, label, figure]) => [
      ...write(label, 50, y),
      ...bareRow(y + 8, '', figure, figure),
    ]);
    const { tables } = pagesToLayout([page(glyphs, [])]);
    expect(tables[0] && tableSketch(tables[0])).toEqual([
      '|||行政许可||',
      '|||行政处罚|13|13',
      '|||行政强制||',
      '|||总计|13|13',
    ]);
  });

  it('keeps its own label where figures at its top reach only the first line of its group', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...bareRow(100, '上年结转', '0', '0'),
          ...[...bareRow(140, '', '1', '2'), ...write('（六）其', 50, 140), ...write('他处理', 50, 153)],
          ...write('3.其他', 100, 146.5),
          ...bareRow(180, '总计', '1', '2'),
        ],
        [],
      ),
    ]);
    expect(tables[0] && tableSketch(tables[0])).toContain('||（六）其他处理|3.其他|1|2');
  });

  it('keeps its figures together that stand beside different lines of its label, where rows are higher than lines', () => {
    const long = ['1.申请人无正当理由', '逾期不补正、行政机', '关不再处理其申请'].flatMap((line, at) =>
      write(line, 50, 160 + 12 * at),
    );
    const { tables } = pagesToLayout([
      page(
        [
          ...bareRow(80, '一、本年新收', '12', '7', '19'),
          ...bareRow(120, '（一）予以公开', '8', '4', '12'),
          ...[...long, ...bareRow(172, '', '4', '', ''), ...bareRow(184, '', '', '', '4')],
          ...bareRow(220, '3.其他', '1', '2', '3'),
          ...bareRow(260, '（七）总计', '13', '6', '19'),
        ],
        [],
      ),
    ]);
    expect(tables[0] && tableSketch(tables[0])).toContain(
      '|||1.申请人无正当理由逾期不补正、行政机关不再处理其申请|4||4',
    );
  });

  it('is not joined with the next where lines of labels may be rows of their own', () => {
    const rows = [
      ...bareRow(100, '信息内容', '制发', '废止'),
      ...bareRow(112, '规章', '3', ''),
      ...bareRow(124, '规范', '', '8'),
    ];
    const { tables } = pagesToLayout([page(rows, [])]);
    expect(tables[0] && tableSketch(tables[0]).slice(-2)).toEqual(['|||规章|3|', '|||规范||8']);
  });

  it('has a header whose columns are as narrow as its characters', () => {
    const stack = (text: string, x: number): ReturnType<typeof write> =>
      Array.from(text).flatMap((character, k) => write(character, x, 40 + 14.3 * k));
    const header = ['维持', '纠正', '总计'].flatMap((text, k) => stack(text, 195 + 50 * k));
    const rows = [...bareRow(80, '复议', '1', '2', '3'), ...bareRow(100, '诉讼', '4', '5', '9')];
    const { tables } = pagesToLayout([page([...header, ...rows], [])]);
    expect(tables[0] && tableSketch(tables[0])[0]).toBe('||||维持|纠正|总计');
  });
});

describe('the header of a table without rules', () => {
  it('is whole where its narrow columns have many short lines at different heights', () => {
    const lines = ['自', '社会公', '然', '益组织', '人', '情况'].flatMap((text, at) =>
      write(text, (at % 2 === 0 ? 200 : 250) - 5 * text.length, 60 + 8 * at),
    );
    const glyphs = [
      ...write('申请人情况', 210, 30),
      ...[...write('信息内容', 60, 48), ...write('总计', 290, 48)],
      ...lines,
      ...bareRow(130, '本年新收', '12', '7', '19'),
      ...bareRow(150, '予以公开', '11', '6', '17'),
    ];
    const { tables } = pagesToLayout([page(glyphs, [])]);
    expect(tables).toHaveLength(1);
    const sketch = tables[0] ? tableSketch(tables[0]) : [];
    expect(sketch.join(' ')).toContain('总计');
    expect(sketch.slice(-2)).toEqual(['|||本年新收|12|7|19', '|||予以公开|11|6|17']);
  });

  it('is told apart where only one line of its upright wordings stands above a page break', () => {
    const upright = (texts: readonly string[], y: number): Glyph[] =>
      texts.flatMap((text, at) => write(text, 195 + 25 * at, y));
    const row = (y: number, label: string, ...figures: readonly string[]): Glyph[] => [
      ...write(label, 50, y),
      ...figures.flatMap((figure, at) => write(figure, 197.5 + 25 * at, y)),
    ];
    const { tables } = pagesToLayout([
      page([...write('申请人情况', 220, 740), ...upright(['人', '商', '科', '社', '法', '其'], 760)], []),
      page(
        [
          ...upright(['员', '业', '研', '会', '律', '他'], 60),
          ...row(100, '本年新收', '1', '2', '3', '4', '5', '6'),
          ...row(130, '予以公开', '6', '5', '4', '3', '2', '1'),
        ],
        [],
        { pageNumber: 2 },
      ),
    ]);
    expect(tables[0] && tableSketch(tables[0])).toContain('||||人员|商业|科研|社会|法律|其他');
  });

  it('keeps the upright wording of a column that prints no figure apart from the one beside it', () => {
    const upright = (text: string, x: number): Glyph[] =>
      Array.from(text).flatMap((character, at) => write(character, x - 5, 60 + 12 * at));
    const { tables } = pagesToLayout([
      page(
        [
          ...['维持', '纠正', '其他', '未结', '总计'].flatMap((text, at) => upright(text, 200 + 20 * at)),
          ...[100, 120].flatMap((y) => ['0', '8', '0', '0'].flatMap((figure, at) => write(figure, 197.5 + 20 * at, y))),
        ],
        [],
      ),
    ]);
    expect(tables[0] && tableSketch(tables[0]).at(0)).toBe('||||维持|纠正|其他|未结|总计');
  });
});
