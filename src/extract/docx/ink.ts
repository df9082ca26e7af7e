/** How letters of a document are drawn: their size, their colour and what is behind them. */
import { isUnseenOn, parseColour } from '../markup/colours.js';
import { childOf, elementsOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** Smaller letters, in half points, are dots. */
const LEAST_SIZE = 6;
/** Letters drawn narrower than this, in per cent of their width, are strokes. */
const LEAST_WIDTH = 20;

/** Whether letters have no size; `undefined` where nothing is said of it. */
export function isTinyOf(properties: XmlElement | undefined): boolean | undefined {
  const size = valueOf(properties, 'w:sz');
  const width = valueOf(properties, 'w:w');
  if (size === undefined && width === undefined) return undefined;
  return Number(size ?? LEAST_SIZE) < LEAST_SIZE || Number.parseFloat(width ?? '100') < LEAST_WIDTH;
}

/** Colours of a document's theme that are those of paper and ink in nearly all. */
const THEME: Readonly<Record<string, string>> = {
  ...{ background1: 'FFFFFF', light1: 'FFFFFF', bg1: 'FFFFFF', lt1: 'FFFFFF' },
  ...{ text1: '000000', dark1: '000000', tx1: '000000', dk1: '000000' },
};

/** The colour of letters: six digits, `auto` (seen on any ground) or `none`; `undefined` where nothing is said of it. */
export function lettersOf(properties: XmlElement | undefined): string | undefined {
  const fill = childOf(properties, 'textFill');
  if (childOf(fill, 'noFill')) return 'none';
  const solid = elementsOf(childOf(fill, 'solidFill')).flatMap(({ attributes }) => attributes.get('val') ?? []);
  const color = childOf(properties, 'w:color')?.attributes;
  const stated = solid[0] ?? color?.get('val');
  const theme = THEME[color?.get('themeColor') ?? ''];
  return stated === undefined || stated === 'auto' ? (theme ?? stated) : (THEME[stated] ?? stated);
}

/** Black drawn over letters: on a ground letters without a colour of their own are seen, here they may be blotted out. */
const BLACKED_OUT = 'blacked-out';
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: BLACKED_OUT,
  white: 'FFFFFF',
  yellow: 'FFFF00',
  red: 'FF0000',
};

/** The colour that properties of a run, a paragraph or a cell set behind letters: six digits or `blacked-out`; `undefined` where none. */
export function groundOf(properties: XmlElement | undefined): string | undefined {
  const highlight = valueOf(properties, 'w:highlight');
  if (highlight !== undefined && highlight !== 'none') return HIGHLIGHTS[highlight] ?? '808080';
  const shading = childOf(properties, 'w:shd')?.attributes;
  const isSolid = shading?.get('val') === 'solid';
  const fill = shading?.get(isSolid ? 'color' : 'fill') ?? (isSolid ? '000000' : 'auto');
  if (shading === undefined) return undefined;
  if (/^[\da-f]{6}$/iu.test(fill)) return fill;
  return isSolid ? '000000' : THEME[shading.get('themeFill') ?? ''];
}

/** Whether letters have the colour of what is behind them. */
export function isOfGround(letters = 'auto', ground = 'FFFFFF'): boolean {
  if (letters === 'none' || (letters === 'auto' && ground === BLACKED_OUT)) return true;
  const [ink, paper] = [parseColour(`#${letters}`), parseColour(ground === BLACKED_OUT ? '#000000' : `#${ground}`)];
  return ink !== undefined && paper !== undefined && isUnseenOn(ink, paper);
}
