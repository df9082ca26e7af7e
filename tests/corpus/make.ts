// From a seed and a layout to one document, before it is rendered. Pure: no file, no clock.
import { drawAgency, type Agency } from './agencies.js';
import { composeDocument, type Block, type DocumentStyle } from './document.js';
import {
  APPLICANTS,
  OUTCOMES,
  RESULT_ROWS,
  REVIEW_ROWS,
  cellKey,
  drawFigures,
  withFigures,
  type Figures,
  type Scale,
} from './figures.js';
import { FAULT_KINDS, plantFault, plantRegulations, type FaultKind } from './faults.js';
import { applicationsTable, disclosureTable, reviewsTable, type FormStyle, type FormTable } from './form.js';
import {
  addNoteInside,
  addNoteRow,
  addSerialColumn,
  addTitleRow,
  putTotalFirst,
  reorderBlocks,
  splitBlocks,
  splitReviews,
  splitTable,
  swapColumns,
} from './form-shapes.js';
import { brokenAsPrinted, brokenIdentities } from './identities.js';
import type { Layout, Renderer } from './layouts.js';
import { writeSheet, type Sheet } from './numerals.js';
import type { PageStyle } from './page-style.js';
import { PLANT_KINDS, plantError, type PlantKind } from './planted.js';
import { toQuantities } from './prose/quantities.js';
import { stateFigures, type ProseOptions, type StatedProse } from './prose/state-figures.js';
import { createRandom, type Random } from './random.js';
import { toTruth, type Truth } from './truth.js';

/** What to make. */
export interface Recipe {
  readonly seed: number;
  readonly layoutName: string;
  readonly layout: Layout;
  readonly renderer: Renderer;
  /** A publisher's error to plant, `draw` for any, or none. */
  readonly plant?: PlantKind | 'draw' | undefined;
  /** Sentences that state the figures; where an error is planted in the tables, or others state them, there are none. */
  readonly prose?: ProseOptions | undefined;
  /** A publisher's fault beside the figures to plant, `draw` for any, or none. */
  readonly fault?: FaultKind | 'regulations' | 'outdated-form' | 'draw' | undefined;
  /** Figures of a real report instead of drawn ones, with its own name and year. */
  readonly given?: {
    readonly figures: Figures;
    readonly agency: Agency;
    readonly year: number;
    /** The figures are drawn after all, and the prose may say what it likes. */
    readonly isDrawn?: true;
  };
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
  /** The truth of a second report in the same file. */
  readonly second?: Truth;
}

const SCALES: readonly Scale[] = ['bureau', 'bureau', 'bureau', 'county', 'county', 'city', 'idle'];

interface Planting {
  readonly figures: Figures;
  readonly notes: string;
}

