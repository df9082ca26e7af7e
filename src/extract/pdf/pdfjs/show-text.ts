/**
 * Places the glyphs of a `showText` operator. pdf.js's own text extraction is not used: it drops upright glyphs of
 * vertical fonts (its position test takes an unscaled width) and gives white space absurd widths.
 */
import { compose } from '../affine.js';
import { angleOfTop, ASCENT, boundsOnPage, DESCENT, runsAslant } from '../glyph-cell.js';
import { addGlyph, isBlank, NO_UNICODE, type PageDraft } from '../page-draft.js';
import type { GraphicsState, TextPosition } from './graphics-state.js';
import type { ShownGlyph } from './operator-shapes.js';
import type { FontFacts } from './page-fonts.js';

/** Text drawn with these modes is not seen (ISO 32000-2 §9.3.6). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** An advance below this, in ems, is taken for missing; the glyph gets a cell of one em. */
const LEAST_ADVANCE = 0.01;

/** Appends the glyphs to the draft and moves the text position past them. */
export function showText(
  items: readonly (ShownGlyph | number | null | undefined)[],
  state: GraphicsState,
  position: TextPosition,
  draft: PageDraft,
): void {
  const { font, fontSize, horizontalScale } = state;
  if (font === undefined) return;
  const toPage = compose(position.matrix, state.ctm);
  const up = Math.sign(fontSize) || 1;
  const shared = {
    fontSize: Math.abs(fontSize) * Math.hypot(toPage[2], toPage[3]),
    font: font.index,
    angleDeg: angleOfTop(up * toPage[2], up * toPage[3]),
    isVisible: !INVISIBLE_MODES.has(state.renderingMode),
    ...(runsAslant(toPage[0], toPage[1]) ? { isSlanted: true as const } : {}),
  };
  const scale = font.unit * fontSize;
  for (const item of items) {
    if (item === null || item === undefined) continue;
    if (typeof item === 'number') {
      if (font.isVertical) position.y -= (item * fontSize) / 1000;
      else position.x -= ((item * fontSize) / 1000) * horizontalScale;
      continue;
    }
    const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0);
    const width = item.width * scale * horizontalScale;
    let x = position.x;
    let y = position.y + state.rise;
    if (font.isVertical) {
      const [advance = -1000, vectorX = 500, vectorY = 880] = item.vmetric ?? font.defaultVMetrics;
      // The default vector points to the middle of each glyph (ISO 32000-2 §9.7.4.3); pdf.js takes the default width's.
      x -= isDefault(item, font) ? width / 2 : vectorX * scale * horizontalScale;
      y -= vectorY * scale;
      position.y += advance * scale + spacing;
    } else {
      position.x += width + spacing * horizontalScale;
    }
    const isFlat = !(Math.abs(item.width * font.unit) >= LEAST_ADVANCE);
    const text = textOf(item, font);
    if (isFlat && !isBlank(text)) draft.glyphsWithoutBox += 1;
    const right = isFlat ? x + fontSize * horizontalScale : x + width;
    const box = boundsOnPage(toPage, [x, y + DESCENT * fontSize, right, y + ASCENT * fontSize]);
    addGlyph(draft, { text, box, ...shared }, draft.painted);
  }
}

function isDefault({ vmetric }: ShownGlyph, { defaultVMetrics }: FontFacts): boolean {
  return !vmetric || (vmetric[1] === defaultVMetrics[1] && vmetric[2] === defaultVMetrics[2]);
}

/**
 * The text the file gives for a glyph. Not the glyph's own: where the file gives none that is the bare code, and upright
 * marks of fonts that are not embedded come exchanged for presentation forms. Nor is `isSpace` asked: it means the code
 * 32, at which a subset font may keep any glyph.
 */
function textOf(glyph: ShownGlyph, font: FontFacts): string {
  const text = font.unicodeOf(glyph.originalCharCode);
  return text === undefined || text === '' ? NO_UNICODE : text.replaceAll(/[\0\uFFFE\uFFFF]/g, NO_UNICODE);
}
