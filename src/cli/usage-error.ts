/** What is wrong with the arguments; thrown where they are read and caught in parse-arguments.ts. */
import { BilingualError } from '../model/index.js';

/** A wrong use of the command line. */
export class UsageError extends BilingualError {
  constructor(zh: string, en: string) {
    super({ zh, en });
  }
}
