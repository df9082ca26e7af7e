/** `npm start`: makes the clone ready, reads the sample reports (or what is named after `--`), and says what came of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureNode, ROOT, run, say } from './ensure-installed.mjs';

const SAMPLES = 'samples/reports';

ensureNode();
ensureInstalled();
ensureBuilt();

const args = process.argv.slice(2);
if (args.length === 0) {
  if (!existsSync(join(ROOT, SAMPLES))) {
    say(`缺少 ${SAMPLES}；请重新获取整个仓库。`, `${SAMPLES} is missing; fetch the whole repository again.`);
    process.exit(2);
  }
  say(
    `读取 ${SAMPLES} 中的样例报告，核对每一项勾稽关系……`,
    `Reading the sample reports in ${SAMPLES} and checking every sum…`,
  );
}
// What was named by the user is meant from where npm was called.
const cwd = args.length === 0 ? ROOT : (process.env.INIT_CWD ?? ROOT);
const inputs = args.length === 0 ? [SAMPLES, '--out', 'output'] : args;
const status = run(process.execPath, [join(ROOT, 'dist', 'cli', 'index.js'), 'run', ...inputs], { cwd });
if (args.length === 0 && status === 0) {
  say(
    '先看 output/facts.csv（数字）和 output/findings.csv（不符之处）。处理自己的报告：npm start -- 文件夹 --out 结果',
    'Look at output/facts.csv (figures) and output/findings.csv (what does not add up) first. For reports of your own: npm start -- FOLDER --out RESULT',
  );
}
process.exitCode = status;
