/** Asks the stream of a dump for what its tables leave open. */
import type { Fact, Family, Layout } from '../model/index.js';
import { streamFacts } from './stream-facts.js';
import { readStream } from './token-stream/index.js';
import type { StreamBlock } from './token-stream/index.js';

/** Blocks of the form as a stream gives them, by slot. */
export type Streams = ReadonlyMap<string, StreamBlock>;

/** No stream was asked. */
export const NO_STREAM: Streams = new Map();

/** What the tables of a layout say of one block. */
export interface TableFacts {
  readonly slot: string;
  readonly facts: readonly Fact[];
}

/** The blocks of a dump of which more figures are certain in its stream than in its tables; none where all are certain there. */
export function streamsBeyond(layout: Layout, family: Family, ofTables: readonly TableFacts[]): Streams {
  const isComplete = ofTables.every(({ facts }) => facts.every(isCertain));
  if (!layout.dumpLines || (isComplete && ofTables.length > 0)) return NO_STREAM;
  const known = new Map(ofTables.map(({ slot, facts }) => [slot, facts]));
  return new Map(
    [...readStream(layout.dumpLines, family)].filter(([slot, stream]) =>
      isWorthMore(streamFacts(stream), known.get(slot) ?? []),
    ),
  );
}

/** Whether more of a block's figures are certain; where none is in either, whether the first says something of as many. */
function isWorthMore(facts: readonly Fact[], others: readonly Fact[]): boolean {
  const certain = certainCount(facts) - certainCount(others);
  return certain === 0 ? certainCount(facts) === 0 && saidCount(facts) >= saidCount(others) : certain > 0;
}

function saidCount(facts: readonly Fact[]): number {
  return facts.filter((fact) => fact.value !== '' || fact.alternatives.length > 0).length;
}

/** How many figures are certain as the text alone gives them. */
function certainCount(facts: readonly Fact[]): number {
  return facts.filter(isCertain).length;
}

/** A header that was not recognised is settled by the sums later on, and a table says which cell each figure stands in. */
function isCertain({ status, doubts }: Fact): boolean {
  return status === 'printed' || (status === 'suspect' && doubts.every((doubt) => doubt === 'header-unrecognised'));
}
