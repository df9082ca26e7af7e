/**
 * Chooses, for every place of the form, the edition and the table that fit best. Editions mix within one report, so each
 * block is decided by itself; a block that reads alike in several editions takes that of the block before it.
 */
import type { Block, Edition, Family, Table } from '../model/index.js';
import { apartInColumns, sharesColumn } from './apart-in-columns.js';
import { bindBlock } from './bind-block.js';
import type { BindContext, BoundBlock } from './bind-block.js';
import { doubtSharedRows } from './shared-rows.js';
import type { TableIndex } from './table-index.js';
import { NO_STREAM } from './streams-beyond-tables.js';
import type { StreamBlock } from './token-stream/index.js';

/** Editions whose scores differ by less than this read alike. */
const ALIKE = 1;
/** A second table that fits a place of the form at least this share as well as the first holds the same block again. */
const REPEATED_SHARE = 0.8;

/** What tells which tables are of the year reported on. */
export interface ReportYear {
  readonly year: number | undefined;
  /** The years that each table's caption names. */
  readonly captions: ReadonlyMap<Table, readonly number[]>;
}

/** One place of the form with what was found there. */
export interface ChosenBlock {
  readonly block: Block;
  /** Absent where the block was found in no table. */
  readonly bound?: BoundBlock;
  /** Other tables that hold columns of the block which this one lacks: its groups printed as tables of their own. */
  readonly completing: readonly BoundBlock[];
  /** The block as the stream of a dump gives it, in this edition or another; absent where it was not asked, or is not there. */
  readonly stream?: StreamBlock;
  /** Other tables that hold the block as well. */
  readonly repeated: readonly BoundBlock[];
}

/**
 * Chooses the blocks of a report.
 *
 * @param streams blocks that the stream of a dump gives, by slot
 * @returns in the order of the form: every block that was found, and those that the year prescribes and that were not;
 *   empty where none was found
 */
export function chooseBlocks(
  indexes: readonly TableIndex[],
  family: Family,
  { year, captions }: ReportYear,
  { streams = NO_STREAM, ...context }: BindContext & { readonly streams?: ReadonlyMap<string, StreamBlock> },
): readonly ChosenBlock[] {
  const found = new Map<string, readonly BoundBlock[]>();
  for (const edition of family.editions) {
    for (const block of edition.blocks) {
      const bound = indexes.flatMap((index) => bindBlock(index, block, context));
      if (bound.length > 0) found.set(block.slot, [...(found.get(block.slot) ?? []), ...bound]);
    }
  }
  if (found.size + streams.size === 0) return [];
  const prescribed = prescribedEdition(family, year, [...found.values(), ...[...streams.values()].map(asFound)]);
  const chosen: ChosenBlock[] = [];
  for (const slot of orderOfSlots(family, prescribed, new Map<string, unknown>([...found, ...streams]))) {
    const candidates = withoutOtherYears(found.get(slot) ?? [], { year, captions });
    const stream = streams.get(slot);
    const block = prescribed.blocks.find((each) => each.slot === slot) ?? stream?.block;
    if (stream) chosen.push({ block: stream.block, stream, completing: [], repeated: [] });
    else if (candidates.length > 0) chosen.push(chooseCandidate(candidates, chosen.at(-1), prescribed));
    else if (block) chosen.push({ block, completing: [], repeated: [] });
  }
  return doubtSharedRows(chosen);
}

/** A block of a stream as evidence of its edition. */
function asFound({ block }: StreamBlock): readonly Pick<BoundBlock, 'block' | 'score'>[] {
  return [{ block, score: block.rows.length }];
}

