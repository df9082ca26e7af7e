/** Pictures in grey, as the scan reader works on them. */

/** Places on pages are in points, pictures in pixels per inch. */
export const POINTS_PER_INCH = 72;

/** A picture in grey, rows from the top, without padding. */
export interface GreyImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels per inch, the same both ways. */
  readonly dpi: number;
  /** `widthPx * heightPx` values, 0 black to 255 white. */
  readonly data: Uint8Array;
}

/** Makes a picture. All are made here, alike in memory, so that what goes over their pixels is compiled for one kind and once. */
export function greyImage(widthPx: number, heightPx: number, dpi: number, data: Uint8Array): GreyImage {
  return { widthPx, heightPx, dpi, data };
}

/** A box of pixels: left and top inside, right and bottom just outside; y down. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
