// Wordings that no pattern was written for: what the score says of them is what unseen reports may expect. They were
// written after the patterns and are not to be tuned to; a failure is mended in general or left.
import type { Wording } from './wordings.js';

/** The wordings held back. */
export const HELD_BACK: readonly Wording[] = [
  {
    group: 'requests',
    text: '{year}年度，{self}依法依规办理群众申请，登记政府信息公开申请共计{requests_received}件，年内全部办结。',
  },
  {
    group: 'requests',
    text: '今年以来，{self}共计收悉依申请公开信息件{requests_received}件，其中办结{requests_answered}件、结转下一年度{carried_out}件。',
  },
  { group: 'requests', text: '{year}年，{self}收到申请数量为{requests_received}件，较好满足了群众的信息需求。' },
  {
    group: 'requests',
    text: '截至{year}年12月31日，{self}累计收到政府信息公开申请{requests_received}件，办理答复{requests_answered}件。',
  },
  {
    group: 'requests',
    text: '依申请公开工作平稳有序，全年新增依申请公开事项{requests_received}件，上一年度结转{carried_in}件，当年办结{requests_answered}件，{carried_out}件结转至次年。',
  },
  {
    group: 'requests',
    text: '{self}严格按照规定流程处理政府信息公开申请{requests_in_hand}件（含{last}年结转{carried_in}件）。',
  },
  { group: 'requests', text: '本年度{self}共有{requests_received}件依申请公开件，全部按照法定时限答复。' },
  { group: 'requests', text: '{year}年，{self}无依申请公开政府信息申请。', none: ['requests_received'] },
  { group: 'requests', text: '全年依申请公开数为0，无结转下年度申请。', none: ['requests_received', 'carried_out'] },
  { group: 'requests', text: '{year}年通过互联网渠道接收政府信息公开申请{requests_received}件。', scope: 'online' },
  { group: 'requests', text: '{self}受理公众政府信息公开申请{requests_received}件次，答复{requests_answered}件次。' },
  {
    group: 'results',
    text: '已办结的申请里，全部公开的{granted}件，区分处理部分公开的{partial}件，决定不予公开的{denied}件，因本机关不掌握等原因无法提供的{unable}件。',
  },
  {
    group: 'results',
    text: '申请办结情况分为：予以公开{granted}件；部分公开{partial}件；不予公开{denied}件；无法提供{unable}件；不予处理{not_processed}件；其他处理{other_handling}件。',
  },
  { group: 'applicants', text: '提出申请的主体中，个人{natural_persons}件，企业和其他组织{organisations}件。' },
  {
    group: 'applicants',
    text: '政府信息公开申请中来自自然人的{natural_persons}件，来自法人或其他组织的{organisations}件。',
  },
  { group: 'cases', text: '全年发生涉政府信息公开行政复议案{review_total}件，行政诉讼案{litigation_total}件。' },
  {
    group: 'cases',
    text: '信息公开类复议{review_total}件，其中{review_upheld}件予以维持、{review_corrected}件予以纠正；诉讼{litigation_total}件。',
  },
  { group: 'cases', text: '本年度政府信息公开工作零复议、零诉讼。', none: ['review_total', 'litigation_total'] },
  {
    group: 'cases',
    text: '{self}全年无因政府信息公开而引发的行政复议和诉讼案件。',
    none: ['review_total', 'litigation_total'],
  },
  {
    group: 'cases',
    text: '未出现公民因政府信息公开申请行政复议的情形，也未产生相关行政诉讼。',
    none: ['review_total', 'litigation_total'],
  },
  {
    group: 'documents',
    text: '认真做好规范性文件管理，共制发{normative_made}件、废止{normative_repealed}件，目前现行有效{normative_valid}件。',
  },
  { group: 'documents', text: '新出台行政规范性文件共{normative_made}件，均在门户网站公开。' },
  { group: 'documents', text: '截至年底，现行有效行政规范性文件共计{normative_valid}件。' },
  { group: 'documents', text: '{self}年内没有出台行政规范性文件。', none: ['normative_made'] },
  { group: 'fee', text: '按照规定标准收取信息公开处理费共计{processing_fee}元。' },
  { group: 'fee', text: '{year}年度依申请公开信息处理费收取金额为{processing_fee}元。' },
  { group: 'fee', text: '{self}未向任何申请人收取信息处理费。', none: ['processing_fee'] },
  { group: 'fee', text: '{year}年未产生信息处理费收费情况。', none: ['processing_fee'] },
  { group: 'last-trap', text: '与{last}年的政府信息公开申请{n}件相比，申请更加集中。' },
  { group: 'last-trap', text: '一季度受理政府信息公开申请{n}件，二季度受理{n}件。' },
  { group: 'trap', text: '在线答复网民关于申请办证的提问{n}件。' },
  { group: 'trap', text: '法制机构全年办理行政应诉案件{n}件、行政复议案件{n}件。' },
  { group: 'trap', text: '清理历年规范性文件{n}件，建议保留{n}件。' },
  { group: 'trap', text: '培训班讲解政府信息公开申请答复典型案例{n}件。' },
  { group: 'trap', text: '下属单位收到政府信息公开申请{n}件。' },
  { group: 'trap', text: '平均每件申请办理用时{n}天，最长{n}天。' },
  { group: 'trap', text: '12345热线受理群众诉求{n}件，办结{n}件。' },
];
