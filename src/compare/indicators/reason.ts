/** Why an indicator has no value, is doubted, is not ranked, or compares only nearly: stable words with what they mean. */
import type { BilingualText } from '../../model/index.js';

/** What each reason says, and what it does: `absent` no value, `doubted` not counted, `unranked`, or only to `mind`. */
export const REASONS = {
  'no-report': { effect: 'absent', text: { zh: '没有该年度的报告', en: 'no report on this year' } },
  'no-counterpart': {
    effect: 'absent',
    text: { zh: '该版式没有可比的数据', en: 'the form has no comparable figure' },
  },
  'not-compared': {
    effect: 'absent',
    text: { zh: '可比性未列明', en: 'how the forms compare is not listed' },
  },
  'missing-figure': { effect: 'absent', text: { zh: '源文件缺此数据', en: 'a figure is missing in the source' } },
  'blank-figure': {
    effect: 'absent',
    text: { zh: '单元格为空白或“不适用”，不等于 0', en: 'a cell is blank or not applicable, which is not 0' },
  },
  'zero-denominator': { effect: 'absent', text: { zh: '分母为 0', en: 'the denominator is 0' } },
  'no-previous-year': {
    effect: 'absent',
    text: { zh: '没有上一年的数值', en: 'no value for the year before' },
  },
  'suspect-figure': { effect: 'doubted', text: { zh: '含存疑数据', en: 'made of a suspect figure' } },
  'failed-sum': {
    effect: 'doubted',
    text: { zh: '所含数据的勾稽关系不成立', en: 'a sum over one of its figures fails' },
  },
  'exceeds-whole': { effect: 'doubted', text: { zh: '部分大于整体', en: 'the part exceeds the whole' } },
  'several-reports': {
    effect: 'doubted',
    text: { zh: '同一机关同一年度有几份不一致的报告', en: 'several reports of this body on this year differ' },
  },
  'small-denominator': {
    effect: 'unranked',
    text: { zh: '分母过小，不排名', en: 'too few cases to be ranked' },
  },
  approximate: { effect: 'mind', text: { zh: '口径近似', en: 'counted in a slightly different way' } },
} as const satisfies Record<string, { effect: 'absent' | 'doubted' | 'unranked' | 'mind'; text: BilingualText }>;

/** The word of a reason. */
export type ReasonCode = keyof typeof REASONS;

/** A reason with its particulars. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: BilingualText;
}

/** Reasons made so far, each once: a comparison has them by the ten thousand, and a few dozen of them differ. */
const madeReasons = new Map<string, Reason>();

/** Makes a reason; particulars go behind its text in brackets. */
export function reason(code: ReasonCode, ...details: readonly (BilingualText | undefined)[]): Reason {
  let key: string = code;
  for (const detail of details) if (detail !== undefined) key += `\n${detail.zh}`;
  const known = madeReasons.get(key) ?? { code, text: textOf(code, details) };
  madeReasons.set(key, known);
  return known;
}

function textOf(code: ReasonCode, details: readonly (BilingualText | undefined)[]): BilingualText {
  const { text } = REASONS[code];
  const said = details.filter((detail) => detail !== undefined);
  if (said.length === 0) return text;
  const join = (language: keyof BilingualText, separator: string): string =>
    said.map((detail) => detail[language]).join(separator);
  return { zh: `${text.zh}（${join('zh', '：')}）`, en: `${text.en} (${join('en', ': ')})` };
}

/** What a list of reasons comes to: the gravest effect among them. */
export function effectOf(reasons: readonly Reason[]): 'absent' | 'doubted' | 'unranked' | 'none' {
  const has = (effect: (typeof REASONS)[ReasonCode]['effect']): boolean =>
    reasons.some(({ code }) => REASONS[code].effect === effect);
  return (['absent', 'doubted', 'unranked'] as const).find(has) ?? 'none';
}
