/** Figures without any label: told by how many there are in each line, and in how many lines. */
import type { Block } from '../../model/index.js';
import type { AnchorFinder } from './anchors.js';
import type { BlockMaterial } from './material.js';
import type { Stream, StreamFigure } from './stream.js';

/** A table of so many figures, so many in a line, is told by their number alone; any other needs its title right above it. */
const TELLING_FIGURES = 15;
const TELLING_COLUMNS = 5;

/** Finds a block by the shape of its figures; `undefined` where no run of lines has it, or several have. */
export function aloneMaterial(stream: Stream, finder: AnchorFinder, block: Block): BlockMaterial | undefined {
  const isTelling =
    block.columns.length >= TELLING_COLUMNS && block.rows.length * block.columns.length >= TELLING_FIGURES;
  const titles = block.title ? finder.placesOf(block.title).filter(({ fit }) => fit === 1) : [];
  if (!isTelling && titles.length !== 1) return undefined;
  const runs = runsOf(stream).filter(
    (lines) => lines.length === block.rows.length && lines.every((line) => line.length === block.columns.length),
  );
  const fitting = isTelling ? runs : runs.filter((lines) => lines[0]?.[0]?.at === titles[0]?.end);
  const [lines] = fitting;
  if (!lines || fitting.length > 1) return undefined;
  return {
    order: 'alone',
    rows: lines.map((figures, form) => ({ form, figures, isUnsure: false })),
    labelCount: 0,
    start: lines[0]?.[0]?.at ?? 0,
  };
}

/** Runs of lines with nothing but figures between letters. */
function runsOf({ figures }: Stream): readonly (readonly (readonly StreamFigure[])[])[] {
  const runs: StreamFigure[][][] = [];
  for (const figure of figures) {
    const run = runs.at(-1);
    const line = run?.at(-1);
    if (!run || !line || line[0]?.at !== figure.at) runs.push([[figure]]);
    else if (line[0].lineIndex === figure.lineIndex) line.push(figure);
    else run.push([figure]);
  }
  return runs;
}
