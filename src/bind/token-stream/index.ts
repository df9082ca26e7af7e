/**
 * Fits the form to a dump whose separators do not tell its rows: the form's labels are looked for in the text in their
 * order, the figures between them are taken for their rows, and digits that have run together are split by the laws.
 */
import type { Block, Family } from '../../model/index.js';
import { aloneMaterial } from './alone-material.js';
import { AnchorFinder, lettersOf } from './anchors.js';
import { isSpacedOut, styleOf } from './figure-style.js';
import type { FigureStyle } from './figure-style.js';
import { headerOrder } from './header-order.js';
import type { HeaderOrder } from './header-order.js';
import { findMaterial } from './material.js';
import type { BlockMaterial } from './material.js';
import { solveBlock } from './solve-block.js';
import type { SplitBlock } from './solve-block.js';
import { solveWithBlank } from './solve-with-blank.js';
import { linesToStream } from './stream.js';
import type { Stream, StreamFigure } from './stream.js';

/** A block as the stream of a dump gives it. */
export interface StreamBlock {
  readonly block: Block;
  readonly material: BlockMaterial;
  readonly split: SplitBlock;
  /** Stable words that doubt all of its figures; empty for most. */
  readonly doubts: readonly string[];
}

/** Labels at least this long stand once in a report. */
const TELLING_LABEL = 8;
/** So many labels of rows that stand twice are two reports. */
const FEWEST_TWICE = 4;
/** The order in which a converter, or a page set in columns, prints its text is not certain for this one. */
export const ORDER_UNCERTAIN = 'order-uncertain';
/** Digits that have run together were split although figures may be missing from the row. */
const SPLIT_UNCERTAIN = 'split-uncertain';

/** Reads the blocks of a family's form from the lines of a dump; by slot, each in the edition that fits best. */
export function readStream(lines: readonly string[], family: Family): ReadonlyMap<string, StreamBlock> {
  const stream = linesToStream(lines);
  if (!stream || stream.figures.length === 0 || holdsTwo(stream, family)) return new Map();
  const finder = new AnchorFinder(stream.letters);
  const blocks = family.editions.flatMap((edition) => edition.blocks);
  const found = blocks.flatMap((block) => {
    const material = findMaterial(stream, finder, block) ?? aloneMaterial(stream, finder, block);
    return material ? [{ block, ...inFormOrder(material, block, headerOrder(stream.letters, block)) }] : [];
  });
  const style = styleOf(
    bestOf(found.map((each) => ({ ...each, rank: fillOf(each.block, each.material) }))).flatMap(({ block, material }) =>
      material.rows.map(({ figures }) => ({ figures, columnCount: block.columns.length })),
    ),
  );
  const solved = found.map(({ block, isMixed, material: asFound }) => {
    const withBlank = asFound.columnsWithBlank && solveWithBlank(block, asFound.columnsWithBlank);
    const material: BlockMaterial = withBlank ? { ...asFound, order: 'by-column' } : asFound;
    const split = withBlank ?? solveBlock(block, material, style);
    return { block, isMixed, material, split, rank: rankOf(block, material, split) };
  });
  const best = ofOneReport(bestOf(solved), family);
  const proof = best.find(({ split }) => split.isProved);
  return new Map(
    best.map(({ block, isMixed, material, split }) => {
      const doubts = split.isProved ? [] : doubtsOf({ block, material }, proof, style);
      // Columns exchanged throughout break no sum.
      const ofColumns = isMixed && !doubts.includes(ORDER_UNCERTAIN) ? [ORDER_UNCERTAIN] : [];
      return [block.slot, { block, material, split, doubts: [...doubts, ...ofColumns] }];
    }),
  );
}

/**
 * A block's figures in the order of the form.
 *
 * @returns `isMixed` where the header names the columns in another order, and which figure stands in which is not plain
 */
function inFormOrder(
  material: BlockMaterial,
  { columns }: Block,
  order: HeaderOrder,
): { readonly material: BlockMaterial; readonly isMixed: boolean } {
  if (order === 'as-form') return { material, isMixed: false };
  const isFull = material.rows.every(({ figures }) => figures.length === 0 || figures.length === columns.length);
  if (order === 'unclear' || !isFull) return { material, isMixed: true };
  const rows = material.rows.map((row) => ({
    ...row,
    figures: row.figures.length === 0 ? [] : columns.flatMap((_, at) => apart(row.figures[order.indexOf(at)])),
  }));
  return { material: { ...material, rows }, isMixed: false };
}

