/**
 * Takes the style sheets that a page refers to, as far as they are at hand, into the page: those written into an address (`data:`),
 * those saved along with it, and what such sheets import. What is elsewhere stays a reference.
 */
import { parse as parseSheet, CssSyntaxError, type AtRule, type Root } from 'postcss';
import { PipelineError } from '../../model/index.js';
import { decodeText } from '../text/decode-text.js';
import { allElements, attributeOf, textOf, type HtmlElement } from './html-elements.js';

/** A sheet that is at hand. */
export interface SheetAtHand {
  readonly text: string;
  /** What addresses in it are relative to. */
  readonly base: string;
  /** False where browsers may refuse it for what it is called. */
  readonly isCertain: boolean;
}

/** The sheet that an address leads to; `undefined` where it is not at hand. */
export type SheetOf = (address: string, base: string) => SheetAtHand | undefined;

/** More imports than any page has; sheets that import one another are without end. */
const MOST_IMPORTS = 200;
const DEEPEST = 16;

const TOO_MANY_IMPORTS = {
  zh: `网页的样式表引入超过 ${MOST_IMPORTS} 个，不予读取`,
  en: `the style sheets of the page import more than ${MOST_IMPORTS} others; it is not read`,
};

/** A condition that no browser's window answers: what is under it holds or does not. */
const UNKNOWN = 'unknown';

/**
 * Puts sheets into the page, each in the place of its reference.
 *
 * @param base what the page's own addresses are relative to
 * @throws {PipelineError} `memory-limit` for imports without end
 */
export function takeInSheets(root: HtmlElement, base: string, savedSheet: SheetOf = () => undefined): void {
  let imported = 0;
  const sheetOf: SheetOf = (address, around) => dataSheet(address, around) ?? savedSheet(address, around);
  const withImports = (text: string, around: string, depth: number): string => {
    if (!/@import/iu.test(text) || depth > DEEPEST) return text;
    const sheet = parsed(text);
    if (sheet === undefined) return text;
    for (const rule of importsOf(sheet)) {
      const { address, condition } = readImport(rule.params);
      const found = sheetOf(address, around);
      if (found === undefined) continue;
      if (imported++ >= MOST_IMPORTS) throw new PipelineError('memory-limit', TOO_MANY_IMPORTS);
      const inside = withImports(found.text, found.base, depth + 1);
      rule.replaceWith(under(found.isCertain ? condition : UNKNOWN, inside));
    }
    return sheet.toString();
  };
  for (const element of allElements(root)) {
    if (element.tagName === 'style') setText(element, withImports(textOf(element), base, 0));
    if (!isSheet(element)) continue;
    const found = sheetOf((attributeOf(element, 'href') ?? '').trim(), base);
    if (found === undefined) continue;
    const text = withImports(found.text, found.base, 0);
    becomeSheet(element, found.isCertain && isInUse(element) ? text : under(UNKNOWN, text));
  }
}

/** Whether a link leads to a sheet. */
function isSheet(element: HtmlElement): boolean {
  return element.tagName === 'link' && kindsOf(element).includes('stylesheet');
}

/** A sheet that readers may choose instead of others is not in use before a script or they say so. */
function isInUse(link: HtmlElement): boolean {
  return !kindsOf(link).includes('alternate') && attributeOf(link, 'disabled') === undefined;
}

function kindsOf(link: HtmlElement): readonly string[] {
  return attributeOf(link, 'rel')?.toLowerCase().split(/\s+/u) ?? [];
}

/** A link to a sheet that is at hand becomes the sheet. */
function becomeSheet(link: HtmlElement, text: string): void {
  link.nodeName = 'style';
  link.tagName = 'style';
  // What it says of its type it says of the link.
  link.attrs = link.attrs.filter(({ name }) => name !== 'type');
  setText(link, text);
}

function setText(style: HtmlElement, text: string): void {
  if (text === textOf(style) && style.childNodes.length > 0) return;
  style.childNodes = [{ nodeName: '#text', value: text, parentNode: style }];
}

/** What a missing brace in a sheet does to the rules around it is not followed: it is left as it is. */
function parsed(text: string): Root | undefined {
  try {
    return parseSheet(text.replace(/<!--|-->/gu, ' '));
  } catch (error) {
    if (error instanceof CssSyntaxError) return undefined;
    throw error;
  }
}

/** The imports of a sheet: they stand before all its rules, and elsewhere do nothing. */
function importsOf(sheet: Root): readonly AtRule[] {
  const found: AtRule[] = [];
  for (const node of sheet.nodes) {
    if (node.type === 'comment') continue;
    if (node.type !== 'atrule' || !/^(?:charset|layer|import)$/iu.test(node.name) || node.nodes !== undefined) break;
    if (node.name.toLowerCase() === 'import') found.push(node);
  }
  return found;
}

const IMPORT =
  /^(?:url\(\s*(?:"(?<a>(?:[^"\\]|\\[^])*)"|'(?<b>(?:[^'\\]|\\[^])*)'|(?<c>[^)]*?))\s*\)|"(?<d>(?:[^"\\]|\\[^])*)"|'(?<e>(?:[^'\\]|\\[^])*)')(?<rest>[^]*)$/iu;

function readImport(params: string): { readonly address: string; readonly condition: string } {
  const { a, b, c, d, e, rest = '' } = IMPORT.exec(params.trim())?.groups ?? {};
  return { address: withoutEscapes(a ?? b ?? c ?? d ?? e ?? '').trim(), condition: rest.trim() };
}

/** CSS Syntax 3, "Consume an escaped code point". */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\r?\n|([^]))/giu, (_, code?: string, character?: string) => {
    if (code === undefined) return character ?? '';
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= LAST_CODE_POINT ? String.fromCodePoint(point) : '\ufffd';
  });
}

const LAST_CODE_POINT = 0x10ffff;

function under(condition: string, text: string): string {
  if (condition === '') return text;
  // Layers and features are conditions of other kinds: what they come to is not followed.
  const media = /\b(?:layer|supports)\b/iu.test(condition) ? UNKNOWN : condition;
  return `@media ${media} {${closed(text)}}`;
}

/** A sheet within a condition must end where it ends; what it leaves open its end closes. */
function closed(text: string): string {
  const sheet = parsed(text);
  return sheet === undefined ? '' : sheet.toString();
}

const DATA = /^data:(?<type>[^,;]*)(?<more>[^,]*),(?<data>[^]*)$/iu;

/** The sheet that an address holds in itself (RFC 2397). */
function dataSheet(address: string, base: string): SheetAtHand | undefined {
  // An address ends at `#`, and line ends in it are none of it (URL Standard).
  const groups = DATA.exec(address.replace(/[\t\r\n]/gu, '').replace(/#[^]*$/u, ''))?.groups;
  if (groups === undefined) return undefined;
  const { type = '', more = '', data = '' } = groups;
  const bytes = withoutPercents(data);
  const isBase64 = /;\s*base64\s*$/iu.test(more);
  const text = decodeText(isBase64 ? Buffer.from(bytes.toString('latin1'), 'base64') : bytes);
  return { text, base, isCertain: type.trim().toLowerCase() === 'text/css' };
}

function withoutPercents(data: string): Buffer {
  const parts = data.split(/((?:%[\da-f]{2})+)/iu);
  return Buffer.concat(
    parts.map((part, k) => (k % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part, 'utf8'))),
  );
}
