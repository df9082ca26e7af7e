/** Measures how well a printed label fits a label of the form. */
import type { Label } from '../model/index.js';
import { toLabelText } from './label-text.js';
import type { LabelText } from './label-text.js';
import { textSimilarity } from './text-similarity.js';

/** A printed text that holds one of the label's keys fits at least this well: keys are chosen to occur nowhere else. */
const KEY_FITS = 0.85;
/** A text this many times as long as the form's wording holds more than that label: a key in it proves nothing. */
const KEY_LENGTHS = 2;
/** Same enumerator in the same style. */
const SAME_ORDINAL = 0.08;
/** Another enumerator: misprinted ones exist, so this weakens a fit and never forbids it. */
const OTHER_ORDINAL = 0.15;
/** Texts shorter than this say nothing by being part of another. */
const SHORTEST_PART = 2;

/** Fits printed labels to the labels of forms; remembers what it has compared, because archives repeat themselves. */
export class LabelMatcher {
  readonly #forms = new Map<Label, FormLabel>();
  readonly #printed = new Map<string, LabelText>();
  #entries = 0;

  /** Fits kept before the memory is dropped and begun anew: about 20 MB. */
  static readonly MOST_ENTRIES = 200_000;

  /** How well a printed text fits a label, from 0 (not at all) to 1. */
  fit(printed: string, label: Label): number {
    if (printed === '') return 0;
    const form = this.#formLabel(label);
    const known = form.fits.get(printed);
    if (known !== undefined) return known;
    if (this.#entries >= LabelMatcher.MOST_ENTRIES) this.#forget();
    const whole = compareLabels(this.#labelText(printed), form);
    const fit = form.hasNote ? whole : Math.max(whole, compareLabels(this.#labelText(withoutNote(printed)), form));
    form.fits.set(printed, fit);
    this.#entries++;
    return fit;
  }

  /** The best fit of several readings of one printed label. */
  bestFit(printed: readonly string[], label: Label): number {
    let best = 0;
    for (const text of printed) best = Math.max(best, this.fit(text, label));
    return best;
  }

  #formLabel(label: Label): FormLabel {
    const known = this.#forms.get(label);
    if (known) return known;
    const form = {
      texts: [label.text, ...label.variants].map(toLabelText),
      keys: label.keys.map((key) => toLabelText(key).text),
      hasNote: [label.text, ...label.variants].some((text) => withoutNote(text) !== text),
      fits: new Map<string, number>(),
    };
    this.#forms.set(label, form);
    return form;
  }

  #labelText(printed: string): LabelText {
    const known = this.#printed.get(printed);
    if (known) return known;
    const text = toLabelText(printed);
    this.#printed.set(printed, text);
    return text;
  }

  #forget(): void {
    for (const form of this.#forms.values()) form.fits.clear();
    this.#printed.clear();
    this.#entries = 0;
  }
}

interface FormLabel {
  readonly texts: readonly LabelText[];
  readonly keys: readonly string[];
  /** True where a bracketed note is part of the official wording. */
  readonly hasNote: boolean;
  /** What has been compared with it, by the printed text. */
  readonly fits: Map<string, number>;
}

/** A label without the long bracketed note that some publishers put behind it. */
function withoutNote(printed: string): string {
  return printed.replace(/[（(][^（()）]{6,}[)）]?\s*$/u, '');
}

function compareLabels(printed: LabelText, form: FormLabel): number {
  let best = 0;
  for (const text of form.texts) best = Math.max(best, compareTexts(printed, text));
  const isComparable = form.texts.some((text) => printed.text.length <= KEY_LENGTHS * text.text.length);
  if (isComparable && form.keys.some((key) => printed.text.includes(key))) best = Math.max(best, KEY_FITS);
  return best;
}

function compareTexts(printed: LabelText, form: LabelText): number {
  let fit = Math.max(textSimilarity(printed.text, form.text), partFit(printed.text, form.text));
  if (fit === 0) return 0;
  if (printed.ordinal !== '' && form.ordinal !== '') {
    fit += printed.ordinal === form.ordinal ? SAME_ORDINAL : -OTHER_ORDINAL;
  }
  return Math.min(1, Math.max(0, fit));
}

/**
 * A label cut short, or one with its group's label before it, fits by the share that is there: a word or
 * two that many labels have in common are no label.
 */
function partFit(printed: string, form: string): number {
  if (printed.length < SHORTEST_PART || form.length < SHORTEST_PART) return 0;
  if (form.includes(printed)) return 0.3 + 0.65 * (printed.length / form.length);
  if (printed.includes(form)) return 0.35 + 0.6 * (form.length / printed.length);
  return 0;
}
