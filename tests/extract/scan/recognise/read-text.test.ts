import { describe, expect, it } from 'vitest';
import { readText } from '../../../../src/extract/scan/recognise/read-text.js';
import type { TesseractEngine } from '../../../../src/extract/scan/recognise/tesseract-engine.js';
import { cuttingOf } from './pictures.js';

/** Two characters as boxes that no network knows. */
function label() {
  const [widthPx, heightPx] = [80, 40];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 8; y < 32; y++) for (const x0 of [10, 38]) data.fill(0, y * widthPx + x0, y * widthPx + x0 + 22);
  return cuttingOf('label', widthPx, heightPx, data);
}

/** An engine that reads each picture as the next of these, and how high the pictures were. */
function reading(texts: readonly string[], confidence: number) {
  const heights: number[] = [];
  const engine: TesseractEngine = {
    read: ({ widthPx, heightPx }) => {
      const line = Array.from(texts[heights.push(heightPx) - 1] ?? '', (text, k) => {
        const x0 = 20 + 30 * k;
        return { text, confidence, box: { x0, x1: Math.min(x0 + 20, widthPx), y0: 20, y1: heightPx - 20 } };
      });
      return Promise.resolve([line]);
    },
    close: () => Promise.resolve(),
  };
  return { engine, heights };
}

async function read(texts: readonly string[], confidence: number) {
  const { engine, heights } = reading(texts, confidence);
  const [found] = await readText([label()], ['总计', '其他处理'], () => Promise.resolve(engine));
  const text = found?.lines.flatMap(({ glyphs }) => glyphs.map(({ readings }) => readings[0]?.text ?? '')).join('');
  return { text, heights };
}

describe('a label that the engine hardly read', () => {
  it('is read once more, larger, and taken where it says a known wording then', async () => {
    const { text, heights } = await read(['塌计', '总计'], 0.5);
    expect(text).toBe('总计');
    expect(heights[1]).toBeGreaterThan(heights[0] ?? Infinity);
  });

  it('is left as it was where that says nothing known either', async () => {
    expect((await read(['塌计', '加计'], 0.5)).text).toBe('塌计');
  });

  it('is not read again where it was read with confidence, or says what forms say', async () => {
    expect((await read(['塌计', '总计'], 0.95)).text).toBe('塌计');
    expect((await read(['总计', '其他'], 0.5)).heights).toHaveLength(1);
  });
});

it('characters stay in their line where the boxes of the engine reach over it', async () => {
  const engine: TesseractEngine = {
    read: ({ heightPx }) =>
      Promise.resolve([[{ text: '塌', confidence: 0.95, box: { x0: 20, x1: 40, y0: 24, y1: heightPx + 30 } }]]),
    close: () => Promise.resolve(),
  };
  const [found] = await readText([label()], [], () => Promise.resolve(engine));
  const [glyph] = found?.lines[0]?.glyphs ?? [];
  expect(glyph?.box.y1).toBeLessThanOrEqual(32);
});
