// What a maker of files hands back: the files of one document, and what is true of it.
import type { Block } from './document.js';

/** A file, named without a folder. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What every truth file says, whatever the edition. */
export interface AnyTruth {
  readonly agency: string;
  readonly year: number;
  readonly layout: string;
  readonly renderer: string;
  readonly seed: number;
  readonly notes: string;
  readonly undecidable?: readonly string[];
  readonly expected_remarks?: readonly string[];
}

/** A document before it is rendered: a `Made` of the form, or a report without the form. */
export interface Composed<T extends AnyTruth = AnyTruth> {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly truth: T;
  /** The truth of a second report in the same file. */
  readonly second?: T;
}

/** The files of one document and its truth. */
export interface MadeFiles<T extends AnyTruth = AnyTruth> {
  /** The name of the truth file, without `.truth.json`; the files' names begin with it. */
  readonly name: string;
  readonly files: readonly MadeFile[];
  readonly truth: T;
  /** The truth of a second report in the same file. */
  readonly second?: T;
}

/** The truth of a document once it has been rendered in a style of a kind; the name says so too. */
export function renamed<T extends AnyTruth>(
  made: Composed<T>,
  kind: string,
  style: string,
  more: { readonly undecidable?: readonly string[]; readonly note?: string; readonly remarks?: readonly string[] } = {},
): Pick<MadeFiles<T>, 'name' | 'truth' | 'second'> {
  const { truth, second } = made;
  const planted = /^planted: ([a-z-]+)/.exec(truth.notes)?.[1];
  const undecidable = [...(truth.undecidable ?? []), ...(more.undecidable ?? [])];
  return {
    name: `${kind}-${style}-${truth.seed}${planted === undefined ? '' : `-${planted}`}`,
    truth: {
      ...truth,
      layout: style,
      renderer: kind,
      ...(undecidable.length === 0 ? {} : { undecidable }),
      ...(more.remarks === undefined ? {} : { expected_remarks: more.remarks }),
      notes: [truth.notes, more.note ?? ''].filter((text) => text !== '').join('; '),
    },
    ...(second === undefined ? {} : { second: { ...second, layout: style, renderer: kind } }),
  };
}

/** Takes documents out of the frames they stand in. */
export function withoutFrames(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'frame' ? withoutFrames(block.blocks) : [block]));
}
