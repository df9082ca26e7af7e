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

/** Searches; deterministic. */
export function searchExplanations(task: SearchTask): SearchResult {
  return new Search(task).run();
}

interface Choice {
  readonly row: number;
  readonly option: ReadRow;
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
    this.#start = { choices: [], cost: 0, sums: totalOf(asRead, lawCount) };
  }

  run(): SearchResult {
    if (this.#forced.length === 0 && isSatisfied(this.#start.sums)) this.#keep(this.#start);
    this.#chooseForced(0, this.#start);
    const explanations = this.#found.sort((a, b) => a.cost - b.cost);
    return { explanations, isComplete: this.#steps < MOST_STEPS };
  }

  get #limit(): number {
    return Math.min(this.#best + this.#margin, this.#dearest);
  }

  #chooseForced(at: number, chosen: Partial): void {
    const row = this.#forced[at];
    if (row === undefined) {
      this.#chooseFree(chosen);
      return;
    }
    const isLast = at === this.#forced.length - 1;
    if (isLast) this.#closeWith(row, chosen);
    const toCome = isLast ? CHEAPEST_CHANGE + ANOTHER_ROW : (this.#leastFrom[at + 1] ?? 0);
    for (const option of this.#options[row] ?? []) {
      if (costWith(chosen, option) + toCome > this.#limit || ++this.#steps > MOST_STEPS) return;
      this.#chooseForced(at + 1, extend(chosen, row, option));
    }
  }

  /** Every row that must be read otherwise is: one more, or two where none must be, may be as well. */
  #chooseFree(chosen: Partial): void {
    for (const [k, row] of this.#free.entries()) {
      const [asRead, ...others] = this.#options[row] ?? [];
      if (!asRead) continue;
      const without = { ...chosen, sums: minus(chosen.sums, asRead.sums) };
      this.#closeWith(row, without);
      if (chosen.choices.length > 0) continue;
      for (const option of others) {
        const next = extend(without, row, option);
        if (next.cost + CHEAPEST_CHANGE + ANOTHER_ROW > this.#limit || ++this.#steps > MOST_STEPS) break;
        for (const second of this.#free.slice(k + 1)) {
          const secondAsRead = this.#options[second]?.[0];
          if (secondAsRead) this.#closeWith(second, { ...next, sums: minus(next.sums, secondAsRead.sums) });
        }
      }
    }
  }

  /** Completes an explanation with the readings of one row that bring every cross law to zero. */
  #closeWith(row: number, chosen: Partial): void {
    if (++this.#steps > MOST_STEPS || costWith(chosen) + CHEAPEST_CHANGE > this.#limit) return;
    for (const option of this.#index[row]?.completing(chosen.sums) ?? []) {
      if (option.cost > 0 && costWith(chosen, option) <= this.#limit) this.#keep(extend(chosen, row, option));
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

function extend(chosen: Partial, row: number, option: ReadRow): Partial {
  return {
    choices: [...chosen.choices, { row, option }],
    cost: costWith(chosen, option),
    sums: plus(chosen.sums, option.sums),
  };
}
