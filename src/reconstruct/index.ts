/** Reconstruction: pages in, tables and lines of text out. Knows geometry and separators, no word of any report. */
import type { Bbox, Layout, Page, PositionedPage, Ruling, TextLine, TextPage } from '../model/index.js';
import { gridBox, gridCellBox } from './grid.js';
import { alignedTables } from './aligned-tables.js';
import { furnitureTest } from './furniture.js';
import { joinByHeader } from './join-by-header.js';
import { joinParts } from './join-parts.js';
import { putOnSource } from './move-layout.js';
import { textOfLines } from './glyphs-to-text-lines.js';
import { markupToParts } from './markup-to-parts.js';
import { pageToParts } from './page-to-parts.js';
import type { PageLine } from './page-parts.js';
import { partsToTable } from './parts-to-table.js';
import { rulingsToGrids } from './rulings-to-grids.js';
import { stackTitledTables } from './stack-titled-tables.js';
import { textToParts } from './text-to-parts.js';
import { withoutOverlays } from './overlaid-texts.js';
import { withoutSeals } from './seal-glyphs.js';
import { withoutTiles } from './tiled-glyphs.js';

export { partSideBySide } from './side-by-side.js';
export { tablesOtherwise } from './tables-otherwise.js';
import { toUprightPages } from './turned-pages.js';

/**
 * Finds the tables of a document, joins those that run over pages, and gathers all other text into lines.
 *
 * @param pages ascending; all positioned, all text, or one of mark-up
 */
export function pagesToLayout(pages: readonly Page[]): Layout {
  const marked = pages.find((page) => page.kind === 'markup');
  if (marked) {
    const parts = joinByHeader(markupToParts(marked));
    const hasText = parts.lines.length > 0 || parts.tables.length > 0;
    return stackTitledTables({ ...parts, hasText, properties: marked.properties });
  }
  const positioned = pages.filter((page): page is PositionedPage => page.kind === 'positioned');
  const texts = pages.filter((page): page is TextPage => page.kind === 'text');
  if (texts.length > 0) {
    const parts = joinByHeader(textToParts(texts));
    const dumpLines = texts.flatMap((page) => page.lines);
    return { ...parts, hasText: parts.lines.length > 0 || parts.tables.length > 0, dumpLines };
  }
  const upright = toUprightPages(positioned);
  // Seals first: what else is laid over pages may be taken for some of their characters.
  const plain = withoutOverlays(withoutTiles(upright.pages.map(withoutSeals)));
  const parts = plain.map((page, at, all) => pageToParts(page, all[at + 1]));
  const ruled = joinParts(parts).map(partsToTable);
  const isFurniture = furnitureTest(parts);
  const lines: TextLine[] = [];
  for (const { page, lines: own } of parts) {
    // A table that began on an earlier page has been passed by every line below its part here.
    const begunBefore = ruled.filter((table) => (table.parts[0]?.pageNumber ?? 0) < page.pageNumber).length;
    const startsHere = ruled.filter((table) => table.parts[0]?.pageNumber === page.pageNumber);
    for (const line of own) {
      const above = startsHere.filter((table) => (table.parts[0]?.box.top ?? 0) < line.box.top).length;
      lines.push(toTextLine(line, begunBefore + above, isFurniture(line)));
    }
  }
  const tables = [...ruled, ...alignedTables(parts, ruled.length)];
  const hasText = positioned.some((page) => page.glyphs.some((glyph) => glyph.isVisible));
  return putOnSource(upright.putBack(stackTitledTables({ tables, lines, hasText })), positioned);
}

/** A table that rules draw on a page, in points. */
export interface RuledTable {
  readonly box: Bbox;
  /** In the grid's order. */
  readonly cells: readonly Bbox[];
}

/** The tables and cells that rules draw: those that `pagesToLayout` will find, for readers that read cell by cell. */
export function ruledTables(rulings: readonly Ruling[]): readonly RuledTable[] {
  return rulingsToGrids(rulings).map((grid) => ({
    box: gridBox(grid),
    cells: grid.cells.map((cell) => gridCellBox(grid, cell)),
  }));
}

function toTextLine(line: PageLine, tablesBefore: number, isFurniture: boolean): TextLine {
  const { text, pageNumber, box, fontSize, glyphs } = line;
  const baseText = glyphs.some((glyph) => glyph.isRaised) ? textOfLines([glyphs], (glyph) => !glyph.isRaised) : text;
  return {
    text,
    ...(baseText === text ? {} : { baseText }),
    ...(isFurniture ? { isFurniture } : {}),
    ...(glyphs.some(({ glyph }) => glyph.readings) ? { isRecognised: true } : {}),
    pageNumber,
    box,
    fontSize,
    tablesBefore,
  };
}
