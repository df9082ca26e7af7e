import { describe, expect, it } from 'vitest';
import { withoutBentRules } from '../../../src/extract/scan/without-bent-rules.js';
import type { GreyImage } from '../../../src/extract/scan/grey-image.js';
import type { Ruling } from '../../../src/model/index.js';
import { fill, paper } from './drawn-page.js';

const START = 60;
const END = 92;
const upright = (position: number, end = END): Ruling => ({
  ...{ orientation: 'vertical', position, start: START, end },
  ...{ thickness: 0.7, source: 'stroke' },
});

/** Draws what lies so far off a place at each height, from the rule above to the one below. */
function line(image: GreyImage, place: number, offAt: (y: number) => number, end = END): void {
  for (let y = START; y < end; y += 0.25) {
    const x = place + offAt(y);
    fill(image, [x - 0.35, y, x + 0.35, y + 0.25]);
  }
}

/** The rim of a round stamp of 42 mm, cut in the middle of its side. */
const rim = (y: number): number => 60 - Math.sqrt(60 ** 2 - (y - (START + END) / 2) ** 2) - 1;

describe('the rim of a stamp within a cell', () => {
  const kept = (draw: (image: GreyImage) => void, rule = upright(100)): number => {
    const image = paper(260, 180);
    for (const y of [START, END]) fill(image, [40, y - 0.35, 220, y + 0.35]);
    draw(image);
    return withoutBentRules(image, [rule]).length;
  };

  it('is no rule, since it is bent', () => {
    expect(
      kept((image) => {
        line(image, 100, rim);
      }),
    ).toBe(0);
  });

  it.each([
    ['a straight rule', () => 0],
    ['one that leans', (y: number) => (y - 76) / 40],
    ['one with a bulge of ink in it', (y: number) => (y > 70 && y < 72 ? 0.5 : 0)],
  ] as const)('is told from %s', (_, offAt) => {
    expect(
      kept((image) => {
        line(image, 100, offAt);
      }),
    ).toBe(1);
  });

  it('is told from a rule with print beside its middle', () => {
    const beside = (image: GreyImage): void => {
      line(image, 100, () => 0);
      fill(image, [101.9, 72, 106, 72.7]);
      fill(image, [101.9, 77, 106, 77.7]);
    };
    expect(kept(beside)).toBe(1);
  });

  it('is told from a long rule of a page that is not flat', () => {
    const bow = (y: number): number => rim(START + ((y - START) * (END - START)) / 100);
    expect(
      kept(
        (image) => {
          line(image, 100, bow, 160);
        },
        upright(100, 160),
      ),
    ).toBe(1);
  });
});
