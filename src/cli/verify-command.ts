/** Runs `gouji verify` and names what does not stand up. */
import { verifyOutput } from '../check/verify/verify-output.js';
import type { ViolationKind } from '../check/verify/violation.js';
import { openOutputFolder } from '../compare/index.js';
import { BilingualError, type BilingualText } from '../model/index.js';
import { EXIT_CODES } from './exit-code.js';
import type { Language } from './language.js';

const WORDS: Readonly<Record<ViolationKind, BilingualText>> = {
  absent: { zh: '不存在', en: 'does not exist' },
  unreadable: { zh: '无法读取，或不合 schema', en: 'cannot be read, or does not fit the schema' },
  unlisted: { zh: '没有登记', en: 'is listed nowhere' },
  hash: { zh: '散列值或大小不符', en: 'has not the hash or size that is stated' },
  csv: { zh: 'CSV 与 JSON 不符', en: 'the CSV does not say what the JSON says' },
  status: { zh: '状态与数值、原文或存疑理由不符', en: 'the status does not fit value, print or doubts' },
  digits: { zh: '数字串、单元格原文与数字所记不符', en: 'runs of digits, text of the cell and figure differ' },
  derived: { zh: '推算值不能证明是唯一的', en: 'the derived value cannot be shown to be the only one' },
  check: { zh: '勾稽关系的结果与各项不符', en: 'the outcome of the check is not that of its terms' },
  finding: { zh: '发现与勾稽关系或数字不符', en: 'findings and checks differ' },
  accused: { zh: '归于公布方，而提取仍有疑问', en: 'is put down to the publisher although the extraction is in doubt' },
  unmarked: {
    zh: '不成立且原因未定，其数字却未标记',
    en: 'fails for a reason not known, yet a figure of it is not marked',
  },
  verdict: { zh: '判定或解释与勾稽关系、数字不符', en: 'verdict or explanation is not what laws and figures say' },
};

/** So many violations are named; the rest are counted. */
const MOST_NAMED = 200;

/** Checks an output folder; returns the exit code. */
export async function verifyCommand(directory: string, language: Language): Promise<number> {
  try {
    await openOutputFolder(directory);
  } catch (error) {
    if (!(error instanceof BilingualError)) throw error;
    process.stderr.write(`gouji: ${error.text[language]}\n`);
    return EXIT_CODES.wrongUsage;
  }
  let count = 0;
  for await (const { kind, place, detail } of verifyOutput(directory)) {
    count++;
    if (count <= MOST_NAMED)
      process.stdout.write(`${place}: ${WORDS[kind][language]}${detail === '' ? '' : ` (${detail})`}\n`);
  }
  const summary: BilingualText =
    count === 0
      ? { zh: `${directory}：每一项都成立。`, en: `${directory}: every claim stands up.` }
      : {
          zh: `${directory}：${count} 处不成立。`,
          en: `${directory}: ${count} ${count === 1 ? 'claim does' : 'claims do'} not stand up.`,
        };
  process.stdout.write(`${summary[language]}\n`);
  return count === 0 ? EXIT_CODES.allCameThrough : EXIT_CODES.someFailed;
}
