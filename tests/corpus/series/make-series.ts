// Several reports that belong together: the years of one body, copies of one report, a government and its departments.
import { drawAgency, type Agency } from '../agencies.js';
import { cellKey, drawFigures, figureAt, withFigures, type Figures, type Scale } from '../figures.js';
import { makeDocument, type Made } from '../make.js';
import { createRandom, type Random } from '../random.js';
import type { Truth } from '../truth.js';
import { changeApplications, expectAcross, linkYears, type ExpectedAcross, type YearFigures } from './link-years.js';

/** How the reports of a series are written. */
export type SeriesFormat = 'raw' | 'text';

/** The truth of one report of a series. */
export interface SeriesTruth extends Truth {
  /** The reports of one series are compared with each other. */
  readonly series: string;
  readonly expected_across: readonly ExpectedAcross[];
  /** The file that is the same report and is kept. */
  readonly copy_of?: string;
}

/** One report of a series. */
export interface SeriesReport {
  readonly made: Made;
  readonly format: SeriesFormat;
  readonly truth: SeriesTruth;
}

/** One report, as a style wants it. */
interface Wanted extends YearFigures {
  readonly agency: Agency;
  readonly format: SeriesFormat;
  readonly expected: readonly ExpectedAcross[];
  /** Two reports with one number have the same prose, years aside. */
  readonly proseSeed: number;
  readonly copyOf?: string;
}

/** What a style works on. */
interface Context {
  readonly random: Random;
  readonly seed: number;
  readonly agency: Agency;
  readonly scale: Scale;
  readonly years: readonly YearFigures[];
}

type Style = (context: Context) => readonly Wanted[];

function follow(context: Context, years: readonly YearFigures[], agency = context.agency): Wanted[] {
  return years.map(({ year, figures }, k) => {
    const before = years[k - 1];
    return {
      year,
      figures,
      agency,
      format: context.random.pick(['raw', 'raw', 'text'] as const),
      expected: before === undefined ? [] : expectAcross(before, { year, figures }),
      proseSeed: context.seed * 100 + year,
    };
  });
}

/** Changes the last year; the ones before stay as they are. */
function changeLast(years: readonly YearFigures[], change: (figures: Figures) => Figures): readonly YearFigures[] {
  return years.map(({ year, figures }, k) => ({ year, figures: k === years.length - 1 ? change(figures) : figures }));
}

function cell(figures: Figures, row: string, column: string): number {
  return figureAt(figures, 'applications', row, column) ?? 0;
}

/** More was carried in than last year carried out; the sums of the form hold. */
function carryMore(figures: Figures, column: string, more: number): Figures {
  return changeApplications(figures, {
    [`carried_in/${column}`]: cell(figures, 'carried_in', column) + more,
    [`carried_out/${column}`]: cell(figures, 'carried_out', column) + more,
  });
}

/** Requests carried over are counted under another kind of applicant. */
function moveCarried(years: readonly YearFigures[]): readonly YearFigures[] {
  const k = years.length - 2;
  const linked = linkYears(
    years.map(({ year, figures }, index) => ({
      year,
      figures:
        index === k
          ? changeApplications(figures, {
              'carried_out/business': cell(figures, 'carried_out', 'business') + 2,
              'new_received/business': cell(figures, 'new_received', 'business') + 2,
            })
          : figures,
    })),
  );
  return changeLast(linked, (figures) =>
    changeApplications(figures, {
      'carried_in/business': cell(figures, 'carried_in', 'business') - 1,
      'new_received/business': cell(figures, 'new_received', 'business') + 1,
      'carried_in/research': cell(figures, 'carried_in', 'research') + 1,
      'carried_out/research': cell(figures, 'carried_out', 'research') + 1,
    }),
  );
}

function addTo(figures: Figures, row: string, column: string, more: number): Figures {
  const value = figureAt(figures, 'disclosure', row, column) ?? 0;
  return withFigures(figures, { [cellKey('disclosure', row, column)]: value + more });
}

