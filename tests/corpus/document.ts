// A report as a run of blocks, before any renderer: title, prose, tables, and the things around them that look like
// tables and are none. All prose is written for this corpus.
import type { Agency } from './agencies.js';
import type { FormTable } from './form.js';
import type { Sheet } from './numerals.js';
import type { StatedProse } from './prose/state-figures.js';
import type { Random } from './random.js';

/** One piece of a document, in reading order. */
export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly boxed?: boolean }
  | { readonly kind: 'columns'; readonly texts: readonly string[] }
  | { readonly kind: 'contents'; readonly entries: readonly string[] }
  | { readonly kind: 'form'; readonly table: FormTable }
  | { readonly kind: 'beside'; readonly tables: readonly FormTable[] }
  | { readonly kind: 'plain-table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'space'; readonly heightPt: number }
  | { readonly kind: 'rule' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'chart'; readonly bars: readonly { readonly label: string; readonly count: number }[] }
  | { readonly kind: 'frame'; readonly blocks: readonly Block[] };

/** How the document around the tables is made up. */
export interface DocumentStyle {
  readonly title?:
    'plain' | 'two-lines' | 'work' | 'annual' | 'about' | 'year-first' | 'spaced-year' | 'chinese-year' | 'none';
  readonly cover?: boolean;
  readonly contents?: boolean;
  /** A picture and a red line at the head of the first page. */
  readonly letterhead?: boolean;
  readonly picture?: boolean;
  /** Numeric sentences right above table three, and between the tables. */
  readonly narrative?: boolean;
  /** Tables two, three and four follow each other with nothing between. */
  readonly adjacent?: boolean;
  /** Section heads as （二） inside a running text rather than 二、. */
  readonly headings?: 'official' | 'variant' | 'none';
  /** Tables that are not of the form. */
  readonly decoys?: boolean;
  readonly boxedProse?: boolean;
  readonly twoColumns?: boolean;
  /** Paragraphs in section one and again in five and six; 1 is a short report. */
  readonly length?: number;
  /** Empty height above each table, to move the page break. */
  readonly spaceAbovePt?: number;
  /** Every form table on a page of its own. */
  readonly breakBefore?: boolean;
  /** 单位：件 above tables three and four. */
  readonly unitLine?: boolean;
  /** What stands between two tables of one kind: nothing, or a line 续表. */
  readonly continued?: boolean;
  /** The tables of table two stand side by side, two and two. */
  readonly besides?: boolean;
  /** Notes below table three, numbered. */
  readonly tableNotes?: boolean;
  /** The sentence that stands where table four would be. */
  readonly noReviews?: boolean;
  /** A bar chart with a grid and numbers between the tables. */
  readonly chart?: boolean;
  /** A table of the year's work with the form's words in it, before table two. */
  readonly lookAlike?: boolean;
  /** The tables stand behind the signature, each as an annex of its own; the sections only name them. */
  readonly annexed?: boolean;
  /** Everything sits in one bordered cell, as on some web sites. */
  readonly framed?: boolean;
}

/** What a document is about. */
export interface Subject {
  readonly agency: Agency;
  readonly year: number;
  readonly sheet: Sheet;
  /** The body exists: nothing may be said of it but its figures. */
  readonly isReal?: boolean;
  /** Sentences that state the report's figures. */
  readonly prose?: StatedProse;
}

function titleLines(subject: Subject, style: DocumentStyle): readonly string[] {
  const { agency, year } = subject;
  switch (style.title ?? 'plain') {
    case 'plain':
      return [`${agency.name}${year}年政府信息公开工作年度报告`];
    case 'two-lines':
      return [agency.name, `${year}年政府信息公开工作年度报告`];
    case 'work':
      return [`${agency.name}${year}年政府信息公开年度报告`];
    case 'annual':
      return [agency.name, `${year}年度政府信息公开工作年度报告`];
    case 'about':
      return [`${agency.name}关于${year}年度政府信息公开情况的报告`];
    case 'year-first':
      return [`${year}年${agency.name}`, '政府信息公开工作年度报告'];
    case 'spaced-year':
      return [`${agency.name} ${year} 年`, '政府信息公开工作年度报告'];
    case 'chinese-year':
      return [
        agency.name,
        `${Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '').join('')}年度`,
        '政府信息公开工作年度报告',
      ];
    case 'none':
      return [];
  }
}

const HEADINGS = {
  official: [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ],
  variant: [
    '一、总体情况',
    '二、行政机关主动公开政府信息情况',
    '三、行政机关收到和处理政府信息公开申请情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '五、政府信息公开工作存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ],
} as const;

function general(subject: Subject, random: Random): string[] {
  const { agency, year } = subject;
  if (subject.isReal === true) return [];
  const n = (most: number): number => random.int(1, most);
  const notices = n(300);
  const briefs = n(200);
  return [
    `（一）主动公开。${year}年，${agency.self}围绕年度重点工作，通过门户网站公开各类信息${notices + briefs}条，其中通知公告${notices}条、工作动态${briefs}条，较上年增长${n(30)}.${n(9)}%；政务新媒体推送信息${n(900)}条，关注人数${n(20000)}人。`,
    `（二）依申请公开。进一步畅通受理渠道，规范登记、审核、办理、答复、归档各环节，按时办结率100%，未发生超期答复。${subject.prose?.requests ?? ''}`,
    `（三）政府信息管理。对${year - 3}年至${year}年印发的文件逐件核对公开属性，清理失效文件${n(9)}件，修订公开指南${n(3)}次，更新目录${n(12)}项。${subject.prose?.management ?? ''}`,
    `（四）平台建设。完成网站适老化改造，栏目由${n(20) + 20}个整合为${n(15) + 5}个，在办事大厅设置查阅点${n(6)}处，接待查阅群众${n(400)}人次。`,
    `（五）监督保障。召开专题会议${n(5)}次，举办培训${n(4)}期，培训${n(200)}人次；将公开工作纳入年度考核，权重为${n(5)}%，未发生责任追究情形。`,
  ];
}

const FILLERS = [
  '坚持把群众关切作为公开重点，对惠民政策、公共资源配置、重大项目进展等信息做到应公开尽公开，努力让群众看得懂、找得到、用得上。',
  '严格落实先审查后公开的要求，逐级把关，明确专人负责内容核校，避免表述不准、数据不一致等问题。',
  '加强政策解读，采用图解、问答、短视频等形式，对涉及面广的文件同步组织、同步审签、同步发布。',
  '健全沟通机制，对申请人诉求先电话沟通再书面答复，降低争议发生概率，提升办理质量。',
];

function closing(subject: Subject, random: Random): { problems: string[]; others: string[] } {
  const { year } = subject;
  if (subject.isReal === true) return { problems: ['（样例文本，略。）'], others: ['（样例文本，略。）'] };
  const fee = random.int(0, 60) * 10;
  const feeStated =
    fee > 0
      ? `${year}年共收取政府信息公开信息处理费${fee}元。`
      : `${year}年未收取政府信息公开信息处理费。本年度无其他需要报告的事项。`;
  return {
    problems: [
      `${year}年，公开工作取得一定成效，但仍存在解读形式较为单一、基层人员业务不够熟练等问题。`,
      `下一步，一是加强业务学习，全年计划培训${random.int(2, 6)}次；二是丰富解读方式，图文解读比例达到${random.int(50, 90)}%以上；三是完善督查机制，每季度通报1次。`,
    ],
    others: [
      subject.prose === undefined || subject.prose.fee === '' ? feeStated : subject.prose.fee,
      `本年度办理人大代表建议${random.int(0, 14)}件、政协提案${random.int(0, 19)}件，均已按期办复并公开。`,
    ],
  };
}

function statementOfRequests(subject: Subject): string {
  const rows = subject.sheet.figures.applications;
  const at = (row: string, k: number): number => rows[row]?.[k] ?? 0;
  return `${subject.year}年，${subject.agency.self}共新收政府信息公开申请${at('new_received', 6)}件，上年结转${at('carried_in', 6)}件，办结${at('handled_total', 6)}件，其中予以公开${at('granted', 6)}件、部分公开${at('partial', 6)}件，结转下年度继续办理${at('carried_out', 6)}件。具体如下表：`;
}

const CONTACTS: readonly (readonly string[])[] = [
  ['受理机构', '办公时间', '联系电话', '邮政编码'],
  ['公开工作办公室', '8:30—12:00，13:30—17:30', '0100-5550137', '010137'],
  ['行政复议机构', '9:00—12:00', '0100-5550199', '010199'],
];

function channelTable(random: Random): readonly (readonly string[])[] {
  const row = (label: string, unit: string): string[] => [
    label,
    unit,
    String(random.int(0, 900)),
    String(random.int(0, 900)),
  ];
  return [
    ['统计指标', '单位', '本年数', '上年数'],
    row('门户网站公开信息', '条'),
    row('政务新媒体公开信息', '条'),
    row('其他方式公开信息', '条'),
    row('总计', '条'),
  ];
}

/** The words of the form, in a table that is not the form. */
function lookAlikeTable(random: Random): readonly (readonly string[])[] {
  const row = (label: string): string[] => [
    label,
    String(random.int(1, 99)),
    String(random.int(1, 99)),
    String(random.int(1, 99)),
  ];
  return [
    ['信息内容', '一季度', '上半年', '全年'],
    ...['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费', '总计'].map(row),
  ];
}

function chartBars(random: Random): { label: string; count: number }[] {
  return ['予以公开', '部分公开', '不予公开', '无法提供', '其他处理'].map((label) => ({
    label,
    count: random.int(2, 40),
  }));
}

const SECTION = { disclosure: 1, applications: 2, reviews: 3 } as const;

function leadIn(subject: Subject, table: FormTable, style: DocumentStyle): string[] {
  if (style.narrative !== true) return [];
  return table.id === 'applications'
    ? [statementOfRequests(subject)]
    : ['本年度因政府信息公开被申请行政复议、提起行政诉讼情况见下表，数据口径为当年结案数。'];
}

/** Each kind of table under its number, behind everything else. */
function annexes(tables: readonly FormTable[]): readonly Block[] {
  return tables.flatMap((table, k): Block[] => {
    const isFirst = tables[k - 1]?.id !== table.id;
    const number = SECTION[table.id];
    const name = HEADINGS.official[number].replace(/^.、/u, '');
    const caption: Block[] = [
      ...(number === 2 ? [] : [{ kind: 'page-break' } as const]),
      { kind: 'paragraph', text: `附件${number}` },
      { kind: 'heading', text: name },
    ];
    return [...(isFirst ? caption : []), { kind: 'form', table }];
  });
}

/** A table of table two with the one that follows it beside it, where it is the first of the two. */
function pairOf(tables: readonly FormTable[], at: number): readonly Block[] {
  if (at % 2 === 1) return [];
  return [{ kind: 'beside', tables: tables.slice(at, at + 2).filter(({ id }) => id === 'disclosure') }];
}

/** Puts a report together. */
export function composeDocument(
  subject: Subject,
  tables: readonly FormTable[],
  style: DocumentStyle & { readonly appendix?: readonly FormTable[] },
  random: Random,
): readonly Block[] {
  const { agency, year } = subject;
  const headings = style.headings === 'none' ? undefined : HEADINGS[style.headings ?? 'official'];
  const heading = (k: number): Block[] => {
    const text = headings?.[k];
    return text === undefined ? [] : [{ kind: 'heading', text }];
  };
  const paragraphs = (texts: readonly string[]): Block[] =>
    style.twoColumns === true
      ? [{ kind: 'columns', texts }]
      : texts.map((text) => ({ kind: 'paragraph', text, boxed: style.boxedProse === true }));
  const title: Block = { kind: 'title', lines: titleLines(subject, style) };
  const front: Block[] = [];
  if (style.letterhead === true) front.push({ kind: 'picture' }, { kind: 'rule' });
  if (style.cover === true)
    front.push(
      { kind: 'space', heightPt: 160 },
      title,
      { kind: 'space', heightPt: 280 },
      {
        kind: 'signature',
        lines: [agency.name, `${year + 1}年1月`],
      },
      { kind: 'page-break' },
    );
  if (style.contents === true) front.push({ kind: 'contents', entries: HEADINGS.official }, { kind: 'page-break' });
  const contact = `如有疑问，请与${agency.name}联系（地址：${agency.place}${random.int(1, 99)}号，邮编：010${random.int(100, 999)}，电话：0100-555${random.int(1000, 9999)}）。`;
  front.push(
    title,
    ...paragraphs([
      `本报告根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式》编制。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。${subject.isReal === true ? '（样例：表中数字为公开发布的数字，其余文字为示意。）' : contact}`,
    ]),
  );
  const length = style.length ?? 3;
  const filler = (count: number): string[] => Array.from({ length: count }, () => random.pick(FILLERS));
  const body: Block[] = [...heading(0), ...paragraphs([...general(subject, random), ...filler(length)])];
  if (style.picture === true) body.push({ kind: 'picture' });
  if (style.decoys === true) body.push({ kind: 'plain-table', rows: channelTable(random) });
  if (style.lookAlike === true) body.push({ kind: 'plain-table', rows: lookAlikeTable(random) });
  if (style.chart === true) body.push({ kind: 'chart', bars: chartBars(random) });
  tables.forEach((table, k) => {
    const before = tables[k - 1];
    if (before?.id === table.id) {
      if (style.continued === true) body.push({ kind: 'paragraph', text: '续表' });
    } else {
      if (style.breakBefore === true && table.id !== 'applications') body.push({ kind: 'page-break' });
      if (style.adjacent !== true || k === 0) body.push(...heading(SECTION[table.id]));
      if (table.id !== 'disclosure') body.push(...paragraphs(leadIn(subject, table, style)));
      if (table.id === 'applications') body.push({ kind: 'space', heightPt: style.spaceAbovePt ?? 0 });
      if (style.unitLine === true && table.id !== 'disclosure') body.push({ kind: 'signature', lines: ['单位：件'] });
    }
    if (style.besides === true && table.id === 'disclosure') body.push(...pairOf(tables, k));
    else if (style.annexed !== true) body.push({ kind: 'form', table });
    else if (before?.id !== table.id) body.push(...paragraphs([`具体数据见附件${SECTION[table.id]}。`]));
    if (style.tableNotes === true && table.id === 'applications' && tables[k + 1]?.id !== 'applications')
      body.push(...paragraphs(['注：1.本表由各科室汇总；2.重复申请按1件计；3.含上年结转的申请。']));
  });
  if (style.noReviews === true)
    body.push(...heading(3), ...paragraphs([`${year}年，未发生因政府信息公开引起的行政复议、行政诉讼。`]));
  const { problems, others } = closing(subject, random);
  body.push(...heading(4), ...paragraphs([...problems, ...filler(length - 2)]));
  body.push(...heading(5), ...paragraphs(others));
  if (style.decoys === true) body.push({ kind: 'plain-table', rows: CONTACTS });
  for (const table of style.appendix ?? [])
    body.push({ kind: 'heading', text: `附表：${year - 1}年度同期数据` }, { kind: 'form', table });
  const date = `${year + 1}年1月${random.int(8, 29)}日`;
  body.push({ kind: 'signature', lines: subject.isReal === true ? [agency.name] : [agency.name, date] });
  if (style.annexed === true) body.push(...annexes(tables));
  return style.framed === true ? [{ kind: 'frame', blocks: [...front, ...body] }] : [...front, ...body];
}
