/** How well the rows of a table fit the rows of a block, one by one and several taken together. */
import { hasStatedCells } from '../model/index.js';
import type { Block, Label, Table } from '../model/index.js';
import { foldText } from './fold-text.js';
import type { LabelMatcher } from './label-matcher.js';
import { fitScore } from './locate-columns.js';
import type { ColumnPlan } from './locate-columns.js';
import { mergeViews, spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';
import { hasHan } from './table-index.js';

/** Each row more that is taken as part of one. */
const MERGE = -0.3;
/** A form row that prints nothing in any column. */
const NO_FIGURES = -1;
/** A label in Chinese that fits worse than this is another label: bound, with a doubt, only where it has no other place. */
const OTHER_LABEL_FIT = 0.4;
const OTHER_LABEL = -4;
/** A label that is noise, without a Chinese character, says nothing; a blank one neither. */
const NOISE_LABEL = -0.5;
/** An innermost label that fits a row of the form this well is the row's whole label. */
const CLEAR_LEAF_FIT = 0.75;
const CLEAR_FIT = 0.8;
const UNCLEAR_FIT = 0.65;

/** A block with a place in a table where it may stand. */
export interface Candidate {
  readonly block: Block;
  readonly plan: ColumnPlan;
  readonly views: readonly RowView[];
}

/** How well each row, or rows taken together, fits each row of the form. */
export class FitTable {
  readonly #table: Table;
  readonly #candidate: Candidate;
  readonly #matcher: LabelMatcher;
  readonly #merged = new Map<string, RowView | undefined>();
  readonly #counting = new Map<RowView, readonly string[]>();
  readonly #labels: readonly (Label | undefined)[];
  /** Wordings of groups, folded: some publishers print them before each of their details. */
  readonly #groups: readonly string[];
  /** Fits of single rows, by row then form; −1 where not yet measured. */
  readonly #single: Float64Array;

  constructor(table: Table, candidate: Candidate, matcher: LabelMatcher) {
    this.#table = table;
    this.#candidate = candidate;
    this.#matcher = matcher;
    this.#labels = candidate.block.rows.map((row) => row.path.at(-1));
    const groups = candidate.block.rows.flatMap((row) => row.path.slice(0, -1).map((label) => foldText(label.text)));
    this.#groups = [...new Set(groups)];
    this.#single = new Float64Array(candidate.views.length * this.#labels.length).fill(-1);
  }

  /** The fit of the label, from 0 to 1. */
  fit(row: number, length: number, form: number): number {
    if (length > 1) return this.#measure(row, length, form);
    const at = row * this.#labels.length + form;
    const known = this.#single[at] ?? -1;
    return known >= 0 ? known : (this.#single[at] = this.#measure(row, 1, form));
  }

  /** The score of a match; `-Infinity` where the rows cannot be one. */
  score(row: number, length: number, form: number): number {
    const view = this.#view(row, length);
    if (!view) return -Infinity;
    const cost = (length - 1) * MERGE + (view.hasFigures ? 0 : NO_FIGURES);
    const fit = this.fit(row, length, form);
    if (fit >= OTHER_LABEL_FIT) return fitScore(fit) + cost;
    if (hasHan(view.labels[0] ?? '')) return OTHER_LABEL + cost;
    return (view.labels.length === 0 ? 0 : NOISE_LABEL) + cost;
  }

  /** True where a label fits one row of the form and no other, and the form's row no other label. */
  isClear(row: number, length: number, form: number): boolean {
    if (length > 1 || this.fit(row, 1, form) < CLEAR_FIT) return false;
    const isOnlyForm = this.#labels.every((_, other) => other === form || this.fit(row, 1, other) < UNCLEAR_FIT);
    const { views } = this.#candidate;
    return isOnlyForm && views.every((_, other) => other === row || this.fit(other, 1, form) < UNCLEAR_FIT);
  }

  /** True where several rows are taken as one, and the one with the figures has by itself the label of another row of the form. */
  holdsOther(row: number, length: number, form: number): boolean {
    const rows = length < 2 ? [] : Array.from({ length }, (_, at) => row + at);
    const { views } = this.#candidate;
    return rows.some((each) => {
      const view = views[each];
      return view?.hasFigures === true && this.fit(each, 1, form) < UNCLEAR_FIT && this.#clearForm(view) >= 0;
    });
  }

  /** Whether the label of a row may be that of some row of the form. */
  fitsSome(row: number): boolean {
    return (
      this.#candidate.views[row] !== undefined &&
      this.#labels.some((_, form) => this.fit(row, 1, form) >= OTHER_LABEL_FIT)
    );
  }

  /** Whether the label of a row is part of the form's wording. */
  isWithin(row: number, form: number): boolean {
    const whole = foldText(this.#labels[form]?.text ?? '');
    return this.#candidate.views[row]?.labels.some((label) => label !== '' && whole.includes(foldText(label))) ?? false;
  }

  #measure(row: number, length: number, form: number): number {
    const view = this.#view(row, length);
    const label = this.#labels[form];
    return view && label ? this.#matcher.bestFit(this.#readings(view), label) : 0;
  }

  /**
   * The readings of a row's label that count: where the innermost cell fits some row of the form well, it alone; several
   * cells together would hold their group's wording too.
   */
  #readings(view: RowView): readonly string[] {
    const known = this.#counting.get(view);
    if (known) return known;
    const leaf = view.labels.slice(0, 1);
    const isLeafClear = this.#labels.some((label) => label && this.#matcher.bestFit(leaf, label) >= CLEAR_LEAF_FIT);
    const readings = isLeafClear
      ? leaf
      : [...new Set([...view.labels, ...view.labels.map((each) => this.#withoutGroups(each))])];
    this.#counting.set(view, readings);
    return readings;
  }

  /** A label without the wordings of its groups before it. */
  #withoutGroups(label: string): string {
    let rest = foldText(label);
    for (let group; (group = this.#groups.find((each) => rest.startsWith(each) && rest.length > each.length));) {
      rest = rest.slice(group.length);
    }
    return rest;
  }

  #view(row: number, length: number): RowView | undefined {
    const { views } = this.#candidate;
    if (length === 1) return views[row];
    const key = `${row}+${length}`;
    if (!this.#merged.has(key)) this.#merged.set(key, this.#merge(views.slice(row, row + length)));
    return this.#merged.get(key);
  }

  /** The form row that a row's innermost label clearly is; −1 where it is none. */
  #clearForm({ labels }: RowView): number {
    return this.#labels.findIndex((label) => label && this.#matcher.bestFit(labels.slice(0, 1), label) >= CLEAR_FIT);
  }

  /** Rows may be one where a page break lies between them, or in a dump, where a label may wrap anywhere. */
  #merge(views: readonly RowView[]): RowView | undefined {
    const first = views[0];
    const last = views.at(-1);
    if (!first || !last) return undefined;
    const mayMerge = !hasStatedCells(this.#table) || spansSeam(this.#table, first, last);
    if (!mayMerge || views.some((view) => view.labels.length === 0 && !view.hasFigures)) return undefined;
    // Two labels that are clearly those of two rows are two rows.
    const clear = views.map((view) => this.#clearForm(view)).filter((form) => form >= 0);
    return new Set(clear).size > 1 ? undefined : mergeViews(views, this.#table);
  }
}
