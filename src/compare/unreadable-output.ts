/** Thrown where a folder cannot be read as the output of a run. */
import { BilingualError } from '../model/index.js';

/** A folder that is no output, or one that is damaged. */
export class OutputUnreadableError extends BilingualError {}
