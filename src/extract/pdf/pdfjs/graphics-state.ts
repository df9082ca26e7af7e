/** The graphics state while operators are walked (ISO 32000-2 §8.4, §9.3), as far as it decides what is read. */
import type { Bbox } from '../../../model/index.js';
import type { Affine } from '../affine.js';
import type { FontFacts } from './page-fonts.js';

/** What `save` keeps and `restore` brings back. */
export interface GraphicsState {
  /** From the coordinates of the moment to the page. */
  ctm: Affine;
  /** What clips leave of the page; absent for all of it. */
  clip: Bbox | undefined;
  /** Whether all clips are rectangles along the page's axes, so that `clip` is just what they leave. */
  isClipExact: boolean;
  lineWidth: number;
  /** Red, green and blue in one number, or `PATTERN`; absent for a paint that draws nothing. */
  strokeColor: number | undefined;
  fillColor: number | undefined;
  strokeAlpha: number;
  fillAlpha: number;
  /** Whether paint replaces what lies below it: no blending, no soft mask. */
  isPlain: boolean;
  font: FontFacts | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 for none. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

/** The state at the beginning of a page. */
export function initialState(ctm: Affine): GraphicsState {
  return {
    ctm,
    clip: undefined,
    isClipExact: true,
    lineWidth: 1,
    strokeColor: 0,
    fillColor: 0,
    strokeAlpha: 1,
    fillAlpha: 1,
    isPlain: true,
    font: undefined,
    fontSize: 1,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}

/** Whether a fill hides all below it, just where its clip lets it. */
export function isOpaque({ isPlain, isClipExact, fillAlpha }: GraphicsState): boolean {
  return isPlain && isClipExact && fillAlpha === 1;
}

/** Where the next glyph goes: reset by each text object, never saved. */
export interface TextPosition {
  matrix: Affine;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}
