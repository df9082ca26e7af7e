/** Names the shape of a character that forms are worded with; a network as that of digits, with finer fields. */
import { CHARACTER_SHAPES } from './character-shapes.js';
import { CHARACTER_WEIGHTS, CHARACTERS } from './character-weights.js';
import type { Shape } from './shape-features.js';
import { classSharesOf, decodeNetwork } from './shape-network.js';

/** What a shape can be; the last is anything else: another character, a part of one, several. */
const CLASSES: readonly string[] = [...Array.from(CHARACTERS), ''];

const network = decodeNetwork(CHARACTER_WEIGHTS, CHARACTER_SHAPES.count, CLASSES.length);

/** The likeliest character of a shape and its share; '' where it is none of those learnt. */
export function nameCharacter(shape: Shape): { readonly text: string; readonly share: number } {
  const shares = classSharesOf(network, CHARACTER_SHAPES.describe(shape));
  let best = 0;
  for (let k = 1; k < shares.length; k++) if ((shares[k] ?? 0) > (shares[best] ?? 0)) best = k;
  return { text: CLASSES[best] ?? '', share: shares[best] ?? 0 };
}
