/** A folder that a run must not write to. */
import { BilingualError } from '../model/index.js';

/** Refuses a folder for the output; wrong usage, found before any work is done. */
export class OutputRefusedError extends BilingualError {}
