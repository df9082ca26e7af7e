import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.js';
import type { PositionedPage } from '../../src/model/index.js';
import {
  brokenPages,
  doubtBrokenPages,
  hasUnknownLabels,
  hasWrongWords,
  impossibleShare,
} from '../../src/text-layer.js';
import { CONTEXT, drawReport, SOUND } from './drawn-report.js';

const PAGES = drawReport(SOUND);

/** The pages with the characters of one of them that a test chooses in place of others. */
function garbled(pageNumber: number, change: (text: string, at: number) => string): PositionedPage[] {
  return PAGES.map((page) =>
    page.pageNumber === pageNumber
      ? { ...page, glyphs: page.glyphs.map((glyph, at) => ({ ...glyph, text: change(glyph.text, at) })) }
      : page,
  );
}

describe('a text layer', () => {
  it('is sound where every character may stand in a report', () => {
    expect(PAGES.map(impossibleShare)).toEqual([0, 0, 0]);
    expect(brokenPages(PAGES)).toEqual([]);
  });

  it.each([
    ['no Unicode', '\ufffd'],
    ['private use', '\ue123'],
    ['control characters', '\u0007'],
    ['rare Chinese characters', '\u3a71'],
    ['rarer Chinese characters', '\u{20c30}'],
    ['characters that are none', '\u{3fffe}'],
  ])('is broken where a quarter of a page is %s', (_, character) => {
    const pages = garbled(2, (text, at) => (at % 4 === 0 ? character : text));
    expect(brokenPages(pages).map(({ pageNumber }) => pageNumber)).toEqual([2]);
  });

  it('is sound with one rare name', () => {
    expect(brokenPages(garbled(2, (text, at) => (at === 0 ? '\u{20c30}' : text)))).toEqual([]);
  });

  it('has the figures of its broken pages doubted, and no others', () => {
    const pages = garbled(3, (text, at) => (/\d/u.test(text) || at % 3 !== 0 ? text : '\ue000'));
    const { facts } = doubtBrokenPages(analyse(pages, CONTEXT)).binding;
    const doubted = facts.filter(({ doubts }) => doubts.includes('text-layer-broken'));
    expect(doubted.length).toBeGreaterThan(0);
    expect(new Set(doubted.map(({ place, status }) => `${place?.pageNumber} ${status}`))).toEqual(
      new Set(['3 suspect']),
    );
    expect(facts.filter(({ place }) => place?.pageNumber === 3).length).toBe(doubted.length);
  });

  it('has all figures doubted where the words of its pages are none', () => {
    const shift = (text: string): string =>
      /\p{Script=Han}/u.test(text) ? String.fromCharCode(text.charCodeAt(0) + 3) : text;
    const pages = PAGES.map((page) => ({
      ...page,
      glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: shift(glyph.text) })),
    }));
    expect([PAGES, pages].map(hasWrongWords)).toEqual([false, true]);
    const analysis = analyse(PAGES, CONTEXT);
    const { facts } = doubtBrokenPages({ ...analysis, pages }).binding;
    expect(facts.filter(({ place }) => place).every(({ doubts }) => doubts.includes('text-layer-broken'))).toBe(true);
  });

  it('says other words than the page shows where tables are full of figures and no label is known', () => {
    const three = PAGES.slice(1, 2);
    const shifted = three.map((page) => ({
      ...page,
      glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: /\p{Script=Han}/u.test(glyph.text) ? '兀' : glyph.text })),
    }));
    expect(hasUnknownLabels(analyse(shifted, CONTEXT))).toBe(true);
    expect(hasUnknownLabels(analyse(PAGES, CONTEXT))).toBe(false);
  });
});
