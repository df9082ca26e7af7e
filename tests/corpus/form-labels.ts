// The form's words: official labels and the variants and misprints seen in published reports (FORMATS.md §2).
import type { Random } from './random.js';

/** Label of every row of table three: group and number are printed by the form, not part of the label. */
export const APPLICATION_LABELS: Readonly<Record<string, string>> = {
  new_received: '一、本年新收政府信息公开申请数量',
  carried_in: '二、上年结转政府信息公开申请数量',
  granted: '（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  denied_1_state_secret: '1.属于国家秘密',
  denied_2_law_prohibits: '2.其他法律行政法规禁止公开',
  denied_3_three_securities: '3.危及“三安全一稳定”',
  denied_4_third_party: '4.保护第三方合法权益',
  denied_5_internal: '5.属于三类内部事务信息',
  denied_6_process: '6.属于四类过程性信息',
  denied_7_enforcement_file: '7.属于行政执法案卷',
  denied_8_admin_query: '8.属于行政查询事项',
  unable_1_not_held: '1.本机关不掌握相关政府信息',
  unable_2_needs_creation: '2.没有现成信息需要另行制作',
  unable_3_unclear_after_correction: '3.补正后申请内容仍不明确',
  notproc_1_petition: '1.信访举报投诉类申请',
  notproc_2_repeat: '2.重复申请',
  notproc_3_publication: '3.要求提供公开出版物',
  notproc_4_excessive: '4.无正当理由大量反复申请',
  notproc_5_confirm: '5.要求行政机关确认或重新出具已获取信息',
  other_1_no_correction: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  other_2_fee_unpaid: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  other_3_other: '3.其他',
  other_total: '（六）其他处理',
  handled_total: '（七）总计',
  carried_out: '四、结转下年度继续办理',
};

/** Group heads of table three, by the prefix of their rows' ids. */
export const APPLICATION_GROUPS: Readonly<Record<string, string>> = {
  denied: '（三）不予公开',
  unable: '（四）无法提供',
  notproc: '（五）不予处理',
  other: '（六）其他处理',
};

/** Labels of table two. */
export const DISCLOSURE_LABELS: Readonly<Record<string, string>> = {
  regulations: '规章',
  normative_documents: '行政规范性文件',
  licensing: '行政许可',
  other_services: '其他对外管理服务事项',
  penalty: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
  procurement: '政府集中采购',
};

// Wordings met in published reports instead of the official one, per row.
const MISPRINTS: Readonly<Record<string, readonly string[]>> = {
  partial: ['（二）部分公开（区分处理的，只计这一情况，不计其他情形）', '（二）部分公开'],
  denied_2_law_prohibits: ['2.其他法律行政止公开'],
  denied_3_three_securities: ['3.危及"三安全—稳定"', '3.危及“三安全—稳定”'],
  denied_5_internal: ['5.属于三类内容事务信息'],
  denied_6_process: ['6.属于四类过程性性信息'],
  notproc_4_excessive: ['4.无正当理由大量反复 申请'],
  other_1_no_correction: [
    '1.申请人无正当理由逾期不补正',
    '1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ],
  other_2_fee_unpaid: [
    '2.申请人逾期不缴费',
    '2、申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ],
  carried_in: ['二、上年度结转政府信息公开申请数量'],
  carried_out: ['四、结转下一年继续办理'],
};

/** How the form's words are printed. */
export interface LabelStyle {
  readonly brackets?: 'full' | 'half';
  readonly enumerator?: '.' | '、' | '．';
  /** A space between the characters of short labels: 总 计. */
  readonly spaced?: boolean;
  /** Some labels as misprinted somewhere. */
  readonly misprints?: boolean;
  /** Kangxi radicals and look-alikes in place of common characters, as in browser-made text layers. */
  readonly radicals?: boolean;
}

// Common character → the compatibility character that looks the same (Kangxi Radicals, CJK Radicals Supplement).
const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀',
  二: '⼆',
  人: '⼈',
  力: '⼒',
  大: '⼤',
  工: '⼯',
  文: '⽂',
  方: '⽅',
  无: '⽆',
  比: '⽐',
  用: '⽤',
  立: '⽴',
  自: '⾃',
  行: '⾏',
  见: '⻅',
  门: '⻔',
  非: '⾮',
  面: '⾯',
  页: '⻚',
  心: '⼼',
};

/** Replaces common characters by their Kangxi look-alikes. */
export function toRadicals(text: string): string {
  return Array.from(text)
    .map((ch) => RADICALS[ch] ?? ch)
    .join('');
}

/** Applies a style to one label. */
export function styleLabel(label: string, style: LabelStyle): string {
  let text = label;
  if (style.brackets === 'half') text = text.replace(/（/g, '(').replace(/）/g, ')');
  if (style.enumerator !== undefined) text = text.replace(/^(\d)[.、]/, `$1${style.enumerator}`);
  if (style.spaced === true && text.length <= 4 && /^[\u4e00-\u9fff]+$/.test(text)) text = Array.from(text).join(' ');
  return style.radicals === true ? toRadicals(text) : text;
}

/** The labels of one document: official, with a few misprints where the style wants them. */
export function drawLabels(style: LabelStyle, random: Random): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(APPLICATION_LABELS).map(([row, official]) => {
      const variants = MISPRINTS[row];
      return [
        row,
        style.misprints === true && variants !== undefined && random.chance(0.6) ? random.pick(variants) : official,
      ];
    }),
  );
}
