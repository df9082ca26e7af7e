/** Tells the name of a public body from the rest of what stands around titles: menus, breadcrumbs, halves of names. */

/** How names of public bodies end, brackets after them left out. */
const ENDING =
  /(?:政府|[局厅委署院部办处所站馆队校社盟会团室]|中心|办公[室厅]|公署|法院|大学|学院|医院|银行|公司|集团|[省市县区州旗镇乡]|街道|地区|苏木|园区)(?:[（(][^（()）]{1,20}[）)])?$/u;
/** Words of menus, headings and sentences, which no body's name holds. */
const NO_NAME =
  /首页|公开(?!办|局|处|科|中心|领导|工作领导|服务)|年报|报告|专栏|目录|栏目|网站|平台|指南|制度|当前|位置|互动|下载|打印|索引|附件|关于|根据|按照|现将|编制|报送|年度|发布|来源|情况|如下|扫一扫|字体|字号|浏览|^本|^我|^各|^全[省市县区]|^[一二三四五六七八九十]、/u;
/** Ends of names that say nothing without what goes before: a name cut by a line break leaves them. */
const BARE_ENDING =
  /^(?:人民)?政府$|^(?:人民政府)?办公[室厅]$|^(?:管理)?委员会$|^管委会$|^[^省市县区州旗镇乡]{0,3}局$|^厅$|^(?:街道)?办事处$|^[省市县区州旗镇乡]$/u;
const ONLY_NAME = /^[\p{Script=Han}〇（）()·、]{2,40}$/u;

/** True for what may be a body's name, whole or its latter part. */
export function mayBeAgency(text: string): boolean {
  return ONLY_NAME.test(text) && !NO_NAME.test(text) && isBalanced(text);
}

/** True for what is a body's name by itself, as on a cover or under a report. */
export function isAgencyName(text: string): boolean {
  return mayBeAgency(text) && ENDING.test(text) && !BARE_ENDING.test(text);
}

/** True for what ends like a body's name. */
export function endsLikeAgency(text: string): boolean {
  return ENDING.test(text);
}

/** True for the latter part of a name that cannot stand alone. */
export function isBareEnding(text: string): boolean {
  return BARE_ENDING.test(text);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '（' || sign === '(') depth++;
    if (sign === '）' || sign === ')') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
