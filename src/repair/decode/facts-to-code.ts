/** Turns the facts of a block into the table that the decoder sees. */
import type { Block, Fact } from '../../model/index.js';
import type { CodeLaw, CodeRow, CodeSlot, CodeTable } from './code-table.js';

/** What is known of how a block's figures were placed. */
export interface Placing {
  /** Whether the source itself says in which column a figure stands (rules, markup). */
  isPlaceCertain(fact: Fact): boolean;
  /** Runs of digits left over in a fact's row, left and right of its figures. */
  surplusOf(fact: Fact): { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A block as the decoder sees it. */
export interface CodedBlock {
  readonly table: CodeTable;
  /** By cell: its fact. */
  readonly facts: readonly Fact[];
  /** The indices of the facts in the report. */
  readonly factIndexes: readonly number[];
}

/** Doubts about which digits a cell prints. */
const DIGIT_DOUBTS: ReadonlySet<string> = new Set([
  'broken-number',
  'several-numbers',
  'text-after-number',
  'strays-over-rule',
  'leading-zero',
  'unreadable-glyph',
  'overprinted',
  'no-leading-number',
  'readers-differ',
  'read-unsurely',
]);
/** Doubts about the column in which a figure stands. */
const PLACE_DOUBTS: ReadonlySet<string> = new Set([
  'place-in-row-unknown',
  'spans-several-places',
  'several-cells-in-column',
  'surplus-figure',
  'row-short',
  'column-uncertain',
  'header-unrecognised',
  'figures-outside',
]);
/** Doubt about the columns of a whole block: sums prove rows, and columns exchanged throughout break none. */
const BLOCK_DOUBTS: ReadonlySet<string> = new Set(['header-unrecognised']);
/** Doubts about the row that figures belong to: no sum settles them. */
const ROW_DOUBTS: ReadonlySet<string> = new Set(['row-uncertain', 'label-unrecognised']);
/** Doubts under which several facts share one text. */
const SHARED_TEXT = ['place-in-row-unknown', 'spans-several-places'];

/** True where everything that is doubted of a fact is what the decoder can settle. */
export function isDecodable({ doubts }: Fact): boolean {
  return doubts.every((doubt) => DIGIT_DOUBTS.has(doubt) || PLACE_DOUBTS.has(doubt));
}

/** A fact that its row's laws prove: what is doubted of the whole block stays doubted. */
export function settled(fact: Fact, status: 'printed' | 'repaired' | 'derived'): Fact {
  const doubts = fact.doubts.filter((doubt) => BLOCK_DOUBTS.has(doubt));
  return { ...fact, doubts, status: doubts.length > 0 ? 'suspect' : status };
}

/**
 * Codes a block; `undefined` where it has no law, or figures that are no whole numbers.
 *
 * @param indexOf the index of a fact in the report, by table, row and column
 */
export function codeBlock(
  block: Block,
  facts: readonly Fact[],
  indexOf: (row: string, column: string) => number | undefined,
  placing: Placing,
): CodedBlock | undefined {
  if (block.identities.length === 0) return undefined;
  const cellOf = new Map<string, number>();
  const factIndexes: number[] = [];
  const rows: CodeRow[] = [];
  for (const row of block.rows) {
    const own: Fact[] = [];
    for (const column of block.columns) {
      const factRow = column.factRow ?? row.id;
      const index = indexOf(factRow, column.id);
      const fact = index === undefined ? undefined : facts[index];
      if (index === undefined || fact === undefined) return undefined;
      cellOf.set(`${factRow}/${column.id}`, cellOf.size);
      factIndexes.push(index);
      own.push(fact);
    }
    const coded = codeRow(own, block, placing);
    if (!coded) return undefined;
    rows.push(coded);
  }
  const laws = block.identities.map(({ total, parts }): CodeLaw => {
    const cells = [total, ...parts].map(({ row, column }) => cellOf.get(`${row}/${column}`) ?? -1);
    return { cells, coefficients: [-1, ...parts.map(({ sign }) => sign)] };
  });
  if (laws.some(({ cells }) => cells.includes(-1))) return undefined;
  const coded = withOddBlanks(rows);
  return { table: { rows: coded, laws }, facts: factIndexes.flatMap((index) => facts[index] ?? []), factIndexes };
}

function codeRow(facts: readonly Fact[], block: Block, placing: Placing): CodeRow | undefined {
  const [first] = facts;
  if (!first) return undefined;
  const slots: CodeSlot[] = [];
  for (const [at, fact] of facts.entries()) {
    const isRepeated = sharesText(fact, facts[at - 1]);
    const slot = codeSlot(fact, isRepeated, block.columns[at]?.type === 'signed-count');
    if (!slot) return undefined;
    slots.push(slot);
  }
  const isOpen = facts.every((fact) => isDecodable(fact));
  const isDoubted = facts.some(({ status }) => status === 'suspect');
  const isPlaced = facts.every(
    (fact) => placing.isPlaceCertain(fact) && !fact.doubts.some((doubt) => PLACE_DOUBTS.has(doubt)),
  );
  const { before, after } = placing.surplusOf(first);
  return {
    slots: isOpen ? slots : slots.map((slot) => ({ ...slot, mayBeMisread: false })),
    // In a row that nobody doubts, a broken sum is as likely the publisher's.
    mayBeMisplaced: isOpen && isDoubted && !isPlaced && facts.some(({ printed }) => printed !== ''),
    mayBeOtherRow: facts.some(({ doubts }) => doubts.some((doubt) => ROW_DOUBTS.has(doubt))),
    hasOddBlanks: false,
    isDoubted: isOpen && isDoubted,
    surplusBefore: before,
    surplusAfter: after,
  };
}

function isShared({ doubts }: Fact): boolean {
  return SHARED_TEXT.some((doubt) => doubts.includes(doubt));
}

function sharesText(fact: Fact, before: Fact | undefined): boolean {
  return before !== undefined && isShared(fact) && isShared(before) && fact.printed === before.printed;
}

/** A figure that was recognised is rather the publisher's slip than a misreading where it is so likely and no other reading is. */
const LIKELY_READ = 0.9;

function mayBeMisread({ doubts, confidence = 0, alternatives }: Fact): boolean {
  const isLikely = confidence >= LIKELY_READ && alternatives.length === 0;
  return doubts.some((doubt) => DIGIT_DOUBTS.has(doubt) && !(doubt === 'read-unsurely' && isLikely));
}

function codeSlot(fact: Fact, isRepeated: boolean, isSigned: boolean): CodeSlot | undefined {
  const isDigitDoubted = mayBeMisread(fact);
  // What a text that several facts share may be is no misreading of one figure: its runs are placed instead.
  const own = isShared(fact) ? [] : fact.alternatives;
  const alternatives = own.map(Number).filter((value) => Number.isSafeInteger(value));
  const rest = { alternatives, mayBeMisread: isDigitDoubted, isSigned };
  if (isRepeated) return { tokens: [], value: undefined, ...rest };
  if (fact.reading.kind === 'blank' || fact.reading.kind === 'notApplicable') {
    return { tokens: [], value: undefined, ...rest };
  }
  const read = fact.value === '' ? undefined : Number(fact.value);
  const isCount = read === undefined || Number.isSafeInteger(read);
  // A fraction among counts is printed so, or a speck was taken for its point: then its digits are what is known.
  if (!isCount && !isDigitDoubted) return undefined;
  const value = isCount ? read : undefined;
  const isWhole = value !== undefined && !isDigitDoubted;
  const tokens = isWhole ? [String(Math.abs(value))] : digitRuns(fact.printed);
  return { tokens, value: tokens.length === 1 ? value : undefined, ...rest };
}

/** The runs of digits of a text, separators inside them removed. */
export function digitRuns(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return plain.match(/\d+/gu) ?? [];
}

/** Some publishers leave whole columns blank: a blank is odd where most rows with figures print one in its column. */
function withOddBlanks(rows: readonly CodeRow[]): readonly CodeRow[] {
  const printing = rows.filter(({ slots }) => slots.some(({ tokens }) => tokens.length > 0));
  const width = rows[0]?.slots.length ?? 0;
  const isUsual = Array.from({ length: width }, (_, at) => {
    const filled = printing.filter(({ slots }) => (slots[at]?.tokens.length ?? 0) > 0).length;
    return filled * 2 > printing.length;
  });
  return rows.map((row) => {
    const isPrinting = printing.includes(row);
    const hasOddBlanks = isPrinting && row.slots.some(({ tokens }, at) => tokens.length === 0 && isUsual[at] === true);
    return { ...row, hasOddBlanks };
  });
}
