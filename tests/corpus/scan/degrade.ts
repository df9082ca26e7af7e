// What scanners, copiers, fax machines and stamps do to a page. Each takes a picture and gives a new one; what is random
// comes from the seed.
import type { Random } from '../random.js';
import { blankRaster, toColour, type Raster } from './raster.js';

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));

/** Turned about its middle, bilinear; corners that come in from outside are paper. */
export function rotate(raster: Raster, angleDeg: number): Raster {
  const { widthPx: w, heightPx: h, channels, data } = raster;
  const out = blankRaster(w, h, channels);
  const [cos, sin] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  const [cx, cy] = [(w - 1) / 2, (h - 1) / 2];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const fromX = cx + (x - cx) * cos + (y - cy) * sin;
      const fromY = cy - (x - cx) * sin + (y - cy) * cos;
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= w || y0 + 1 >= h) continue;
      const [fx, fy] = [fromX - x0, fromY - y0];
      for (let c = 0; c < channels; c++) {
        const at = (y0 * w + x0) * channels + c;
        const above = (data[at] ?? 255) * (1 - fx) + (data[at + channels] ?? 255) * fx;
        const below = (data[at + w * channels] ?? 255) * (1 - fx) + (data[at + (w + 1) * channels] ?? 255) * fx;
        out.data[(y * w + x) * channels + c] = clamp(above * (1 - fy) + below * fy);
      }
    }
  return out;
}

/** Blurred by a Gaussian, rows then columns. */
export function blur(raster: Raster, sigmaPx: number): Raster {
  const reach = Math.ceil(sigmaPx * 3);
  const raw = Array.from({ length: reach * 2 + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * sigmaPx * sigmaPx)));
  const whole = raw.reduce((a, b) => a + b, 0);
  const kernel = raw.map((weight) => weight / whole);
  const pass = (from: Raster, step: number, isRow: boolean): Raster => {
    const { widthPx: w, heightPx: h, channels, data } = from;
    const out = new Uint8Array(data.length);
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const place = isRow ? x : y;
        const last = (isRow ? w : h) - 1;
        for (let c = 0; c < channels; c++) {
          const at = (y * w + x) * channels + c;
          let sum = 0;
          for (let k = -reach; k <= reach; k++) {
            const clipped = Math.min(last, Math.max(0, place + k)) - place;
            sum += (kernel[k + reach] ?? 0) * (data[at + clipped * step] ?? 255);
          }
          out[at] = clamp(sum);
        }
      }
    return { ...from, data: out };
  };
  return pass(pass(raster, raster.channels, true), raster.widthPx * raster.channels, false);
}

/** Grain: the sum of four even draws is close enough to a bell; and specks, black and white. */
export function addNoise(raster: Raster, sigma: number, speckShare: number, random: Random): Raster {
  const data = Uint8Array.from(raster.data, (value) => {
    const bell = (random.next() + random.next() + random.next() + random.next() - 2) * 1.732;
    return clamp(value + bell * sigma);
  });
  const specks = Math.round(raster.widthPx * raster.heightPx * speckShare);
  for (let k = 0; k < specks; k++) {
    const at = random.int(0, raster.widthPx * raster.heightPx - 1) * raster.channels;
    data.fill(random.chance(0.7) ? 0 : 255, at, at + raster.channels);
  }
  return { ...raster, data };
}

/** How long a dark run must be to count as a ruling: longer than any stroke of a character. */
const RULING_INCHES = 0.3;

/** Rulings faded and broken: long dark runs, across and down, become light, with gaps. */
export function fadeRulings(raster: Raster, dpi: number, random: Random): Raster {
  const { widthPx: w, heightPx: h } = raster;
  const least = Math.round(RULING_INCHES * dpi);
  const marked = new Uint8Array(w * h);
  const scan = (lines: number, length: number, at: (line: number, k: number) => number): void => {
    for (let line = 0; line < lines; line++)
      for (let k = 0, from = -1; k <= length; k++) {
        const isDark = k < length && (raster.data[at(line, k) * raster.channels] ?? 255) < 170;
        if (isDark && from < 0) from = k;
        if (isDark || from < 0) continue;
        if (k - from >= least) for (let j = from; j < k; j++) marked[at(line, j)] = 1;
        from = -1;
      }
  };
  scan(h, w, (y, x) => y * w + x);
  scan(w, h, (x, y) => y * w + x);
  const data = Uint8Array.from(raster.data);
  const tile = Math.max(4, Math.round(dpi / 20));
  const gaps = new Map<number, boolean>();
  marked.forEach((isRuling, k) => {
    if (isRuling === 0) return;
    const place = Math.floor(Math.floor(k / w) / tile) * w + Math.floor((k % w) / tile);
    let isGap = gaps.get(place);
    if (isGap === undefined) gaps.set(place, (isGap = random.chance(0.12)));
    data.fill(isGap ? 255 : 205 + random.int(0, 20), k * raster.channels, (k + 1) * raster.channels);
  });
  return { ...raster, data };
}

