/** Layers (optional content, ISO 32000-2 §8.11): stretches of marked content that may be switched off. */
import { argument } from './operator-shapes.js';
import type { OperatorList } from './pdfjs-library.js';

/** Whether a layer (what `beginMarkedContentProps` carries) is switched on. */
export type LayerTest = (layer: unknown) => boolean;

/** The tag of marked content that belongs to a layer. */
const LAYER_TAG = 'OC';

/** Whether any content of an operator list belongs to a layer. */
export function hasLayers(list: OperatorList, operators: Readonly<Record<string, number>>): boolean {
  const begin = operators['beginMarkedContentProps'];
  return list.fnArray.some((operator, index) => operator === begin && isLayer(list.argsArray[index]));
}

/** A stretch of marked content: on no layer, on one that is seen but may be switched off, or on one that is. */
export type Mark = 'plain' | 'layer' | 'hidden';

/** What a stretch of marked content with properties is. */
export function markOf(args: unknown, isSeen: LayerTest): Mark {
  if (!isLayer(args)) return 'plain';
  return isSeen(argument(args, 1)) ? 'layer' : 'hidden';
}

function isLayer(args: unknown): boolean {
  return argument(args, 0) === LAYER_TAG;
}
