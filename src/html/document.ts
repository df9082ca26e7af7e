/** Whole pages: one file, no network, and a policy under which only our own script and style run. */
import { createHash } from 'node:crypto';
import type { BilingualText } from '../model/index.js';
import { html, type Html } from './escape.js';
import { BASE_STYLE } from './base-style.js';

/** What a page is made of beside its body. */
export interface HtmlFrame {
  readonly title: BilingualText;
  /** Joined to the style of all pages. Our own text, never a document's. */
  readonly style?: string;
  /** Our own text, never a document's. */
  readonly script?: string;
}

/**
 * What stands before and behind the body of a page. Its language is switched without a script: both languages are in it, and
 * a style hides one.
 */
export function htmlFrame({ title, style = '', script = '' }: HtmlFrame): {
  readonly head: string;
  readonly foot: string;
} {
  const css = BASE_STYLE + style;
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src '${hashOf(css)}'`,
    ...(script === '' ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // The texts whose hashes the policy names are ours and are written as they are; all else is escaped.
  const head = [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
    html`<meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>${title.zh} · ${title.en}</title> `.toString(),
    `<style>${css}</style>\n</head>\n<body>\n`,
    languageSwitch().toString(),
  ].join('');
  return { head, foot: `${script === '' ? '' : `\n<script>${script}</script>`}\n</body>\n</html>\n` };
}

/** A text in both languages, of which the page shows one. */
export function both({ zh, en }: BilingualText): Html {
  return zh === en ? html`${zh}` : html`<span lang="zh">${zh}</span><span lang="en">${en}</span>`;
}

function languageSwitch(): Html {
  return html`<fieldset class="language">
    <legend>语言 Language</legend>
    <label><input type="radio" name="language" id="language-zh" checked /> 中文</label>
    <label><input type="radio" name="language" id="language-en" /> English</label>
  </fieldset> `;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