/** The edition a year prescribes; where none does, the one most of the blocks found are in. */
function prescribedEdition(
  family: Family,
  year: number | undefined,
  found: readonly (readonly Pick<BoundBlock, 'block' | 'score'>[])[],
): Edition {
  const byYear = family.editions.find(
    (edition) => year !== undefined && year >= (edition.fromYear ?? -Infinity) && year <= (edition.toYear ?? Infinity),
  );
  const scoreOf = (edition: Edition): number =>
    found
      .map((bound) => bound.filter(({ block }) => block.edition === edition.id).map(({ score }) => score))
      .reduce((sum, scores) => sum + Math.max(0, ...scores), 0);
  // A block may fit without a single label to go by: an edition that has none of the blocks is none for all that.
  const isFoundIn = ({ id }: Edition): boolean =>
    found.some((bound) => bound.some(({ block }) => block.edition === id));
  const byScore = family.editions.filter(isFoundIn).sort((a, b) => scoreOf(b) - scoreOf(a))[0];
  const edition = byYear ?? byScore;
  if (!edition) throw new RangeError(`family ${family.id} has no edition`);
  return edition;
}

/** The slots of the prescribed edition, and found slots of others behind their neighbours there. */
function orderOfSlots(family: Family, prescribed: Edition, found: ReadonlyMap<string, unknown>): readonly string[] {
  const order = [...new Set(prescribed.blocks.map((block) => block.slot))];
  for (const edition of family.editions) {
    for (const [at, { slot }] of edition.blocks.entries()) {
      if (!found.has(slot) || order.includes(slot)) continue;
      const before = edition.blocks.slice(0, at).findLast((block) => order.includes(block.slot));
      order.splice(before ? order.indexOf(before.slot) + 1 : 0, 0, slot);
    }
  }
  return order;
}

/** A table that fits at least this share as well as one of another year is the block of the year reported on. */
const OWN_YEAR_SHARE = 0.3;

/**
 * Leaves out tables whose caption names another year than the report's, where one stands before them, or is captioned
 * with the report's year: a caption alone may be left over from the year before.
 */
function withoutOtherYears(candidates: readonly BoundBlock[], { year, captions }: ReportYear): readonly BoundBlock[] {
  const yearsOf = ({ table }: BoundBlock): readonly number[] => captions.get(table) ?? [];
  const isOther = (each: BoundBlock): boolean => yearsOf(each).length > 0 && !yearsOf(each).includes(year ?? NaN);
  if (year === undefined || !candidates.some(isOther)) return candidates;
  const own = candidates.filter((each) => !isOther(each));
  return candidates.filter(
    (each) =>
      !isOther(each) ||
      !own.some(
        (other) =>
          sharesColumn(each, other) &&
          other.score >= OWN_YEAR_SHARE * each.score &&
          (other.table.tableIndex < each.table.tableIndex || yearsOf(other).includes(year)),
      ),
  );
}

function chooseCandidate(
  candidates: readonly BoundBlock[],
  before: ChosenBlock | undefined,
  prescribed: Edition,
): ChosenBlock {
  const best = candidates.reduce((found, each) => (each.score > found.score ? each : found));
  // Of the alternatives within an edition only the best is one.
  const isBestOfEdition = ({ block, table, score }: BoundBlock): boolean =>
    candidates.every((other) => other.block.edition !== block.edition || other.table !== table || other.score <= score);
  const alike = candidates.filter(
    (each) => each.table === best.table && best.score - each.score < ALIKE && isBestOfEdition(each),
  );
  const bound =
    alike.find(({ block }) => (before?.bound ?? before?.stream) && block.edition === before.block.edition) ??
    alike.find(({ block }) => block.edition === prescribed.id) ??
    best;
  const same = candidates.filter((each) => each.block === bound.block && each !== bound);
  const completing = apartInColumns([bound, ...[...same].sort((a, b) => b.score - a.score)]).slice(1);
  const repeated = same.filter((each) => [bound, ...completing].some((own) => own !== each && repeats(own, each)));
  return { block: bound.block, bound, completing, repeated };
}

/** Whether a table holds the same columns of a block about as well. */
function repeats(one: BoundBlock, other: BoundBlock): boolean {
  return sharesColumn(one, other) && other.score >= one.score * REPEATED_SHARE;
}
