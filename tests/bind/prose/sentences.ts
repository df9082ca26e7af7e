// Sentences written for these tests, with the figures they state of the year 2023 for 梧岚市教育局 (or the body named).

/** A sentence and what it states: `row/column` to value. */
export interface SentenceCase {
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly agency?: string;
}

/** Sentences that state figures. */
export const STATING: readonly SentenceCase[] = [
  {
    text: '2023年上半年，我局收到政府信息公开申请3件；全年收到政府信息公开申请总数5件，2022年结转政府信息公开申请2件。',
    facts: { 'requests_received/own_agency': '5', 'carried_in/own_agency': '2' },
  },
  {
    // What a bracket says of the count behind it is no count of its own.
    text: '收到政府信息公开申请（含上年结转）15件，上年结转（未办结）3件。',
    facts: { 'requests_in_hand/unstated': '15', 'carried_in/unstated': '3' },
  },
  {
    text: '共收到政府信息公开申请：7（件）；（其中结转下年度继续办理2件）。',
    facts: { 'requests_received/unstated': '7', 'carried_out/unstated': '2' },
  },
  {
    text: '全市各级行政机关共收到政府信息公开申请962件。全区收到政府信息公开申请62件。',
    facts: { 'requests_received/higher_division': '962', 'requests_received/government_wide': '62' },
    agency: '岳阳市云溪区人民政府',
  },
  {
    text: '全市各级行政机关共收到政府信息公开申请962件。',
    facts: { 'requests_received/government_wide': '962' },
    agency: '桐乡市人民政府',
  },
  {
    text: '2023年，我局共收到政府信息公开申请17件，按时办结15件。',
    facts: { 'requests_received/own_agency': '17', 'requests_answered/own_agency': '15' },
  },
  {
    // A full stop lost at the end of a line: what is counted before it is no review.
    text: '申请人中自然人129件，法人和其他组织27件政府信息公开行政复议案件0起，行政诉讼2件。',
    facts: {
      'natural_persons/unstated': '129',
      'review_total/unstated': '0',
      'litigation_total/unstated': '2',
    },
  },
  { text: '本年度受理依申请公开0件。', facts: { 'requests_received/unstated': '0' } },
  { text: '全年新收申请三件，均已按期答复。', facts: { 'requests_received/unstated': '3' } },
  {
    text: '全市共新收政府信息公开申请１２３４件，上年结转３４件，答复1,205件，结转下年度继续办理63件。',
    agency: '梧岚市人民政府',
    facts: {
      'requests_received/government_wide': '1234',
      'carried_in/government_wide': '34',
      'requests_answered/government_wide': '1205',
      'carried_out/government_wide': '63',
    },
  },
  {
    text: '2023年，全区收办政府信息公开申请88件。',
    agency: '砚桥区人民政府',
    facts: { 'requests_in_hand/government_wide': '88' },
  },
  {
    text: '区政府办公室代表区政府受理政府信息公开申请9件，均在法定期限内答复。',
    agency: '砚桥区人民政府',
    facts: { 'requests_received/office_for_government': '9' },
  },
  {
    text: '答复申请40件（含上年度结转申请5件），另有3件顺延至下年度答复。',
    facts: { 'requests_answered/unstated': '40', 'carried_in/unstated': '5', 'carried_out/unstated': '3' },
  },
  {
    text: '办理结果方面，申请共答复30件，其中予以公开12件、部分公开3件、不予公开4件、无法提供8件、不予处理2件、作其他处理1件。',
    facts: {
      'requests_answered/unstated': '30',
      'granted/unstated': '12',
      'partial/unstated': '3',
      'denied/unstated': '4',
      'unable/unstated': '8',
      'not_processed/unstated': '2',
      'other_handling/unstated': '1',
    },
  },
  {
    text: '收到的申请中，自然人申请25件，法人或其他组织申请6件。',
    facts: { 'natural_persons/unstated': '25', 'organisations/unstated': '6' },
  },
  {
    text: '因政府信息公开引起的行政复议3件，其中维持2件、纠正1件；行政诉讼2件，其中结果维持1件，尚未审结1件。',
    facts: {
      'review_total/unstated': '3',
      'review_upheld/unstated': '2',
      'review_corrected/unstated': '1',
      'litigation_total/unstated': '2',
      'litigation_upheld/unstated': '1',
      'litigation_pending/unstated': '1',
    },
  },
  {
    text: '未发生因政府信息公开引发的行政复议、行政诉讼案件。',
    facts: { 'review_total/unstated': '0', 'litigation_total/unstated': '0' },
  },
  {
    text: '2023年度我局共收到依申请信息公开26件，及时回复申请人',
    facts: { 'requests_received/own_agency': '26' },
  },
  // 未经复议 and 复议后起诉 tell of lawsuits; neither says that there was no review.
  {
    text: '因政府信息公开被提起行政诉讼3件，均为未经复议直接起诉。',
    facts: { 'litigation_total/unstated': '3' },
  },
  {
    text: '因政府信息公开未经复议直接提起行政诉讼5件。',
    facts: {},
  },
  {
    text: '政府信息公开行政复议2件，无复议后起诉案件。',
    facts: { 'review_total/unstated': '2' },
  },
  { text: '政府信息公开行政诉讼（未经复议直接起诉）', facts: {} },
  { text: '政府信息公开工作未发生复议后提起的行政诉讼。', facts: {} },
  {
    text: '政府信息公开行政复议、行政诉讼均为0件。',
    facts: { 'review_total/unstated': '0', 'litigation_total/unstated': '0' },
  },
  { text: '我局未收到政府信息公开申请。', facts: { 'requests_received/own_agency': '0' } },
  {
    text: '没有受理信息公开申请，无上年结转申请。',
    facts: { 'requests_received/unstated': '0', 'carried_in/unstated': '0' },
  },
  {
    text: '制发行政规范性文件2件，废止1件，现行有效9件。',
    facts: { 'normative_made/unstated': '2', 'normative_repealed/unstated': '1', 'normative_valid/unstated': '9' },
  },
  { text: '全年制定《梧岚市校外培训管理办法》等规范性文件两件。', facts: { 'normative_made/unstated': '2' } },
  { text: '本年度未制发规范性文件。', facts: { 'normative_made/unstated': '0' } },
  { text: '收取政府信息公开信息处理费3,940元。', facts: { 'processing_fee/unstated': '3940' } },
  { text: '2023年未收取信息处理费。', facts: { 'processing_fee/unstated': '0' } },
  { text: '依申请公开政府信息未收取任何费用。', facts: { 'processing_fee/unstated': '0' } },
  { text: '线上收到依申请公开件3件。', facts: { 'requests_received/online': '3' } },
  { text: '收到12件政府信息公开申请。', facts: { 'requests_received/unstated': '12' } },
  { text: '2022年收到信息公开申请5件，2023年收到信息公开申请8件。', facts: { 'requests_received/unstated': '8' } },
  {
    text: '全年收到政府信息公开申请20件（其中含上年结转2件）。',
    facts: { 'requests_in_hand/unstated': '20', 'carried_in/unstated': '2' },
  },
  {
    text: '共收到申请十二件、答复十一件。',
    facts: { 'requests_received/unstated': '12', 'requests_answered/unstated': '11' },
  },
];

