/**
 * The ways in which a row's printed numbers may have come into its slots: shifted, run together, torn apart, with residue
 * of a label among them, with figures lost. Each is a structural explanation with a cost: how much it assumes.
 */
import type { CodeRow } from './code-table.js';
import type { Fault, RowOption, Token } from './row-option.js';
import { ownSources } from './row-option.js';

/** Figures stand in other slots than before, from here on. */
const SHIFT = 1.5;
/** One run of digits is two figures. */
const SPLIT = 1.5;
/** Two runs of digits are one figure. */
const JOIN = 1.5;
/** A run of digits at the row's beginning is no figure. */
const DROP_FIRST = 1.5;
/** A run of digits elsewhere is no figure. */
const DROP_INSIDE = 2.5;
/** A figure is not there at all: in a row that prints a blank, or in one that prints a number in every slot. */
const LOST = 1.5;
const LOST_WITHOUT_TRACE = 3;
/** The row prints a blank where the other rows print figures, and that is no fault. */
const ODD_BLANK = 1.5;
/** Two neighbouring figures changed places. */
const EXCHANGE = 4;
/** Two faults in one row. */
export const TWO_FAULTS = 4.5;
/** One fault, or two neighbours exchanged. */
export const ONE_FAULT = 1.5;
/** Rows of many slots could be read in very many ways. */
const MOST_OPTIONS = 4000;

interface Path {
  readonly token: number;
  readonly slot: number;
  /** Slots by which figures may be displaced here without another fault. */
  readonly shifts: readonly number[];
  readonly cost: number;
  /** Whether a blank is left as printed so far. */
  readonly leavesBlank: boolean;
  readonly faults: readonly Fault[];
  /** The slots filled so far, the last one first: paths share what they have in common. */
  readonly filled: Filled | undefined;
}

/** What one slot holds, and the slots before it. */
interface Filled {
  readonly before: Filled | undefined;
  readonly value: number | undefined;
  readonly sources: readonly Token[];
}

/** A slot without a figure. */
const NO_TOKENS: readonly Token[] = [];

/**
 * Every placement of a row's numbers, the row as read first; the same figures only once.
 *
 * @param dearest no placement that costs more is tried, exchanged neighbours excepted
 */
export function rowPlacements(row: CodeRow, dearest: number): readonly RowOption[] {
  const search = new PlacementSearch(row, dearest);
  return search.options();
}

class PlacementSearch {
  readonly #row: CodeRow;
  readonly #dearest: number;
  readonly #tokens: readonly Token[];
  readonly #lost: number;
  /** By slot: how many slots from there on print nothing. */
  readonly #blanksFrom: readonly number[];
  readonly #found = new Map<string, RowOption>();