function withCopy(
  context: Context,
  change: (figures: Figures) => Figures,
  expected: readonly ExpectedAcross[],
): Wanted[] {
  const wanted = follow(context, context.years);
  const last = wanted.at(-1);
  if (last === undefined) return [];
  // The PDF has places, and so it is the one that is kept.
  const kept: Wanted = { ...last, format: 'raw', expected: [...last.expected, ...expected] };
  const copy: Wanted = {
    ...last,
    figures: change(last.figures),
    format: 'text',
    expected: [],
    copyOf: nameOf(context, wanted.length - 1, kept),
  };
  return [...wanted.slice(0, -1), kept, copy];
}

/** Bodies of the code list, under the names that they really go by; their series have no errors. */
function real(name: string, place: string, self: string): Agency {
  return { name, place, scale: 'county', self };
}

const STYLES: Readonly<Record<string, Style>> = {
  plain: (context) => follow(context, context.years),
  'carry-broken': (context) =>
    follow(
      context,
      changeLast(context.years, (figures) => carryMore(figures, 'natural_person', context.random.int(1, 3))),
    ),
  'carry-moved': (context) => follow(context, moveCarried(context.years)),
  'valid-broken': (context) =>
    follow(
      context,
      changeLast(context.years, (figures) => addTo(figures, 'normative_documents', 'valid', 2)),
    ),
  'same-figures': (context) => {
    const before = context.years.at(-2)?.figures;
    return follow(
      context,
      changeLast(context.years, (figures) => before ?? figures),
    );
  },
  'same-prose': (context) => {
    const wanted = follow(context, context.years);
    const proseSeed = wanted.at(-2)?.proseSeed ?? 0;
    const told: ExpectedAcross = { rule: 'X.same_text', severity: 'warning', table: '' };
    return wanted.map((each, k) =>
      k === wanted.length - 1 ? { ...each, proseSeed, expected: [...each.expected, told] } : each,
    );
  },
  copies: (context) => withCopy(context, (figures) => figures, []),
  'copies-differ': (context) =>
    withCopy(context, (figures) => addTo(figures, 'licensing', 'decisions', 1), [
      { rule: 'X.copies_differ', severity: 'warning', table: 'disclosure' },
    ]),
  'two-scopes': (context) => {
    const wanted = follow(context, context.years);
    const last = wanted.at(-1);
    if (last === undefined) return [];
    const options = { disclosure: '2021', applications: '2021', scale: 'city' } as const;
    const figures = drawFigures(createRandom(context.seed, 'other scope'), options);
    const other: Wanted = { ...last, figures, expected: [{ rule: 'X.same_year', severity: 'info', table: '' }] };
    return [...wanted.slice(0, -1), { ...last, expected: [] }, { ...other, proseSeed: last.proseSeed + 50 }];
  },
  neighbours: (context) => {
    const { place } = context.agency;
    const bodies = ['教育局', '财政局'].map((bureau): Agency => ({
      ...context.agency,
      name: place + bureau,
      self: '我局',
    }));
    return bodies.flatMap((agency, k) =>
      follow(context, k === 0 ? context.years : drawYears(context.seed + 7000, context.scale), agency),
    );
  },
  renamed: (context) => {
    const names = ['洪泽区人民政府', '淮安市洪泽区人民政府', '洪泽区政府'];
    const first = context.random.int(0, 2);
    return follow(context, context.years).map((each, k) => ({
      ...each,
      agency: real(names[(first + k) % 3] ?? '', '洪泽区', '全区'),
      expected: k === 0 ? each.expected : [...each.expected, { rule: 'X.joined', severity: 'info', table: '' }],
    }));
  },
  'government-and-bureaus': (context) => {
    const year = context.years.at(-1)?.year ?? 2023;
    const options = { disclosure: '2021', applications: '2021' } as const;
    const drawn = (scale: Scale, purpose: string): YearFigures[] => [
      { year, figures: drawFigures(createRandom(context.seed, purpose), { ...options, scale }) },
    ];
    const above = { ...real('淮安市人民政府', '淮安市', '全市'), scale: 'city' } as const;
    const large = drawn('city', 'above').map((each) => ({ ...each, figures: enlarge(each.figures) }));
    return [
      ...follow(context, large, above),
      ...['教育局', '水务局'].flatMap((bureau) =>
        follow(context, drawn('bureau', bureau), real(`洪泽区${bureau}`, '洪泽区', '我局')),
      ),
    ];
  },
};

