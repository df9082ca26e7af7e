/** Content controls: fields of a form, and places that a document fills from another part when it is opened. */
import type { MarkupCellDoubt } from '../../model/index.js';
import { childOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** Why what a control holds may not be what is meant; `undefined` for most, and for any other element. */
export function controlDoubt(control: XmlElement): MarkupCellDoubt | undefined {
  const properties = childOf(control, 'w:sdtPr');
  if (childOf(properties, 'w:showingPlcHdr')) return 'hidden-text';
  return childOf(properties, 'w:dataBinding') ? 'script-filled' : undefined;
}
