/**
 * Finds the readings of a table under which every law holds, by how much they assume. Rows that cannot stand as read must be
 * read otherwise; where the laws over several rows still fail, up to two more rows may be. Complete within its limits:
 * when a limit is reached it says so instead of naming a best reading.
 */
import type { ReadRow } from './row-options.js';
import { indexBySums, plus, isSatisfied, minus, totalOf } from './row-sums.js';
import type { Sums, SumsIndex } from './row-sums.js';

/** One reading of the whole table. */
export interface Explanation {
  /** By row index: the reading taken; rows as read are absent. */
  readonly readings: ReadonlyMap<number, ReadRow>;
  readonly cost: number;
}

/** What the search works on. */
export interface SearchTask {
  /** By row: its readings, cheapest first. */
  readonly options: readonly (readonly ReadRow[])[];
  /** How many cross laws there are. */
  readonly lawCount: number;
  /** Explanations dearer than the cheapest by more than this do not matter. */
  readonly margin: number;
  /** Explanations that cost more than this are not looked for. */
  readonly dearest: number;
}

/** What the search found. */
export interface SearchResult {
  /** Cheapest first. */
  readonly explanations: readonly Explanation[];
  /** False where the limit of steps was reached. */
  readonly isComplete: boolean;
}

/** Steps a table may take: some 20 ms. */
const MOST_STEPS = 300_000;
/** Explanations kept. */
const MOST_KEPT = 64;
/** Faults in one row more are that much less likely. */
const ANOTHER_ROW = 3;
/** No change of a row costs less. */
const CHEAPEST_CHANGE = 1;

/** The least that reading so many rows otherwise costs. */
export function leastCostOf(rowCount: number): number {
  return rowCount === 0 ? 0 : rowCount * (CHEAPEST_CHANGE + ANOTHER_ROW) - ANOTHER_ROW;
}

/** Searches; deterministic. */
export function searchExplanations(task: SearchTask): SearchResult {
  return new Search(task).run();
}

/** A row read otherwise. */
interface Choice {
  readonly row: number;
  readonly option: ReadRow;
  /** What it adds to the cross laws; for a row that can stand as read, beyond what it adds as read. */
  readonly sums: Sums;
}

/** Rows read otherwise so far, what that costs, and what the cross laws come to with all other rows left as they are. */
interface Partial {
  readonly choices: readonly Choice[];
  readonly cost: number;
  readonly sums: Sums;
}

class Search {
  readonly #options: readonly (readonly ReadRow[])[];
  readonly #margin: number;
  readonly #dearest: number;
  readonly #forced: readonly number[];
  readonly #free: readonly number[];
  readonly #index: readonly SumsIndex<ReadRow>[];
  /** What reading a row otherwise that can stand as read changes, of all such rows, by row and cost. */
  readonly #changes: readonly Choice[];
  readonly #changeIndex: SumsIndex<Choice>;
  /** By place in `#forced`: the least that the rows from there on can cost. */
  readonly #leastFrom: readonly number[];
  #found: Explanation[] = [];
  /** The cheapest explanation so far. */
  #best = Infinity;
  #steps = 0;
  readonly #start: Partial;

