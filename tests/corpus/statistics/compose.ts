// Reports from before the form of 2019, as blocks: narrative with a statistics table (edition 2014), and narrative alone.
// All prose is written for this corpus.
import { readFileSync } from 'node:fs';
import { drawAgency, type Agency } from '../agencies.js';
import type { Block } from '../document.js';
import type { Scale } from '../figures.js';
import type { AnyTruth, Composed } from '../made-files.js';
import { createRandom, type Random } from '../random.js';
import { NATIONAL_ROWS, NATIONAL_SUMS, PROVINCIAL_ROWS, PROVINCIAL_SUMS, type ListRow } from './forms.js';

/** The figures of a row by column id. */
export type StatisticsFigures = Readonly<Record<string, { readonly count: number; readonly cumulative?: number }>>;

/** The truth of a report of edition 2014, or of one without any table (2008). */
export interface StatisticsTruth extends AnyTruth {
  readonly format: '2014' | '2008';
  /** The table as printed. */
  readonly statistics: readonly { label: string; unit: string; year: number; cumulative?: number }[];
  readonly statistics_by_id: StatisticsFigures;
  readonly identities_that_fail_as_printed: readonly string[];
  readonly expected_findings: readonly { rule: string; table: 'statistics'; row: string; column: string }[];
  readonly expected_structure: readonly string[];
}

/** Which report to write. */
export type StatisticsForm = 'national' | 'provincial' | 'prose';

/** Figures of a real report. */
export interface GivenStatistics {
  readonly agency: string;
  readonly year: number;
  readonly statistics: readonly { label: string; unit: string; year: number; cumulative?: number }[];
}

