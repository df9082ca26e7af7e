/** A folder that a run must not write to. */
import type { BilingualText } from '../model/index.js';

/** Refuses a folder for the output; wrong usage, found before any work is done. */
export class OutputRefusedError extends Error {
  readonly text: BilingualText;

  constructor(text: BilingualText, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'OutputRefusedError';
    this.text = text;
  }
}
