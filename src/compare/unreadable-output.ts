/** Thrown where a folder cannot be read as the output of a run. */
import type { BilingualText } from '../model/index.js';

/** A folder that is no output, or one that is damaged. */
export class OutputUnreadableError extends Error {
  /** What is wrong and what to do, in both languages. */
  readonly text: BilingualText;

  constructor(text: BilingualText, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'OutputUnreadableError';
    this.text = text;
  }
}
