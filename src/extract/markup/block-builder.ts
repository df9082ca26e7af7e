/**
 * Gathers what a walk over mark-up meets into blocks: text until something breaks the line is one paragraph. One builder
 * for the document, one for each cell.
 */
import { UNREADABLE } from '../../model/index.js';
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
  /** What makes it uncertain what the line shows. */
  #lineDoubts = new Set<MarkupCellDoubt>();
  /** Whether something that is not read stands at the end of the line. */
  #isGap = false;

  /** Adds text to the line. */
  addText(shown: string, isRaised = false): void {
    const text = shown.replace(NO_GLYPH, '');
    if (text === '') return;
    if (this.#isGap && DIGIT.test(text[0] ?? '')) this.#runs.push({ text: UNREADABLE, isRaised });
    this.#isGap = false;
    const last = this.#runs.at(-1);
    if (last?.isRaised === isRaised) this.#runs[this.#runs.length - 1] = { text: last.text + text, isRaised };
    else this.#runs.push({ text, isRaised });
  }

  /**
   * Takes note that something that is not read stands here: right beside a digit it may be another one, and so it becomes a
   * character that nobody reads.
   *
   * @param beginsLine whether that matters at the beginning of a line too
   */
  addGap(beginsLine: boolean): void {
    const { line } = this;
    if (DIGIT.test(line.at(-1) ?? '')) this.addText(UNREADABLE, this.#runs.at(-1)?.isRaised);
    else this.#isGap ||= beginsLine || line.trim() !== '';
  }

  /** The text since the last break. */
  get line(): string {
    return this.#runs.map(({ text }) => text).join('');
  }

  /** Ends the line; a line of nothing but white space is none. */
  breakLine(): void {
    const isBlank = this.#runs.every((run) => run.text.trim() === '');
    const doubts = [...this.#lineDoubts];
    if (!isBlank) this.#blocks.push({ kind: 'paragraph', runs: this.#runs, ...(doubts.length > 0 && { doubts }) });
    else if (this.#isPictured) this.#blocks.push({ kind: 'picture' });
    this.#runs = [];
    this.#lineDoubts = new Set();
    this.#isPictured = false;
    this.#isGap = false;
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

  /** Takes note of text that is not shown, or may not be: it matters where it holds digits. */
  noteHidden(text: string, isOfLine = false): void {
    if (!DIGIT.test(text)) return;
    this.#doubts.add('hidden-text');
    if (isOfLine) this.#lineDoubts.add('hidden-text');
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

  /** Takes note of it of the line, and of what is gathered as a whole where that is what is doubted. */
  noteInLine(doubt: MarkupCellDoubt, isOfAll = true): void {
    this.#lineDoubts.add(doubt);
    if (isOfAll) this.#doubts.add(doubt);
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
