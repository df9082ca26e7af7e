import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { encodeGb18030 } from '../../corpus/web/encode.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);

describe('text of a page', () => {
  it.each([
    [
      'breaks lines at blocks and at <br>, not inside them',
      '<div>一、<b>总体</b><p>二<br>三</div>四',
      ['一、总体', '二', '三', '四'],
    ],
    ['collapses white space and decodes entities', '<p>\n 3&nbsp;件 &lt;4&#xff0c; </p>', ['3 件 <4，']],
    [
      'leaves out scripts, styles, templates and comments',
      '<script>1</script><style>2</style><template>3</template><!-- 4 -->5',
      ['5'],
    ],
    [
      'leaves out what Word writes for itself and keeps the rest',
      '<!--[if gte mso 9]><xml>1</xml><![endif]--><p class=MsoNormal><![if !supportLists]>2.<![endif]><o:p>&nbsp;</o:p></p>',
      ['2.'],
    ],
    [
      'leaves out what is switched off',
      '<p style="color:red; DISPLAY: none !important">1</p><p hidden>2</p><b style="visibility:hidden">3</b>4',
      ['4'],
    ],
    ['shows what an own style switches on', '<p hidden style="display:block">1</p>', ['1']],
    [
      'takes an element for a block whose style says so',
      '<span style="display:block">1</span>2<div style="display:inline">3</div>',
      ['1', '23'],
    ],
    ['keeps lines of preformatted text', '<pre>1 2\n3</pre>', ['1 2', '3']],
    ['tells raised text', '<p>3<sup>1</sup></p>', ['3^1']],
    [
      'does not take the rest of an XHTML page for a script',
      '<?xml version="1.0"?><html><head><script src="a"/></head><body>1</body></html>',
      ['1'],
    ],
  ])('%s', (_, html, lines) => {
    expect(read(html)).toEqual(lines);
  });

  it('refuses a page that is nested without end', () => {
    expect(() => read('<div>'.repeat(5000))).toThrow(/nested/u);
  });
});

describe('a page whose content its file does not hold', () => {
  const elsewhere = (html: string): string | undefined => htmlToPage(new TextEncoder().encode(html)).elsewhere;
  const text = `<p>${'公开'.repeat(200)}</p>`;

  it.each([
    ['script', '<div id=app></div><script src=app.js></script>'],
    ['script', `${text}<td>{{item.value}}</td><script>1</script>`],
    ['script', `${text}<noscript>Please enable JavaScript</noscript><script>1</script>`],
    ['frame', `${text}<iframe src="report.html"></iframe>`],
    ['frame', `${text}<embed src="report.pdf">`],
    [undefined, `${text}<script>1</script><iframe src="about:blank"></iframe>`],
    [undefined, '<p>短文</p>'],
    ['hidden', `<div style="visibility:hidden">${text.repeat(4)}</div><script src=x.js></script>`],
  ])('says where it is: %s', (expected, html) => {
    expect(elsewhere(html)).toBe(expected);
  });
});

describe('tables of a page', () => {
  it.each([
    [
      'spans as stated',
      '<table><tr><td rowspan=2>a<td colspan="3">b<tr><td rowspan=0>c</table>',
      ['[2x1:a|1x3:b; 0x1:c]'],
    ],
    ['spans that are no numbers as 1', '<table><tr><td rowspan=x colspan=0>a<td colspan="-2">b</table>', ['[a|b]']],
    ['no more columns than HTML allows', '<table><tr><td colspan=99999>a</table>', ['[1x1000:a]']],
    [
      'heads above bodies and feet below',
      '<table><tfoot><tr><td>f</tfoot><tbody><tr><td>b</tbody><thead><tr><th>h</thead></table>',
      ['[h; b; f]'],
    ],
    ['a caption on a line of its own', '<table><caption>c</caption><tr><td>a</table>', ['c', '[a]']],
    [
      'neither rows nor cells that are not shown',
      '<table><tr style="display:none"><td>a<tr><td style="display:none">b<td>c</table>',
      ['[c]'],
    ],
    [
      'lines of a cell',
      '<table><tr><td><p>结果</p><p>维持</p><td>总<br>计<td><p><o:p></o:p></p></table>',
      ['[结果/维持|总/计|]'],
    ],
    ['tables in cells', '<table><tr><td>a<table><tr><td>b</table></table>', ['[a/[b]]']],
    [
      'what fields of forms show',
      '<table><tr><td><input value="12"><td><input type=hidden value=3><td><select><option>4<option selected>5</select><td><textarea>6</textarea></table>',
      ['[12||5|6]'],
    ],
    [
      'hidden digits as a doubt, hidden words as none',
      '<table><tr><td>1<i style="display:none">2</i><td>3<i hidden>x</i></table>',
      ['[1!hidden-text|3]'],
    ],
    [
      'a picture as a doubt, a spacer as none',
      '<table><tr><td><img src=a.png><td><img src=b.gif width=1 height=1></table>',
      ['[!picture-in-cell|]'],
    ],
    ['an empty row as a row', '<table><tr><tr><td>a</table>', ['[; a]']],
  ])('have %s', (_, html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });
});

