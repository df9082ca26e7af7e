/** What named styles say of text: whether it is shown, whether it is raised, whether it is numbered. */
import { childOf, elementsOf, switchOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';
import { groundOf, isTinyOf, lettersOf } from './ink.js';
import { runFontsOf } from './run-fonts.js';
import type { RunFonts } from './run-fonts.js';
import { SYMBOL_FONTS } from '../markup/symbol-fonts.js';

/** What a style, or a run or paragraph by itself, says; absent where it says nothing. */
export interface TextStyle extends RunFonts {
  readonly isHidden?: boolean | undefined;
  readonly isRaised?: boolean | undefined;
  readonly isStruck?: boolean | undefined;
  /** Of no size: printed, and seen by nobody. */
  readonly isTiny?: boolean | undefined;
  /** The colour of the letters: six digits, `auto` or `none`. */
  readonly letters?: string | undefined;
  /** The colour behind them: six digits. */
  readonly ground?: string | undefined;
  /** Reversed, or drawn back over what is before it. */
  readonly isDisordered?: boolean | undefined;
  /** In a font of pictures in the place of characters. */
  readonly isOfSymbols?: boolean | undefined;
  readonly list?: ListPlace | undefined;
}

/** A level of a list. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

/** What a document says of text by name, or of all text. */
export interface Styles {
  /** What is said of a text before any paragraph says something of it. */
  readonly ofAll: TextStyle;
  /** That of a paragraph; of one that names none, or one that is not there, the default. */
  readonly ofParagraph: (id: string | undefined) => TextStyle;
  /** That of a run or a table; empty for one that names none. */
  readonly named: (id: string | undefined) => TextStyle;
}

/** Styles based on one another; word processors write five at most. */
const LONGEST_CHAIN = 20;

/** Reads the part `styles.xml`. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  for (const style of elementsOf(root).filter(({ name }) => name === 'w:style')) {
    elements.set(style.attributes.get('styleId') ?? '', style);
  }
  const resolve = (id: string, depth: number): TextStyle => {
    const style = elements.get(id);
    if (!style || depth > LONGEST_CHAIN) return {};
    const base = valueOf(style, 'w:basedOn');
    const inherited = base === undefined ? {} : resolve(base, depth + 1);
    const list = listPlaceOf(childOf(style, 'w:pPr'));
    return { ...inherited, ...runStyleOf(childOf(style, 'w:rPr')), ...(list && { list }) };
  };
  const named = new Map([...elements.keys()].map((id) => [id, resolve(id, 0)]));
  const usual = [...elements.values()].find(isDefaultOfParagraphs)?.attributes.get('styleId') ?? '';
  const defaults = childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault');
  return {
    ofAll: runStyleOf(childOf(defaults, 'w:rPr')),
    ofParagraph: (id = usual) => named.get(id) ?? named.get(usual) ?? {},
    named: (id = '') => named.get(id) ?? {},
  };
}

function isDefaultOfParagraphs({ attributes }: XmlElement): boolean {
  return attributes.get('type') === 'paragraph' && /^(?:1|true|on)$/u.test(attributes.get('default') ?? '');
}

/** What run properties say by themselves. */
export function runStyleOf(properties: XmlElement | undefined): TextStyle {
  const isHidden = switchOf(properties, 'w:vanish');
  const struck = [switchOf(properties, 'w:strike'), switchOf(properties, 'w:dstrike')];
  const isStruck = struck.includes(true) || (struck.includes(false) ? false : undefined);
  const isTiny = isTinyOf(properties);
  const letters = lettersOf(properties);
  const ground = groundOf(properties);
  const isRaised = raiseOf(properties);
  const spacing = valueOf(properties, 'w:spacing');
  const font = childOf(properties, 'w:rFonts')?.attributes.get('ascii');
  return {
    ...runFontsOf(properties),
    ...(spacing === undefined ? {} : { isDisordered: Number(spacing) <= -MOST_TIGHTENED }),
    ...(font === undefined ? {} : { isOfSymbols: SYMBOL_FONTS.test(font) }),
    ...(isHidden === undefined ? {} : { isHidden }),
    ...(isRaised === undefined ? {} : { isRaised }),
    ...(isStruck === undefined ? {} : { isStruck }),
    ...(isTiny === undefined ? {} : { isTiny }),
    ...(letters === undefined ? {} : { letters }),
    ...(ground === undefined ? {} : { ground }),
  };
}

/** Characters drawn together by so much, in twentieths of a point, stand on those before them. */
const MOST_TIGHTENED = 100;

/** Moved by less, in half points, text of another font is set straight. */
const LEAST_RAISE = 4;

function raiseOf(properties: XmlElement | undefined): boolean | undefined {
  const align = valueOf(properties, 'w:vertAlign');
  const position = Number(valueOf(properties, 'w:position') ?? 0);
  if (Math.abs(position) >= LEAST_RAISE) return true;
  return align === undefined ? undefined : align === 'superscript' || align === 'subscript';
}

/** The list that paragraph properties name; the list `0` takes a paragraph out of its style's list. */
export function listPlaceOf(properties: XmlElement | undefined): ListPlace | undefined {
  const numbering = childOf(properties, 'w:numPr');
  const numId = valueOf(numbering, 'w:numId');
  if (numId === undefined) return undefined;
  return { numId, level: Number(valueOf(numbering, 'w:ilvl') ?? 0) || 0 };
}
