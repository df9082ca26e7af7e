/** Describes the shapes of characters: about as wide as high, of many strokes. */
import { shapeDescriber } from './shape-features.js';

/** Finer fields than those of digits. */
export const CHARACTER_SHAPES = shapeDescriber({ width: 26, height: 26, across: 6, down: 6 });
