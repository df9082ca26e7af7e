import { describe, expect, it } from 'vitest';
import { htmlTextToPage } from '../../../src/extract/html/html-to-page.js';
import { sketchBlocks } from '../marked.js';

const ARTICLE = `<p>收到2件。</p>${'<p>坚持公开。</p>'.repeat(60)}<table><tr><td>受理<td>12<tr><td>答复<td>7</table>`;
const SHOWS = 'var c = document.getElementById("js_content"); c.style.visibility = "visible"; c.style.opacity = 1;';
const read = (style: string, script: string, inside = ARTICLE, around = '<h1>题名</h1>'): readonly string[] =>
  sketchBlocks(
    htmlTextToPage(`${around}<div id="js_content" style="${style}">${inside}</div><script>${script}</script>`).blocks,
  );

describe('an article that is hidden until a script shows it', () => {
  it.each(['visibility: hidden; opacity: 0', 'visibility:hidden', 'display:none'])('is read: %s', (style) => {
    const blocks = read(style, SHOWS);
    expect(blocks.slice(0, 2)).toEqual(['题名', '收到2件。']);
    expect(blocks.at(-1)).toBe('[受理|12; 答复|7]');
  });

  it('is left out where no script inside the page looks it up, or for something else', () => {
    for (const script of ['', 'document.getElementById("other").style.display = ""', 'count("js_content")']) {
      expect(read('visibility:hidden', script)).toEqual(['题名']);
    }
  });

  it('is left out where it is not what the page says', () => {
    expect(read('visibility:hidden', SHOWS, '<p>旧稿：收到3件。</p>', ARTICLE).join()).not.toContain('3');
    expect(
      read('visibility:hidden', SHOWS, ARTICLE, `<div>${ARTICLE}</div>`).filter((text) => text === '收到2件。').length,
    ).toBe(1);
  });

  it('keeps hidden what is hidden in it', () => {
    expect(read('visibility:hidden', SHOWS, `${ARTICLE}<p style="display:none">收到9件。</p>`).join()).not.toContain(
      '9',
    );
  });
});
