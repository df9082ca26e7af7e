/**
 * Puts the lines of labels beside the figures they belong to. A label of several lines stands centred beside its
 * figures, or with its first or last line on theirs; only geometry that leaves one choice joins lines here. What stays
 * alone is a row of its own, and whoever knows the form may join it.
 */
import type { Ruling } from '../model/index.js';
import type { Segment } from './aligned-lines.js';
import { inReadingOrder, isNextLine, isOver, leadingOf } from './header-stacks.js';
import { middleHeight, rangeOf, SAME_HEIGHT } from './line-heights.js';

/** A row of figures with its labels, or labels alone. */
export interface LabelledRow {
  /** Texts left of the figures, outermost first; each may have several lines. */
  readonly labels: readonly (readonly Segment[])[];
  readonly figures: readonly Segment[];
  readonly y: number;
}

interface TextBlock {
  readonly segments: Segment[];
  /** Indices of the lines of figures beside it. */
  beside: readonly number[];
}

/**
 * The rows of a stretch of one page.
 *
 * @param figures the figures of each line that has some, from top to bottom
 * @param labels all other segments
 * @returns from top to bottom
 */
export function labelRows(
  figures: readonly (readonly Segment[])[],
  labels: readonly Segment[],
  rules: readonly Ruling[],
): readonly LabelledRow[] {
  const leading = leadingOf(labels);
  // Where rows follow one another as closely as lines, no gap tells a label's next line from the next label.
  const isNear = (line: readonly Segment[], next: readonly Segment[] = []): boolean =>
    middleHeight(next) - middleHeight(line) < leading + SAME_HEIGHT * (line[0]?.size ?? 0);
  const steps = figures.flatMap((line, at) => {
    const next = figures.slice(at + 1).find((other) => sharesColumn(line, other));
    return next ? [isNear(line, next)] : [];
  });
  // Lines that fill other columns are rows of their own unless those that share one tell that rows are higher.
  const isTight =
    steps.length < FEWEST_STEPS ? figures.some((line, at) => isNear(line, figures[at + 1])) : steps.includes(true);
  const blocks = toBlocks(labels, isTight ? 0 : leading, rules);
  for (const block of blocks) block.beside = linesBeside(block, figures);
  const joined = joinBesideOne(figures, blocks);
  if (joined.length < figures.length) return labelRows(joined, labels, rules);
  const groups = groupsOfOne(blocks, figures);
  const pieces = blocks.flatMap((block) =>
    isSeveralRows(block, blocks, figures) || (isAskew(block, figures) && !groups.has(block))
      ? splitBlock(block, figures)
      : block,
  );
  takeOverlapping(pieces, figures);
  const rows = figures.map((own, at) => ({
    figures: own,
    y: middleHeight(own),
    blocks: pieces.filter((block) => block.beside.length === 1 && block.beside[0] === at),
  }));
  const alone: LabelledRow[] = [];
  for (const block of pieces.filter((each) => each.beside.length !== 1)) {
    const middle = middleOf(block);
    // A group's label goes to the nearest of its rows that has a label of its own.
    const row = block.beside
      .flatMap((at) => rows[at] ?? [])
      .filter(({ blocks: own }) => own.some((other) => other.beside.length === 1 && leftOf(other) > leftOf(block)))
      .reduce<(typeof rows)[number] | undefined>(
        (best, each) => (best && Math.abs(best.y - middle) <= Math.abs(each.y - middle) ? best : each),
        undefined,
      );
    if (row) row.blocks.push(block);
    else alone.push({ labels: [block.segments], figures: [], y: middle });
  }
  const labelled = rows.map(({ figures: own, y, blocks: of }) => ({
    labels: of.sort((a, b) => leftOf(a) - leftOf(b)).map(({ segments }) => segments),
    figures: own,
    y,
  }));
  return [...labelled, ...alone].sort((a, b) => a.y - b.y);
}

/** So many steps from row to row say how high rows are. */
const FEWEST_STEPS = 3;

/** Whether two lines have figures in one column: they are two rows. */
function sharesColumn(line: readonly Segment[], other: readonly Segment[]): boolean {
  return line.some((figure) => other.some((each) => isOver(figure, each)));
}

/** Joins lines of figures that fill other columns and stand beside the lines of one label, with none right of it: a row's own. */
function joinBesideOne(
  figures: readonly (readonly Segment[])[],
  blocks: readonly TextBlock[],
): readonly (readonly Segment[])[] {
  for (const block of blocks.filter(({ segments }) => segments.length > 1)) {
    const { top, bottom } = rangeOf(block.segments);
    const right = Math.max(...block.segments.map(({ box }) => box.x1));
    const isInner = blocks.every(
      (other) => leftOf(other) < right || rangeOf(other.segments).bottom < top || rangeOf(other.segments).top > bottom,
    );
    const own = block.beside.map((at) => figures[at] ?? []);
    const areDisjoint = own.every((line, at) => own.slice(at + 1).every((other) => !sharesColumn(line, other)));
    if (own.length < 2 || !isInner || !areDisjoint) continue;
    return figures.flatMap((line, at) =>
      at === block.beside[0] ? [own.flat()] : block.beside.includes(at) ? [] : [line],
    );
  }
  return figures;
}

