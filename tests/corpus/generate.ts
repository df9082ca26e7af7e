// The command that writes a corpus: documents with their truth beside them.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printWithChromium } from './chromium.js';
import { toFlatOdt } from './fodt.js';
import { toHtml } from './html.js';
import { printWithLibreOffice } from './libreoffice.js';
import { LAYOUTS, type Renderer } from './layouts.js';
import { renderText } from './text.js';
import { figuresNotIn, textOfPdf } from './prove.js';
import { readReference } from './reference.js';
import { makeKindSamples, makeSamples } from './samples.js';
import { renderRaw } from './raw.js';
import { draws, layoutNamed } from './mixed-layouts.js';
import { makeDocument, type Made, type Recipe } from './make.js';
import { PLANT_KINDS, type PlantKind } from './planted.js';
import type { ProseOptions } from './prose/state-figures.js';
import { readStatistics } from './statistics/compose.js';
import { SERIES_STYLES } from './series/make-series.js';
import { writeSeries } from './series/write-series.js';
import { truthToJson } from './truth.js';
import { KINDS } from './kinds.js';
import { writeKinds } from './write-kinds.js';

const USAGE = `node tests/corpus/run.mjs --out DIR [--seed N] [--count N] [--layout NAME[,NAME…]]
    [--renderer chromium|libreoffice|raw|text] [--plant none|draw|mixed|KIND] [--prose none|known|held-back]
       node tests/corpus/run.mjs --out DIR --kind web|docx|garbled|scan|statistics|years [--style NAME[,NAME…]] …

  --seed      number of the first document (default 1)
  --count     how many documents; layouts and renderers take turns (default: one of each)
  --layout    only these layouts (--list names them); a+b: two at once
  --renderer  only this renderer
  --plant     errors of the publisher: none, one in every document (draw or a kind), or in one of five (mixed, default)
  --prose     sentences that state the figures: none, in wordings that the patterns know (default), or in others
  --kind      documents other than the layouts' PDFs and dumps, in the styles of that kind
  --style     only these styles of the kind
  --given     figures, body and year of this truth file instead of drawn ones
  --samples   write the samples of the repository (run from its root), nothing else
  --prove     afterwards name the PDFs in which pdftotext does not find all figures of the truth
  --list      names of layouts, renderers and kinds of errors`;

const RENDERERS: readonly Renderer[] = ['chromium', 'libreoffice', 'raw', 'text'];

function plantOf(option: string, seed: number): Recipe['plant'] {
  if (option === 'none') return undefined;
  if (option === 'draw') return 'draw';
  if (option === 'mixed') return seed % 5 === 0 ? 'draw' : undefined;
  const kind = PLANT_KINDS.find((known) => known === option);
  if (kind === undefined) throw new Error(`no such error: ${option}; known: ${PLANT_KINDS.join(', ')}`);
  return kind satisfies PlantKind;
}

/** Every fourth document states a figure wrong. */
function proseOf(option: string, seed: number): ProseOptions | undefined {
  if (option === 'none') return undefined;
  if (option !== 'known' && option !== 'held-back') throw new Error(`no such prose: ${option}`);
  const wrong = (['requests', 'results', 'cases', 'documents'] as const)[(seed >> 2) % 4];
  return { wordings: option, ...(seed % 4 === 0 && wrong !== undefined ? { wrong } : {}) };
}

/** A fault beside the figures, in one of seven documents and never beside an error in them. */
function faultOf(option: string, seed: number): Recipe['fault'] {
  if (option !== 'mixed' || seed % 5 === 0 || seed % 7 !== 3) return undefined;
  if (seed % 4 === 0) return 'outdated-form';
  return seed % 2 === 0 ? 'regulations' : 'draw';
}

