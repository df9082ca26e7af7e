/** Text that is in no element of a page but in its style sheets: what they write before and after what is in an element. */
import { attributeOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import type { Side } from './sheet-rules.js';
import type { PossibleValue, StyleSheets } from './style-sheets.js';

/** What a sheet writes beside what is in an element. */
export interface DrawnContent {
  /** As it is seen; empty where that is not certain, or nothing. */
  readonly text: string;
  /** Whether something of a figure may be seen that is not in `text`. */
  readonly isUncertain: boolean;
  readonly isPicture: boolean;
}

const NOTHING: DrawnContent = { text: '', isUncertain: false, isPicture: false };
/** What may be a figure or part of one: private characters are drawn by a font as it likes. */
const OF_FIGURE = /[\p{N}\p{Co}〇.\-−]/u;

/** What the sheets of a page write before or after what is in an element. */
export function drawnContent(element: HtmlElement, side: Side, sheets: StyleSheets): DrawnContent {
  const values = sheets.contentsOf(element, side);
  if (values.length === 0) return NOTHING;
  const shapes = sheets.contentShapesOf(element, side);
  const drawn = values.map(({ value }) => textOfContent(value, element));
  if (isSurely(shapes, 'hidden')) return { ...NOTHING, isUncertain: drawn.some(({ text }) => /\p{N}/u.test(text)) };
  const [only] = drawn;
  if (drawn.length === 1 && only !== undefined && values[0]?.isCertain === true && shapes.length === 0) {
    return { text: only.text, isUncertain: only.isOpen, isPicture: only.isPicture };
  }
  const isUncertain = drawn.some(({ text, isOpen }) => isOpen || OF_FIGURE.test(text));
  return { text: '', isUncertain, isPicture: drawn.some(({ isPicture }) => isPicture) };
}

function isSurely(values: readonly PossibleValue[], wanted: string): boolean {
  return values.length > 0 && values.every(({ value }) => value === wanted) && values[0]?.isCertain === true;
}

interface ContentText {
  readonly text: string;
  /** Something in it is not followed here: a counter, a variable. */
  readonly isOpen: boolean;
  readonly isPicture: boolean;
}

const PARTS =
  /(?<image>(?:url|[\w-]*image|[\w-]*gradient)\((?:"[^"]*"|'[^']*'|[^)"'])*\))|"(?<double>(?:\\[\s\S]|[^"\\])*)"|'(?<single>(?:\\[\s\S]|[^'\\])*)'|attr\(\s*(?<name>[\w-]+)[^)]*\)|(?<other>[\w-]+)(?<call>\()?|(?<alt>\/)/gu;

/** The text of a value of `content` ("content" in CSS Generated Content 3). */
function textOfContent(value: string, element: HtmlElement): ContentText {
  let text = '';
  let isOpen = false;
  let isPicture = false;
  for (const { groups = {} } of value.matchAll(PARTS)) {
    if (groups['alt'] !== undefined) break;
    const stated = groups['double'] ?? groups['single'];
    if (stated !== undefined) text += unescaped(stated);
    else if (groups['name'] !== undefined) text += attributeOf(element, groups['name'].toLowerCase()) ?? '';
    else if (groups['image'] !== undefined) isPicture = true;
    else if (groups['call'] !== undefined) isOpen = true;
  }
  return { text, isOpen, isPicture };
}

/** `\31` and `\"` (CSS Syntax 3, "Escaping"). */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([\s\S]))/giu, (_, code?: string, sign?: string) =>
    code === undefined ? (sign ?? '') : characterOf(Number.parseInt(code, 16)),
  );
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
