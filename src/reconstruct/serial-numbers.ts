/**
 * Tells the serial numbers of rows from their figures. Beside a label of two lines both stand on a line of their own,
 * where only their place tells that the first number is no figure: labels begin right of it.
 */
import { figuresOf, labelsOf } from './aligned-lines.js';
import type { AlignedLine, Segment } from './aligned-lines.js';

/** Rows further away than this many times the size of a line may be of another table; a label has up to four lines. */
const NEAR = 15;

/** The lines, with the numbers that stand left of the labels marked as serial numbers. */
export function withSerialNumbers(lines: readonly AlignedLine[]): readonly AlignedLine[] {
  const labelled = lines.flatMap((line) => {
    const label = firstLabel(line);
    return label ? [{ pageNumber: line.pageNumber, label }] : [];
  });
  return lines.map((line) => {
    const [first, ...others] = line.segments;
    if (!first || others.length === 0 || figuresOf(line.segments)[0] !== first) return line;
    const near = labelled
      .filter(({ pageNumber, label }) => pageNumber === line.pageNumber && distance(label, first) < NEAR * first.size)
      .sort((a, b) => distance(a.label, first) - distance(b.label, first))[0];
    if (!near || near.label.box.x0 < first.box.x1) return line;
    return { ...line, segments: [{ ...first, isSerial: true }, ...others] };
  });
}

/** The first words of a line that goes on in figures. */
function firstLabel(line: AlignedLine): Segment | undefined {
  const labels = labelsOf(line);
  if (labels.length === line.segments.length) return undefined;
  return labels.find(({ baseText }) => !/^[\d０-９]+$/u.test(baseText));
}

function distance(a: Segment, b: Segment): number {
  return Math.abs(a.y - b.y);
}
