import { describe, expect, it } from 'vitest';
import { READ_UNSURELY, recognisedFigure } from '../../src/bind/recognised-figure.js';
import type { FigureCell } from '../../src/bind/row-view.js';
import type { Cell, TextReading } from '../../src/model/index.js';

function figure(text: string, readings?: readonly TextReading[]): FigureCell {
  const cell: Cell = {
    rowIndex: 0,
    columnIndex: 0,
    rowSpan: 1,
    columnSpan: 1,
    text,
    baseText: text,
    parts: [],
    runs: [],
    doubts: [],
    ...(readings && { readings }),
  };
  return { text, baseText: text, cells: [cell], doubts: [] };
}

describe('a figure of a recognised cell', () => {
  it('is doubted where its picture may say another, which is an alternative', () => {
    const readings = [
      { text: '6', confidence: 0.8 },
      { text: '8', confidence: 0.19 },
      { text: 'b', confidence: 0.01 },
    ];
    expect(recognisedFigure(figure('6', readings), '6', [])).toEqual({
      confidence: 0.8,
      alternatives: ['8'],
      doubts: [READ_UNSURELY],
    });
  });

  it('is as sure as all readings that say it', () => {
    const readings = [
      { text: '12', confidence: 0.6 },
      { text: '12.', confidence: 0.3996 },
    ];
    expect(recognisedFigure(figure('12', readings), '12', [])).toMatchObject({ doubts: [], alternatives: [] });
  });

  it('is no surer of a minus than of the likelier dash: the bar of a 7 was one', () => {
    const readings = [
      { text: '-849', confidence: 0.9164 },
      { text: '—849', confidence: 0.0829 },
    ];
    expect(recognisedFigure(figure('-849', readings), '-849', [])).toMatchObject({
      doubts: [READ_UNSURELY],
      alternatives: [],
      confidence: 0.9164,
    });
  });

  it('is doubted where one of its glyphs is no surer than those that were wrong now and then', () => {
    const readings = [{ text: '12', confidence: 0.995 }];
    expect(recognisedFigure(figure('12', readings), '12', [])).toMatchObject({ doubts: [READ_UNSURELY] });
  });

  it('is as sure as all its cells together where it is made of several', () => {
    const half = figure('1', [{ text: '1 7', confidence: 0.9999 }]);
    expect(recognisedFigure({ ...half, baseText: '1', cells: [...half.cells, ...half.cells] }, '1', [])).toMatchObject({
      alternatives: [],
      confidence: expect.closeTo(0.9998, 4) as number,
    });
  });

  it('is not spoken of where nothing was recognised', () => {
    expect(recognisedFigure(figure('6'), '6', [])).toBeUndefined();
  });
});
