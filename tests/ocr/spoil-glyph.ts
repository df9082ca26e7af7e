// Spoils the drawing of a glyph as printing, scanning and packing do: size, slant, weight, blur, paper, grain, JPEG, fax.
import type { Random } from '../corpus/random.js';

/** Darkness in [0, 1], rows from the top. */
export interface Darkness {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Draws a part of a picture anew: `width` by `height` pixels, each of `step` old ones, sheared. */
export function redraw(
  from: Darkness,
  to: { readonly width: number; readonly height: number },
  place: {
    readonly x: number;
    readonly y: number;
    readonly stepX: number;
    readonly stepY: number;
    readonly shear: number;
  },
): Darkness {
  const data = new Float32Array(to.width * to.height);
  const taps = Math.max(1, Math.min(4, Math.ceil(place.stepX)));
  for (let y = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (let v = 0; v < taps; v++)
        for (let u = 0; u < taps; u++) {
          const fromY = place.y + (y + (v + 0.5) / taps) * place.stepY - 0.5;
          const fromX = place.x + (x + (u + 0.5) / taps) * place.stepX - 0.5 + place.shear * (fromY - from.height / 2);
          sum += sample(from, fromX, fromY);
        }
      data[y * to.width + x] = sum / (taps * taps);
    }
  return { ...to, data };
}

function sample({ width, height, data }: Darkness, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return 0;
  const [fx, fy] = [x - x0, y - y0];
  const at = y0 * width + x0;
  const above = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const below = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
  return above * (1 - fy) + below * fy;
}

function blurred({ width, height, data }: Darkness, sigma: number): Darkness {
  const reach = Math.ceil(sigma * 2.5);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma)));
  const whole = kernel.reduce((a, b) => a + b, 0);
  const pass = (values: Float32Array, stepX: number, stepY: number): Float32Array => {
    const out = new Float32Array(values.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let k = -reach; k <= reach; k++) {
          const [fromX, fromY] = [x + k * stepX, y + k * stepY];
          if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
          sum += (kernel[k + reach] ?? 0) * (values[fromY * width + fromX] ?? 0);
        }
        out[y * width + x] = sum / whole;
      }
    return out;
  };
  return { width, height, data: pass(pass(data, 1, 0), 0, 1) };
}

// The luminance table of the JPEG standard (ITU T.81, K.1).
const QUANTA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
const COSINES = Array.from({ length: 64 }, (_, k) => {
  const [u, x] = [k >> 3, k & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** What JPEG of a quality leaves of a picture in grey, 0 to 255, in place. */
export function quantise(data: Float32Array, width: number, height: number, quality: number): void {
  const scale = (quality < 50 ? 5000 / quality : 200 - 2 * quality) / 100;
  const [block, turned] = [new Float32Array(64), new Float32Array(64)];
  const transform = (isBack: boolean): void => {
    for (let pass = 0; pass < 2; pass++) {
      for (let row = 0; row < 8; row++)
        for (let k = 0; k < 8; k++) {
          let sum = 0;
          for (let j = 0; j < 8; j++) sum += (block[row * 8 + j] ?? 0) * (COSINES[isBack ? j * 8 + k : k * 8 + j] ?? 0);
          turned[k * 8 + row] = sum;
        }
      block.set(turned);
    }
  };
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let k = 0; k < 64; k++) {
        const [x, y] = [Math.min(width - 1, left + (k & 7)), Math.min(height - 1, top + (k >> 3))];
        block[k] = (data[y * width + x] ?? 255) - 128;
      }
      transform(false);
      for (let k = 0; k < 64; k++) {
        const quantum = Math.max(1, Math.round((QUANTA[k] ?? 99) * scale));
        block[k] = Math.round((block[k] ?? 0) / quantum) * quantum;
      }
      transform(true);
      for (let k = 0; k < 64; k++) {
        const [x, y] = [left + (k & 7), top + (k >> 3)];
        if (x < width && y < height) data[y * width + x] = (block[k] ?? 0) + 128;
      }
    }
}

/** Spoils a drawing whose digits are `digitPx` high; gives grey, 0 black to 255 white. */
export function spoil(drawn: Darkness, digitPx: number, random: Random): Uint8Array {
  const isFax = random.chance(0.25);
  const sigma = random.next() ** 1.5 * (isFax ? 0.035 : 0.075) * digitPx;
  const { width, height, data } = sigma > 0.25 ? blurred(drawn, sigma) : drawn;
  const weight = Math.exp((random.next() - 0.5) * 0.9);
  const [paper, ink] = [255 - random.next() ** 2 * 75, random.next() ** 2 * 120];
  const grain = random.chance(0.5) ? 0 : random.next() * 20;
  const grey = data.map((value) => paper + (ink - paper) * Math.min(1, value) ** weight + bell(random) * grain);
  if (isFax) {
    const level = 150 + (random.next() - 0.5) * 60;
    grey.forEach((value, k) => (grey[k] = value + (random.next() - 0.5) * 60 < level ? 0 : 255));
  } else if (random.chance(0.5)) quantise(grey, width, height, random.int(30, 85));
  return Uint8Array.from(grey, (value) => Math.max(0, Math.min(255, Math.round(value))));
}

const bell = (random: Random): number => (random.next() + random.next() + random.next() + random.next() - 2) * 1.732;
