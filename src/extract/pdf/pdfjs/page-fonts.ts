/** Facts about the fonts a page's operators name. */
import type { PageDraft } from '../page-draft.js';
import type { ObjectStore } from './pdfjs-library.js';

/** What glyphs need to know of their font. */
export interface FontFacts {
  /** Index into the page's fonts. */
  readonly index: number;
  /** Size of a thousandth in text space, at size 1; 0.001 for all fonts but Type 3. */
  readonly unit: number;
  readonly isVertical: boolean;
  /** Vertical advance and position vector for glyphs without their own. */
  readonly defaultVMetrics: readonly number[];
  /** The text the file gives for a character code; `undefined` where it gives none. */
  readonly unicodeOf: (code: number) => string | undefined;
}

/** A font as pdf.js hands it out, as far as it is used. Everything is looked at before it is believed. */
interface PdfjsFont {
  readonly name?: unknown;
  readonly missingFile?: unknown;
  readonly isType3Font?: unknown;
  readonly vertical?: unknown;
  readonly fontMatrix?: unknown;
  readonly defaultVMetrics?: unknown;
  readonly toUnicode?: unknown;
}

/** The fonts of a page by the names its operators use. */
export interface PageFonts {
  readonly byName: ReadonlyMap<string, FontFacts>;
  /** Why fonts could not be loaded; such a font gives no glyphs at all. */
  readonly failures: readonly string[];
}

/** Fetches the named fonts, in the order given, and appends them to the page's fonts. */
export async function loadPageFonts(
  names: readonly string[],
  store: ObjectStore,
  draft: PageDraft,
): Promise<PageFonts> {
  const byName = new Map<string, FontFacts>();
  const failures: string[] = [];
  for (const name of new Set(names)) {
    const found = await new Promise<unknown>((resolve) => {
      store.get(name, resolve);
    });
    const isFont = typeof found === 'object' && found !== null;
    if (!isFont) failures.push(`${name}: ${typeof found === 'string' ? found : 'no font'}`);
    byName.set(name, factsOf(isFont ? found : {}, draft));
  }
  return { byName, failures };
}

function factsOf(font: PdfjsFont, draft: PageDraft): FontFacts {
  const index = draft.fonts.length;
  const name = typeof font.name === 'string' ? font.name.replace(/^[A-Z]{6}\+/, '') : '';
  const embedded = font.missingFile !== true;
  draft.fonts.push({ name, embedded });
  const matrix = Array.isArray(font.fontMatrix) ? (font.fontMatrix as unknown[]) : [];
  const unit = typeof matrix[0] === 'number' && matrix[0] !== 0 ? matrix[0] : 0.001;
  const vMetrics = font.defaultVMetrics;
  return {
    index,
    unit,
    isVertical: font.vertical === true,
    defaultVMetrics: isNumbers(vMetrics) && vMetrics.length >= 3 ? Array.from(vMetrics) : [-1000, 500, 880],
    unicodeOf: unicodeLookup(font.toUnicode),
  };
}

/**
 * Looks up the text of character codes. pdf.js keeps a map from code to text, or, where the file gives no text at all, an
 * identity between two bounds, which its glyphs then pass off as text.
 */
function unicodeLookup(toUnicode: unknown): FontFacts['unicodeOf'] {
  if (typeof toUnicode !== 'object' || toUnicode === null) return () => undefined;
  const map = (toUnicode as { _map?: unknown })._map;
  if (typeof map !== 'object' || map === null) return () => undefined;
  const texts = map as Readonly<Record<number, unknown>>;
  return (code) => {
    const text = texts[code];
    if (typeof text === 'number') return String.fromCodePoint(text);
    return typeof text === 'string' ? text : undefined;
  };
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