/** Draws figures until the wanted error fits in. */
function plantInto(figures: Figures, plant: Recipe['plant'], random: Random): Planting {
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

/** Result rows in which nothing happened. */
function zeroRows(figures: Figures): string[] {
  return RESULT_ROWS[figures.editions.applications].filter(
    (row) => figures.applications[row]?.every((figure) => figure === 0) === true,
  );
}

/** Figures that the document does not show at all. */
function withoutPrint(figures: Figures, leftOut: readonly string[], noReviews: boolean): Figures {
  const changes: Record<string, null> = {};
  for (const row of leftOut) for (const column of APPLICANTS) changes[cellKey('applications', row, column)] = null;
  if (noReviews)
    for (const row of REVIEW_ROWS) for (const column of OUTCOMES) changes[cellKey('reviews', row, column)] = null;
  return withFigures(figures, changes);
}

/** The tables of the form, as the layout deforms them. */
function shapeTables(sheet: Sheet, form: FormStyle, layout: Layout, random: Random): readonly FormTable[] {
  const shape = layout.shape ?? {};
  let two: readonly FormTable[] = [disclosureTable(sheet, form)];
  if (shape.blocksReordered === true) two = two.map(reorderBlocks);
  if (shape.blocksApart === true) two = two.flatMap(splitBlocks);
  let three: readonly FormTable[] = [applicationsTable(sheet, form, random)];
  if (shape.swapped !== undefined) {
    const [first, second] = shape.swapped;
    three = three.map((table) => swapColumns(table, first, second));
  }
  if (shape.serial === true) three = three.map(addSerialColumn);
  if (shape.totalFirst === true) three = three.map(putTotalFirst);
  if (shape.noteInside === true)
    three = three.map((table) => addNoteInside(table, '注：以上为2023年收件，含网上12件。'));
  if (shape.titleRows === true) three = three.map((table) => addTitleRow(table, '2023年度政府信息公开申请情况统计表'));
  if (shape.noteRow === true)
    three = three.map((table) => addNoteRow(table, '备注：本表含上年结转申请，其中3件延期答复。'));
  if (shape.split !== undefined) {
    const { repeatHeader, mark } = shape.split;
    three = three.flatMap((table) =>
      splitTable(table, random.int(table.headerRows + 1, table.rows.length - 2), { repeatHeader, mark }),
    );
  }
  const four = reviewsTable(sheet, form);
  const last = layout.document?.noReviews === true ? [] : shape.reviewsApart === true ? splitReviews(four) : [four];
  return [...two, ...three, ...last];
}

/** Table three of the year before, for comparison. */
function lastYearTables(seed: number, form: FormStyle, layout: Layout, scale: Scale): readonly FormTable[] {
  const figures = drawFigures(createRandom(seed, 'last year'), {
    disclosure: '2021',
    applications: '2021',
    ...layout.figures,
    scale,
  });
  const sheet = writeSheet(figures, layout.numerals ?? {}, createRandom(seed, 'last year'));
  return [applicationsTable(sheet, form, createRandom(seed, 'labels'))];
}

function drawDocumentStyle(layout: Layout, choose: Random): DocumentStyle {
  const length = choose.int(1, 6);
  const title = choose.pick(['plain', 'two-lines', 'work', 'annual'] as const);
  const spaceAbovePt = layout.shape?.swept === true ? choose.int(0, 640) : 0;
  return { title, length, spaceAbovePt, ...layout.document };
}

/** Plants and writes the figures; `leftOut` are the rows that are not printed. */
function printFigures(drawn: Figures, recipe: Recipe): { sheet: Sheet; planted: Planting; leftOut: readonly string[] } {
  const { layout, seed } = recipe;
  const planted = plantInto(drawn, recipe.plant, createRandom(seed, 'plant'));
  const written = writeSheet(planted.figures, layout.numerals ?? {}, createRandom(seed, 'numerals'));
  const leftOut = layout.shape?.leaveOut === true ? zeroRows(planted.figures) : [];
  const figures = withoutPrint(written.figures, leftOut, layout.document?.noReviews === true);
  // Where zeros are not printed, what an error breaks may depend on how blanks are filled: then none is planted.
  const isSure = brokenAsPrinted(figures).length === brokenIdentities(planted.figures).length;
  if (!isSure && recipe.plant !== undefined) return printFigures(drawn, { ...recipe, plant: undefined });
  return { sheet: { ...written, figures }, planted, leftOut };
}

/** Sentences that state what the tables hold, where nothing else does. */
function stateProse(
  recipe: Recipe,
  figures: Figures,
  about: { agency: Agency; year: number },
): StatedProse | undefined {
  const { prose, plant, layout, seed, given } = recipe;
  const { narrative = false, noReviews = false } = layout.document ?? {};
  if (
    prose === undefined ||
    plant !== undefined ||
    recipe.fault !== undefined ||
    given !== undefined ||
    narrative ||
    noReviews
  )
    return undefined;
  const random = createRandom(seed, 'stated');
  const fee = random.chance(0.6) ? random.int(1, 400) * 10 : 0;
  return stateFigures({ ...about, quantities: toQuantities(figures, fee) }, prose, random);
}

/** So far apart are the seeds of two reports in one file. */
const NEXT_REPORT = 100_000;

/** Rules that the editions call for by themselves: a table of another edition than the year's. */
function editionRemarks({ editions }: Figures, year: number): string[] {
  const prescribed = year <= 2020 ? '2019' : '2021';
  const found = [editions.disclosure, editions.applications];
  if (found.every((edition) => edition === prescribed)) return [];
  return [found.includes(prescribed) ? 'form.mixed_edition' : 'form.wrong_edition'];
}

/** A year in which the form was in use; where the body took the wrong one, a year in which it was not. */
function drawYear({ editions }: Figures, isOutdated: boolean, choose: Random): number {
  if ((editions.disclosure === '2019') !== isOutdated) return 2020;
  return choose.int(2021, 2024);
}

interface Faults {
  readonly blocks: readonly Block[];
  readonly remarks: readonly string[];
  readonly notes: string;
}

/** Plants a fault into the document around the figures. */
function plantFaults(blocks: readonly Block[], recipe: Recipe, body: { agency: string; year: number }): Faults {
  const { fault, seed } = recipe;
  if (fault === undefined || fault === 'regulations' || fault === 'outdated-form')
    return { blocks, remarks: [], notes: '' };
  const random = createRandom(seed, 'fault');
  for (let attempt = 0; attempt < 20; attempt++) {
    const kind = fault === 'draw' ? random.pick(FAULT_KINDS) : fault;
    const faulty = plantFault(kind, { blocks, ...body }, random);
    if (faulty !== undefined) return { blocks: faulty.blocks, remarks: faulty.rules, notes: `fault: ${kind}` };
  }
  return { blocks, remarks: [], notes: '' };
}

/** Makes one document. */
export function makeDocument(recipe: Recipe): Made {
  const made = makeReport(recipe);
  const { shape } = recipe.layout;
  if (shape?.twoReports !== true) return made;
  const next = makeReport({ ...recipe, seed: recipe.seed + NEXT_REPORT, plant: undefined });
  return {
    ...made,
    blocks: [...made.blocks, { kind: 'page-break' }, ...next.blocks],
    second: next.truth,
  };
}

function makeReport(recipe: Recipe): Made {
  const { seed, layout, layoutName, renderer } = recipe;
  const choose = createRandom(seed, 'make');
  const scale = layout.figures?.scale ?? choose.pick(SCALES);
  const drawn =
    recipe.given?.figures ??
    drawFigures(createRandom(seed, 'figures'), { disclosure: '2021', applications: '2021', ...layout.figures, scale });
  const agency = recipe.given?.agency ?? drawAgency(createRandom(seed, 'agency'), scale);
  const regulated = recipe.fault === 'regulations' ? plantRegulations(drawn, agency.name) : undefined;
  const { sheet, planted, leftOut } = printFigures(regulated ?? drawn, recipe);
  const year = recipe.given?.year ?? drawYear(sheet.figures, recipe.fault === 'outdated-form', choose);
  const form = { ...layout.form, leftOut };
  const tables = shapeTables(sheet, form, layout, createRandom(seed, 'labels'));
  const appendix = layout.shape?.lastYear === true ? lastYearTables(seed, form, layout, scale) : [];
  const prose = stateProse(recipe, drawn, { agency, year });
  const composed = composeDocument(
    {
      ...{ agency, year, sheet, isReal: recipe.given !== undefined && recipe.given.isDrawn !== true },
      ...(prose === undefined ? {} : { prose }),
    },
    tables,
    { ...drawDocumentStyle(layout, choose), appendix },
    createRandom(seed, 'prose'),
  );
  const { blocks, remarks, notes } = plantFaults(composed, recipe, { agency: agency.name, year });
  const structure = [
    ...(form.extraRow === true ? ['extra-row: disclosure 其他主动公开文件'] : []),
    ...(layout.shape?.serial === true ? ['extra-column: applications 序号'] : []),
    ...(form.extraColumn === true ? ['extra-column: applications 小计'] : []),
  ];
  const truth = toTruth(sheet.figures, {
    agency: layout.document?.title === 'none' ? '' : agency.name,
    year,
    layout: layoutName,
    renderer,
    seed,
    notes: [planted.notes, notes].filter((text) => text !== '').join('; '),
    structure,
    ...(prose === undefined ? {} : { prose: prose.truth }),
    remarks: [...editionRemarks(sheet.figures, year), ...remarks, ...(regulated === undefined ? [] : ['T2.auth'])],
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