/** A round red stamp: ring, star, some strokes for characters; ink lets the print show through. */
export function stamp(raster: Raster, dpi: number, random: Random): Raster {
  const out = toColour({ ...raster, data: Uint8Array.from(raster.data) });
  const radius = 0.8 * dpi;
  const cx = out.widthPx * (0.35 + 0.4 * random.next());
  const cy = out.heightPx * (0.3 + 0.35 * random.next());
  const isInk = (x: number, y: number): boolean => {
    const distance = Math.hypot(x, y) / radius;
    if (distance > 1) return false;
    if (distance > 0.94) return true;
    const angle = Math.atan2(y, x);
    // Characters along the ring: blocks of strokes.
    if (distance > 0.66 && distance < 0.86 && y < radius * 0.55)
      return Math.abs((angle * 7) % 1) < 0.62 && Math.sin(distance * 80) > 0;
    // A five-pointed star.
    const turned = ((((angle + Math.PI / 2) / ((2 * Math.PI) / 5)) % 1) + 1) % 1;
    return distance < 0.3 - 0.36 * Math.min(turned, 1 - turned);
  };
  for (let y = Math.floor(cy - radius); y <= cy + radius; y++)
    for (let x = Math.floor(cx - radius); x <= cx + radius; x++) {
      if (x < 0 || y < 0 || x >= out.widthPx || y >= out.heightPx || !isInk(x - cx, y - cy)) continue;
      if (random.chance(0.12)) continue;
      const at = (y * out.widthPx + x) * 3;
      [0.86, 0.25, 0.22].forEach((share, c) => {
        out.data[at + c] = clamp((out.data[at + c] ?? 255) * share);
      });
    }
  return out;
}

/** What the lid of a scanner leaves: black edges, punch holes, a page that lies a little off. */
export function darkEdges(raster: Raster, dpi: number, random: Random): Raster {
  const data = Uint8Array.from(raster.data);
  const { widthPx: w, heightPx: h, channels } = raster;
  const [left, top, right] = [0.18, 0.1, 0.06].map((most) => Math.round(most * dpi * (0.5 + random.next())));
  const holes = [h * 0.4, h * 0.6];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const isEdge = x < (left ?? 0) || y < (top ?? 0) || x > w - (right ?? 0);
      const isHole = holes.some((middle) => Math.hypot(x - 0.45 * dpi, y - middle) < 0.11 * dpi);
      if (isEdge || isHole) data.fill(random.int(10, 45), (y * w + x) * channels, (y * w + x + 1) * channels);
    }
  return { ...raster, data };
}

/** A photograph's light: brighter in one corner, paper not white, print not black. */
export function shade(raster: Raster, random: Random): Raster {
  const { widthPx: w, heightPx: h, channels } = raster;
  const [fromLeft, fromTop] = [random.chance(0.5), random.chance(0.5)];
  const data = new Uint8Array(raster.data.length);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const across = (fromLeft ? x : w - x) / w;
      const down = (fromTop ? y : h - y) / h;
      const light = 0.95 - 0.3 * across - 0.15 * down;
      for (let c = 0; c < channels; c++) {
        const at = (y * w + x) * channels + c;
        data[at] = clamp(35 + (raster.data[at] ?? 255) * 0.85 * light);
      }
    }
  return { ...raster, data };
}

/** Every value black or white, edges eaten by grain as on a fax. */
export function threshold(raster: Raster, level: number, random: Random): Raster {
  const data = Uint8Array.from(raster.data, (value) => (value + (random.next() - 0.5) * 60 < level ? 0 : 255));
  return { ...raster, data };
}
