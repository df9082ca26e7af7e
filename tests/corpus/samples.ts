// The small inputs in samples/reports: what each is made from. Their truth lies in tests/corpus/truth/samples, so that the
// folder a newcomer runs holds inputs only.
import path from 'node:path';
import { KINDS } from './kinds.js';
import type { MadeFiles } from './made-files.js';
import { LAYOUTS, type Layout, type Renderer } from './layouts.js';
import { makeDocument, type Made, type Recipe } from './make.js';
import { readReference, referenceFolder } from './reference.js';

interface Sample {
  readonly name: string;
  readonly renderer: Renderer;
  readonly layoutName: string;
  readonly seed: number;
  readonly plant?: Recipe['plant'];
  /** Figures of a real report, by its truth file in the reference folder. */
  readonly reference?: string;
}

const SAMPLES: readonly Sample[] = [
  {
    name: 'official-form-2022',
    renderer: 'libreoffice',
    layoutName: 'sample',
    seed: 11,
    reference: 'seed/weihai-industry-it-2022.truth.json',
  },
  {
    name: 'publishers-error-review-total',
    renderer: 'chromium',
    layoutName: 'sample',
    seed: 12,
    plant: 'review-total-zero',
  },
  { name: 'row-cut-by-page-break', renderer: 'libreoffice', layoutName: 'sample-cut', seed: 13 },
  { name: 'fonts-not-embedded', renderer: 'raw', layoutName: 'sample-not-embedded', seed: 14 },
  { name: 'mixed-edition-table-three-2019', renderer: 'raw', layoutName: 'sample-mixed', seed: 15 },
  { name: 'zeros-left-blank', renderer: 'chromium', layoutName: 'sample-blank', seed: 16 },
  { name: 'garbled-dump', renderer: 'text', layoutName: 'sample-garbled', seed: 17 },
];

// One font, and short prose: samples are small.
const page = {
  tagged: false,
  font: 'fallback',
  latinFont: 'Liberation Serif',
  bodyPt: 14,
  tablePt: 9.5,
  marginMm: 25,
  pageNumber: '- n -',
} as const;
const document = { length: 1, title: 'two-lines' } as const;
const SAMPLE_LAYOUTS: Readonly<Record<string, Layout>> = {
  sample: { page, document, figures: { scale: 'county' } },
  'sample-cut': {
    page: { ...page, rowBreaks: 'cut', rowHeightPt: 20 },
    document: { ...document, spaceAbovePt: 50 },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
  },
  'sample-not-embedded': {
    page,
    document,
    figures: { scale: 'county' },
    raw: { encoding: 'GBK-EUC', fontName: 'SimSun', compressed: true, rules: 'fills' },
  },
  'sample-mixed': {
    page: { ...page, bands: true, rowBreaks: 'cut', rowHeightPt: 22 },
    document,
    figures: { scale: 'county', disclosure: '2021', applications: '2019' },
    raw: { embedded: 'right', flipped: true, clips: true, glyphwise: true, openBreaks: true, compressed: true },
  },
  'sample-blank': { page, document, numerals: { zero: '', zeroCells: 'organisations' }, figures: { scale: 'bureau' } },
  'sample-garbled': { document, dump: { form: 'garbled' }, figures: { scale: 'bureau' } },
};

/** The samples that no renderer prints. */
export function makeKindSamples(): readonly MadeFiles[] {
  return [
    {
      kind: 'web',
      name: 'web-page-gb18030',
      recipe: { style: 'ragged-old-tags', seed: 20, plant: 'row-total-off' as const },
    },
    { kind: 'docx', name: 'word-document-tracked-changes', recipe: { style: 'tracked-changes', seed: 19 } },
  ].map(({ kind, name, recipe }) => {
    const made = KINDS[kind]?.make(recipe);
    if (made === undefined) throw new RangeError(`no such kind: ${kind}`);
    const files = made.files.map((file) => ({ ...file, name: name + path.extname(file.name) }));
    return { ...made, name, files };
  });
}

/** Makes all samples that a renderer prints; the names are those of the files. */
export function makeSamples(): readonly { readonly made: Made; readonly renderer: Renderer }[] {
  return SAMPLES.map(({ name, renderer, layoutName, seed, plant, reference }) => {
    const layout = SAMPLE_LAYOUTS[layoutName] ?? LAYOUTS[layoutName] ?? {};
    const given = reference === undefined ? undefined : readReference(path.join(referenceFolder(), reference));
    const made = makeDocument({
      ...{ seed, layoutName, layout, renderer },
      ...(plant === undefined ? {} : { plant }),
      ...(given === undefined ? {} : { given }),
    });
    return { made: { ...made, name }, renderer };
  });
}
