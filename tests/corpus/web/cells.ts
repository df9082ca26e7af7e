// The mark-up of a cell's text: as a word processor pastes it, as an editor in the browser leaves it, or clean.
import type { Random } from '../random.js';

/** The tools a page was written with. */
export type Markup = 'word' | 'clean' | 'editor';

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const MSO_FONTS = [
  'font-family:宋体;mso-ascii-font-family:"Times New Roman";mso-hansi-font-family:"Times New Roman"',
  'font-family:仿宋_GB2312;mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt',
  'font-size:10.5pt;mso-bidi-font-size:11.0pt;font-family:楷体;mso-hint-eastasia',
] as const;

/** Breaks a text at up to `most` places that the reader does not see. */
function tear(text: string, most: number, random: Random): string[] {
  const characters = Array.from(text);
  const cuts = new Set<number>();
  for (let k = 0; k < most && characters.length > 1; k++) cuts.add(random.int(1, characters.length - 1));
  const parts: string[] = [''];
  characters.forEach((character, k) => {
    if (cuts.has(k)) parts.push('');
    parts[parts.length - 1] = (parts.at(-1) ?? '') + character;
  });
  return parts;
}

function wordSpans(text: string, random: Random): string {
  const isNumber = /^[\d.,+-]+$/.test(text);
  return tear(text, isNumber ? (random.chance(0.1) ? 1 : 0) : random.int(0, 2), random)
    .map((part) => {
      const language = /^[\x20-\x7e]+$/.test(part) ? ' lang=EN-US' : '';
      const inner = `<span${language} style='${random.pick(MSO_FONTS)}'>${escapeHtml(part)}</span>`;
      return random.chance(0.3) ? `<b style='mso-bidi-font-weight:normal'>${inner}</b>` : inner;
    })
    .join('');
}

function wordParagraphs(text: string, random: Random): string {
  const open = `<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan;layout-grid-mode:char'>`;
  if (text.trim() === '') return `${open}<span lang=EN-US style='${MSO_FONTS[0]}'><o:p>&nbsp;</o:p></span></p>`;
  // A head such as 结果维持 is sometimes two paragraphs.
  const isHead = /^[\u4e00-\u9fff]{4}$/.test(text) && random.chance(0.3);
  const lines = isHead ? [text.slice(0, 2), text.slice(2)] : [text];
  return lines
    .map((line) => `${open}${wordSpans(line, random)}<span lang=EN-US><o:p></o:p></span></p>`)
    .join(random.chance(0.5) ? '\n' : '');
}

function editorText(text: string, random: Random): string {
  if (text.trim() === '') return random.pick(['&nbsp;', '<br>', '', '<p>&nbsp;</p>']);
  const inner = tear(text, random.int(0, 1), random)
    .map((part) => (random.chance(0.5) ? `<font face="宋体" size="2">${escapeHtml(part)}</font>` : escapeHtml(part)))
    // A line break inside a figure would show as a space and part it.
    .join(random.chance(0.1) && !/\d/.test(text) ? '\n' : '');
  return random.pick([inner, `<p style="text-align:center">${inner}</p>`, `<div align="center">&nbsp;${inner}</div>`]);
}

/** The inside of a cell. */
export function cellInside(text: string, markup: Markup, random: Random): string {
  switch (markup) {
    case 'word':
      return wordParagraphs(text, random);
    case 'editor':
      return editorText(text, random);
    case 'clean':
      return escapeHtml(text);
  }
}

/** A paragraph of prose. */
export function paragraphHtml(text: string, markup: Markup, random: Random): string {
  switch (markup) {
    case 'word':
      return `<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt'>${wordSpans(text, random)}<span lang=EN-US><o:p></o:p></span></p>`;
    case 'editor':
      return `<p>&nbsp;&nbsp;&nbsp;&nbsp;${escapeHtml(text)}</p>`;
    case 'clean':
      return `<p>\u3000\u3000${escapeHtml(text)}</p>`;
  }
}
