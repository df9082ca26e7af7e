/** Which findings of a report an auditor is shown, which figures each is about, and which parts of pages show them. */
import { bbox, type Bbox, type TablePart } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';

/** A finding as the JSON has it. */
export type FindingJson = ReportJson['findings'][number];
/** A figure as the JSON has it. */
export type FactJson = ReportJson['facts'][number];

/** A figure that a finding is about. */
export interface FigureMark {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly role: 'total' | 'part';
  readonly place: FactJson['place'];
}

/** A finding with its number on the page. */
export interface ShownFinding {
  /** From 1, in the order of the JSON. */
  readonly number: number;
  readonly finding: FindingJson;
  readonly marks: readonly FigureMark[];
}

/** The errors and warnings of a report. */
export function shownFindings({ findings }: ReportJson): ShownFinding[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map((finding, at) => ({ number: at + 1, finding, marks: marksOf(finding) }));
}

function marksOf({ table, row, column, place, check }: FindingJson): FigureMark[] {
  if (check === null) return row === '' && place === null ? [] : [{ table, row, column, role: 'total', place }];
  return check.terms.map((term) => ({ table, row: term.row, column: term.column, role: term.role, place: term.place }));
}

/** More pictures of one report than this are not made: its tables are then as good as illegible. */
const MOST_REGIONS = 6;

/** Points shown around the marked cells: two lines of the table above, so that what they stand under is seen. */
const ABOVE = 46;
const BELOW = 14;
const BESIDE = 6;

/** The parts of pages on which the marked figures stand, as wide as their table; by page, then from the top. */
export function findingsToRegions(json: ReportJson): TablePart[] {
  const parts = json.tables.flatMap((table) => table.parts);
  const regions = new Map<string, TablePart>();
  for (const { marks } of shownFindings(json)) {
    for (const { place } of marks) {
      if (place === null || place.page === 0) continue;
      const part = parts.find((each) => each.page === place.page && isWithin(place, each)) ?? place;
      const key = `${part.page} ${part.x0} ${part.y0}`;
      const known = regions.get(key)?.box;
      const top = Math.min(known?.top ?? Infinity, place.y0 - ABOVE);
      const bottom = Math.max(known?.bottom ?? -Infinity, place.y1 + BELOW);
      regions.set(key, { pageNumber: part.page, box: wide(part, top, bottom) });
    }
  }
  return [...regions.values()]
    .sort((a, b) => a.pageNumber - b.pageNumber || a.box.top - b.box.top)
    .slice(0, MOST_REGIONS);
}

function wide({ x0, x1 }: { readonly x0: number; readonly x1: number }, top: number, bottom: number): Bbox {
  return bbox(Math.max(0, x0 - BESIDE), Math.max(0, top), x1 + BESIDE, Math.max(0, bottom));
}

type Place = NonNullable<FactJson['place']>;

function isWithin(place: Place, part: Place): boolean {
  const x = (place.x0 + place.x1) / 2;
  const y = (place.y0 + place.y1) / 2;
  return part.x0 <= x && x <= part.x1 && part.y0 <= y && y <= part.y1;
}
