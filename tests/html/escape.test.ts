import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, html, htmlFrame } from '../../src/html/index.js';

describe('html', () => {
  it('escapes every text, in text and in attributes', () => {
    const hostile = `</script><img src=x onerror="alert('1')">&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">' +
        '&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
    );
  });

  it('takes pieces of HTML, lists and numbers, and writes nothing for what is not there', () => {
    expect(html`<b>${[html`<i>${'a'}</i>`, 2, undefined, false]}</b>`.toString()).toBe('<b><i>a</i>2</b>');
  });

  it('lets no text out of an attribute or an element', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = html`${text}`.toString();
        expect(inside).not.toMatch(/[<>"']/);
      }),
      { seed: 1 },
    );
  });
});

describe('htmlFrame', () => {
  it('allows no network, and no script or style but its own', () => {
    const { head } = htmlFrame({ title: { zh: '标题</title>', en: 't' }, script: 'void 0;' });
    expect(head).toContain('标题&lt;/title&gt;');
    expect(head).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/]+=&#39;/);
    expect(head).toContain('default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-');
    expect(head).not.toContain('unsafe');
  });

  it('holds no script where none is given', () => {
    const { head, foot } = htmlFrame({ title: { zh: '甲', en: 'a' } });
    expect(head + foot).not.toContain('script');
  });
});

it('marks both languages for the switch, and a text that is the same in both not at all', () => {
  expect(both({ zh: '甲', en: 'a' }).toString()).toBe('<span lang="zh">甲</span><span lang="en">a</span>');
  expect(both({ zh: '1', en: '1' }).toString()).toBe('1');
});
