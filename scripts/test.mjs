/** `npm test`: makes the clone ready and runs the tests; what follows `--` goes to vitest. */
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureNode, ROOT, run } from './ensure-installed.mjs';

ensureNode();
ensureInstalled();
ensureBuilt();

const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
process.exitCode = run(process.execPath, [vitest, 'run', ...process.argv.slice(2)]);