  constructor({ options, lawCount, margin, dearest }: SearchTask) {
    this.#options = options;
    this.#margin = margin;
    this.#dearest = dearest;
    const rows = options.map((_, row) => row);
    this.#forced = rows.filter((row) => options[row]?.[0]?.cost !== 0);
    this.#free = rows.filter((row) => options[row]?.[0]?.cost === 0);
    const least = this.#forced.map((row) => (options[row]?.[0]?.cost ?? Infinity) + ANOTHER_ROW);
    this.#leastFrom = least.map((_, at) => least.slice(at).reduce((sum, cost) => sum + cost, 0));
    this.#index = options.map(indexBySums);
    const asRead = this.#free.flatMap((row) => options[row]?.[0] ?? []);
    this.#changes = this.#free.flatMap((row) => {
      const [own, ...others] = options[row] ?? [];
      return own ? others.map((option) => ({ row, option, sums: minus(option.sums, own.sums) })) : [];
    });
    this.#changeIndex = indexBySums(this.#changes);
    this.#start = { choices: [], cost: 0, sums: totalOf(asRead, lawCount) };
  }

  run(): SearchResult {
    if (this.#forced.length === 0 && isSatisfied(this.#start.sums)) this.#keep(this.#start);
    // Rows that must be read otherwise first, then one more: the cheapest explanation so far bounds the longer search.
    this.#chooseForced(0, this.#start, false);
    this.#chooseForced(0, this.#start, true);
    const explanations = this.#found.sort((a, b) => a.cost - b.cost);
    return { explanations, isComplete: this.#steps < MOST_STEPS };
  }

  get #limit(): number {
    return Math.min(this.#best + this.#margin, this.#dearest);
  }

  #chooseForced(at: number, chosen: Partial, isFree: boolean): void {
    const row = this.#forced[at];
    if (row === undefined) {
      if (isFree) this.#chooseFree(chosen);
      return;
    }
    const isLast = at === this.#forced.length - 1;
    if (isLast && !isFree) {
      this.#closeWith(row, chosen);
      return;
    }
    const toCome = isLast ? CHEAPEST_CHANGE + ANOTHER_ROW : (this.#leastFrom[at + 1] ?? 0);
    for (const option of this.#options[row] ?? []) {
      if (costWith(chosen, option) + toCome > this.#limit || ++this.#steps > MOST_STEPS) return;
      this.#chooseForced(at + 1, extend(chosen, { row, option, sums: option.sums }), isFree);
    }
  }

  /** Every row that must be read otherwise is: one more, or two where none must be, may be as well. */
  #chooseFree(chosen: Partial): void {
    this.#closeFreely(chosen, -1);
    if (chosen.choices.length > 0) return;
    for (const change of this.#changes) {
      const next = extend(chosen, change);
      if (next.cost + CHEAPEST_CHANGE + ANOTHER_ROW > this.#limit) continue;
      this.#closeFreely(next, change.row);
    }
  }

  /** Completes an explanation with a change of one row below another that brings every cross law to zero. */
  #closeFreely(chosen: Partial, above: number): void {
    if (++this.#steps > MOST_STEPS || costWith(chosen) + CHEAPEST_CHANGE > this.#limit) return;
    for (const change of this.#changeIndex.completing(chosen.sums)) {
      const { row, option } = change;
      if (row > above && costWith(chosen, option) <= this.#limit) this.#keep(extend(chosen, change));
    }
  }

  /** Completes an explanation with the readings of one row that bring every cross law to zero. */
  #closeWith(row: number, chosen: Partial): void {
    if (++this.#steps > MOST_STEPS || costWith(chosen) + CHEAPEST_CHANGE > this.#limit) return;
    for (const option of this.#index[row]?.completing(chosen.sums) ?? []) {
      if (option.cost > 0 && costWith(chosen, option) <= this.#limit) {
        this.#keep(extend(chosen, { row, option, sums: option.sums }));
      }
    }
  }

  #keep({ choices, cost }: Partial): void {
    this.#best = Math.min(this.#best, cost);
    this.#found.push({ readings: new Map(choices.map(({ row, option }) => [row, option])), cost });
    if (this.#found.length <= 2 * MOST_KEPT) return;
    this.#found = this.#found.sort((a, b) => a.cost - b.cost).slice(0, MOST_KEPT);
  }
}

/** What an explanation costs with one row more; without an option, at the least. */
function costWith({ choices, cost }: Partial, option?: ReadRow): number {
  return cost + (choices.length > 0 ? ANOTHER_ROW : 0) + (option?.cost ?? 0);
}

function extend(chosen: Partial, choice: Choice): Partial {
  return {
    choices: [...chosen.choices, choice],
    cost: costWith(chosen, choice.option),
    sums: plus(chosen.sums, choice.sums),
  };
}
