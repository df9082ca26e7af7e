import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { lineDigitRuns, textDigitRuns } from '../../src/reconstruct/digit-runs.js';
import { glyphsToTextLines } from '../../src/reconstruct/glyphs-to-text-lines.js';
import { write } from './sketch.js';

function runsOf(glyphs: readonly Glyph[]): string[] {
  return lineDigitRuns(glyphsToTextLines(glyphs), 3).map((run) => run.text);
}

describe('runs of digits in lines of glyphs', () => {
  it.each([
    ['170', ['170']],
    ['17 0', ['17', '0']],
    ['7,730.28', ['7,730.28']],
    ['１２', ['１２']],
    ['1，234', ['1，234']],
    ['22（其中修订16件）', ['22', '16']],
    ['5.', ['5']],
    ['.5', ['5']],
    ['1.属于国家秘密', ['1']],
    ['—', []],
    ['①', []],
    ['二', []],
  ])('of %s are %j', (text, expected) => {
    expect(runsOf(write(text, 0, 0))).toEqual(expected);
  });

  it('end with their line', () => {
    expect(runsOf([...write('137', 0, 0), ...write('5', 0, 14)])).toEqual(['137', '5']);
  });

  it('end where a raised mark begins', () => {
    expect(runsOf([...write('22', 0, 0), ...write('1', 10, 0, { size: 6 })])).toEqual(['22', '1']);
  });

  it('carry their page and the box around their digits', () => {
    const [run] = lineDigitRuns(glyphsToTextLines(write('a17', 0, 0)), 3);
    expect(run).toEqual({ text: '17', pageNumber: 3, box: { x0: 5, top: 0, x1: 15, bottom: 10 } });
  });
});

describe('runs of digits in a text without places', () => {
  it.each([
    ['label 17 0', ['17', '0']],
    ['1,234.5件', ['1,234.5']],
    ['第20条', ['20']],
    ['１２，３４５', ['１２，３４５']],
    ['', []],
  ])('of %s are %j', (text, expected) => {
    expect(textDigitRuns(text).map((run) => run.text)).toEqual(expected);
  });
});
