/** Writes what was read of mark-up as text, so that a test shows it: a line a paragraph, a table in brackets. */
import type { MarkupBlock, MarkupTableCell } from '../../src/model/index.js';

/**
 * Paragraphs as their text, raised text behind `^`, doubts behind `!`; a table as `[row; row]`, its cells divided by bars.
 *
 * @param isInCell doubts of its lines are shown as the cell's
 */
export function sketchBlocks(blocks: readonly MarkupBlock[], isInCell = false): string[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') {
      const text = block.runs
        .map((run) => (run.isRaised ? `^${run.text}` : run.text))
        .join('')
        .replace(/\s+/gu, ' ')
        .trim();
      return text + (isInCell ? [] : (block.doubts ?? [])).map((doubt) => `!${doubt}`).join('');
    }
    if (block.kind === 'picture') return '';
    const rows = block.groups
      .flat()
      .map(({ cells, columnsBefore }) => '>'.repeat(columnsBefore) + cells.map(sketchCell).join('|'));
    return `[${rows.join('; ')}]`;
  });
}

/** A cell's text, its spans where they are not 1 (`2x3`: rows x columns), its doubts behind `!`. */
function sketchCell({ rowSpan, columnSpan, blocks, doubts }: MarkupTableCell): string {
  const span = rowSpan === 1 && columnSpan === 1 ? '' : `${rowSpan}x${columnSpan}:`;
  return span + sketchBlocks(blocks, true).join('/') + doubts.map((doubt) => `!${doubt}`).join('');
}
