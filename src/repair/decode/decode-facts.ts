/** Decodes a report's tables and writes what stands out into its facts. */
import { figureKey } from '../../model/index.js';
import type { Block, BoundTable, Fact, FailureExplanation, TableVerdict } from '../../model/index.js';
import { decodeTable } from './decode-table.js';
import type { CellChange, Decoding, Verdict } from './decode-table.js';
import { codeBlock, isDecodable, settled } from './facts-to-code.js';
import type { CodedBlock } from './facts-to-code.js';
import { smallestMends } from './smallest-mends.js';
import { tablesToPlacing } from './tables-to-placing.js';

/** Facts with what the decoder settled, and its verdict on each block that has laws. */
export interface DecodedFacts {
  readonly facts: readonly Fact[];
  readonly verdicts: readonly TableVerdict[];
}

/**
 * Reads figures otherwise where one explanation of the failing laws stands out: such a figure is `repaired`, its former
 * value an alternative. Where several explanations remain, their values become alternatives and nothing else changes.
 *
 * @param tables where the figures were found
 */
export function decodeFacts(
  facts: readonly Fact[],
  blocks: readonly Block[],
  tables: readonly BoundTable[],
): DecodedFacts {
  const placing = tablesToPlacing(tables);
  const indexes = new Map(facts.map((fact, index) => [figureKey(fact), index]));
  const changed = [...facts];
  const verdicts: TableVerdict[] = [];
  for (const block of blocks) {
    const coded = codeBlock(
      block,
      facts,
      (row, column) => indexes.get(figureKey({ table: block.table, row, column })),
      placing,
    );
    if (!coded) continue;
    const verdict = decodeTable(coded.table);
    if (verdict.kind === 'consistent') for (const row of verdict.provedRows) confirmRow(changed, coded, row);
    if (verdict.kind === 'unique') applyDecoding(changed, coded, verdict.decoding);
    if (verdict.kind === 'ambiguous') for (const each of verdict.decodings) listAlternatives(changed, coded, each);
    verdicts.push(describeVerdict(block, coded, verdict));
  }
  return { facts: changed, verdicts };
}

function describeVerdict(block: Block, coded: CodedBlock, verdict: Verdict): TableVerdict {
  const taken = verdict.kind === 'unique' ? [verdict.decoding] : [];
  const explanations = verdict.kind === 'ambiguous' ? verdict.decodings : taken;
  const mends = verdict.kind === 'unsolved' ? smallestMends(coded.table) : [];
  const describe = (decoding: Decoding): FailureExplanation => describeDecoding(block, coded, decoding);
  return {
    table: block.table,
    block: block.slot,
    kind: verdict.kind,
    isCutShort: verdict.kind === 'unsolved' && !verdict.isComplete,
    explanations: explanations.map(describe),
    mends: mends.map(describe),
  };
}

function describeDecoding(block: Block, { facts }: CodedBlock, decoding: Decoding): FailureExplanation {
  return {
    faults: decoding.faults.map(({ row, fault }) => ({ row: block.rows[row]?.id ?? '', fault })),
    changes: decoding.changes.flatMap(({ cell, value }) => {
      const fact = facts[cell];
      if (!fact) return [];
      return [{ row: fact.row, column: fact.column, from: fact.value, to: value === undefined ? '' : String(value) }];
    }),
    cost: decoding.cost,
  };
}

/** Clears the doubts of a row that the laws prove as read. */
function confirmRow(facts: Fact[], { table, factIndexes }: CodedBlock, rowIndex: number): void {
  const first = table.rows.slice(0, rowIndex).reduce((sum, { slots }) => sum + slots.length, 0);
  for (const index of factIndexes.slice(first, first + (table.rows[rowIndex]?.slots.length ?? 0))) {
    const fact = facts[index];
    // What could not be read at all is no blank that the laws leave at 0.
    if (fact && fact.reading.kind !== 'illegible') facts[index] = settled(fact, 'printed');
  }
}

function applyDecoding(facts: Fact[], coded: CodedBlock, { changes, vacated, faults }: Decoding): void {
  const changeOf = new Map(changes.map((change) => [change.cell, change]));
  const rows = new Set(faults.map(({ row }) => row));
  const before = [...facts];
  let first = 0;
  for (const [rowIndex, { slots }] of coded.table.rows.entries()) {
    const indexes = coded.factIndexes.slice(first, first + slots.length);
    for (const [slot, index] of indexes.entries()) {
      const fact = before[index];
      if (!fact || !rows.has(rowIndex) || !isDecodable(fact)) continue;
      const change = changeOf.get(first + slot);
      const read = change ? reread(fact, change, (source) => before[indexes[source] ?? -1]) : confirmed(fact);
      facts[index] = vacated.includes(first + slot) ? emptied(read) : read;
    }
    first += slots.length;
  }
}

/** A figure that stayed where it was in a row that was read otherwise is proved with the rest. */
function confirmed(fact: Fact): Fact {
  return fact.value === '' ? fact : settled(fact, 'printed');
}

/** A figure whose cell prints nothing: what was read there is another's, and only the laws give it, though it may be the same. */
function emptied(fact: Fact): Fact {
  const derived: Fact = { ...fact, reading: { kind: 'blank' }, printed: '' };
  return fact.status === 'printed' ? { ...derived, status: 'derived' } : derived;
}

/** A fact that is read otherwise; what was printed where its figure came from is kept with it. */
function reread(fact: Fact, { value, sources }: CellChange, factAt: (slot: number) => Fact | undefined): Fact {
  if (value === undefined) return { ...fact, status: 'suspect' };
  const text = String(value);
  const former = fact.value === '' ? fact.alternatives : [fact.value, ...fact.alternatives];
  const alternatives = [...new Set(former)].filter((each) => each !== text);
  const changed = { ...fact, value: text, alternatives };
  const [source] = sources;
  if (!source) return settled(changed, 'derived');
  const place = factAt(source.slot)?.place;
  const runs = sources.map((each) => each.text);
  // All runs of its own cell: the cell as it is, points and commas between them included.
  const isOwn = fact.printed.replace(/\D/gu, '') === runs.join('');
  return {
    ...settled(changed, 'repaired'),
    reading: { kind: 'number', value: text, unit: '' },
    printed: isOwn ? fact.printed : runs.join(' '),
    ...(place && { place }),
  };
}

function listAlternatives(facts: Fact[], { factIndexes }: CodedBlock, { changes }: Decoding): void {
  for (const { cell, value } of changes) {
    const index = factIndexes[cell] ?? -1;
    const fact = facts[index];
    if (!fact || value === undefined || fact.value === String(value)) continue;
    facts[index] = { ...fact, alternatives: [...new Set([...fact.alternatives, String(value)])] };
  }
}
