import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { sketchBlocks } from '../marked.js';

interface Part {
  readonly at: string;
  readonly text: string;
  readonly type?: string;
  readonly id?: string;
}

/** A saved page: its parts, the page itself first. */
function archive(...parts: readonly Part[]): Uint8Array {
  const written = parts.map(({ at, text, type = 'text/html', id }) =>
    [
      '--B',
      `Content-Type: ${type}`,
      ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
      'Content-Transfer-Encoding: base64',
      `Content-Location: ${at}`,
      '',
      Buffer.from(text).toString('base64'),
      '',
    ].join('\r\n'),
  );
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n';
  return Buffer.from(`${head}${written.join('')}--B--\r\n`);
}

const read = (...parts: readonly Part[]): readonly string[] => sketchBlocks(htmlToPage(archive(...parts)).blocks);

describe('a page that was saved with its parts', () => {
  it('is refused where its frames show one another in every order', () => {
    const names = Array.from({ length: 9 }, (_, at) => `http://a.cn/${at}.html`);
    const text = names.map((name) => `<iframe src="${name}"></iframe>`).join('');
    expect(() => read(...names.map((at) => ({ at, text })))).toThrow(/frames/u);
  });

  it('is seen with its style sheets', () => {
    const page = '<link rel=stylesheet href="s.css"><p>1<i class=h>9</i>8<i class=d></i></p>';
    const sheet = { at: 'http://a.cn/n/s.css', type: 'text/css', text: '.h{display:none}.d::after{content:"3"}' };
    expect(read({ at: 'http://a.cn/n/1.html', text: page }, sheet)).toEqual(['1\ufffd83']);
  });

  it('is seen with the sheets that its sheets import', () => {
    const page = '<style>@import "c/s.css";</style><p>1<i class=h>9</i>8</p>';
    const sheet = { at: 'http://a.cn/n/c/s.css', type: 'text/css', text: '@import url(../t.css) screen; p{color:red}' };
    const next = { at: 'http://a.cn/n/t.css', type: 'text/css', text: '.h{display:none}' };
    const hidden = read({ at: 'http://a.cn/n/1.html', text: page.replace('@import "c/s.css";', '.h{display:none}') });
    expect(hidden).not.toEqual(['198']);
    expect(read({ at: 'http://a.cn/n/1.html', text: page }, sheet, next)).toEqual(hidden);
  });

  it.each([
    ['by its address', '<p>甲</p><iframe src="../b.html#x"></iframe>', ['甲', '乙']],
    ['by its name', '<iframe src="cid:frame-1@x"></iframe>', ['乙']],
    ['in a set of frames', '<frameset><frame src="http://a.cn/b.html"></frameset>', ['乙']],
    ['once where it frames itself', '<p>甲</p><iframe src="http://a.cn/n/1.html"></iframe>', ['甲']],
    ['unless it is hidden', '<iframe hidden src="http://a.cn/b.html"></iframe>', []],
    ['unless it is not at hand', '<p>甲</p><iframe src="http://a.cn/c.html"></iframe>', ['甲']],
  ])('shows the page in a frame %s', (_, text, expected) => {
    const framed = { at: 'http://a.cn/b.html', id: 'frame-1@x', text: '<p>乙</p>' };
    expect(read({ at: 'http://a.cn/n/1.html', text }, framed)).toEqual(expected);
  });

  it('has the sheets of a workbook in their order, not the one that is open', () => {
    const links = [2, 1].map((k) => `<link id="shLink" href="book.files/sheet00${k}.htm">`);
    const book = `<html><head>${links.join('')}</head><frameset><frame src="book.files/sheet001.htm"></frameset></html>`;
    const sheet = (k: number): Part => ({ at: `file:///D:/x/book.files/sheet00${k}.htm`, text: `<p>第${k}张</p>` });
    expect(read({ at: 'file:///C:/x/book.htm', text: book }, sheet(1), sheet(2))).toEqual(['第2张', '第1张']);
  });
});

describe('sheets with many rules', () => {
  it('outweigh one another as a browser says, whatever their selectors name', () => {
    const rules =
      '#i{display:none}b{display:inline}.c{display:none}b.c{display:inline}*{display:none}i{display:inline}';
    const page = `<style>${rules} p,body,html{display:block}</style><p><b>1</b><b class=c>2</b><b id=i>3</b><i>4</i></p>`;
    expect(sketchBlocks(htmlToPage(Buffer.from(page)).blocks)).toEqual(['12\ufffd4']);
  });
});
