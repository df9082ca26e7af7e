/** Which documents the frozen corpus holds: a layout, a renderer, a seed and perhaps an error of the publisher. */
import { KINDS } from '../corpus/kinds.js';
import { LAYOUTS, type Layout, type Renderer } from '../corpus/layouts.js';
import type { MadeFiles } from '../corpus/made-files.js';
import { makeDocument, type Made } from '../corpus/make.js';
import type { PlantKind } from '../corpus/planted.js';

interface FrozenRecipe {
  readonly renderer: Renderer;
  readonly layoutName: string;
  readonly seed: number;
  readonly plant?: PlantKind;
}

/** `renderer layout seed [error]`, one line a document, so that the list can be read at a glance. */
const RECIPES: readonly FrozenRecipe[] = `
chromium official 501 review-total-zero
chromium open-sides 502
chromium dotted 503
chromium row-cut 504
chromium row-cut-header-repeated 505 cell-off
chromium swept-cut 506
chromium blank-zero 507
chromium vertical-upright 508
chromium note-raised 509
chromium watermark-digits 510
chromium extra-column 511
chromium edition-2019 512 row-total-off
chromium two-label-columns 513
chromium narrow-columns 514
libreoffice official 521 several-totals-off
libreoffice row-cut 522
libreoffice vertical-stacked 523
libreoffice note-circled 524
libreoffice dash-zero 525
libreoffice thousands 526
libreoffice landscape 527 blank-under-a-part
libreoffice edition-2019-city 528
libreoffice mixed-2019-applications 529
raw raw-gbk 541 wrong-column
raw raw-wps 542
raw raw-rotate-90 543
raw raw-shuffled 544 balance-broken
raw raw-embedded 545
raw raw-turned 546
raw raw-cut-open 547
raw raw-doubled-figures 548
raw raw-wrong-figures 549
raw raw-no-rules 550
raw raw-encrypted-locked 551
text dump-tabs 561 digits-transposed
text dump-garbled-county 562
text dump-aligned 563
text dump-markdown 564 review-total-blank
text dump-gb18030 565
text dump-broken-numbers 566
text dump-cells 567
`
  .trim()
  .split('\n')
  .map((line) => {
    const [renderer, layoutName, seed, plant] = line.split(' ');
    return {
      renderer: renderer as Renderer,
      layoutName: layoutName ?? '',
      seed: Number(seed),
      ...(plant === undefined ? {} : { plant: plant as PlantKind }),
    };
  });

/** `kind style seed [error]`: documents that no renderer prints. */
const KIND_RECIPES: readonly { kind: string; style: string; seed: number; plant?: PlantKind }[] = `
web ragged-spans 571
web ragged-old-tags 572 row-total-off
web layout-tables 573
web wrong-declaration 574
web saved-page-word 575 review-total-zero
web form-fields 576
docx vertical-text 581
docx list-numbers 582 balance-broken
docx tracked-changes 583
docx text-boxes 584
`
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', style = '', seed, plant] = line.split(' ');
    return { kind, style, seed: Number(seed), ...(plant === undefined ? {} : { plant: plant as PlantKind }) };
  });

/** Makes the documents that no renderer prints, each with its truth. */
export function makeFrozenKinds(): readonly MadeFiles[] {
  return KIND_RECIPES.map(({ kind, ...recipe }) => {
    const made = KINDS[kind]?.make(recipe);
    if (made === undefined) throw new RangeError(`no such kind: ${kind}`);
    return made;
  });
}

/** Small files: little prose, no structure tree, one Chinese font, compressed streams. What a layout says goes first. */
function shrink(layout: Layout, renderer: Renderer): Layout {
  return {
    ...layout,
    page: { tagged: false, font: 'fallback', latinFont: 'Liberation Serif', bodyPt: 14, ...layout.page },
    document: { length: 1, ...layout.document },
    ...(renderer === 'raw' ? { raw: { compressed: true, ...layout.raw } } : {}),
  };
}

/** Makes all documents, each with its truth, before they are rendered. */
export function makeFrozen(): readonly { readonly made: Made; readonly renderer: Renderer }[] {
  return RECIPES.map((recipe) => {
    const layout = LAYOUTS[recipe.layoutName];
    if (layout === undefined) throw new RangeError(`no such layout: ${recipe.layoutName}`);
    return { made: makeDocument({ ...recipe, layout: shrink(layout, recipe.renderer) }), renderer: recipe.renderer };
  });
}

/** The names of the documents, but for the error planted. */
export function recipeNames(): string[] {
  const printed = RECIPES.map(({ renderer, layoutName, seed }) => `${renderer}-${layoutName}-${seed}`);
  return [...printed, ...KIND_RECIPES.map(({ kind, style, seed }) => `${kind}-${style}-${seed}`)];
}
