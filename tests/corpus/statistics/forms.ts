// The statistics tables of edition 2014: the national list, and a provincial one with this year's and cumulative figures
// as published reports print it. Row ids are those of facts.csv (`statistics` table).

/** A row of a list; a group head has no id and no figure. */
export interface ListRow {
  readonly id?: string;
  readonly label: string;
  readonly unit: string;
}

const head = (label: string): ListRow => ({ label, unit: '——' });
const row = (id: string, label: string, unit: string): ListRow => ({ id, label, unit });

/** The national list. */
export const NATIONAL_ROWS: readonly ListRow[] = [
  head('一、主动公开情况'),
  row('disclosed', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条'),
  row('disclosed_normative', '其中：主动公开规范性文件数', '条'),
  row('normative_made', '制发规范性文件总数', '件'),
  head('（二）通过不同渠道和方式公开政府信息的情况'),
  row('ch_gazette', '1.政府公报公开政府信息数', '条'),
  row('ch_website', '2.政府网站公开政府信息数', '条'),
  row('ch_weibo', '3.政务微博公开政府信息数', '条'),
  row('ch_wechat', '4.政务微信公开政府信息数', '条'),
  row('ch_other', '5.其他方式公开政府信息数', '条'),
  head('二、回应解读情况'),
  row('responses', '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次'),
  head('（二）通过不同渠道和方式回应解读的情况'),
  row('press_total', '1.参加或举办新闻发布会总次数', '次'),
  row('press_head', '其中：主要负责同志参加新闻发布会次数', '次'),
  row('interview_total', '2.政府网站在线访谈次数', '次'),
  row('interview_head', '其中：主要负责同志参加政府网站在线访谈次数', '次'),
  row('interpretations', '3.政策解读稿件发布数', '篇'),
  row('resp_social', '4.微博微信回应事件数', '次'),
  row('resp_other', '5.其他方式回应事件数', '次'),
  head('三、依申请公开情况'),
  row('req_received', '（一）收到申请数', '件'),
  row('req_inperson', '1.当面申请数', '件'),
  row('req_fax', '2.传真申请数', '件'),
  row('req_online', '3.网络申请数', '件'),
  row('req_mail', '4.信函申请数', '件'),
  row('req_completed', '（二）申请办结数', '件'),
  row('req_ontime', '1.按时办结数', '件'),
  row('req_extended', '2.延期办结数', '件'),
  row('ans_total', '（三）申请答复数', '件'),
  row('ans_already_public', '1.属于已主动公开范围数', '件'),
  row('ans_granted', '2.同意公开答复数', '件'),
  row('ans_partial', '3.同意部分公开答复数', '件'),
  row('ans_denied', '4.不同意公开答复数', '件'),
  row('den_secret', '其中：涉及国家秘密', '件'),
  row('den_trade', '涉及商业秘密', '件'),
  row('den_privacy', '涉及个人隐私', '件'),
  row('den_security', '危及国家安全、公共安全、经济安全和社会稳定', '件'),
  row('den_not_info', '不是《条例》所指政府信息', '件'),
  row('den_other_law', '法律法规规定的其他情形', '件'),
  row('ans_not_this_organ', '5.不属于本行政机关公开数', '件'),
  row('ans_nonexistent', '6.申请信息不存在数', '件'),
  row('ans_amend', '7.告知作出更改补充数', '件'),
  row('ans_other_channel', '8.告知通过其他途径办理数', '件'),
  row('review_total', '四、行政复议数量', '件'),
  row('review_upheld', '（一）维持具体行政行为数', '件'),
  row('review_corrected', '（二）被依法纠错数', '件'),
  row('review_other', '（三）其他情形数', '件'),
  row('lit_total', '五、行政诉讼数量', '件'),
  row('lit_upheld', '（一）维持具体行政行为或者驳回原告诉讼请求数', '件'),
  row('lit_corrected', '（二）被依法纠错数', '件'),
  row('lit_other', '（三）其他情形数', '件'),
  row('complaints', '六、举报投诉数量', '件'),
  row('fee_collected', '七、依申请公开信息收取的费用', '万元'),
  head('八、机构建设和保障经费情况'),
  row('org_units', '（一）政府信息公开工作专门机构数', '个'),
  row('reading_points', '（二）设置政府信息公开查阅点数', '个'),
  row('staff', '（三）从事政府信息公开工作人员数', '人'),
  row('staff_fulltime', '1.专职人员数（不包括政府公报及政府网站工作人员数）', '人'),
  row('staff_parttime', '2.兼职人员数', '人'),
  row('budget', '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）', '万元'),
  head('九、政府信息公开会议和培训情况'),
  row('meetings', '（一）召开政府信息公开工作会议或专题会议数', '次'),
  row('trainings', '（二）举办各类培训班数', '次'),
  row('trainees', '（三）接受培训人员数', '人次'),
];

/** The provincial list. Its ids are those of the national list where the two mean the same. */
export const PROVINCIAL_ROWS: readonly ListRow[] = [
  row('disclosed', '主动公开文件数', '条'),
  row('ch_website', '其中：1.政府网站公开数', '条'),
  row('ch_gazette', '2.政府公报公开数', '条'),
  row('req_received', '受理依申请公开信息总数', '条'),
  row('req_inperson', '其中：1.当面申请数', '条'),
  row('req_online', '2.网上申请数', '条'),
  row('req_mail_fax', '3.信函、传真申请数', '条'),
  row('ans_total', '对申请的答复总数', '条'),
  row('ans_granted', '其中：1.同意公开答复数', '条'),
  row('ans_partial', '2.同意部分公开答复数', '条'),
  row('ans_denied', '3.不予公开答复数', '条'),
  row('ans_other', '4.其他类型答复数', '条'),
  row('complaints', '接受行政诉讼、举报数', '件'),
  row('review_total', '行政复议数', '件'),
  row('lit_total', '行政诉讼数', '件'),
];

/** Sums of the two lists: a total and its parts. */
export const NATIONAL_SUMS: Readonly<Record<string, readonly string[]>> = {
  req_received: ['req_inperson', 'req_fax', 'req_online', 'req_mail'],
  req_completed: ['req_ontime', 'req_extended'],
  ans_total: [
    ...['ans_already_public', 'ans_granted', 'ans_partial', 'ans_denied'],
    ...['ans_not_this_organ', 'ans_nonexistent', 'ans_amend', 'ans_other_channel'],
  ],
  ans_denied: ['den_secret', 'den_trade', 'den_privacy', 'den_security', 'den_not_info', 'den_other_law'],
  review_total: ['review_upheld', 'review_corrected', 'review_other'],
  lit_total: ['lit_upheld', 'lit_corrected', 'lit_other'],
  staff: ['staff_fulltime', 'staff_parttime'],
};

/** Sums of the provincial list. */
export const PROVINCIAL_SUMS: Readonly<Record<string, readonly string[]>> = {
  disclosed: ['ch_website', 'ch_gazette'],
  req_received: ['req_inperson', 'req_online', 'req_mail_fax'],
  ans_total: ['ans_granted', 'ans_partial', 'ans_denied', 'ans_other'],
};