/** A figure that stands beside others than in the text. */
function apart(figure: StreamFigure | undefined): readonly StreamFigure[] {
  return figure ? [{ ...figure, gap: 'line' }] : [];
}

/** Whether a dump names a block's columns in another order than the form, so that the order of figures is not the form's. */
export function namesColumnsOtherwise(lines: readonly string[], blocks: readonly Block[]): ReadonlySet<Block> {
  const stream = blocks.length > 0 ? linesToStream(lines) : undefined;
  if (!stream) return new Set();
  return new Set(blocks.filter((block) => headerOrder(stream.letters, block) !== 'as-form'));
}

interface Found {
  readonly block: Block;
  readonly material: BlockMaterial;
}

/** A block that no law across rows proves is as certain as the order and the completeness of the one that is proved. */
function doubtsOf({ block, material }: Found, proof: Found | undefined, style: FigureStyle): readonly string[] {
  const isOrderPlain = material.order === 'after' && (proof === undefined || proof.material.order === 'after');
  // Of one row or one column, columns before rows are the same as rows before columns.
  const isOneLine = block.rows.length === 1 || block.columns.length === 1;
  const isOrderProved =
    proof !== undefined &&
    (proof.material.order === material.order || (isOneLine && proof.material.order === 'by-column'));
  const isFull = material.rows.every(({ figures }) => figures.length === block.columns.length);
  const isComplete =
    isFull || style === 'whole' || isSpacedOut(style) || proof !== undefined || block.columns.length === 1;
  return [
    ...(isOrderPlain || isOrderProved || !block.hasRowLabels ? [] : [ORDER_UNCERTAIN]),
    ...(isComplete ? [] : [SPLIT_UNCERTAIN]),
  ];
}

/** Blocks that can stand in one report: those of the editions that have the block with most labels. */
function ofOneReport<T extends Found & { readonly rank: number }>(found: readonly T[], family: Family): readonly T[] {
  const [main] = [...found].sort((a, b) => b.rank - a.rank);
  const editions = family.editions.filter((edition) => edition.blocks.some(({ slot }) => slot === main?.block.slot));
  const slots = new Set(editions.flatMap((edition) => edition.blocks.map(({ slot }) => slot)));
  return found.filter(({ block }) => slots.has(block.slot));
}

/** Of blocks for one slot, the one that fits best; where editions read alike, the one of the block with most labels. */
function bestOf<T extends Found & { readonly rank: number }>(found: readonly T[]): readonly T[] {
  const byRank = [...found].sort((a, b) => b.rank - a.rank);
  const edition = byRank[0]?.block.edition;
  const best = new Map<string, T>();
  for (const each of byRank) {
    const known = best.get(each.block.slot);
    if (!known || (each.rank === known.rank && each.block.edition === edition)) best.set(each.block.slot, each);
  }
  return [...best.values()];
}

/** The labels that were found, then the share of rows with figures. */
function fillOf(block: Block, { rows, labelCount }: BlockMaterial): number {
  const filled = rows.filter((row) => row.figures.length > 0 && !row.isUnsure).length;
  return labelCount + filled / (block.rows.length + 1);
}

/** A proved block before one that is not; then by the labels that were found. */
function rankOf(block: Block, material: BlockMaterial, { isProved }: SplitBlock): number {
  return (isProved ? PROVED : 0) + fillOf(block, material);
}

/** More than a block has labels. */
const PROVED = 1000;

/** Whether a dump holds two reports: long labels of rows stand in it twice. */
function holdsTwo({ letters }: Stream, family: Family): boolean {
  return family.editions.some((edition) => {
    const labels = edition.blocks.flatMap((block) => block.rows.map((row) => lettersOf(row.path.at(-1)?.text ?? '')));
    const twice = labels.filter(
      (label) => label.length >= TELLING_LABEL && letters.indexOf(label) !== letters.lastIndexOf(label),
    );
    return new Set(twice).size >= FEWEST_TWICE;
  });
}
