import { describe, expect, it } from 'vitest';
import { pagesInColumns } from '../../../src/bind/prose/pages-in-columns.js';
import type { TextLine } from '../../../src/model/index.js';

const PARTED = '点工作，通过门户网站公开各类信息179条，其中 （四）平台建设。完成网站适老化改造，栏目';
const WHOLE = '点工作，通过门户网站公开各类信息179条，其中通知公告 23 条、工作动态 156 条，较上年增长';

const PLACED = { box: { x0: 57, top: 100, x1: 539, bottom: 112 } };

function lines(texts: readonly string[], place: Partial<TextLine> = PLACED): TextLine[] {
  return texts.map((text) => ({ text, pageNumber: 3, tablesBefore: 0, ...place }));
}

describe('pages in columns', () => {
  it('are those on which many lines of prose have a gap between two characters', () => {
    expect([...pagesInColumns(lines([PARTED, PARTED, WHOLE, PARTED, PARTED]))]).toEqual([3]);
  });

  it('are none where few lines have one, where gaps stand beside figures, and in sources without places', () => {
    expect([...pagesInColumns(lines([PARTED, PARTED, PARTED, WHOLE]))]).toEqual([]);
    expect([...pagesInColumns(lines(Array.from({ length: 9 }, () => WHOLE)))]).toEqual([]);
    const many = Array.from({ length: 9 }, () => PARTED);
    expect([...pagesInColumns(lines(many, {}))]).toEqual([]);
  });
});
