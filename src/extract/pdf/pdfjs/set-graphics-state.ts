/** What a graphics state dictionary (`gs`, ISO 32000-2 §8.4.5) changes. */
import type { GraphicsState } from './graphics-state.js';
import { argument, numberArgument, OperatorShapeError, stringArgument } from './operator-shapes.js';
import type { FontFacts } from './page-fonts.js';

/** pdf.js's name of the blend mode that replaces what lies below. */
const NORMAL = 'source-over';

/** The entries of a `setGState` operator. */
export function graphicsStateEntries(args: unknown): readonly (readonly [unknown, unknown])[] {
  const entries = argument(args, 0);
  if (!Array.isArray(entries)) throw new OperatorShapeError('setGState', args);
  return (entries as unknown[]).map((entry) => {
    if (!Array.isArray(entry)) throw new OperatorShapeError('setGState', args);
    return [entry[0], entry[1]] as const;
  });
}

/** Applies the entries that decide what is read. */
export function setGraphicsState(state: GraphicsState, fonts: ReadonlyMap<string, FontFacts>, args: unknown): void {
  for (const [key, value] of graphicsStateEntries(args)) {
    if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
    else if (key === 'ca' && typeof value === 'number') state.fillAlpha = value;
    // What one entry takes away another may not give back: the mask and the blend mode are not told apart.
    else if (key === 'BM' || key === 'SMask') state.isPlain &&= value === NORMAL || value === false;
    else if (key === 'Font') {
      state.font = fonts.get(stringArgument('setGState', value));
      state.fontSize = numberArgument('setGState', value, 1);
    }
  }
}