/** Sentences that state no figure of this report's year, whatever numbers they hold. */
export const SILENT: readonly SentenceCase[] = [
  { text: '因政府信息公开被申请行政复议3件，其中上年结转1件。', facts: { 'review_total/unstated': '3' } },
  { text: '截至2023年底，累计收到政府信息公开申请120件，其中2023年12件。', facts: {} },
  { text: '政府信息公开申请（不含上年结转）15件。', facts: {} },
  { text: '上年结转2\u20115件，结转下年度3～4件。', facts: {} },
  { text: '2022年，我局制定规范性文件4件。', facts: {} },
  { text: '全年无行政诉讼事项需要说明。202 2年，共收到政府信息公开申请82件。', facts: {} },
  { text: '一、本年新收政府信息公开申请数量 31件 3件 0件 0件 34件', facts: {} },
  { text: '2022年，我局认真开展工作。共收到政府信息公开申请5件。', facts: {} },
  { text: '上半年收到政府信息公开申请5件。', facts: {} },
  { text: '2023年上半年，我局共受理政府信息公开申请267件，答复263件。其中予以公开81件。', facts: {} },
  { text: '一季度，我局认真办理。收到政府信息公开申请5件，均已答复。', facts: {} },
  { text: '依申请公开办结率100%，均为自然人申请。', facts: {} },
  { text: '收到政府信息公开申请近百件，其中网络申请100余件。', facts: {} },
  { text: '收到政府信息公开申请近30件。', facts: {} },
  { text: '申请量较上年增加3件，同比增长33.9%，下降2个百分点。', facts: {} },
  { text: '办理人大代表建议11件、政协提案15件，答复留言15条。', facts: {} },
  { text: '政府信息公开工作中，备案复议案件134件。', facts: { 'review_total/filed_for_record': '134' } },
  { text: '主动公开公文100件，依申请公开公文5件，不予公开公文3件。', facts: {} },
  { text: '市司法局全年审理行政复议案件1200件。', facts: {} },
  { text: '未发生因政府信息公开引起的行政复议被纠错、行政诉讼败诉案件。', facts: {} },
  { text: '市财政局收到政府信息公开申请30件。', facts: {} },
  { text: '收到政府信息公开申请三四件。', facts: {} },
  { text: '收到行政复议申请3件。', facts: {} },
  { text: '受理行政许可申请1200件，办结1188件。', facts: {} },
  { text: '收到不动产登记资料查询申请3500件，受理低保申请210件。', facts: {} },
  { text: '其中属于国家秘密不予公开1件。', facts: {} },
  { text: '下一步，计划制定规范性文件3件。', facts: {} },
  { text: '政府信息公开行政复议、行政诉讼案件共5件。', facts: {} },
  { text: '信息公开申请逾期答复0件，未发生超期答复申请的情况。', facts: {} },
  { text: '收到政府信息公开申请1�3件。', facts: {} },
  { text: '开展政府信息公开申请答复培训3次。', facts: {} },
];
