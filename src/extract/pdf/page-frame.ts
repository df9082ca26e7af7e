/**
 * The frame of a page: the rotated crop box, and the transform that takes PDF's coordinates into it. Both readers rotate
 * here rather than in their libraries, whose boxes were seen to come transposed or to run off a rotated page.
 * `/UserUnit` is left alone: PDFium does not tell it, and the two readers must agree.
 */
import type { Affine } from './affine.js';

/** A box in PDF's own coordinates, y up. */
export interface UserSpaceBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The visible area of a page. */
export interface PageFrame {
  /** Of the rotated crop box, in points. */
  readonly width: number;
  readonly height: number;
  /** From the page's coordinates to points from the top left of the rotated crop box, y down. */
  readonly toPage: Affine;
}

/** A page of ISO A4, for a file whose boxes are empty. */
const FALLBACK_BOX: UserSpaceBox = { left: 0, bottom: 0, right: 595, top: 842 };

/**
 * Makes the frame of a page.
 *
 * @param box - The crop box, already cut by the media box.
 * @param rotation - `/Rotate` in degrees, clockwise, any multiple of 90.
 */
export function pageFrame(box: UserSpaceBox, rotation: number): PageFrame {
  const { left, bottom, right, top } = box.right > box.left && box.top > box.bottom ? box : FALLBACK_BOX;
  const width = right - left;
  const height = top - bottom;
  switch ((((Math.round(rotation / 90) * 90) % 360) + 360) % 360) {
    case 90:
      return { width: height, height: width, toPage: [0, 1, 1, 0, -bottom, -left] };
    case 180:
      return { width, height, toPage: [-1, 0, 0, 1, right, -bottom] };
    case 270:
      return { width: height, height: width, toPage: [0, -1, -1, 0, top, right] };
    default:
      return { width, height, toPage: [1, 0, 0, -1, -left, top] };
  }
}
