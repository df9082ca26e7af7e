/** Finds reports that repeat the year before: the same figures, or the same prose. */
import { signOfDecimal, type AcrossRules, type Finding } from '../../model/index.js';
import { WHOLE_REPORT } from './across-finding.js';
import type { YearPair } from './compare-years.js';
import { partsOfKey } from './figures.js';
import { printedLength, repeatedShare } from './sentences.js';

/** Two reports are compared as wholes where they share at least this many figures. */
export const FEWEST_SHARED = 20;

/**
 * Figures that repeat are an error only where there are so many different ones that chance is out of the question. A small
 * body may well receive one request and grant it, every year.
 */
const FEWEST_DISTINCT = 3;

/** Whether all figures of two years are the same, stocks and zeros aside. */
export function findSameFigures(pair: YearPair, rules: AcrossRules): Finding | undefined {
  const { earlier, earlierFigures, laterFigures } = pair;
  const distinct = new Set<string>();
  let shared = 0;
  let isCertain = true;
  for (const figure of laterFigures.values()) {
    const before = earlierFigures.get(figure.key);
    if (before === undefined) continue;
    if (before.text !== figure.text) return undefined;
    shared++;
    isCertain &&= figure.isCertain && before.isCertain;
    const isStock = rules.standingColumns.includes(partsOfKey(figure.key).column);
    if (!isStock && signOfDecimal(figure.value) !== 0) distinct.add(figure.text);
  }
  // A form read in part only may look the same by what is left of it.
  const isWhole = shared >= 0.9 * Math.max(laterFigures.size, earlierFigures.size);
  if (shared < FEWEST_SHARED || !isWhole || distinct.size === 0) return undefined;
  return {
    ...WHOLE_REPORT,
    rule: 'X.same',
    severity: distinct.size >= FEWEST_DISTINCT ? 'error' : 'warning',
    cause: isCertain ? 'publisher' : 'unknown',
    actual: String(shared),
    message: {
      zh: `全部 ${shared} 个数字与 ${earlier.year ?? ''} 年报告（${earlier.sourcePath}）完全相同，其中不为零的有 ${distinct.size} 种`,
      en: `all ${shared} figures are those of the report of ${earlier.year ?? ''} (${earlier.sourcePath}), ${distinct.size} different ones that are not zero among them`,
    },
  };
}

/** How much of the prose stands in the year before's. */
export function findSameProse({ earlier, later }: YearPair, { prose }: AcrossRules): Finding | undefined {
  if (Math.min(printedLength(earlier), printedLength(later)) < prose.shortest) return undefined;
  const share = repeatedShare(later, earlier);
  if (share < prose.infoFrom) return undefined;
  const percent = Math.floor(share * 100);
  return {
    ...WHOLE_REPORT,
    rule: 'X.same_text',
    severity: share >= prose.warningFrom ? 'warning' : 'info',
    actual: `${percent}%`,
    message: {
      zh: `文字部分约 ${percent}% 与 ${earlier.year ?? ''} 年报告（${earlier.sourcePath}）逐句相同（年份不计）`,
      en: `some ${percent} % of the prose stands, sentence by sentence, in the report of ${earlier.year ?? ''} (${earlier.sourcePath}), years aside`,
    },
  };
}
