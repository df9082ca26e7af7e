// Several layouts at once: what each does alone is read, and what they do to one another is what nobody thought of.
import { LAYOUTS, type Layout, type Renderer } from './layouts.js';
import { createRandom } from './random.js';

/** Layouts that say nothing about mixtures: they cannot be read at all, or only as pictures, which takes long. */
const NEVER_MIXED = [
  'pictured',
  'raw-no-unicode',
  'raw-unicode-figures',
  'raw-wrong-labels',
  'raw-wrong-figures',
  'raw-wrong-digit',
  'raw-encrypted-locked',
];

/** The layout of a name, or of several joined by `+`, of which the later have the last word. */
export function layoutNamed(name: string): Layout | undefined {
  const parts = name.split('+').map((part) => LAYOUTS[part]);
  return parts.reduce((mixed, part) => (mixed === undefined || part === undefined ? undefined : mix(mixed, part)));
}

function mix(one: Layout, other: Layout): Layout {
  const only = (['chromium', 'libreoffice', 'raw', 'text'] as const).filter(
    (renderer) => draws(one, renderer) && draws(other, renderer),
  );
  return {
    figures: { ...one.figures, ...other.figures },
    form: { ...one.form, ...other.form },
    shape: { ...one.shape, ...other.shape },
    numerals: { ...one.numerals, ...other.numerals },
    document: { ...one.document, ...other.document },
    page: { ...one.page, ...other.page },
    raw: { ...one.raw, ...other.raw },
    ...(one.dump === undefined && other.dump === undefined
      ? {}
      : { dump: { form: 'tabs', ...one.dump, ...other.dump } }),
    only,
  };
}

/** Whether a renderer draws a layout. */
export function draws({ only }: Layout, renderer: Renderer): boolean {
  return only?.includes(renderer) ?? renderer !== 'text';
}

/** Names of mixtures of so many layouts that a renderer draws; the same for the same seed. */
export function drawMixtures(renderer: Renderer, size: number, wish: { seed: number; count: number }): string[] {
  const names = Object.keys(LAYOUTS).filter((name) => !NEVER_MIXED.includes(name) && isDrawn(name, renderer));
  return Array.from({ length: wish.count }, (_, k) => {
    const random = createRandom(wish.seed + k, 'mixture');
    const chosen = new Set<string>();
    while (chosen.size < Math.min(size, names.length)) chosen.add(random.pick(names));
    return [...chosen].join('+');
  });
}

function isDrawn(name: string, renderer: Renderer): boolean {
  const layout = LAYOUTS[name];
  return layout !== undefined && draws(layout, renderer);
}
