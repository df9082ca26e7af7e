/** Tells which of the labels that stand between the ends of a row are its own. */
import type { Segment } from './aligned-lines.js';
import { inReadingOrder, isOver } from './header-stacks.js';
import { rangeOf, SAME_HEIGHT } from './line-heights.js';
import type { Setting } from './settings-of-columns.js';

/** Lines of one label follow one another within this many times the usual step. */
const SAME_LEADING = 1.2;

/** The labels of a row. */
export interface BandLabel {
  /** Those of its groups, left of its own. */
  readonly outer: readonly Segment[];
  /** Its own, and below or above it those of rows that print no figure; from top to bottom. */
  readonly blocks: readonly (readonly Segment[])[];
  /** Those of `outer` that may be rows' own. */
  readonly unsure: readonly (readonly Segment[])[];
}

/** What is known of a row and the labels of its page. */
export interface LabelContext {
  readonly setting: Setting;
  /** The step from line to line within one label. */
  readonly leading: number;
  /** Those of the whole page. */
  readonly all: readonly Segment[];
  readonly size: number;
  /** Whether rows go on here from the page above: the labels of their groups may be anywhere. */
  readonly isCut: boolean;
  /** Whether two rows would find no room between its ends. */
  readonly isOfOne: boolean;
}

/** Tells the row's own label from those of its groups, and from those of rows beside it that print no figure. */
export function labelOf(labels: readonly Segment[], context: LabelContext): BandLabel {
  const columns: Segment[][] = [];
  for (const label of [...labels].sort((a, b) => a.box.x0 - b.box.x0)) {
    const column = columns.find((own) => own.some((other) => isOver(other, label)));
    if (column) column.push(label);
    else columns.push([label]);
  }
  const inner = toBlocks(columns.at(-1) ?? [], context.leading);
  const left = columns.slice(0, -1).flatMap((column) => toBlocks(column, context.leading));
  const ofRows = context.isOfOne ? [] : left.filter((block) => isRowLabel(block, inner, context));
  const own = context.isCut ? [] : ofRows;
  return {
    outer: left.filter((block) => !own.includes(block)).flat(),
    blocks: [...inner, ...own].sort((a, b) => rangeOf(a).top - rangeOf(b).top),
    unsure: context.isCut ? ofRows : context.setting === 'middle' && inner.length > 1 ? left : [],
  };
}

function toBlocks(column: readonly Segment[], leading: number): readonly (readonly Segment[])[] {
  const blocks: Segment[][] = [];
  for (const line of [...column].sort(inReadingOrder)) {
    const last = blocks.at(-1)?.at(-1);
    if (last && line.y - last.y <= SAME_LEADING * leading) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/**
 * Whether a label left of others is a row's own, as wide as theirs and their groups' columns together: a group's label begins with
 * the first of its rows, or ends with the last one.
 */
function isRowLabel(
  block: readonly Segment[],
  inner: readonly (readonly Segment[])[],
  { setting, leading, all, size }: LabelContext,
): boolean {
  if (setting === 'middle') return false;
  const edgeOf = (lines: readonly Segment[]): number => rangeOf(lines)[setting === 'top' ? 'top' : 'bottom'];
  const edge = edgeOf(block);
  // The lines of a long label stand beside several rows.
  const goesOn = all.some(
    (other) =>
      !block.includes(other) &&
      block.some((line) => isOver(line, other) && Math.abs(line.y - other.y) <= SAME_LEADING * leading),
  );
  return !goesOn && inner.every((own) => Math.abs(edgeOf(own) - edge) > SAME_HEIGHT * size);
}
