import { expect, it } from 'vitest';
import { findRules } from '../../../src/extract/scan/find-rules.js';
import { slopeOfRules } from '../../../src/extract/scan/slope-of-rules.js';
import { turnByAngle } from '../../../src/extract/scan/turn-image.js';
import { drawGrid, paper } from './drawn-page.js';

function slopeOf(degrees: number): number {
  const image = paper(500, 400, 200);
  drawGrid(image, [40, 240, 450], [50, 200, 230, 350]);
  const turned = turnByAngle(image, degrees);
  return slopeOfRules(turned, findRules(turned));
}

it.each([0.15, -0.1, 0.04])('rules tell that their page still falls by %d degrees', (degrees) => {
  expect(Math.abs(slopeOf(degrees) - degrees)).toBeLessThan(0.02);
});

it('the rules of a straight page tell no angle, nor do short ones', () => {
  expect(Math.abs(slopeOf(0))).toBeLessThan(0.005);
  const image = paper(500, 400, 200);
  drawGrid(image, [40, 100], [50, 90]);
  const turned = turnByAngle(image, 0.5);
  expect(slopeOfRules(turned, findRules(turned))).toBe(0);
});
