import { describe, expect, it } from 'vitest';
import { layoutToSubject } from '../../src/bind/subject.js';
import { loadFamilies, loadRegions, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Layout, Table } from '../../src/model/index.js';
import { ruled } from './tables.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const regions = await loadRegions();

const TITLE = '2023年政府信息公开工作年度报告';

/** Agency and date of a page of some lines; its first tables stand above them. */
function read(lines: readonly string[], tables: readonly Table[] = [], published = ''): string {
  if (family === undefined) throw new Error('no family');
  const tablesBefore = tables.length;
  const layout: Layout = {
    tables,
    lines: lines.map((text) => ({ text, pageNumber: 1, tablesBefore })),
    hasText: true,
    properties: { title: '', published },
  };
  const { agency, published: date } = layoutToSubject(layout, family, regions).value;
  return `${agency}/${date?.date ?? ''}`;
}

describe('what a page says under its title', () => {
  it.each([
    ['来源：苏州市生态环境局 2024-01-15 浏览：33次', '苏州市生态环境局/2024-01-15'],
    ['信息来源：苏州市生态环境局 发布时间：2024-01-15 10:30 字体：大 中 小', '苏州市生态环境局/2024-01-15'],
    ['时间：2024-01-15 16:20 作者：', '/2024-01-15'],
    ['2024-01-15 15:23 | 来源：市生态环境局 | 【字体：大 中 小】', '市生态环境局/2024-01-15'],
    ['来源：苏州市融媒体中心 2024-01-15 浏览：33次', '/2024-01-15'],
    ['2024-01-15', '/'],
  ])('names the body and the day: %s', (line, expected) => {
    expect(read([TITLE, line])).toBe(expected);
  });

  it('names the body behind a label on a line of its own', () => {
    expect(read([TITLE, '来源：', '苏州市生态环境局'])).toBe('苏州市生态环境局/');
  });

  it('comes before what pages it leads to say', () => {
    const lines = [TITLE, '发布时间：2024-01-15', '相关信息', '另一篇', '发布时间：2021-03-04'];
    expect(read(lines)).toBe('/2024-01-15');
  });

  it('is the day of publication rather than that of signature', () => {
    expect(read([TITLE, '成文日期：2024-01-10', '发布日期：2024-01-15'])).toBe('/2024-01-15');
  });

  it('stands in a table above it, labels and values in cells of their own', () => {
    const frame = ruled(['索引号|QZ02301-2200|发布机构|安溪县人民政府办公室', '生成日期|2024-01-15|有效性|有效']);
    expect(read([TITLE], [frame])).toBe('安溪县人民政府办公室/2024-01-15');
  });

  it('is what the page says of itself beside its text where the text is silent', () => {
    expect(read([TITLE], [], '2024-01-15 10:20')).toBe('/2024-01-15');
    expect(read([TITLE, '发布时间：2024-01-16'], [], '2024-01-15 10:20')).toBe('/2024-01-16');
    expect(read([TITLE], [], '2024')).toBe('/');
  });
});

describe('a title', () => {
  it.each([
    '岳阳市云溪区人民政府：2023年政府信息公开工作年度报告',
    '（2023年度）岳阳市云溪区人民政府政府信息公开工作年度报告',
    '岳阳市云溪区人民政府关于印发《岳阳市云溪区人民政府2023年政府信息公开工作年度报告》的通知',
  ])('names its body: %s', (title) => {
    expect(read([title])).toBe('岳阳市云溪区人民政府/');
  });
});