/** Lines nearer to each other than this share of their size overlap: they are of one row. */
const OVERLAPPING = 0.9;

/** Puts labels beside figures without any that they overlap: set at the top or foot of a row, figures stand a little aside. */
function takeOverlapping(pieces: readonly TextBlock[], figures: readonly (readonly Segment[])[]): void {
  const labelled = new Set(pieces.flatMap(({ beside }) => (beside.length === 1 ? beside : [])));
  for (const piece of pieces.filter(({ beside }) => beside.length === 0)) {
    const over = [...figures.keys()].filter((at) => {
      const { top, bottom } = rangeOf(figures[at] ?? []);
      return piece.segments.some(({ y, size }) => Math.max(top - y, y - bottom) < OVERLAPPING * size);
    });
    if (over.length === 1 && !over.some((at) => labelled.has(at))) piece.beside = over;
  }
}

/** Joins lines that follow one another into texts, as long as each has one line above it and one below. */
function toBlocks(labels: readonly Segment[], leading: number, rules: readonly Ruling[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const segment of [...labels].sort(inReadingOrder)) {
    const above = blocks.filter((block) => {
      const last = block.segments.at(-1);
      return last && isOver(last, segment) && isNextLine(last, segment, leading, rules);
    });
    const [only] = above;
    if (only && above.length === 1) only.segments.push(segment);
    else blocks.push({ segments: [segment], beside: [] });
  }
  return blocks;
}

function linesBeside({ segments }: TextBlock, figures: readonly (readonly Segment[])[]): readonly number[] {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return [];
  const room = SAME_HEIGHT * first.size;
  return figures.flatMap((line, at) => {
    const { top, bottom } = rangeOf(line);
    return bottom > first.y - room && top < last.y + room ? [at] : [];
  });
}

/** Whether a text is the labels of several rows, and not their group's: nothing stands between it and the figures. */
function isSeveralRows(
  block: TextBlock,
  blocks: readonly TextBlock[],
  figures: readonly (readonly Segment[])[],
): boolean {
  if (block.beside.length < 2) return false;
  return block.beside.some((at) => {
    const y = middleHeight(figures[at] ?? []);
    return !blocks.some(
      (other) =>
        other !== block &&
        leftOf(other) > leftOf(block) &&
        other.segments.some((segment) => Math.abs(segment.y - y) < segment.size),
    );
  });
}

/** Whether a text of several lines does not stand centred beside its figures: a blank row's label may be part of it. */
function isAskew(block: TextBlock, figures: readonly (readonly Segment[])[]): boolean {
  const [at] = block.beside;
  if (block.beside.length !== 1 || block.segments.length < 2 || at === undefined) return false;
  const { top, bottom } = rangeOf(figures[at] ?? []);
  const middle = middleOf(block);
  return Math.max(top - middle, middle - bottom) > SAME_HEIGHT * (block.segments[0]?.size ?? 0);
}

/**
 * The labels of groups that hold one row, whose own label is centred beside theirs: where figures are set at the top or the foot of
 * the row only the longer one reaches them. The row's label is put beside them too.
 */
function groupsOfOne(blocks: readonly TextBlock[], figures: readonly (readonly Segment[])[]): ReadonlySet<TextBlock> {
  const groups = new Set<TextBlock>();
  for (const block of blocks.filter((each) => isAskew(each, figures))) {
    const right = Math.max(...block.segments.map(({ box }) => box.x1));
    const inner = blocks.filter((other) => leftOf(other) >= right);
    const own = inner.find(
      (other) => Math.abs(middleOf(other) - middleOf(block)) <= SAME_HEIGHT * (other.segments[0]?.size ?? 0),
    );
    if (!own || own.beside.length > 0 || inner.some(({ beside }) => beside.join() === block.beside.join())) continue;
    own.beside = block.beside;
    groups.add(block);
  }
  return groups;
}

/** The lines of a text one by one, each on the line of figures that it stands on. */
function splitBlock({ segments }: TextBlock, figures: readonly (readonly Segment[])[]): TextBlock[] {
  return segments.map((segment) => {
    const block: TextBlock = { segments: [segment], beside: [] };
    block.beside = linesBeside(block, figures).slice(0, 1);
    return block;
  });
}

function middleOf({ segments }: TextBlock): number {
  return ((segments[0]?.y ?? 0) + (segments.at(-1)?.y ?? 0)) / 2;
}

function leftOf({ segments }: TextBlock): number {
  return Math.min(...segments.map(({ box }) => box.x0));
}