describe('what a page says of itself', () => {
  const properties = (html: string): unknown => htmlToPage(new TextEncoder().encode(html)).properties;

  it('is its title and its date', () => {
    expect(properties('<title> 年报\n_某局</title><meta name="PubDate" content="2024-01-20 10:00">')).toEqual({
      title: '年报 _某局',
      published: '2024-01-20 10:00',
    });
  });

  it('is the title of the article rather than that of the window', () => {
    expect(properties('<title>某网</title><meta name=ArticleTitle content="年报">')).toMatchObject({ title: '年报' });
  });
});

describe('the encoding of a page', () => {
  const pageWith = (declared: string): string => `<html><head>${declared}</head><body>政府信息公开工作年度报告</body>`;
  const text = (bytes: Uint8Array): string => sketchBlocks(htmlToPage(bytes).blocks).join('');

  it.each(['', '<meta charset=gb2312>', '<meta charset=utf-8>', '<meta charset=iso-8859-1>', '<meta charset=big5>'])(
    'is told from the bytes, whatever is declared: %s',
    (declared) => {
      expect(text(new TextEncoder().encode(pageWith(declared)))).toContain('年度报告');
    },
  );

  it.each(['', '<meta charset=utf-8>', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'])(
    'is GB18030 where the bytes are: %s',
    (declared) => {
      expect(text(encodeGb18030(pageWith(declared)))).toContain('年度报告');
    },
  );

  it('is Big5 where that is declared and true', () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset=big5>'), Buffer.from([0xac, 0x46, 0xa9, 0xb2])]);
    expect(text(bytes)).toBe('政府');
  });
});

describe('a saved page', () => {
  const saved = (encoding: string, body: string): string[] =>
    sketchBlocks(
      htmlToPage(
        Buffer.from(
          [
            'From: <Saved by Blink>',
            'MIME-Version: 1.0',
            'Content-Type: multipart/related;',
            '\ttype="text/html"; boundary="--=_b"',
            '',
            'a preamble',
            '----=_b',
            'Content-Type: text/css',
            '',
            'p { }',
            '----=_b',
            `Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: ${encoding}`,
            '',
            body,
            '----=_b--',
          ].join('\r\n'),
        ),
      ).blocks,
    );

  it('is read where it is quoted-printable, soft line ends included', () => {
    expect(saved('quoted-printable', '<p class=3D"x">=D5=FE=\r\n=B8=AE</p>')).toEqual(['政府']);
  });

  it('is read where it is base64', () => {
    expect(saved('base64', Buffer.from('<p>政府</p>').toString('base64'))).toEqual(['政府']);
  });

  it('is read where it is plain', () => {
    expect(saved('8bit', '<p>1=20</p>')).toEqual(['1=20']);
  });
});

describe('what a page holds in other ways than as elements', () => {
  it.each([
    ['a frame with its page', '<iframe srcdoc="<style>.n{display:none}</style>3<b class=n>x</b>"></iframe>', '[3]'],
    ['a template that is shown', '<i><template shadowrootmode=open>3</template></i>', '[3]'],
    ['one beside other digits', '<i><template shadowrootmode=open>3</template>4</i>', '[34!hidden-text]'],
    ['a template that is not', '<template>3</template>4', '[4]'],
    ['a button', '<input type=button value=3>', '[3]'],
    ['what is asked for', '<input placeholder=3>', '[!hidden-text]'],
    ['a secret', '<input type=password value=3>', '[!hidden-text]'],
    ['the number of a list', '<ol start=3><li></ol>', '[!list-number]'],
    ['a number before a figure', '<ul style="list-style:decimal"><li>3</ul>', '[3!list-number]'],
    ['the number of words', '<ol><li>受理3件</ol>', '[受理3件]'],
    ['a drawn figure', '<svg><text x=3>12</text></svg>', '[12!picture-in-cell]'],
    [
      'a figure drawn in pieces',
      '<svg><text x=3>1</text><text x=0>2</text></svg>',
      '[12!order-by-style!picture-in-cell]',
    ],
    ['characters with places', '<svg><text x="3 0">12</text></svg>', '[12!order-by-style!picture-in-cell]'],
  ])('is read or doubted: %s', (_, inside, expected) => {
    expect(read(`<table><tr><td>${inside}</table>`)).toEqual([expected]);
  });
});