/** Reads the figures of a hand-checked truth file of edition 2014. */
export function readStatistics(file: string): GivenStatistics {
  return JSON.parse(readFileSync(file, 'utf8')) as GivenStatistics;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const REQUESTS: Readonly<Record<Scale, number>> = { idle: 0, bureau: 9, county: 140, city: 3000, province: 20000 };

function drawNational(random: Random, scale: Scale): StatisticsFigures {
  const requests = random.int(0, REQUESTS[scale]);
  const size = { idle: 20, bureau: 900, county: 20000, city: 160000, province: 900000 }[scale];
  const values: Record<string, number> = {};
  for (const { id } of NATIONAL_ROWS)
    if (id !== undefined) values[id] = random.int(0, Math.max(2, Math.round(size / 90)));
  values['disclosed'] = random.int(size / 4, size);
  values['ch_website'] = Math.round((values['disclosed'] ?? 0) * 0.9);
  // Parts first, then the totals, so that every sum holds.
  const spread = (total: number, parts: readonly string[]): void => {
    for (const part of parts) values[part] = 0;
    for (let left = total; left > 0;) {
      const step = Math.min(left, random.int(1, Math.max(1, Math.ceil(total / 6))));
      const part = random.pick(parts);
      values[part] = (values[part] ?? 0) + step;
      left -= step;
    }
  };
  const sums = NATIONAL_SUMS;
  const answered = Math.max(0, requests - random.int(0, Math.ceil(requests / 20)));
  const totals: Readonly<Record<string, number>> = {
    req_received: requests,
    req_completed: answered,
    ans_total: answered,
    review_total: scale === 'idle' ? 0 : random.int(0, Math.ceil(requests / 30)),
    lit_total: scale === 'idle' ? 0 : random.int(0, Math.ceil(requests / 40)),
    staff: random.int(1, 12),
  };
  for (const [total, value] of Object.entries(totals)) {
    values[total] = value;
    spread(value, sums[total] ?? []);
  }
  spread(values['ans_denied'] ?? 0, sums['ans_denied'] ?? []);
  values['fee_collected'] = random.chance(0.3) ? Number((random.next() * 3).toFixed(2)) : 0;
  values['budget'] = random.pick([0, 2, 5.5, 12.8]);
  for (const place of ['press', 'interview'])
    values[`${place}_head`] = Math.min(values[`${place}_head`] ?? 0, values[`${place}_total`] ?? 0);
  return Object.fromEntries(Object.entries(values).map(([id, count]) => [id, { count }]));
}

function drawProvincial(random: Random, scale: Scale): StatisticsFigures {
  const size = { idle: 30, bureau: 900, county: 9000, city: 60000, province: 300000 }[scale];
  const figures: Record<string, { count: number; cumulative: number }> = {};
  for (const { id } of PROVINCIAL_ROWS) {
    const most =
      id?.startsWith('ch_') === true
        ? size
        : id?.startsWith('req_') === true || id?.startsWith('ans_') === true
          ? REQUESTS[scale] / 4
          : 3;
    const count = random.int(0, Math.floor(most));
    if (id !== undefined) figures[id] = { count, cumulative: count + random.int(0, Math.floor(most * 5)) };
  }
  // No more answers than requests: those of a kind are a part of them.
  const requests = PROVINCIAL_SUMS['req_received'] ?? [];
  (PROVINCIAL_SUMS['ans_total'] ?? []).slice(0, requests.length).forEach((id, k) => {
    const asked = figures[requests[k] ?? ''];
    if (asked !== undefined) figures[id] = { ...asked };
  });
  figures['ans_other'] = { count: 0, cumulative: 0 };
  for (const [total, parts] of Object.entries(PROVINCIAL_SUMS))
    figures[total] = {
      count: sum(parts.map((part) => figures[part]?.count ?? 0)),
      cumulative: sum(parts.map((part) => figures[part]?.cumulative ?? 0)),
    };
  return figures;
}

function fromGiven(given: GivenStatistics): StatisticsFigures {
  return Object.fromEntries(
    PROVINCIAL_ROWS.map(({ id }, k) => {
      const line = given.statistics[k];
      return [
        id ?? '',
        { count: line?.year ?? 0, ...(line?.cumulative === undefined ? {} : { cumulative: line.cumulative }) },
      ];
    }),
  );
}

/** Totals that are not the sum of their parts, by column. */
function brokenSums(
  figures: StatisticsFigures,
  sums: Readonly<Record<string, readonly string[]>>,
): StatisticsTruth['expected_findings'] {
  return Object.entries(sums).flatMap(([row, parts]) =>
    (['count', 'cumulative'] as const).flatMap((column) => {
      const total = figures[row]?.[column];
      if (total === undefined || total === sum(parts.map((part) => figures[part]?.[column] ?? 0))) return [];
      return [{ rule: `2014.${row}`, table: 'statistics' as const, row, column }];
    }),
  );
}

function narrative(agency: Agency, year: number, figures: StatisticsFigures, random: Random): readonly Block[] {
  const at = (id: string): number => figures[id]?.count ?? 0;
  const none = `${year}年，${agency.self}没有受理政府信息公开申请。`;
  const requests =
    at('req_received') === 0
      ? none
      : `${year}年，${agency.self}共收到政府信息公开申请${at('req_received')}件，已答复${at('ans_total')}件，其中同意公开${at('ans_granted')}件。`;
  const cases =
    at('review_total') + at('lit_total') === 0
      ? '本年度未发生针对政府信息公开的行政复议和行政诉讼。'
      : `本年度因政府信息公开发生行政复议${at('review_total')}件、行政诉讼${at('lit_total')}件。`;
  const parts: readonly (readonly [string, string])[] = [
    [
      '一、概述',
      `${year}年，${agency.self}认真执行《中华人民共和国政府信息公开条例》，健全制度，细化责任，全年编发信息简报${random.int(10, 90)}期。`,
    ],
    [
      '二、主动公开政府信息情况',
      `全年主动公开政府信息${at('disclosed')}条，其中网站公开${at('ch_website')}条，较上年增长${random.int(1, 30)}.${random.int(1, 9)}%。`,
    ],
    ['三、依申请公开政府信息和不予公开情况', requests],
    ['四、收费及减免情况', `${agency.self}未向申请人收取检索、复制、邮寄等费用。`],
    ['五、行政复议、行政诉讼情况', cases],
    [
      '六、主要问题和改进措施',
      `一是公开的时效还不够强；二是栏目设置不够便民。${year + 1}年将开展业务培训${random.int(1, 4)}次，逐项整改。`,
    ],
  ];
  return parts.flatMap(([text, prose]): Block[] => [
    { kind: 'heading', text },
    { kind: 'paragraph', text: prose },
  ]);
}

function tableBlock(rows: readonly ListRow[], figures: StatisticsFigures, labels: readonly string[]): Block {
  const isCumulative = Object.values(figures).some((figure) => figure.cumulative !== undefined);
  const heads = isCumulative ? ['指标', '计量单位', '本年度', '历年累计'] : ['统计指标', '单位', '统计数'];
  const body = rows.map(({ id, unit }, k) => {
    const figure = id === undefined ? undefined : figures[id];
    const columns =
      figure === undefined ? [''] : [String(figure.count), ...(isCumulative ? [String(figure.cumulative ?? '')] : [])];
    return [labels[k] ?? '', unit, ...columns];
  });
  return { kind: 'plain-table', rows: [heads, ...body] };
}

/** Writes one report. */
export function composeStatistics(
  seed: number,
  form: StatisticsForm,
  options: { readonly given?: GivenStatistics; readonly plant?: boolean } = {},
): Composed<StatisticsTruth> {
  const random = createRandom(seed, 'statistics');
  const scale = random.pick(['idle', 'bureau', 'bureau', 'county', 'city'] as const);
  const { given } = options;
  const agency =
    given === undefined ? drawAgency(random, scale) : { name: given.agency, place: given.agency, scale, self: '本区' };
  const year = given?.year ?? (form === 'prose' ? random.int(2008, 2013) : random.int(2014, 2018));
  const rows = form === 'national' ? NATIONAL_ROWS : PROVINCIAL_ROWS;
  const sums = form === 'national' ? NATIONAL_SUMS : PROVINCIAL_SUMS;
  const drawn =
    given !== undefined
      ? fromGiven(given)
      : form === 'national'
        ? drawNational(random, scale)
        : drawProvincial(random, scale);
  const received = drawn['req_received'];
  // One more request than came in by all channels.
  const figures =
    options.plant === true && received !== undefined
      ? { ...drawn, req_received: { ...received, count: received.count + 1 } }
      : drawn;
  const enumerator = random.pick(['.', '、', '．']);
  const labels = rows.map(({ label }, k) => given?.statistics[k]?.label ?? label.replace(/(?<=\d)\./, enumerator));
  const broken = form === 'prose' ? [] : brokenSums(figures, sums);
  const blocks: readonly Block[] = [
    { kind: 'title', lines: [`${agency.name}${year}年政府信息公开工作年度报告`] },
    {
      kind: 'paragraph',
      text: `本报告由${agency.name}编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    },
    // Of a real body nothing is said but its figures.
    ...(given === undefined ? narrative(agency, year, figures, random) : []),
    ...(form === 'prose'
      ? []
      : [
          { kind: 'heading' as const, text: `附表：${year}年度政府信息公开情况统计表` },
          tableBlock(rows, figures, labels),
          { kind: 'paragraph' as const, text: '（单位负责人：　　审核人：　　填报人：　　联系电话：0100-5550133）' },
        ]),
    { kind: 'signature', lines: [agency.name, `${year + 1}年3月${random.int(1, 28)}日`] },
  ];
  const printed = form === 'prose' ? {} : figures;
  return {
    name: `statistics-${form}-${seed}`,
    blocks,
    truth: {
      agency: agency.name,
      year,
      format: form === 'prose' ? '2008' : '2014',
      statistics:
        form === 'prose'
          ? []
          : rows.flatMap(({ id, unit }, k) => {
              const figure = id === undefined ? undefined : figures[id];
              if (figure === undefined) return [];
              return [
                {
                  label: labels[k] ?? '',
                  unit,
                  year: figure.count,
                  ...(figure.cumulative === undefined ? {} : { cumulative: figure.cumulative }),
                },
              ];
            }),
      statistics_by_id: printed,
      identities_that_fail_as_printed: broken.map(
        ({ row, column }) => `statistics/${row}/${column}: not the sum of its parts`,
      ),
      expected_findings: broken,
      expected_structure: [],
      layout: form,
      renderer: '',
      seed,
      notes: options.plant === true ? 'planted: statistics-total' : '',
    },
  };
}
