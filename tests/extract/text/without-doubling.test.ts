import { describe, expect, it } from 'vitest';
import { withoutDoubling } from '../../../src/extract/text/without-doubling.js';

const LABELS = ['规规章章', '行行政政许许可可', '行行政政处处罚罚', '行行政政强强制制'];

describe('a dump that holds each character twice', () => {
  it('is read with each once: labels with their figures, and rows of figures alone', () => {
    const lines = [...LABELS.map((label) => `${label}\t1122\t00`), '11 00 44', '2023年，共受理11件。'];
    expect(withoutDoubling(lines)).toEqual([
      ...['规章', '行政许可', '行政处罚', '行政强制'].map((label) => `${label}\t12\t0`),
      '1 0 4',
      '2023年，共受理11件。',
    ]);
  });

  it('leaves a lone figure unread: it may stand as it is', () => {
    expect(withoutDoubling([...LABELS, '11'])).toEqual(['规章', '行政许可', '行政处罚', '行政强制', '\ufffd\ufffd']);
  });

  it('is told by its figures alone where only they are bold', () => {
    const rows = Array.from({ length: 8 }, (_, at) => `1.属于第${at}类 00 1122 33${at}${at}`);
    expect(withoutDoubling(rows)).toEqual(rows.map((_, at) => `1.属于第${at}类 0 12 3${at}`));
  });

  it('is none where a figure is a single nought, or few are doubled', () => {
    const rows = Array.from({ length: 8 }, () => '属于国家秘密 11 22 33');
    expect(withoutDoubling([...rows, '其他 0'])).toEqual([...rows, '其他 0']);
    expect(withoutDoubling(rows.slice(0, 3))).toEqual(rows.slice(0, 3));
  });
});
