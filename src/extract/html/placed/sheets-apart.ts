/** Takes a document that is one page apart into its sheets, where edges are drawn around them. */
import { bbox, isCentredIn, type Bbox, type Ruling } from '../../../model/index.js';
import type { DraftGlyph, PageDraft } from './page-draft.js';

/** The sheets of a page in their order, behind what stands on none; the page itself where no edges are drawn. */
export function sheetsApart(draft: PageDraft): readonly PageDraft[] {
  const { sheets, stretches, rulings } = draft;
  const ordered = [...sheets].sort((a, b) => a.top - b.top);
  const isApart = ordered.every((sheet, at) => at === 0 || sheet.top >= (ordered[at - 1]?.bottom ?? 0));
  if (ordered.length === 0 || !isApart) return [draft];
  const sheetOf = ([first]: readonly DraftGlyph[]): Bbox | undefined =>
    first && ordered.find((sheet) => isCentredIn(first.box, sheet));
  const loose = stretches.filter((stretch) => sheetOf(stretch) === undefined);
  return [
    { ...draft, sheets: [], rulings: [], stretches: loose },
    ...ordered.map((sheet) => ({
      stretches: stretches
        .filter((stretch) => sheetOf(stretch) === sheet)
        .map((stretch) => stretch.map((glyph) => ({ ...glyph, box: movedUp(glyph.box, sheet) }))),
      rulings: rulings.filter((ruling) => isOn(ruling, sheet)).map((ruling) => ruledUp(ruling, sheet)),
      sheets: [],
      frame: { ...draft.frame, width: sheet.x1 - sheet.x0, height: sheet.bottom - sheet.top },
    })),
  ];
}

function movedUp({ x0, top, x1, bottom }: Bbox, sheet: Bbox): Bbox {
  return bbox(x0 - sheet.x0, top - sheet.top, x1 - sheet.x0, bottom - sheet.top);
}

function isOn({ orientation, position, start }: Ruling, { top, bottom }: Bbox): boolean {
  const y = orientation === 'horizontal' ? position : start;
  return y >= top && y < bottom;
}

function ruledUp(ruling: Ruling, { x0, top }: Bbox): Ruling {
  const [across, along] = ruling.orientation === 'horizontal' ? [top, x0] : [x0, top];
  return {
    ...ruling,
    position: ruling.position - across,
    start: ruling.start - along,
    end: ruling.end - along,
  };
}
