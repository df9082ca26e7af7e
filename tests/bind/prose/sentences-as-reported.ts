// Sentences in the manner of some bureaus' and governments' reports, in our words, with what 梧岚市教育局 states in them of 2023: what the
// sentence leaves open, or says of a part, another period or another body, is no figure.
import type { SentenceCase } from './sentences.js';

/** Each states these figures and nothing else. */
export const AS_REPORTED: readonly SentenceCase[] = [
  {
    text: '2023年，我局共受理依申请公开23件，其中网络申请15件，信函申请8件，均按时答复。',
    facts: { 'requests_received/own_agency': '23' },
  },
  {
    text: '本年度新收政府信息公开申请46件，上年结转2件，办结45件，结转下年度3件。',
    facts: {
      'requests_received/unstated': '46',
      'carried_in/unstated': '2',
      'requests_answered/unstated': '45',
      'carried_out/unstated': '3',
    },
  },
  { text: '全年共收到信息公开申请12件，较上年减少5件，下降29.4%。', facts: { 'requests_received/unstated': '12' } },
  {
    text: '2023年收到公开申请31件，同比增长24%，其中予以公开9件、部分公开3件、不予公开4件、无法提供11件、不予处理2件、其他处理2件。',
    facts: {
      'requests_received/unstated': '31',
      'granted/unstated': '9',
      'partial/unstated': '3',
      'denied/unstated': '4',
      'unable/unstated': '11',
      'not_processed/unstated': '2',
      'other_handling/unstated': '2',
    },
  },
  { text: '我局2023年未收到公民、法人和其他组织的政府信息公开申请。', facts: { 'requests_received/own_agency': '0' } },
  {
    text: '我局全年没有发生因政府信息公开引起的行政复议、行政诉讼案件。',
    facts: { 'review_total/own_agency': '0', 'litigation_total/own_agency': '0' },
  },
  {
    text: '本年度因政府信息公开被申请行政复议2件，结果维持1件，尚未审结1件；行政诉讼0件。',
    facts: {
      'review_total/unstated': '2',
      'review_upheld/unstated': '1',
      'review_pending/unstated': '1',
      'litigation_total/unstated': '0',
    },
  },
  {
    text: '2023年度共收到依申请公开件5件（其中自然人4件，法人1件），已全部办结。',
    facts: { 'requests_received/unstated': '5', 'natural_persons/unstated': '4' },
  },
  {
    text: '全年制发规范性文件3件，废止1件，现行有效规范性文件14件。',
    facts: { 'normative_made/unstated': '3', 'normative_repealed/unstated': '1', 'normative_valid/unstated': '14' },
  },
  {
    text: '一季度收到申请3件，二季度收到申请4件，三季度收到申请2件，四季度收到申请1件，全年共收到申请10件。',
    facts: { 'requests_received/unstated': '10' },
  },
  { text: '第一季度我局收到政府信息公开申请3件。', facts: {} },
  { text: '截至12月底，累计收到依申请公开18件。', facts: { 'requests_received/unstated': '18' } },
  { text: '上级转办申请6件，本局直接收到申请9件，合计15件。', facts: {} },
  {
    text: '全区共收到政府信息公开申请120件，其中区住建局收到35件、区自然资源局收到28件。',
    facts: { 'requests_received/government_wide': '120' },
  },
  { text: '各街道共收到申请42件，区直部门收到申请78件。', facts: {} },
  { text: '2023年，共收到政府信息公开申请零件。', facts: { 'requests_received/unstated': '0' } },
  {
    text: '依申请公开：收到5件，答复5件。',
    facts: { 'requests_received/unstated': '5', 'requests_answered/unstated': '5' },
  },
  {
    text: '（一）依申请公开情况。共收到申请7件，同比减少2件；答复7件，答复率100%。',
    facts: { 'requests_received/unstated': '7', 'requests_answered/unstated': '7' },
  },
  { text: '2022年收到申请9件，2023年收到申请11件。', facts: { 'requests_received/unstated': '11' } },
  { text: '收到申请11件，比2022年的9件增加2件。', facts: { 'requests_received/unstated': '11' } },
  { text: '受理政府信息公开申请共计一百二十三件。', facts: { 'requests_received/unstated': '123' } },
  { text: '全年累计答复申请17件，其中延期答复3件。', facts: { 'requests_answered/unstated': '17' } },
  {
    text: '共办理政府信息公开申请20件（含上年结转2件），其中予以公开8件。',
    facts: { 'requests_in_hand/unstated': '20', 'carried_in/unstated': '2', 'granted/unstated': '8' },
  },
  {
    text: '2023年新收申请18件，加上上年结转2件，共办理20件。',
    facts: { 'requests_received/unstated': '18', 'carried_in/unstated': '2' },
  },
  { text: '发生行政复议案件1起、行政诉讼案件0起。', facts: {} },
  { text: '因信息公开引发的行政诉讼2件（一审1件，二审1件），均维持。', facts: { 'litigation_total/unstated': '2' } },
  { text: '未收取信息处理费。', facts: { 'processing_fee/unstated': '0' } },
  {
    text: '全年收取信息处理费共计340元，其中按件收取300元、按量收取40元。',
    facts: { 'processing_fee/unstated': '340' },
  },
  { text: '2023年度，我局依申请公开政府信息未收取任何费用。', facts: { 'processing_fee/own_agency': '0' } },
  {
    text: '本年度办结政府信息公开申请15件，其中当面答复2件，书面答复13件。',
    facts: { 'requests_answered/offline': '2', 'requests_answered/unstated': '15' },
  },
  { text: '收到并答复政府信息公开申请6件。', facts: { 'requests_answered/unstated': '6' } },
  { text: '2023年我镇收到信息公开申请2件，已于2024年1月办结。', facts: { 'requests_received/own_agency': '2' } },
  { text: '今年以来，共收到网上依申请公开33件，书面申请12件。', facts: { 'requests_received/online': '33' } },
  { text: '全年通过网站主动公开信息1234条，办理依申请公开8件。', facts: { 'requests_in_hand/unstated': '8' } },
  { text: '办理人大建议11件、政协提案15件，收到依申请公开申请4件。', facts: { 'requests_received/unstated': '4' } },
  { text: '2023年收到政府信息公开申请4件，涉及征地拆迁3件、规划1件。', facts: { 'requests_received/unstated': '4' } },
  {
    text: '当年新收10件，上年结转1件，本年办结9件，结转下年度2件。',
    facts: { 'carried_in/unstated': '1', 'carried_out/unstated': '2' },
  },
  { text: '本机关新收申请与上年结转申请数量之和为11件。', facts: {} },
  { text: '2023年，本单位政府信息公开申请受理量为13件，办结率100%。', facts: { 'requests_received/own_agency': '13' } },
  { text: '政府信息公开申请数量由2022年的30件下降到2023年的21件。', facts: {} },
  {
    text: '全市政府系统收到政府信息公开申请2045件，其中市本级312件。',
    facts: { 'requests_received/government_wide': '2045' },
  },
  { text: '不予公开2件（其中涉及国家秘密1件、第三方权益1件）。', facts: { 'denied/unstated': '2' } },
  { text: '以“信息不存在”为由答复的申请5件。', facts: {} },
  {
    text: '2023年无政府信息公开申请，无行政复议和诉讼。',
    facts: { 'requests_received/unstated': '0', 'review_total/unstated': '0', 'litigation_total/unstated': '0' },
  },
  {
    text: '2023年，共收到申请25件，其中，自然人申请20件，法人或其他组织申请5件。',
    facts: { 'requests_received/unstated': '25', 'natural_persons/unstated': '20', 'organisations/unstated': '5' },
  },
  {
    text: '收到的25件申请中，予以公开12件，占48%；部分公开3件，占12%。',
    facts: { 'granted/unstated': '12', 'partial/unstated': '3' },
  },
  { text: '共制定规范性文件2件，备案审查规范性文件5件。', facts: { 'normative_made/unstated': '2' } },
  { text: '新公开规范性文件1件，对外公开总数量9件。', facts: {} },
  { text: '至2023年底，还有3件申请正在办理，结转至下一年度。', facts: { 'carried_out/unstated': '3' } },
  {
    text: '收到政府信息公开申请5宗，同意公开3宗，不同意公开1宗，信息不存在1宗。',
    facts: { 'requests_received/unstated': '5', 'granted/unstated': '3', 'denied/unstated': '1' },
  },
  { text: '我局共收到8份政府信息公开申请，全部按时答复。', facts: { 'requests_received/own_agency': '8' } },
  {
    text: '没有收到依申请公开的申请，也没有发生行政复议和行政诉讼。',
    facts: { 'requests_received/unstated': '0', 'review_total/unstated': '0', 'litigation_total/unstated': '0' },
  },
  { text: '2023年共收到依申请公开16件。2022年为12件。', facts: { 'requests_received/unstated': '16' } },
  { text: '新收申请和上年结转申请共11件。', facts: {} },
  { text: '收到申请9件，其中上年结转1件。', facts: { 'requests_received/unstated': '9', 'carried_in/unstated': '1' } },
  { text: '剔除重复申请2件后，实际受理政府信息公开申请8件。', facts: { 'requests_received/unstated': '8' } },
  { text: '收到申请11件，申请人撤回1件。', facts: { 'requests_received/unstated': '11' } },
  { text: '历年累计收到政府信息公开申请130件。', facts: {} },
  { text: '自2008年以来累计收到政府信息公开申请230件。', facts: {} },
  { text: '“十三五”期间共受理政府信息公开申请85件。', facts: {} },
  { text: '指导各乡镇办理政府信息公开申请6件。', facts: {} },
  { text: '协助其他单位办理政府信息公开申请3件。', facts: {} },
  { text: '收到行政复议申请3件、信息公开申请9件。', facts: { 'review_total/unstated': '3' } },
  { text: '收到信息公开行政复议答复通知书2份。', facts: {} },
  { text: '全年收到申请10件，按期答复率100%，平均办理时长8天。', facts: { 'requests_received/unstated': '10' } },
  { text: '受理申请12件，同意公开或部分公开7件。', facts: { 'requests_received/unstated': '12' } },
  { text: '因政府信息公开引起的行政诉讼案件一审3件、二审2件。', facts: {} },
  { text: '所属事业单位收到信息公开申请4件。', facts: {} },
  { text: '2023年收到政府信息公开申请7件，2024年1月又收到2件。', facts: { 'requests_received/unstated': '7' } },
  { text: '去年同期收到政府信息公开申请17件，今年收到13件。', facts: {} },
  { text: '2023年我局收到申请12件，比上年度的15件减少3件，降幅20%。', facts: { 'requests_received/own_agency': '12' } },
  { text: '予以公开5件（其中1件为上年结转）。', facts: { 'granted/unstated': '5' } },
  { text: '无上年结转申请，结转下年0件。', facts: { 'carried_in/unstated': '0', 'carried_out/unstated': '0' } },
  {
    text: '收到申请5件，办结4件，余1件待办。',
    facts: { 'requests_received/unstated': '5', 'requests_answered/unstated': '4' },
  },
  { text: '核减信息处理费60元，实收120元信息处理费。', facts: {} },
];
