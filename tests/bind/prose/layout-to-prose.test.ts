import { describe, expect, it } from 'vitest';
import { layoutToProse } from '../../../src/bind/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Fact, TextLine } from '../../../src/model/index.js';
import { SILENT, STATING } from './sentences.js';

const [loaded] = await loadFamilies(PIPELINES_DIRECTORY);
if (loaded === undefined) throw new Error('no family is loaded');
const family = loaded;

const AGENCY = '梧岚市教育局';

function stated(lines: readonly TextLine[], agency = AGENCY, year = 2023): readonly Fact[] {
  const subject = { agency, year, regionCode: '', level: '' } as const;
  return layoutToProse({ tables: [], lines, hasText: true }, family, { subject, edition: '2021', isTitled: true }).value
    .facts;
}

function line(text: string): TextLine {
  return { text, pageNumber: 0, tablesBefore: 0 };
}

function valuesOf(facts: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(facts.map(({ row, column, value }) => [`${row}/${column}`, value]));
}

describe('figures in sentences', () => {
  it.each(STATING)('reads what is stated: $text', ({ text, facts, agency }) => {
    const found = stated([line(text)], agency);
    expect(valuesOf(found)).toEqual(facts);
    expect(found.filter(({ status }) => status !== 'printed')).toEqual([]);
  });

  it.each(SILENT)('reads nothing else: $text', ({ text, facts, agency }) => {
    expect(valuesOf(stated([line(text)], agency))).toEqual(facts);
  });
});
