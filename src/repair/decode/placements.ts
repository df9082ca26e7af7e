/**
 * The ways in which a row's printed numbers may have come into its slots: shifted, run together, torn apart, with residue
 * of a label among them, with figures lost. Each is a structural explanation with a cost: how much it assumes.
 */
import type { CodeRow } from './code-table.js';

/** What went wrong in a row, or in the whole table, or that nothing did. */
export type Fault =
  | 'as-read'
  | 'shifted'
  | 'run-together'
  | 'torn-apart'
  | 'residue'
  | 'figure-lost'
  | 'several-faults'
  | 'exchanged'
  | 'misread'
  | 'column-doubled'
  | 'column-lost'
  | 'row-of-neighbour';

/** One way to read a row. */
export interface RowOption {
  /** One for each slot; `undefined` where nothing is known. */
  readonly values: readonly (number | undefined)[];
  /** One for each slot: the runs of digits its figure was made of; none where nothing printed is its. */
  readonly sources: readonly (readonly Token[])[];
  /** How much it assumes; 0 for the row as read. */
  readonly cost: number;
  readonly fault: Fault;
}

/** A run of digits and where it was read; surplus ones stand left of slot 0 or right of the last. */
export interface Token {
  readonly text: string;
  readonly slot: number;
}

/** The sources of a row whose figures stay where they are. */
export function ownSources({ slots }: CodeRow): readonly (readonly Token[])[] {
  return slots.map(({ tokens }, slot) => tokens.map((text) => ({ text, slot })));
}

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
  readonly values: readonly (number | undefined)[];
  readonly sources: readonly (readonly Token[])[];
}

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
      this.#follow({
        token: 0,
        slot: 0,
        shifts: [0],
        cost: 0,
        leavesBlank: false,
        faults: [],
        values: [],
        sources: [],
      });
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
    const used = new Set(sources.flat().map(({ slot }) => slot));
    return sources.some(
      (own, slot) => own.length === 0 && (this.#row.slots[slot]?.tokens.length ?? 0) > 0 && !used.has(slot),
    );
  }

  #follow(path: Path): void {
    if (path.cost + this.#leastToCome(path) > this.#dearest) return;
    const token = this.#tokens[path.token];
    if (path.slot === this.#row.slots.length) {
      this.#finish(path);
      return;
    }
    this.#leaveOpen(path);
    if (!token) return;
    this.#place(path, 1);
    this.#splitToken(path, token);
    this.#joinTokens(path, token);
    this.#drop(path);
  }

  /** What the numbers that are left must cost at least, being too many or too few for the slots that are left. */
  #leastToCome({ token, slot }: Path): number {
    const spare = this.#tokens.length - token - (this.#row.slots.length - slot);
    return Math.max(spare, -spare - (this.#blanksFrom[slot] ?? 0), 0) * ONE_FAULT;
  }

  /** Tokens that are left must be residue: each costs. */
  #finish(path: Path): void {
    const left = this.#tokens.length - path.token;
    const cost = path.cost + left * DROP_INSIDE;
    if (cost > this.#dearest) return;
    const faults = left > 0 ? [...path.faults, 'residue' as const] : path.faults;
    this.#keep({ values: path.values, sources: path.sources, cost, fault: faultOf(faults) });
  }

  /** The slot has no figure: as printed, where it prints none, else because one was lost. */
  #leaveOpen(path: Path): void {
    const isBlank = this.#row.slots[path.slot]?.tokens.length === 0;
    const next = this.#tokens[path.token];
    const isAsPrinted = isBlank && path.shifts.includes(0) && (next === undefined || next.slot > path.slot);
    const values = [...path.values, undefined];
    const step = { ...path, slot: path.slot + 1, values, sources: [...path.sources, []] };
    if (isAsPrinted) {
      const isFirst = this.#row.hasOddBlanks && !path.leavesBlank;
      this.#follow({ ...step, shifts: [0], leavesBlank: true, cost: path.cost + (isFirst ? ODD_BLANK : 0) });
    } else {
      // What follows a lost figure stands where it was printed, or one slot to the right of it.
      const shifts = widened(path.shifts, 1);
      this.#follow({ ...step, shifts, cost: path.cost + this.#lost, faults: [...path.faults, 'figure-lost'] });
    }
  }

  /** Puts a number into the slot, made of the next token or the next two. */
  #place(path: Path, used: 1 | 2): void {
    const sources = this.#tokens.slice(path.token, path.token + used);
    const [token] = sources;
    const text = sources.map((each) => each.text).join('');
    if (!token) return;
    if (text.length > 1 && text.startsWith('0')) return;
    const shift = path.slot - token.slot;
    const isExpected = path.shifts.includes(shift);
    const distance = Math.abs(shift - nearest(path.shifts, shift));
    // Where runs left over stood is not known: the other half of a row that was cut may come behind its end.
    const isBehind = token.slot >= this.#row.slots.length;
    const cost = path.cost + SHIFT * (isBehind ? Math.min(distance, 1) : distance);
    const faults = isExpected ? path.faults : [...path.faults, 'shifted' as const];
    this.#follow({
      leavesBlank: path.leavesBlank,
      token: path.token + used,
      slot: path.slot + 1,
      shifts: used === 2 ? [shift, shift - 1] : [shift],
      cost,
      faults: used === 2 ? [...faults, 'torn-apart'] : faults,
      values: [...path.values, Number(text)],
      sources: [...path.sources, sources],
    });
  }

  #splitToken(path: Path, token: Token): void {
    if (path.slot + 1 >= this.#row.slots.length) return;
    for (let cut = 1; cut < token.text.length; cut++) {
      const left = token.text.slice(0, cut);
      const right = token.text.slice(cut);
      if (isPadded(left) || isPadded(right)) continue;
      const shift = path.slot - token.slot;
      const distance = Math.min(...[shift, shift + 1].map((each) => Math.abs(each - nearest(path.shifts, each))));
      this.#follow({
        leavesBlank: path.leavesBlank,
        token: path.token + 1,
        slot: path.slot + 2,
        shifts: [shift, shift + 1],
        cost: path.cost + SPLIT + SHIFT * distance,
        faults: [...path.faults, 'run-together'],
        values: [...path.values, Number(left), Number(right)],
        sources: [...path.sources, [token], [token]],
      });
    }
  }

  #joinTokens(path: Path, token: Token): void {
    const next = this.#tokens[path.token + 1];
    if (!next || next.slot > token.slot + 1) return;
    const joined = { ...path, cost: path.cost + JOIN };
    this.#place(joined, 2);
  }

  #drop(path: Path): void {
    const cost = path.cost + (path.token === 0 ? DROP_FIRST : DROP_INSIDE);
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

function nearest(shifts: readonly number[], shift: number): number {
  return shifts.reduce((best, each) => (Math.abs(each - shift) < Math.abs(best - shift) ? each : best), shifts[0] ?? 0);
}

function faultOf(faults: readonly Fault[]): Fault {
  const telling = faults.filter((fault) => fault !== 'shifted' || faults.length === 1);
  const [first, ...rest] = new Set(telling);
  if (first === undefined) return faults.length > 0 ? 'shifted' : 'as-read';
  return rest.length > 0 ? 'several-faults' : first;
}
