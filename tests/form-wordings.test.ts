// What forms say in their tables, for the reading of scans.
import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../src/families/index.js';
import { wordingsOf } from '../src/form-wordings.js';

describe('the wordings of the forms', () => {
  it('are the labels of rows, columns and groups, each once, with the other wordings seen', async () => {
    const wordings = wordingsOf(await loadFamilies(PIPELINES_DIRECTORY));
    expect(new Set(wordings).size).toBe(wordings.length);
    for (const part of ['予以公开', '自然人', '无法提供', '行政处罚', '结果维持'])
      expect(wordings.some((wording) => wording.includes(part))).toBe(true);
  });
});
