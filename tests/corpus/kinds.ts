// Kinds of documents beside the PDFs and dumps of the layouts: each has styles by name and one way to make a document.
// To add one, add an entry.
import { DOCX_STYLES, makeDocx, type DocxStyleName } from './docx/make-docx.js';
import { GARBLINGS, makeGarbledText, makeSideBySide, type GarblingName } from './garblings/make-garbled.js';
import type { Layout } from './layouts.js';
import type { MadeFiles } from './made-files.js';
import { makeDocument, type Made, type Recipe } from './make.js';
import { createRandom } from './random.js';
import { renderRaw } from './raw.js';
import { SCAN_STYLES, makeScan, type ScanStyleName } from './scan/make-scan.js';
import { composeStatistics, type GivenStatistics } from './statistics/compose.js';
import { STATISTICS_STYLES, makeStatistics, type StatisticsStyleName } from './statistics/make-statistics.js';
import { WEB_STYLES, makeWebPage, type WebStyleName } from './web/make-web.js';

/** What to make: a style of a kind, a seed, and what is in a recipe for PDFs too. */
export interface KindRecipe {
  readonly seed: number;
  readonly style: string;
  readonly plant?: NonNullable<Recipe['plant']>;
  readonly prose?: Recipe['prose'];
  readonly fault?: NonNullable<Recipe['fault']>;
  readonly given?: NonNullable<Recipe['given']>;
  /** Figures of a real report of edition 2014, for the kind `statistics`. */
  readonly givenStatistics?: GivenStatistics;
}

/** A kind of documents. */
export interface DocumentKind {
  readonly styles: readonly string[];
  /** Makes one document. */
  readonly make: (recipe: KindRecipe) => MadeFiles;
}

/** The plain document that a style then spoils; editions, blanks and labels take turns with the seed. */
function baseDocument(recipe: KindRecipe, layout?: Layout): Made {
  const { seed, plant, prose, fault, given } = recipe;
  const choose = createRandom(seed, 'kind');
  const edition = choose.pick(['2021', '2021', '2021', '2019'] as const);
  const varied: Layout = {
    figures: {
      disclosure: edition,
      applications: edition,
      scale: choose.pick(['idle', 'bureau', 'bureau', 'county', 'county', 'city'] as const),
    },
    form: choose.pick([{}, {}, { brackets: 'half', enumerator: '、' }, { misprints: true }] as const),
    document: {
      narrative: choose.chance(0.4) && prose === undefined,
      headings: choose.pick(['official', 'variant'] as const),
    },
    ...layout,
  };
  return makeDocument({
    ...{ seed, layoutName: recipe.style, layout: varied, renderer: 'text', prose },
    ...(plant === undefined ? {} : { plant }),
    ...(fault === undefined ? {} : { fault }),
    ...(given === undefined ? {} : { given }),
  });
}

function styleOf<T extends string>(styles: Readonly<Record<T, unknown>>, name: string): T {
  const found = (Object.keys(styles) as T[]).find((style) => style === name);
  if (found === undefined) throw new Error(`no such style: ${name}; known: ${Object.keys(styles).join(', ')}`);
  return found;
}

/** Two bodies' reports, one behind the other, as a government and its office publish them together. */
const TWO_REPORTS: Layout = { shape: { twoReports: true } };

/** Blanks as pages of bodies have them that only fill in two columns. */
const BLANKS: Layout['numerals'] = { zero: '\u00a0', zeroCells: 'organisations' };

const web: DocumentKind = {
  styles: Object.keys(WEB_STYLES),
  make: (recipe) => {
    const style: WebStyleName = styleOf(WEB_STYLES, recipe.style);
    const layout: Layout = {
      ...(style === 'ragged-spans' ? { figures: { disclosure: '2019', applications: '2019' } } : {}),
      ...(recipe.seed % 3 === 0 ? { numerals: BLANKS } : {}),
      ...(style === 'two-reports' ? TWO_REPORTS : {}),
    };
    return makeWebPage(baseDocument(recipe, layout), style, createRandom(recipe.seed, 'web'));
  },
};

const docx: DocumentKind = {
  styles: Object.keys(DOCX_STYLES),
  make: (recipe) => {
    const style: DocxStyleName = styleOf(DOCX_STYLES, recipe.style);
    const layout = style === 'two-reports' ? TWO_REPORTS : {};
    return makeDocx(baseDocument(recipe, layout), style, createRandom(recipe.seed, 'docx'));
  },
};

/** Where figures have run together no checker can be asked to find an error: none is planted. */
const RUN_TOGETHER: readonly string[] = [
  'no-separators',
  'figures-run-together',
  'neighbours-merged',
  'numbers-torn',
] satisfies readonly GarblingName[];

const garbled: DocumentKind = {
  styles: [...Object.keys(GARBLINGS), 'side-by-side'],
  make: (recipe) => {
    const random = createRandom(recipe.seed, 'garblings');
    if (recipe.style === 'side-by-side')
      return makeSideBySide(
        baseDocument(recipe),
        baseDocument({ seed: recipe.seed + 50_000, style: recipe.style }),
        random,
      );
    const garbling: GarblingName = styleOf(GARBLINGS, recipe.style);
    const { seed, style, given } = recipe;
    const unplanted = { seed, style, ...(given === undefined ? {} : { given }) };
    const layout = garbling.startsWith('stated-') && seed % 2 === 0 ? { numerals: BLANKS } : {};
    return makeGarbledText(
      baseDocument(RUN_TOGETHER.includes(garbling) ? unplanted : recipe, layout),
      garbling,
      random,
    );
  },
};

/** The pages that are scanned: the raw writer's, with fonts in the file, so that they look the same everywhere. */
const PAPER: Layout = {
  raw: { embedded: 'right' },
  page: { tagged: false, font: 'fallback', bodyPt: 14, tablePt: 10, marginMm: 25, pageNumber: '- n -' },
};

const scan: DocumentKind = {
  styles: Object.keys(SCAN_STYLES),
  make: (recipe) => {
    const style: ScanStyleName = styleOf(SCAN_STYLES, recipe.style);
    const made = baseDocument(recipe, PAPER);
    return makeScan(made, renderRaw(made), style, createRandom(recipe.seed, 'scan'));
  },
};

const statistics: DocumentKind = {
  styles: Object.keys(STATISTICS_STYLES),
  make: ({ seed, style: name, plant, givenStatistics }) => {
    const style: StatisticsStyleName = styleOf(STATISTICS_STYLES, name);
    const made = composeStatistics(seed, givenStatistics === undefined ? STATISTICS_STYLES[style].form : 'provincial', {
      plant: plant !== undefined,
      ...(givenStatistics === undefined ? {} : { given: givenStatistics }),
    });
    return makeStatistics(made, style, createRandom(seed, 'statistics-file'));
  },
};

/** All kinds by name. `scan` needs pdftoppm and the fonts of the raw writer. */
export const KINDS: Readonly<Record<string, DocumentKind>> = { web, docx, garbled, scan, statistics };