async function render(documents: readonly Made[], renderer: Renderer, out: string): Promise<void> {
  switch (renderer) {
    case 'chromium':
      await printWithChromium(
        documents.map((made) => ({
          html: toHtml(made.blocks, made.page),
          style: made.page,
          target: path.join(out, `${made.name}.pdf`),
        })),
      );
      return;
    case 'libreoffice':
      await printWithLibreOffice(
        documents.map((made) => ({ name: made.name, fodt: toFlatOdt(made.blocks, made.page) })),
        out,
      );
      return;
    case 'raw':
      for (const made of documents) await writeFile(path.join(out, `${made.name}.pdf`), renderRaw(made));
      return;
    case 'text':
      for (const made of documents) await writeFile(path.join(out, `${made.name}.txt`), renderText(made));
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      count: { type: 'string' },
      layout: { type: 'string' },
      renderer: { type: 'string' },
      plant: { type: 'string', default: 'mixed' },
      prose: { type: 'string', default: 'known' },
      given: { type: 'string' },
      kind: { type: 'string' },
      style: { type: 'string' },
      samples: { type: 'boolean', default: false },
      prove: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    console.log(
      `layouts: ${Object.keys(LAYOUTS).join(' ')}\nrenderers: ${RENDERERS.join(' ')}\nerrors: ${PLANT_KINDS.join(' ')}`,
    );
    for (const [name, { styles }] of Object.entries(KINDS)) console.log(`kind ${name}: ${styles.join(' ')}`);
    console.log(`kind years: ${SERIES_STYLES.join(' ')}`);
    return;
  }
  if (values.samples) {
    await writeAll(makeSamples(), { documents: 'samples/reports', truth: 'tests/corpus/truth/samples' });
    for (const { name, files, truth } of makeKindSamples()) {
      await writeFile(path.join('tests/corpus/truth/samples', `${name}.truth.json`), truthToJson(truth));
      for (const file of files) await writeFile(path.join('samples/reports', file.name), file.bytes);
    }
    return;
  }
  if (values.out === undefined) throw new Error(USAGE);
  if (values.kind !== undefined) {
    const { kind, given } = values;
    if (kind === 'years') {
      const order = { out: values.out, seed: Number(values.seed) };
      const styles = values.style === undefined ? {} : { styles: values.style.split(',') };
      const written = await writeSeries({
        ...order,
        ...styles,
        ...(values.count === undefined ? {} : { count: Number(values.count) }),
      });
      console.log(`${written} documents in ${values.out}`);
      return;
    }
    const written = await writeKinds({
      ...{ kind, out: values.out, seed: Number(values.seed), plantOf: (seed) => plantOf(values.plant, seed) },
      proseOf: (seed) => proseOf(values.prose, seed),
      faultOf: (seed) => faultOf(values.plant, seed),
      ...(values.style === undefined ? {} : { styles: values.style.split(',') }),
      ...(values.count === undefined ? {} : { count: Number(values.count) }),
      ...(given === undefined
        ? {}
        : {
            given: kind === 'statistics' ? { givenStatistics: readStatistics(given) } : { given: readReference(given) },
          }),
    });
    console.log(`${written} documents in ${values.out}`);
    return;
  }
  const names = values.layout?.split(',') ?? Object.keys(LAYOUTS);
  const pairs = RENDERERS.filter((renderer) => values.renderer === undefined || values.renderer === renderer).flatMap(
    (renderer) =>
      names.flatMap((name) => {
        const layout = layoutNamed(name);
        if (layout === undefined) throw new Error(`no such layout: ${name}`);
        return draws(layout, renderer) ? [{ name, layout, renderer }] : [];
      }),
  );
  const first = Number(values.seed);
  const count = values.count === undefined ? pairs.length : Number(values.count);
  const made = Array.from({ length: count }, (_, k) => {
    const pair = pairs[k % pairs.length];
    if (pair === undefined) throw new Error('nothing to render');
    const plant = plantOf(values.plant, first + k);
    const given = values.given === undefined ? {} : { given: readReference(values.given) };
    const recipe = { ...given, seed: first + k, layoutName: pair.name, layout: pair.layout, renderer: pair.renderer };
    const prose = proseOf(values.prose, first + k);
    const fault = faultOf(values.plant, first + k);
    const planted = { ...(plant === undefined ? {} : { plant }), ...(fault === undefined ? {} : { fault }) };
    return { renderer: pair.renderer, made: makeDocument({ ...recipe, prose, ...planted }) };
  });
  await writeAll(made, { documents: values.out, truth: values.out });
  if (values.prove) prove(made, values.out);
}

function prove(items: readonly { readonly made: Made; readonly renderer: Renderer }[], folder: string): void {
  for (const { made, renderer } of items) {
    if (renderer === 'text') continue;
    const lost = figuresNotIn(textOfPdf(path.join(folder, `${made.name}.pdf`)), made.truth);
    if (lost.length > 0) console.log(`${made.name}: ${lost.length} figures not found, ${lost.slice(0, 5).join(' ')}`);
  }
}

async function writeTruth({ name, truth, second }: Made, folder: string): Promise<void> {
  await writeFile(path.join(folder, `${name}.truth.json`), truthToJson(truth));
  if (second !== undefined) await writeFile(path.join(folder, `${name}.second.truth.json`), truthToJson(second));
}

async function writeAll(
  items: readonly { readonly made: Made; readonly renderer: Renderer }[],
  folders: { readonly documents: string; readonly truth: string },
): Promise<void> {
  await mkdir(folders.documents, { recursive: true });
  await mkdir(folders.truth, { recursive: true });
  for (const { made } of items) await writeTruth(made, folders.truth);
  for (const renderer of RENDERERS) {
    const documents = items.filter((item) => item.renderer === renderer).map((item) => item.made);
    if (documents.length > 0) await render(documents, renderer, folders.documents);
  }
  console.log(`${items.length} documents in ${folders.documents}`);
}

await main();
