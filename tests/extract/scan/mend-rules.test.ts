import { describe, expect, it } from 'vitest';
import { mendRules, withoutStrokes } from '../../../src/extract/scan/mend-rules.js';
import type { Ruling } from '../../../src/model/index.js';

const rule = (orientation: Ruling['orientation'], position: number, start: number, end: number): Ruling => ({
  ...{ orientation, position, start, end },
  ...{ thickness: 0.7, source: 'stroke' },
});
const across = (y: number, x0: number, x1: number): Ruling => rule('horizontal', y, x0, x1);
const down = (x: number, y0: number, y1: number): Ruling => rule('vertical', x, y0, y1);

const FRAME = [across(20, 50, 350), across(120, 50, 350), down(50, 20, 120), down(350, 20, 120)];

describe('worn rules', () => {
  it('are taken on to the next rule across', () => {
    expect(mendRules([...FRAME, across(70, 62, 340)]).at(-1)).toEqual(across(70, 50, 350));
  });

  it('stay as they are where they join one, or where none is near', () => {
    const joined = [...FRAME, down(200, 20, 120), across(70, 200, 350)];
    expect(mendRules(joined)).toEqual(joined);
    expect(mendRules([...FRAME, across(70, 90, 300)]).at(-1)).toEqual(across(70, 90, 300));
  });

  it('are put in where the ends of three others stand over one another', () => {
    const rules = [...FRAME, across(40, 130, 350), across(60, 131, 350), across(90, 130, 350)];
    const added = mendRules(rules).filter(({ orientation, position }) => orientation === 'vertical' && position < 140);
    expect(added.map(({ start, end }) => [start, end])).toContainEqual([20, 120]);
    expect(mendRules(rules.slice(0, -1)).filter(({ orientation }) => orientation === 'vertical')).toHaveLength(2);
  });

  it('are not made of the strokes of a heading between two tables', () => {
    const rules = [across(20, 50, 350), across(50, 50, 350), down(130, 27, 43)];
    expect(mendRules(rules)).toEqual(rules);
    expect(withoutStrokes(rules)).toEqual(rules.slice(0, 2));
  });

  it('are not made of a stroke that touches one rule', () => {
    const rules = [...FRAME, across(44, 50, 350), down(130, 21, 34)];
    expect(mendRules(rules).at(-1)).toEqual(down(130, 21, 34));
  });
});

it('a run of strokes in a line of text that joins nothing is no rule', () => {
  expect(withoutStrokes([...FRAME, across(200, 100, 190)])).toEqual(FRAME);
  expect(withoutStrokes([across(200, 50, 350)])).toHaveLength(1);
});
