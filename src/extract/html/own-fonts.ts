/**
 * Figures in a font that the page brings along. Such a font may draw a 3 for an 8, so that programs copy wrong figures. One that
 * draws digits and no letters does so for a reason and is doubted for good, and so is one embedded that is too small for letters.
 * One that draws the words around as well is as a rule there for its looks: it is doubted until sums prove its digits, but for
 * those that many sites have from the same place.
 */
import type { MarkupCellDoubt } from '../../model/index.js';
import { allElements, attributeOf, parentOf, styleOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import type { FontFace } from './sheet-rules.js';
import type { StyleSheets } from './style-sheets.js';
import { SYMBOL_FONTS } from '../markup/symbol-fonts.js';

/** Fonts that readers have: none behind them in a list is used for digits. */
const AT_HAND =
  /^(?:arial|helvetica|times|calibri|tahoma|verdana|georgia|cambria|courier|segoe|roboto|simsun|nsimsun|simhei|microsoft yahei|fangsong|kaiti|pingfang|宋体|黑体|新宋体|微软雅黑|仿宋|楷体|serif|sans-serif|monospace|system-ui)/u;
const LETTERS = /\p{L}/u;
const DIGIT = /\p{N}/u;

/** Open fonts that sites bring along for their looks. */
const WELL_KNOWN =
  /^(?:noto|source han|思源|roboto|open ?sans|lato|inter|montserrat|ubuntu|alibaba ?(?:pu ?hui ?ti|sans)|阿里巴巴普惠体|harmonyos|misans|oppo ?sans|font ?awesome|iconfont)/u;

/** Why the digits right in an element may be others than are written; `undefined` where nothing speaks for that. */
export type FontDoubtOf = (element: HtmlElement) => MarkupCellDoubt | undefined;

/** What is to be said of digits by the fonts that a page brings along. */
export function fontDoubts(root: HtmlElement, sheets: StyleSheets): FontDoubtOf {
  const faces = sheets.fontFaces.filter(({ family, source }) => family !== '' && /url\(/iu.test(source));
  const brought = new Set(faces.map(({ family }) => family));
  const known = new WeakMap<HtmlElement, readonly string[]>();
  const fontsOf = (element: HtmlElement): readonly string[] => {
    const own = known.get(element) ?? fontsFor(element);
    known.set(element, own);
    return own;
  };
  const fontsFor = (element: HtmlElement): readonly string[] => {
    const stated = statedFonts(element, sheets);
    const parent = stated.isCertain ? undefined : parentOf(element);
    const fonts = stated.lists.flatMap((list) => firstFont(list, brought) ?? []);
    return [...new Set([...(parent ? fontsOf(parent) : []), ...fonts])];
  };
  const isOfSymbols = (font: string): boolean => SYMBOL_FONTS.test(font);
  if (brought.size === 0) return (element) => (fontsOf(element).some(isOfSymbols) ? 'font-of-its-own' : undefined);
  const ofLetters = new Set(elementsWith(root, LETTERS).flatMap(fontsOf));
  const isOwn = (font: string): boolean => {
    const ofFamily = faces.filter(({ family }) => family === font);
    return ofFamily.length > 0 && (!ofLetters.has(font) || ofFamily.some(isForDigits));
  };
  const isUnproved = (font: string): boolean => brought.has(font) && !WELL_KNOWN.test(font);
  const main = mostUsed(elementsWith(root, DIGIT).flatMap((element) => fontsOf(element).filter(isUnproved)));
  return (element) => {
    const fonts = fontsOf(element);
    if (fonts.some((font) => isOfSymbols(font) || isOwn(font))) return 'font-of-its-own';
    const unproved = fonts.filter(isUnproved);
    // What sums prove of one font they do not prove of another.
    return unproved.some((font) => font !== main)
      ? 'font-of-its-own'
      : unproved.length > 0
        ? 'font-unproved'
        : undefined;
  };
}

function mostUsed(fonts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const font of fonts) counts.set(font, (counts.get(font) ?? 0) + 1);
  return [...counts].reduce<readonly [string?, number?]>(
    (most, each) => (each[1] > (most[1] ?? 0) ? each : most),
    [],
  )[0];
}

/** Elements in whose own text a sign of some kind stands. */
function elementsWith(root: HtmlElement, sign: RegExp): readonly HtmlElement[] {
  return allElements(root).filter(
    ({ tagName, childNodes }) =>
      tagName !== 'style' &&
      tagName !== 'script' &&
      childNodes.some((node) => node.nodeName === '#text' && 'value' in node && sign.test(node.value)),
  );
}

interface StatedFonts {
  /** Lists of fonts, any of which may be the element's. */
  readonly lists: readonly string[];
  /** False where the element may have the font of what is around it. */
  readonly isCertain: boolean;
}

function statedFonts(element: HtmlElement, sheets: StyleSheets): StatedFonts {
  const own = styleOf(element, 'font-family') || familiesOf(styleOf(element, 'font'));
  if (own !== '') return { lists: [own], isCertain: true };
  const bySheets = sheets.fontsOf(element);
  const face = element.tagName === 'font' ? attributeOf(element, 'face')?.toLowerCase() : undefined;
  const lists = bySheets.map(({ value }) => familiesOf(value)).filter((list) => list !== '');
  const isCertain = face !== undefined || bySheets[0]?.isCertain === true;
  return { lists: face !== undefined && bySheets.length === 0 ? [face] : lists, isCertain };
}

/** The families that `font` names, which stand behind the size; a list of families is itself. */
function familiesOf(value: string): string {
  const list = value.replace(/^(?:[\w.%-]+\s+)*?[\d.]+(?:px|pt|r?em|%)(?:\s*\/\s*[\w.%]+)?\s+/u, '');
  return /^(?:inherit|initial|unset)$/u.test(list) ? '' : list;
}

/** The first family of a list that the page brings along or that readers have. */
function firstFont(list: string, brought: ReadonlySet<string>): string | undefined {
  const families = list.split(',').map((family) => family.replace(/["']/gu, '').trim());
  return families.find((family) => brought.has(family) || SYMBOL_FONTS.test(family) || AT_HAND.test(family));
}

/** Letters of a text take more, as base64. */
const MOST_FOR_DIGITS = 12_000;

/** A font used for digits and no letters, or embedded and too small to hold the letters of a page. */
function isForDigits({ source, range }: FontFace): boolean {
  const ranges = rangesOf(range);
  const holds = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.length === 0 || ranges.some(([from, to]) => from <= code && code <= to);
  };
  if (!Array.from('0123456789').some(holds)) return false;
  if (ranges.length > 0 && ranges.every(([, to]) => to <= LAST_BEFORE_LETTERS)) return true;
  const embedded = /url\(\s*["']?data:[^,]*,(?<data>[^"')]*)/iu.exec(source)?.groups?.['data'];
  return embedded !== undefined && embedded.length < MOST_FOR_DIGITS;
}

const LAST_BEFORE_LETTERS = 0x40;

/** `U+30-39, U+2?` as first and last characters ("unicode-range" in CSS Fonts 4). */
function rangesOf(range: string): readonly (readonly [number, number])[] {
  return [...range.matchAll(/u\+([\da-f?]+)(?:-([\da-f]+))?/giu)].map(([, from = '', to = from]) => [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to.replaceAll('?', 'f'), 16),
  ]);
}
