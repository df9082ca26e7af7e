/** What is wrong with the arguments; thrown where they are read and caught in parse-arguments.ts. */
import type { BilingualText } from '../model/index.js';

/** A wrong use of the command line. */
export class UsageError extends Error {
  readonly text: BilingualText;

  constructor(zh: string, en: string) {
    super(en);
    this.text = { zh, en };
  }
}
