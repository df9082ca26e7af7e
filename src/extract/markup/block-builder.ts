/**
 * Gathers what a walk over mark-up meets into blocks: text until something breaks the line is one paragraph. One builder
 * for the document, one for each cell.
 */
import type { MarkupBlock, MarkupCellDoubt, MarkupRun, MarkupTable } from '../../model/index.js';

const DIGIT = /\p{Nd}/u;
/** Places where a line may or may not break, and byte-order marks inside a text. */
const NO_GLYPH = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Collects blocks in reading order. */
export class BlockBuilder {
  readonly #blocks: MarkupBlock[] = [];
  readonly #doubts = new Set<MarkupCellDoubt>();
  /** Whether a picture stands in the line. */
  #isPictured = false;
  /** Text since the last break. */
  #runs: MarkupRun[] = [];

  /** Adds text to the line. */
  addText(shown: string, isRaised = false): void {
    const text = shown.replace(NO_GLYPH, '');
    if (text === '') return;
    const last = this.#runs.at(-1);
    if (last?.isRaised === isRaised) this.#runs[this.#runs.length - 1] = { text: last.text + text, isRaised };
    else this.#runs.push({ text, isRaised });
  }

  /** The text since the last break. */
  get line(): string {
    return this.#runs.map(({ text }) => text).join('');
  }

  /** Ends the line; a line of nothing but white space is none. */
  breakLine(): void {
    const isBlank = this.#runs.every((run) => run.text.trim() === '');
    if (!isBlank) this.#blocks.push({ kind: 'paragraph', runs: this.#runs });
    else if (this.#isPictured) this.#blocks.push({ kind: 'picture' });
    this.#runs = [];
    this.#isPictured = false;
  }

  /** Adds a table, on lines of its own. */
  addTable(table: MarkupTable): void {
    this.breakLine();
    this.#blocks.push(table);
  }

  /** Adds blocks that were gathered elsewhere, on lines of their own. */
  addBlocks(blocks: readonly MarkupBlock[]): void {
    if (blocks.length === 0) return;
    this.breakLine();
    for (const block of blocks) this.#blocks.push(block);
  }

  /** Takes note of text that is not shown: it matters where it holds digits. */
  noteHidden(text: string): void {
    if (DIGIT.test(text)) this.#doubts.add('hidden-text');
  }

  /**
   * Takes note of text that a line is drawn through.
   *
   * @returns whether it holds digits, and is to be left out
   */
  noteStruck(text: string): boolean {
    const isFigure = DIGIT.test(text);
    if (isFigure) this.#doubts.add('struck-out');
    return isFigure;
  }

  /** Takes note of why what is gathered may not be what is seen. */
  note(doubt: MarkupCellDoubt): void {
    this.#doubts.add(doubt);
  }

  /** Takes note that a line is the number of a list with no words behind it. */
  noteListNumber(): void {
    this.#doubts.add('list-number');
  }

  /** Takes note of a picture. */
  notePicture(): void {
    this.#isPictured = true;
    this.#doubts.add('picture-in-cell');
  }

  /** What was gathered, in reading order; the builder is done with then. */
  finish(): { readonly blocks: readonly MarkupBlock[]; readonly doubts: readonly MarkupCellDoubt[] } {
    this.breakLine();
    return { blocks: this.#blocks, doubts: [...this.#doubts] };
  }
}