  constructor(row: CodeRow, dearest: number) {
    this.#row = row;
    this.#dearest = dearest;
    const { slots, surplusBefore, surplusAfter } = row;
    const isBlank = slots.map(({ tokens }) => tokens.length === 0);
    this.#lost = isBlank.includes(true) ? LOST : LOST_WITHOUT_TRACE;
    this.#blanksFrom = slots.map((_, slot) => isBlank.slice(slot).filter(Boolean).length);
    this.#tokens = [
      ...surplusBefore.map((text, k) => ({ text, slot: k - surplusBefore.length })),
      ...slots.flatMap(({ tokens }, slot) => tokens.map((text) => ({ text, slot }))),
      ...surplusAfter.map((text, k) => ({ text, slot: slots.length + k })),
    ];
  }

  options(): readonly RowOption[] {
    const asRead = this.#row.slots.map(({ value }) => value);
    this.#keep({ values: asRead, sources: ownSources(this.#row), cost: 0, fault: 'as-read' });
    if (this.#row.mayBeMisplaced) {
      this.#follow({ token: 0, slot: 0, shifts: [0], cost: 0, leavesBlank: false, faults: [], filled: undefined });
      this.#exchange(asRead);
    }
    return [...this.#found.values()].sort((a, b) => a.cost - b.cost);
  }

  #keep(placed: RowOption): void {
    if (this.#discards(placed)) return;
    const { mayBeMisplaced, hasOddBlanks, surplusBefore, surplusAfter } = this.#row;
    const isOdd = placed.fault === 'as-read' && mayBeMisplaced && hasOddBlanks;
    const leftOver = (surplusBefore.length + surplusAfter.length) * DROP_INSIDE;
    const option = isOdd ? { ...placed, cost: ODD_BLANK + leftOver } : placed;
    const key = option.values.join();
    const known = this.#found.get(key);
    if (known ? known.cost <= option.cost : this.#found.size >= MOST_OPTIONS) return;
    this.#found.set(key, option);
  }

  /** Whether a slot's own number was dropped for one that only the laws give: that is no placement but a misreading. */
  #discards({ sources }: RowOption): boolean {
    return sources.some(
      (own, slot) =>
        own.length === 0 &&
        (this.#row.slots[slot]?.tokens.length ?? 0) > 0 &&
        !sources.some((tokens) => tokens.some((token) => token.slot === slot)),
    );
  }

  #follow(path: Path): void {
    const token = this.#tokens[path.token];
    if (path.slot === this.#row.slots.length) {
      this.#finish(path);
      return;
    }
    this.#leaveOpen(path);
    if (!token) return;
    this.#place(path, [token]);
    this.#splitToken(path, token);
    this.#joinTokens(path, token);
    this.#drop(path);
  }

  /**
   * Whether a path would cost too much, with the least for the numbers that are left: they may be too many or too few for the
   * slots that are left.
   */
  #isTooDear(token: number, slot: number, cost: number): boolean {
    const spare = this.#tokens.length - token - (this.#row.slots.length - slot);
    const toCome = Math.max(spare, -spare - (this.#blanksFrom[slot] ?? 0), 0) * ONE_FAULT;
    return cost + toCome > this.#dearest;
  }

  /** Tokens that are left must be residue: each costs. */
  #finish(path: Path): void {
    const left = this.#tokens.length - path.token;
    const cost = path.cost + left * DROP_INSIDE;
    if (cost > this.#dearest) return;
    const faults = left > 0 ? [...path.faults, 'residue' as const] : path.faults;
    const values: (number | undefined)[] = [];
    const sources: (readonly Token[])[] = [];
    for (let each = path.filled; each !== undefined; each = each.before) {
      values.push(each.value);
      sources.push(each.sources);
    }
    this.#keep({ values: values.reverse(), sources: sources.reverse(), cost, fault: faultOf(faults) });
  }

  /** The slot has no figure: as printed, where it prints none, else because one was lost. */
  #leaveOpen(path: Path): void {
    const isBlank = this.#row.slots[path.slot]?.tokens.length === 0;
    const next = this.#tokens[path.token];
    const isAsPrinted = isBlank && path.shifts.includes(0) && (next === undefined || next.slot > path.slot);
    const isFree = isAsPrinted && (path.leavesBlank || !this.#row.hasOddBlanks);
    const cost = path.cost + (isFree ? 0 : isAsPrinted ? ODD_BLANK : this.#lost);
    if (this.#isTooDear(path.token, path.slot + 1, cost)) return;
    const filled = { before: path.filled, value: undefined, sources: NO_TOKENS };
    const step = { ...path, slot: path.slot + 1, cost, filled };
    if (isAsPrinted) this.#follow({ ...step, shifts: [0], leavesBlank: true });
    // What follows a lost figure stands where it was printed, or one slot to the right of it.
    else this.#follow({ ...step, shifts: widened(path.shifts, 1), faults: [...path.faults, 'figure-lost'] });
  }

  /** Puts a number into the slot, made of the next token or the next two. */
  #place(path: Path, sources: readonly Token[]): void {
    const [token, second] = sources;
    if (!token) return;
    const text = second ? token.text + second.text : token.text;
    if (isPadded(text)) return;
    const shift = path.slot - token.slot;
    const distance = distanceTo(path.shifts, shift);
    // Where runs left over stood is not known: the other half of a row that was cut may come behind its end.
    const isBehind = token.slot >= this.#row.slots.length;
    const cost = path.cost + SHIFT * (isBehind ? Math.min(distance, 1) : distance);
    if (this.#isTooDear(path.token + sources.length, path.slot + 1, cost)) return;
    const faults = distance === 0 ? path.faults : [...path.faults, 'shifted' as const];
    this.#follow({
      token: path.token + sources.length,
      slot: path.slot + 1,
      leavesBlank: path.leavesBlank,
      shifts: second ? [shift, shift - 1] : [shift],
      cost,
      faults: second ? [...faults, 'torn-apart'] : faults,
      filled: { before: path.filled, value: Number(text), sources },
    });
  }

  #splitToken(path: Path, token: Token): void {
    if (path.slot + 1 >= this.#row.slots.length) return;
    const shift = path.slot - token.slot;
    const distance = Math.min(distanceTo(path.shifts, shift), distanceTo(path.shifts, shift + 1));
    const cost = path.cost + SPLIT + SHIFT * distance;
    if (this.#isTooDear(path.token + 1, path.slot + 2, cost)) return;
    const rest = {
      ...path,
      token: path.token + 1,
      slot: path.slot + 2,
      shifts: [shift, shift + 1],
      cost,
      faults: [...path.faults, 'run-together' as const],
    };
    for (let cut = 1; cut < token.text.length; cut++) {
      const left = token.text.slice(0, cut);
      const right = token.text.slice(cut);
      if (isPadded(left) || isPadded(right)) continue;
      const first = { before: path.filled, value: Number(left), sources: [token] };
      this.#follow({ ...rest, filled: { before: first, value: Number(right), sources: [token] } });
    }
  }

  #joinTokens(path: Path, token: Token): void {
    const next = this.#tokens[path.token + 1];
    if (!next || next.slot > token.slot + 1) return;
    const cost = path.cost + JOIN;
    if (!this.#isTooDear(path.token + 2, path.slot + 1, cost)) this.#place({ ...path, cost }, [token, next]);
  }

  #drop(path: Path): void {
    const cost = path.cost + (path.token === 0 ? DROP_FIRST : DROP_INSIDE);
    if (this.#isTooDear(path.token + 1, path.slot, cost)) return;
    const shifts = widened(path.shifts, -1);
    this.#follow({ ...path, token: path.token + 1, shifts, cost, faults: [...path.faults, 'residue'] });
  }

  #exchange(values: readonly (number | undefined)[]): void {
    const { slots } = this.#row;
    if (slots.some(({ tokens, value }) => tokens.length > 0 && value === undefined)) return;
    for (let k = 0; k + 1 < values.length; k++) {
      if (values[k] === values[k + 1]) continue;
      const sources = exchangeAt(ownSources(this.#row), k);
      this.#keep({
        values: exchangeAt(values, k),
        sources,
        cost: EXCHANGE + (this.#row.hasOddBlanks ? ODD_BLANK : 0),
        fault: 'exchanged',
      });
    }
  }
}

/** The shifts, and each of them one further. */
function widened(shifts: readonly number[], by: 1 | -1): readonly number[] {
  return [...new Set([...shifts, ...shifts.map((shift) => shift + by)])];
}

/** A copy with an element and the next one in each other's place. */
function exchangeAt<T>(list: readonly T[], at: number): readonly T[] {
  return [...list.slice(0, at), ...list.slice(at + 1, at + 2), ...list.slice(at, at + 1), ...list.slice(at + 2)];
}

function isPadded(text: string): boolean {
  return text.length > 1 && text.startsWith('0');
}

/** How far a shift is from the nearest of those that are expected. */
function distanceTo(shifts: readonly number[], shift: number): number {
  let least = Infinity;
  for (const each of shifts) least = Math.min(least, Math.abs(each - shift));
  return least;
}

function faultOf(faults: readonly Fault[]): Fault {
  const telling = faults.filter((fault) => fault !== 'shifted' || faults.length === 1);
  const [first, ...rest] = new Set(telling);
  if (first === undefined) return faults.length > 0 ? 'shifted' : 'as-read';
  return rest.length > 0 ? 'several-faults' : first;
}
