import { describe, expect, it } from 'vitest';
import { LAYOUTS } from './layouts.js';
import { makeDocument } from './make.js';
import { figuresNotIn } from './prove.js';
import { renderText } from './text.js';

describe('the proof of a printed document', () => {
  const made = makeDocument({ seed: 5, layoutName: 'dump-tabs', layout: LAYOUTS['dump-tabs'] ?? {}, renderer: 'text' });
  const text = Buffer.from(renderText(made)).toString('utf8');

  it('finds every figure of the truth in the text', () => {
    expect(figuresNotIn(text, made.truth)).toEqual([]);
  });

  it('names the figures that are not there', () => {
    expect(figuresNotIn(text, { ...made.truth, reviews: { review: [987654] } })).toEqual([987654]);
  });
});
