/** Which font draws a text: a run names one for each kind of script, and its theme may name them instead. */
import { childOf, elementsOf, switchOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What a style, or a run by itself, says of fonts; absent where it says nothing. */
export interface RunFonts {
  /** Of Latin letters and digits. */
  readonly latin?: string | undefined;
  /** Of characters of East Asia; of digits too that only they write (`１`). */
  readonly eastern?: string | undefined;
  /** Of what is neither. */
  readonly others?: string | undefined;
  /** Of complex scripts. */
  readonly complex?: string | undefined;
  /** Whether all of a run is of a complex script, digits too. */
  readonly isComplex?: boolean | undefined;
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
}

/** Marks the name of a theme's font, which stands for another. */
const OF_THEME = 'theme:';
/** What a word processor takes where nothing names a font. */
const DEFAULT_FONT = 'Times New Roman';

/** What run properties say of fonts by themselves. */
export function runFontsOf(properties: XmlElement | undefined): RunFonts {
  const named = childOf(properties, 'w:rFonts')?.attributes;
  const fontOf = (plain: string, ofTheme: string): string | undefined => {
    const theme = named?.get(ofTheme);
    return theme === undefined ? named?.get(plain) : OF_THEME + theme;
  };
  const stated = {
    latin: fontOf('ascii', 'asciiTheme'),
    eastern: fontOf('eastAsia', 'eastAsiaTheme'),
    others: fontOf('hAnsi', 'hAnsiTheme'),
    complex: fontOf('cs', 'cstheme'),
    isComplex: switchOf(properties, 'w:cs') ?? switchOf(properties, 'w:rtl'),
    isBold: switchOf(properties, 'w:b'),
    isItalic: switchOf(properties, 'w:i'),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

/** The fonts of a theme by the names that stand for them. */
export type ThemeFonts = ReadonlyMap<string, string>;

const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  latin: ['Ascii', 'HAnsi'],
  ea: ['EastAsia'],
  cs: ['Bidi'],
};

/** Reads the fonts of the part `theme1.xml`; those that it leaves to the language of the text have no name. */
export function readThemeFonts(theme: XmlElement | undefined): ThemeFonts {
  const scheme = childOf(childOf(theme, 'themeElements'), 'fontScheme');
  const fonts = new Map<string, string>();
  for (const kind of ['major', 'minor']) {
    for (const font of elementsOf(childOf(scheme, `${kind}Font`))) {
      const typeface = font.attributes.get('typeface') ?? '';
      const scripts = font.attributes.get('script') === 'Hans' ? ['EastAsia'] : (SCRIPTS[font.name] ?? []);
      for (const script of scripts) if (typeface !== '') fonts.set(`${kind}${script}`, typeface);
    }
  }
  return fonts;
}

const PLAIN_DIGIT = /[0-9]/u;
const OTHER_DIGIT = /(?![0-9])\p{N}/u;

/** The fonts that may draw the digits of a text. */
export function fontsOfDigits(text: string, fonts: RunFonts, theme: ThemeFonts): readonly string[] {
  const nameOf = (font = DEFAULT_FONT): string =>
    font.startsWith(OF_THEME) ? (theme.get(font.slice(OF_THEME.length)) ?? DEFAULT_FONT) : font;
  if (fonts.isComplex === true) return [nameOf(fonts.complex)];
  return [
    ...(PLAIN_DIGIT.test(text) ? [nameOf(fonts.latin)] : []),
    ...(OTHER_DIGIT.test(text) ? [nameOf(fonts.eastern), nameOf(fonts.others)] : []),
  ];
}
