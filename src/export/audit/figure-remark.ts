/** Why a figure is not simply what is printed: what a reader of the table is told of its cell. */
import type { BilingualText } from '../../model/index.js';
import { doubtText } from './doubt-words.js';
import type { FactJson } from './shown-findings.js';

/** What is to be said of a figure; nothing of one that is read as it stands. */
export function figureRemark(fact: FactJson): BilingualText | undefined {
  switch (fact.status) {
    case 'printed':
      return undefined;
    case 'derived':
      return {
        zh: '由勾稽关系推得，源文件没有印。',
        en: 'derived from the sums; the source prints none.',
      };
    case 'repaired':
      return {
        zh: `所读为“${fact.printed}”，已据勾稽关系纠正。`,
        en: `read as “${fact.printed}”, mended by the sums.`,
      };
    case 'missing':
      return { zh: '源文件缺此数据。', en: 'missing in the source.' };
    case 'suspect': {
      const why = fact.doubts.map(doubtText);
      const others = fact.alternatives.slice(0, 3).join(', ');
      const also = {
        zh: others === '' ? '' : `；也可能是 ${others}`,
        en: others === '' ? '' : `; it may be ${others}`,
      };
      return {
        zh: `存疑（${why.map(({ zh }) => zh).join('，')}${also.zh}）。`,
        en: `doubted (${why.map(({ en }) => en).join(', ')}${also.en}).`,
      };
    }
  }
}
