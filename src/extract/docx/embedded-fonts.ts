/**
 * Figures in a font that the document brings along. Such a font may draw a 3 for an 8. Word processors embed the fonts of a
 * text where their users ask for it, so that nothing is to be said against one; what it draws is doubted until the report's sums prove it.
 */
import type { MarkupCellDoubt } from '../../model/index.js';
import { fontsOfDigits, readThemeFonts } from './run-fonts.js';
import type { RunFonts, ThemeFonts } from './run-fonts.js';
import { elementsOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** The faces that a document embeds, by the names of their fonts in small letters. */
export interface EmbeddedFonts {
  readonly faces: ReadonlyMap<string, ReadonlySet<string>>;
  readonly theme: ThemeFonts;
}

/** Why digits may be others than are written; `undefined` where nothing speaks for that. */
export type FontDoubtOf = (text: string, fonts: RunFonts) => MarkupCellDoubt | undefined;

/** Reads the part `fontTable.xml`; `undefined` for most documents, which embed none. */
export function readEmbeddedFonts(
  fontTable: XmlElement | undefined,
  theme: XmlElement | undefined,
): EmbeddedFonts | undefined {
  const faces = new Map<string, ReadonlySet<string>>();
  for (const font of elementsOf(fontTable)) {
    const own = elementsOf(font).flatMap(({ name }) => /^w:embed(?<face>\w+)$/u.exec(name)?.groups?.['face'] ?? []);
    if (own.length === 0) continue;
    const names = [font.attributes.get('name') ?? '', ...(valueOf(font, 'w:altName') ?? '').split(',')];
    for (const name of names) faces.set(name.trim().toLowerCase(), new Set(own));
  }
  return faces.size === 0 ? undefined : { faces, theme: readThemeFonts(theme) };
}

/**
 * What is to be said of digits by their fonts. Sums prove what one font draws, which says nothing of another: that is the one
 * in which most figures are set, and figures in others stay doubted.
 *
 * @param walk goes through the document and asks for every text
 */
export function fontDoubts(embedded: EmbeddedFonts, walk: (ask: FontDoubtOf) => void): FontDoubtOf {
  const counts = new Map<string, number>();
  walk((text, fonts) => {
    for (const face of facesOf(text, fonts, embedded)) counts.set(face, (counts.get(face) ?? 0) + 1);
    return undefined;
  });
  const [main] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return (text, fonts) => {
    const faces = facesOf(text, fonts, embedded);
    if (faces.length === 0) return undefined;
    return faces.every((face) => face === main) ? 'font-unproved' : 'font-of-its-own';
  };
}

/** The embedded faces that may draw the digits of a text; a bold one of its own may draw other digits than the regular one. */
function facesOf(text: string, fonts: RunFonts, { faces, theme }: EmbeddedFonts): readonly string[] {
  const wanted = `${fonts.isBold === true ? 'Bold' : ''}${fonts.isItalic === true ? 'Italic' : ''}`;
  return fontsOfDigits(text, fonts, theme).flatMap((font) => {
    const own = faces.get(font.toLowerCase());
    return own === undefined ? [] : [`${font.toLowerCase()}/${own.has(wanted) ? wanted : ''}`];
  });
}