/** Adds to every figure that adds up, so that no bureau's can be larger; the sums of the form hold. */
function enlarge(figures: Figures): Figures {
  const more = 100;
  const rows = Object.keys(figures.applications);
  const results = rows.filter(
    (row) => !['new_received', 'carried_in', 'handled_total', 'carried_out'].includes(row),
  ).length;
  const added = (row: string): number => (row === 'new_received' || row === 'handled_total' ? more * results : more);
  const grown = changeApplications(
    figures,
    Object.fromEntries(
      rows.flatMap((row) =>
        ['natural_person', 'business', 'research', 'social', 'legal_service', 'other_org'].map(
          (column): [string, number] => [`${row}/${column}`, cell(figures, row, column) + added(row)],
        ),
      ),
    ),
  );
  const cells = ['licensing', 'penalty', 'coercion'].map((row): [string, number] => [
    cellKey('disclosure', row, 'decisions'),
    99_000,
  ]);
  const reviews = Object.keys(figures.reviews).flatMap((row): [string, number][] => [
    ...['upheld', 'corrected', 'other', 'pending'].map((column): [string, number] => [
      cellKey('reviews', row, column),
      50,
    ]),
    [cellKey('reviews', row, 'total'), 200],
  ]);
  return withFigures(grown, Object.fromEntries([...cells, ...reviews, [cellKey('disclosure', 'fees', 'amount'), 900]]));
}

/** The names of all styles. */
export const SERIES_STYLES: readonly string[] = Object.keys(STYLES);

/** Draws the years of one body. */
function drawYears(seed: number, scale: Scale): readonly YearFigures[] {
  const random = createRandom(seed, 'years');
  const first = random.int(2019, 2022);
  return linkYears(
    [0, 1, 2].map((k) => {
      const year = first + k;
      const edition = year <= 2020 ? '2019' : '2021';
      const options = { disclosure: edition, applications: edition, scale } as const;
      return { year, figures: drawFigures(createRandom(seed, `year ${year}`), options) };
    }),
  );
}

function nameOf({ seed }: Pick<Context, 'seed'>, k: number, { format }: Wanted): string {
  return `years-${seed}-${k}.${format === 'raw' ? 'pdf' : 'txt'}`;
}

/** Makes the reports of one series. */
export function makeSeries(seed: number, style: string): readonly SeriesReport[] {
  const make = STYLES[style];
  if (make === undefined) throw new Error(`no such style: ${style}; known: ${SERIES_STYLES.join(', ')}`);
  const random = createRandom(seed, 'series');
  // What is carried over and in force is only broken from 2022 on, and only where there is something.
  const needsRecent = style === 'valid-broken' || style === 'copies-differ' || style === 'two-scopes';
  const scale = random.pick(['bureau', 'county', 'county'] as const);
  const agency = drawAgency(createRandom(seed, 'agency'), scale);
  const years = drawYears(seed, scale);
  const shift = needsRecent ? 2022 - (years[0]?.year ?? 2022) : 0;
  const recent = shift > 0 ? drawRecent(seed, scale) : years;
  const context: Context = { random, seed, agency, scale, years: recent };
  const wanted = make(context);
  return wanted.map((each, k) => toReport(context, style, each, k));
}

function drawRecent(seed: number, scale: Scale): readonly YearFigures[] {
  const options = { disclosure: '2021', applications: '2021', scale } as const;
  return linkYears(
    [2022, 2023, 2024].map((year) => ({ year, figures: drawFigures(createRandom(seed, `year ${year}`), options) })),
  );
}

function toReport(context: Context, style: string, wanted: Wanted, k: number): SeriesReport {
  const { year, figures, agency, format, expected, proseSeed, copyOf } = wanted;
  const made = makeDocument({
    seed: proseSeed,
    layoutName: style,
    layout: { document: { length: 2, title: 'plain' } },
    renderer: format,
    given: { figures, agency, year, isDrawn: true },
  });
  const name = nameOf(context, k, wanted).replace(/\.[^.]+$/, '');
  const truth: SeriesTruth = {
    ...made.truth,
    seed: context.seed,
    series: `${style}-${context.seed}`,
    expected_across: expected,
    ...(copyOf === undefined ? {} : { copy_of: copyOf }),
  };
  return { made: { ...made, name, truth }, format, truth };
}
