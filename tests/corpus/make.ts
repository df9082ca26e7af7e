// From a seed and a layout to one document, before it is rendered. Pure: no file, no clock.
import { drawAgency, type Agency } from './agencies.js';
import { composeDocument, type Block } from './document.js';
import { drawFigures, type Figures, type Scale } from './figures.js';
import { applicationsTable, disclosureTable, reviewsTable, type FormTable } from './form.js';
import type { Layout, Renderer } from './layouts.js';
import { writeSheet, type Sheet } from './numerals.js';
import type { PageStyle } from './page-style.js';
import { PLANT_KINDS, plantError, type PlantKind } from './planted.js';
import { createRandom, type Random } from './random.js';
import { toTruth, type Truth } from './truth.js';

/** What to make. */
export interface Recipe {
  readonly seed: number;
  readonly layoutName: string;
  readonly layout: Layout;
  readonly renderer: Renderer;
  /** A publisher's error to plant, `draw` for any, or none. */
  readonly plant?: PlantKind | 'draw';
  /** Figures of a real report instead of drawn ones, with its own name and year. */
  readonly given?: { readonly figures: Figures; readonly agency: Agency; readonly year: number };
}

/** A document ready to be rendered, and its truth. */
export interface Made {
  readonly name: string;
  readonly sheet: Sheet;
  readonly tables: readonly FormTable[];
  readonly blocks: readonly Block[];
  readonly page: PageStyle;
  readonly layout: Layout;
  readonly truth: Truth;
}

const SCALES: readonly Scale[] = ['bureau', 'bureau', 'bureau', 'county', 'county', 'city', 'idle'];

/** Draws figures until the wanted error fits in. */
function plantInto(figures: Figures, plant: Recipe['plant'], random: Random): { figures: Figures; notes: string } {
  if (plant === undefined) return { figures, notes: '' };
  for (let attempt = 0; attempt < 20; attempt++) {
    const kind = plant === 'draw' ? random.pick(PLANT_KINDS) : plant;
    const planted = plantError(kind, figures, random);
    if (planted !== undefined) return { figures: planted.figures, notes: `planted: ${kind}` };
  }
  return { figures, notes: `planted: nothing, no place for ${plant}` };
}

/** Small differences that every document has from the next one, whatever its layout. */
function drawPage(layout: Layout, random: Random): PageStyle {
  return {
    font: random.pick(['serif', 'sans', 'fallback']),
    bodyPt: random.pick([12, 14, 15, 16]),
    marginMm: random.pick([20, 25, 28]),
    tablePt: random.pick([9, 10, 10.5]),
    ...layout.page,
  };
}

/** Makes one document. */
export function makeDocument(recipe: Recipe): Made {
  const { seed, layout, layoutName, renderer } = recipe;
  const choose = createRandom(seed, 'make');
  const scale = layout.figures?.scale ?? choose.pick(SCALES);
  const drawn =
    recipe.given?.figures ??
    drawFigures(createRandom(seed, 'figures'), { disclosure: '2021', applications: '2021', ...layout.figures, scale });
  const planted = plantInto(drawn, recipe.plant, createRandom(seed, 'plant'));
  const sheet = writeSheet(planted.figures, layout.numerals ?? {}, createRandom(seed, 'numerals'));
  const agency = recipe.given?.agency ?? drawAgency(createRandom(seed, 'agency'), scale);
  const year = recipe.given?.year ?? (sheet.figures.editions.disclosure === '2019' ? 2020 : choose.int(2021, 2024));
  const form = layout.form ?? {};
  const tables = [
    disclosureTable(sheet, form),
    applicationsTable(sheet, form, createRandom(seed, 'labels')),
    reviewsTable(sheet, form),
  ];
  const length = choose.int(1, 6);
  const blocks = composeDocument(
    { agency, year, sheet },
    tables,
    { title: choose.pick(['plain', 'two-lines', 'work', 'annual']), length, ...layout.document },
    createRandom(seed, 'prose'),
  );
  const structure = [
    ...(form.extraRow === true ? ['extra-row: disclosure 其他主动公开文件'] : []),
    ...(form.extraColumn === true ? ['extra-column: applications 小计'] : []),
  ];
  const truth = toTruth(sheet.figures, {
    agency: layout.document?.title === 'none' ? '' : agency.name,
    year,
    layout: layoutName,
    renderer,
    seed,
    notes: planted.notes,
    structure,
  });
  const suffix = planted.notes === '' ? '' : `-${planted.notes.replace(/^planted: /, '').replace(/[^a-z-]+.*$/, '')}`;
  return {
    name: `${renderer}-${layoutName}-${seed}${suffix}`,
    sheet,
    tables,
    blocks,
    page: drawPage(layout, createRandom(seed, 'page')),
    layout,
    truth,
  };
}
