// Figures of real reports, from hand-checked truth files that lie outside the repository.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure, Figures, Rows } from './figures.js';
import type { Recipe } from './make.js';

/** Where hand-checked truth files lie: `GOUJI_REFERENCE`, else the folder beside the repository. */
export function referenceFolder(): string {
  return process.env['GOUJI_REFERENCE'] ?? path.resolve('../shared');
}

/** The leading number of a cell that is written with words: 75394432.52元. */
function toFigure(cell: Figure | string): Figure {
  if (typeof cell === 'number' || cell === null) return cell;
  const match = /-?\d+(\.\d+)?/.exec(cell.replace(/[,，]/g, ''));
  return match === null ? null : Number(match[0]);
}

function toRows(table: unknown): Rows {
  const rows = Object.entries((table ?? {}) as Record<string, readonly (Figure | string)[]>);
  return Object.fromEntries(rows.map(([row, cells]) => [row, cells.map(toFigure)]));
}

/** Reads the figures, the body and the year of a truth file. */
export function readReference(file: string): NonNullable<Recipe['given']> {
  const truth = JSON.parse(readFileSync(file, 'utf8')) as {
    agency: string;
    year: number;
    format: '2021' | '2019';
    editions?: Figures['editions'];
    disclosure: unknown;
    applications: unknown;
    reviews: unknown;
  };
  const { agency, year, format } = truth;
  return {
    year,
    agency: { name: agency, place: agency, scale: 'bureau', self: agency.endsWith('局') ? '我局' : '全区' },
    figures: {
      editions: truth.editions ?? { disclosure: format, applications: format, reviews: format },
      disclosure: toRows(truth.disclosure),
      applications: toRows(truth.applications),
      reviews: toRows(truth.reviews),
    },
  };
}
