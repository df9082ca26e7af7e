// How reports word their figures. `{row}` prints the quantity of that row of the truth, `{n}` any number that states none of
// them, `{self}` the body as it calls itself, `{year}`, `{last}` and `{next}` the years. All wordings are the corpus's own.

/** What a wording speaks of: one of each is drawn for a report. */
export type WordingGroup = 'requests' | 'results' | 'applicants' | 'cases' | 'documents' | 'fee' | 'trap' | 'last-trap';

/** A wording. */
export interface Wording {
  readonly group: WordingGroup;
  readonly text: string;
  /** Rows of which it states that there was none, in words. */
  readonly none?: readonly string[];
  /** Scope of its figures where it is not told by `{self}`; such figures are drawn and equal no table's. */
  readonly scope?: 'online' | 'office_for_government' | 'filed_for_record';
}

const of =
  (group: WordingGroup) =>
  (text: string, more: Omit<Wording, 'group' | 'text'> = {}): Wording => ({ group, text, ...more });

const requests = of('requests');
const results = of('results');
const applicants = of('applicants');
const cases = of('cases');
const documents = of('documents');
const fee = of('fee');
const trap = of('trap');
// What is said of another period holds for the sentences behind it too: nothing may follow in the paragraph.
const lastTrap = of('last-trap');

/** The wordings that the patterns were written with. */
export const WORDINGS: readonly Wording[] = [
  requests(
    '{year}年，{self}共收到政府信息公开申请{requests_received}件，按期办结{requests_answered}件，结转下年度继续办理{carried_out}件。',
  ),
  requests('{self}新收政府信息公开申请{requests_received}件，上年结转{carried_in}件，全年答复{requests_answered}件。'),
  requests('全年共受理依申请公开{requests_received}件，均按时答复。'),
  requests(
    '{year}年度受理信息公开申请{requests_received}件，已办结{requests_answered}件，另有{carried_out}件顺延至下年度答复。',
  ),
  requests('本年度共收办政府信息公开申请{requests_in_hand}件，其中上年结转{carried_in}件。'),
  requests('{self}收到{requests_received}件政府信息公开申请，办理完毕{requests_answered}件。'),
  requests('政府信息公开申请共收到{requests_received}件，转下年度办理{carried_out}件。'),
  requests('依申请公开方面，新收{requests_received}件，上年度结转{carried_in}件，答复{requests_answered}件。'),
  requests('共接收公民、法人或其他组织提出的政府信息公开申请{requests_received}件。'),
  requests('{self}未收到政府信息公开申请。', { none: ['requests_received'] }),
  requests('{year}年未收到公民、法人和其他组织的依申请公开事项。', { none: ['requests_received'] }),
  requests('没有受理信息公开申请。', { none: ['requests_received'] }),
  requests('线上收到依申请公开件{requests_received}件，均在法定期限内答复。', { scope: 'online' }),
  requests('{place}政府办公室代表政府受理政府信息公开申请{requests_received}件，均已在法定期限内答复。', {
    scope: 'office_for_government',
  }),
  requests('全年答复政府信息公开申请{requests_answered}件（含上年度结转申请{carried_in}件）。'),
  results(
    '申请办理结果：共答复申请{requests_answered}件，其中予以公开{granted}件、部分公开{partial}件、不予公开{denied}件、无法提供{unable}件、不予处理{not_processed}件、作其他处理{other_handling}件。',
  ),
  results('从申请办理结果看，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件。'),
  results('政府信息公开申请办理中，予以公开的{granted}件，不予公开的{denied}件，其他处理的{other_handling}件。'),
  results('申请答复中，{granted}件予以公开，{partial}件部分公开。'),
  applicants('从申请主体看，自然人申请{natural_persons}件，法人或其他组织申请{organisations}件。'),
  applicants('申请人中自然人{natural_persons}件，法人和其他组织{organisations}件。'),
  applicants('自然人提出申请{natural_persons}件，占比较大。'),
  cases('因政府信息公开引发行政复议{review_total}件、行政诉讼{litigation_total}件。'),
  cases(
    '因政府信息公开被申请行政复议{review_total}件，其中维持{review_upheld}件，纠正{review_corrected}件；被提起行政诉讼{litigation_total}件，其中维持{litigation_upheld}件。',
  ),
  cases(
    '政府信息公开行政复议案件{review_total}起，结果维持{review_upheld}起，结果纠正{review_corrected}起，其他结果{review_other}起，尚未审结{review_pending}起。',
  ),
  cases(
    '涉及政府信息公开的行政诉讼案件{litigation_total}件，其中结果维持{litigation_upheld}件、结果纠正{litigation_corrected}件、其他结果{litigation_other}件、尚未审结{litigation_pending}件。',
  ),
  cases('未发生因政府信息公开引起的行政复议、行政诉讼。', { none: ['review_total', 'litigation_total'] }),
  cases('没有因信息公开工作被申请行政复议或提起行政诉讼的情况。', { none: ['review_total', 'litigation_total'] }),
  cases('政府信息公开行政复议和行政诉讼均为0件。', { none: ['review_total', 'litigation_total'] }),
  cases('无因政府信息公开提起的行政复议案件。', { none: ['review_total'] }),
  documents('制发行政规范性文件{normative_made}件，废止{normative_repealed}件，现行有效{normative_valid}件。'),
  documents('全年制定行政规范性文件{normative_made}件。'),
  documents('出台{normative_made}件行政规范性文件，现行有效的规范性文件{normative_valid}件。'),
  documents('规范性文件方面，本年度制发{normative_made}件，废止{normative_repealed}件。'),
  documents('印发《{place}公共数据管理办法》等规范性文件{normative_made}件。'),
  documents('{year}年未制定行政规范性文件。', { none: ['normative_made'] }),
  documents('{self}没有制发规范性文件，现行有效规范性文件{normative_valid}件。', { none: ['normative_made'] }),
  fee('{year}年共收取政府信息公开信息处理费{processing_fee}元。'),
  fee('全年收取信息处理费{processing_fee}元。'),
  fee('信息处理费收取情况：{year}年收取信息处理费{processing_fee}元，已上缴国库。'),
  fee('{year}年未收取政府信息公开信息处理费。', { none: ['processing_fee'] }),
  fee('本年度没有收取信息处理费。', { none: ['processing_fee'] }),
  fee('依申请公开未收取任何费用。', { none: ['processing_fee'] }),
  lastTrap('{last}年，共收到政府信息公开申请{n}件，答复{n}件。'),
  lastTrap('上半年收到政府信息公开申请{n}件。'),
  lastTrap('{year}年上半年，{self}共受理政府信息公开申请{n}件，办结{n}件。'),
  trap('申请量较上年增加{n}件，同比增长33.9%。'),
  trap('收到网民咨询留言{n}条，办结{n}条，公开答复{n}条。'),
  trap('备案行政复议案件{review_total}件、行政诉讼案件{litigation_total}件。', { scope: 'filed_for_record' }),
  trap('办理公文{n}件，其中主动公开{n}件、依申请公开{n}件、不予公开{n}件。'),
  trap('政府信息公开申请近{n}件，接待查阅{n}余人次。'),
  trap('受理行政许可申请{n}件，办结{n}件。'),
  lastTrap('{next}年，计划制定规范性文件{n}件。'),
  trap('未发生因政府信息公开引起的行政复议被纠错、行政诉讼败诉情况。'),
  trap('答复率100%，其中自然人申请占{n}%。'),
  trap('回应公众关切{n}次，发布解读材料{n}件。'),
  trap('办理人大建议{n}件、政协提案{n}件，按期答复{n}件。'),
];
