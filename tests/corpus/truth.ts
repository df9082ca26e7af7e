// The truth file beside every document: what it prints, and what a checker must say about it. The format is that of the
// hand-checked truth files, extended by `layout`, `renderer`, `seed`, `expected_findings`, `expected_structure`.
import type { Figures, Rows } from './figures.js';
import type { ProseTruth } from './prose/state-figures.js';
import { brokenIdentities, deriveBlanks, describeBroken, type ExpectedFinding } from './identities.js';

/** The truth of one document. */
export interface Truth {
  readonly agency: string;
  readonly year: number;
  readonly format: '2021' | '2019';
  readonly editions: Figures['editions'];
  readonly disclosure: Rows;
  readonly applications: Rows;
  readonly reviews: Rows;
  readonly identities_that_fail_as_printed: readonly string[];
  /** The violated sums, each to be reported once, with cause `publisher`. */
  readonly expected_findings: readonly ExpectedFinding[];
  /** What is printed beyond the form: rules `extra-row` and `extra-column`. */
  readonly expected_structure: readonly string[];
  /** Rules that must be raised over sections, dates, words and the body's powers; any other of them is a false one. */
  readonly expected_remarks?: readonly string[];
  /** Values that the sums leave for blank cells, where they are not 0 (or, under a total, the sum of the row). */
  readonly derived?: Readonly<Record<string, number>>;
  /** Rows that nothing in the document tells how to read. */
  readonly undecidable?: readonly string[];
  /** Figures that sentences state; absent where they are not known. */
  readonly prose?: ProseTruth;
  readonly layout: string;
  readonly renderer: string;
  readonly seed: number;
  readonly notes: string;
}

/** What the generator knows beside the figures. */
export interface TruthContext {
  readonly agency: string;
  readonly year: number;
  readonly layout: string;
  readonly renderer: string;
  readonly seed: number;
  readonly notes: string;
  readonly structure: readonly string[];
  readonly remarks?: readonly string[];
  readonly undecidable?: readonly string[];
  readonly prose?: ProseTruth;
}

/** Writes down the truth of printed figures. */
export function toTruth(figures: Figures, context: TruthContext): Truth {
  const derived = Object.fromEntries([...deriveBlanks(figures)].filter(([, value]) => value !== 0));
  const { agency, year, layout, renderer, seed, notes, structure, remarks, undecidable, prose } = context;
  return {
    agency,
    year,
    format: figures.editions.disclosure,
    editions: figures.editions,
    disclosure: figures.disclosure,
    applications: figures.applications,
    reviews: figures.reviews,
    identities_that_fail_as_printed: describeBroken(figures),
    expected_findings: brokenIdentities(figures),
    expected_structure: structure,
    ...(remarks === undefined ? {} : { expected_remarks: remarks }),
    ...(Object.keys(derived).length === 0 ? {} : { derived }),
    ...(undecidable === undefined || undecidable.length === 0 ? {} : { undecidable }),
    ...(prose === undefined ? {} : { prose }),
    layout,
    renderer,
    seed,
    notes,
  };
}

/** The bytes of a truth file: rows on one line each, so that a person can read it beside the document. */
export function truthToJson(truth: object): string {
  const lines = JSON.stringify(truth, null, 2).replace(
    /\[\s+([^[\]{}"]*?)\s+\]/g,
    (_, inner: string) => `[${inner.replace(/\s*\n\s*/g, ' ')}]`,
  );
  return `${lines}\n`;
}
