import { describe, expect, it } from 'vitest';
import { analyse, timed } from '../../src/analysis.js';
import type { Family, Glyph, PositionedPage } from '../../src/model/index.js';
import { ruledTables } from '../../src/reconstruct/index.js';
import { CONTEXT, drawReport, SOUND } from './drawn-report.js';

const PAGES = drawReport(SOUND);
const [FAMILY] = CONTEXT.families;

describe('one pass over a reading', () => {
  it('finds who reports on which year, every figure, and that every law holds', () => {
    const { subject, binding, checks, findings } = analyse(PAGES, CONTEXT);
    expect(subject).toMatchObject({ agency: '某某局', year: 2023 });
    expect(binding.facts).toHaveLength(200);
    expect(binding.edition).toBe('2021');
    expect(checks).toHaveLength(42);
    expect(checks.every(({ outcome }) => outcome === 'holds')).toBe(true);
    expect(findings).toEqual([]);
  });

  it('tells how long each stage took, in order', () => {
    const stages: string[] = [];
    analyse(PAGES, { ...CONTEXT, onStage: (stage, elapsedMs) => stages.push(`${stage} ${elapsedMs >= 0}`) });
    expect(stages).toEqual(['reconstruct true', 'bind true', 'check true']);
  });

  it('takes the family whose form fits most figures', () => {
    if (!FAMILY) throw new Error('no family');
    const narrow: Family = {
      ...FAMILY,
      id: 'narrow',
      editions: FAMILY.editions.map((edition) => ({ ...edition, blocks: edition.blocks.slice(0, 1) })),
    };
    for (const families of [
      [narrow, FAMILY],
      [FAMILY, narrow],
    ]) {
      expect(analyse(PAGES, { ...CONTEXT, families }).binding.facts).toHaveLength(200);
    }
  });

  it('says nothing of headings and subjects where the text around the tables was left unread', () => {
    const bare = PAGES.map((page) => {
      const boxes = ruledTables(page.rulings).map(({ box }) => box);
      const isInside = ({ box }: Glyph): boolean =>
        boxes.some(({ top, bottom }) => box.top >= top - 2 && box.bottom <= bottom + 2);
      return { ...page, glyphs: page.glyphs.filter(isInside) };
    });
    const unread = bare.map((page) => ({ ...page, doubts: [{ kind: 'prose-unread', detail: '' }] as const }));
    const rulesOf = (pages: readonly PositionedPage[]): readonly string[] =>
      analyse(pages, CONTEXT).findings.map(({ rule }) => rule);
    expect(rulesOf(bare)).toContain('form.no_headings');
    expect(rulesOf(unread)).toEqual(['meta.no_title']);
  });

  it('warns of a name read from a picture that is in no known division', () => {
    const scanned = PAGES.map((page) => ({
      ...page,
      reader: 'scan' as const,
      glyphs: page.glyphs.map((glyph) => ({ ...glyph, readings: [{ text: glyph.text, confidence: 1 }] })),
    }));
    expect(analyse(scanned, CONTEXT).findings).toMatchObject([
      { rule: 'meta.agency_unconfirmed', severity: 'warning', cause: 'unknown', actual: '某某局' },
    ]);
  });

  it('comes out alike each time', () => {
    expect(analyse(PAGES, CONTEXT)).toEqual(analyse(PAGES, CONTEXT));
  });

  it('recognises nothing on empty pages', () => {
    const { binding, checks, layout } = analyse([], CONTEXT);
    expect([binding.facts, checks, layout.tables, layout.hasText]).toEqual([[], [], [], false]);
  });

  it('needs a family', () => {
    expect(() => analyse(PAGES, { ...CONTEXT, families: [] })).toThrow(RangeError);
  });
});

describe('timed', () => {
  it('gives back what the step gives', () => {
    const stages: string[] = [];
    expect(
      timed(
        'step',
        (stage) => stages.push(stage),
        () => 7,
      ),
    ).toBe(7);
    expect(stages).toEqual(['step']);
  });
});
