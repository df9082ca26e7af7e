import { describe, expect, it } from 'vitest';
import { allElements, holdsBlock, type HtmlElement } from '../../../src/extract/html/html-elements.js';
import { parsePage } from '../../../src/extract/html/parse-page.js';

const elementsOf = (html: string): readonly HtmlElement[] => {
  const root = parsePage(html);
  return root ? allElements(root) : [];
};

describe('an element that holds what stands on lines of its own', () => {
  it('is any around it, and none beside it', () => {
    const found = elementsOf('<b><i><u><div>1</div></u></i><s>2</s></b>');
    const held = found.filter(({ tagName }) => /^[bius]$/u.test(tagName)).filter(holdsBlock);
    expect(held.map(({ tagName }) => tagName)).toEqual(['b', 'i', 'u']);
  });

  it('is looked through once, however many are asked', () => {
    const depth = 300;
    const html = `${'<b>'.repeat(depth)}<i>1</i>${'</b>'.repeat(depth)}`;
    const elements = elementsOf(html).filter(({ tagName }) => tagName === 'b');
    const leaf = elements.at(-1)?.childNodes[0] as HtmlElement;
    let asked = 0;
    Object.defineProperty(leaf, 'childNodes', { get: () => (asked++, []) });
    expect(elements.filter(holdsBlock)).toEqual([]);
    expect(asked).toBeLessThan(depth / 10);
  });
});
