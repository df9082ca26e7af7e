/** Rows of outputs made without any document: many bodies and years, by a seed. */
import { compileIndicators, ReportGatherer } from '../../../src/compare/indicators/index.js';
import type {
  ComparedReport,
  FigurePlace,
  FindingOfFigure,
  ReportOwner,
} from '../../../src/compare/indicators/index.js';
import { figureKey } from '../../../src/compare/indicators/compared-report.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Edition, Family } from '../../../src/model/index.js';

/** The family that comes with the package. */
export async function loadFamily(): Promise<Family> {
  const [family] = await loadFamilies(PIPELINES_DIRECTORY);
  if (family === undefined) throw new Error('no family');
  return family;
}

/** A figure, as facts.csv has it. */
export interface FigureRow extends Omit<FigurePlace, 'key'> {
  readonly report_id: string;
  readonly value: string;
  readonly status: string;
}

/** The rows of an output. */
export interface MadeOutput {
  readonly owners: readonly ReportOwner[];
  readonly figures: readonly FigureRow[];
  readonly findings: readonly FindingOfFigure[];
}

/** A reproducible sequence of numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every figure of an edition. */
export function figuresOf({ id, blocks }: Edition): Pick<FigureRow, 'edition' | 'table' | 'row' | 'column'>[] {
  return blocks.flatMap(({ table, rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column) => ({ edition: id, table, row: column.factRow ?? row.id, column: column.id })),
    ),
  );
}

/** Makes the reports of `bureaus` bodies on the years given; a few years are missing, a few figures marked. */
export function makeOutput(family: Family, bureaus: number, years: readonly number[], seed = 1): MadeOutput {
  const random = randomNumbers(seed);
  const owners: ReportOwner[] = [];
  const figures: FigureRow[] = [];
  const findings: FindingOfFigure[] = [];
  const edition = (year: number): Edition => {
    const found = family.editions.find(({ id }) => id === (year < 2021 ? '2019' : '2021'));
    if (found === undefined) throw new Error('no edition');
    return found;
  };
  for (let bureau = 0; bureau < bureaus; bureau++) {
    for (const year of years) {
      if (random() < 0.04) continue;
      const id = `${String(bureau).padStart(8, '0')}${String(year).padStart(8, '0')}`;
      owners.push(makeOwner(id, bureau, year));
      for (const place of figuresOf(edition(year))) figures.push(makeFigure(id, place, random));
      if (random() < 0.05) findings.push(failedReviewSum(id));
    }
  }
  return { owners, figures, findings };
}

/** Gathers reports from rows, each body known by its agency's name. */
export function gather(family: Family, outputs: readonly MadeOutput[]): ComparedReport[] {
  const { sums } = compileIndicators(family.indicators?.indicators ?? [], family);
  const gatherer = new ReportGatherer({ family, sums, bureauKeyOf: ({ agency }) => agency });
  for (const { owners, figures, findings } of outputs) {
    gatherer.beginOutput(owners, findings);
    for (const { report_id: reportId, value, status, ...place } of figures) {
      gatherer.addFigures({
        reportId,
        edition: place.edition,
        figures: [{ place: { ...place, key: figureKey(place) }, value, status }],
      });
    }
  }
  return gatherer.reports();
}

function makeOwner(id: string, bureau: number, year: number): ReportOwner {
  return {
    report_id: id,
    source_path: `made/${bureau}-${year}.pdf`,
    agency: `第${bureau}局`,
    region_code: String(320000 + bureau),
    level: 'county',
    year: String(year),
    outcome: 'ok',
  };
}

/** Totals are larger than parts, so that most shares are possible; nothing adds up, which `compare` does not look at. */
function makeFigure(
  id: string,
  place: Pick<FigureRow, 'edition' | 'table' | 'row' | 'column'>,
  random: () => number,
): FigureRow {
  const isTotal = place.row === 'handled_total' || place.row === 'new_received' || place.column === 'total';
  const value = String(Math.floor(random() * random() * (isTotal ? 400 : 40)));
  const luck = random();
  const [status, shown] =
    luck < 0.01
      ? ['suspect', value]
      : luck < 0.015
        ? ['missing', '']
        : luck < 0.02
          ? ['printed', '']
          : ['printed', value];
  return { report_id: id, ...place, value: shown, status };
}

function failedReviewSum(id: string): FindingOfFigure {
  const place = { table: 'reviews', row: 'review', column: 'total' };
  return { report_id: id, rule: 'T4.review', severity: 'error', ...place, difference: '3' };
}
