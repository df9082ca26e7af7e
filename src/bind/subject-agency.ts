/** Tells the name of a public body from the rest of what stands around titles: menus, breadcrumbs, halves of names. */

/** How names of public bodies end, brackets after them left out. */
const ENDING =
  /(?:政府|[局厅委署院部办处所站馆队校社盟会团室]|中心|办公[室厅]|公署|法院|大学|学院|医院|银行|公司|集团|[省市县区州旗镇乡]|街道|地区|苏木|园区)(?:[（(][^（()）]{1,20}[）)])?$/u;
/** Words of menus, headings and sentences, which no body's name holds. 机构编制委员会 and 本溪市 are names. */
const NO_NAME =
  /首页|公开(?![办局处科和与服中领协]|工作领导)|年报|报告|专栏|目录|栏目|指南|当前|位置|互动|下载|打印|索引|附件|关于|根据|按照|现将|报送|年度|来源|情况|如下|扫一扫|字体|字号|浏览|^本(?!溪)|^我|^各|^全[省市县区]|^[一二三四五六七八九十]、/u;
/** What is no name at all without what goes before: a line break within a name leaves it. */
const FRAGMENT =
  /^(?:人民)?政府$|^(?:人民政府)?办公[室厅]$|^(?:管理)?委员会$|^管委会$|^[局厅]$|^管理局$|^(?:街道)?办事处$|^[省市县区州旗镇乡]$/u;
/** A bureau without its place (审计局): a name, but a line above may say whose. */
const PLACELESS = /^[^省市县区州旗镇乡]{1,3}局$/u;
const ONLY_NAME = /^[\p{Script=Han}〇（）()·、]{2,40}$/u;

/** True for what may be a body's name, whole or its latter part. */
export function mayBeAgency(text: string): boolean {
  return ONLY_NAME.test(text) && !NO_NAME.test(text) && isBalanced(text);
}

/** True for what is a body's name by itself, as on a cover or under a report. */
export function isAgencyName(text: string): boolean {
  return mayBeAgency(text) && ENDING.test(text) && !isFragment(text);
}

/** True for the latter part of a name that cannot stand alone. */
export function isFragment(text: string): boolean {
  return FRAGMENT.test(text);
}

/** True where `text`, the line above the latter part of a name, is likely to be its beginning. */
export function maySplit(text: string, latter: string): boolean {
  if (isFragment(latter)) return true;
  // 住房和城乡 + 建设局, 城镇 + 管理局: words within a name that look like the end of one.
  if (/城[乡镇]$/u.test(text)) return true;
  if (PLACELESS.test(latter) && /[省市县区州旗]$/u.test(text)) return true;
  return !ENDING.test(text);
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
