/** Thrown where a folder cannot be read as the output of a run. */
import { BilingualError, type BilingualText } from '../model/index.js';

/** A folder that is no output, or one that is damaged. */
export class OutputUnreadableError extends BilingualError {}

/** The error for a table that cannot be read as a run wrote it. */
export function damagedTable(path: string, { zh, en }: BilingualText, options?: ErrorOptions): OutputUnreadableError {
  return new OutputUnreadableError(
    {
      zh: `${path} 不是完整的结果表：${zh}；请重新运行 gouji run`,
      en: `${path} is no complete table of an output: ${en}; make it again with gouji run`,
    },
    options,
  );
}
