/** How sure the tool is of a finding, and why: what the readers saw, how the cells were told apart, what is doubted. */
import type { BilingualText } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { figureRemark } from './figure-remark.js';
import type { FormNames } from './form-names.js';
import type { FactJson, ShownFinding } from './shown-findings.js';

const CAUSES: Readonly<Record<'publisher' | 'extraction' | 'unknown', BilingualText>> = {
  publisher: {
    zh: '判为公布方所致：数字照印，读取无疑。',
    en: 'The publisher’s: the figures are as printed, and nothing in the reading is in doubt.',
  },
  extraction: { zh: '判为提取所致，不是公布方的错。', en: 'The extraction’s, not the publisher’s.' },
  unknown: {
    zh: '责任未定：下列各点不足以排除读取有误，请对照原件。',
    en: 'Undecided: what follows does not rule out that the reading is wrong. Hold it against the original.',
  },
};

const GEOMETRIES: Readonly<Record<string, BilingualText>> = {
  ruled: {
    zh: '表格有框线，每个数字在哪一格是确定的。',
    en: 'Rules are drawn: which cell a figure stands in is certain.',
  },
  marked: { zh: '单元格由源文件标明，是确定的。', en: 'The source states its cells: they are certain.' },
  aligned: {
    zh: '表格没有框线，列按数字的位置推断；只有每列各印一个数字的行，才可能指认责任。',
    en: 'No rules are drawn; columns are told by the places of figures, so somebody is accused only where each column of a row prints one number.',
  },
  delimited: {
    zh: '源文件是文本，列按分隔符推断，因此不指认责任。',
    en: 'The source is a text whose columns are told by separators, so nobody is accused.',
  },
  spaced: {
    zh: '源文件是文本，行内只知次序，因此不指认责任。',
    en: 'The source is a text of which only the order within rows is known, so nobody is accused.',
  },
};

const READERS: Readonly<Record<ReportJson['readers'][number]['readers'][number], string>> = {
  pdfium: 'PDFium',
  pdfjs: 'pdf.js',
  scan: 'OCR',
  markup: '网页所标位置',
};

/** So many changes of a reading are named; the others are counted. */
const MOST_CHANGES = 3;

/** What speaks for and against a finding, the conclusion first. */
export function certainty(shown: ShownFinding, json: ReportJson, names: FormNames): BilingualText[] {
  const { finding, marks } = shown;
  const facts = json.facts.filter((fact) => marks.some((mark) => isSame(mark, fact)));
  return [
    CAUSES[finding.cause],
    ...readerLines(
      marks.flatMap(({ place }) => (place === null ? [] : place.page)),
      json,
    ),
    ...geometryLines(finding.table, json),
    ...factLines(facts, names),
    ...verdictLines(finding.table, facts, json, names),
  ];
}

function isSame(a: { table: string; row: string; column: string }, b: FactJson): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}

function readerLines(pages: readonly number[], { readers }: ReportJson): BilingualText[] {
  return readers
    .filter(({ page }) => pages.includes(page))
    .map(({ page, readers: names, digits_agree: agrees }) => {
      const who = names.map((name) => READERS[name]);
      if (agrees === null) {
        const one = who.join(', ');
        return { zh: `第 ${page} 页只由 ${one} 读过。`, en: `Page ${page} was read by ${one} alone.` };
      }
      return agrees
        ? {
            zh: `第 ${page} 页：PDFium 与 pdf.js 读到的数字一致。`,
            en: `Page ${page}: both readers saw the same digits.`,
          }
        : { zh: `第 ${page} 页：PDFium 与 pdf.js 读到的数字不同。`, en: `Page ${page}: the two readers differ.` };
    });
}

function geometryLines(table: string, { tables }: ReportJson): BilingualText[] {
  const own = tables.filter(({ cells }) => cells.some(({ fact }) => fact?.table === table));
  return [...new Set(own.map(({ geometry }) => geometry))].flatMap((geometry) => GEOMETRIES[geometry] ?? []);
}

/** Which of the figures are doubted or not printed, and why. */
function factLines(facts: readonly FactJson[], names: FormNames): BilingualText[] {
  return facts.flatMap((fact): BilingualText[] => {
    const remark = figureRemark(fact);
    if (remark === undefined) return [];
    const [row, column] = [names.row(fact.table, fact.row), names.column(fact.table, fact.column)];
    return [{ zh: `${row.zh} × ${column.zh}：${remark.zh}`, en: `${row.en} × ${column.en}: ${remark.en}` }];
  });
}

/** What the decoder makes of the table. */
function verdictLines(
  table: string,
  facts: readonly FactJson[],
  { verdicts }: ReportJson,
  names: FormNames,
): BilingualText[] {
  const blocks = new Set(facts.map(({ block }) => block));
  const verdict = verdicts.find((each) => each.table === table && blocks.has(each.block));
  if (verdict === undefined) return [];
  const lines: BilingualText[] = [];
  if (verdict.kind === 'ambiguous') {
    const count = verdict.explanations.length;
    lines.push({
      zh: `有 ${count} 种读法都能使勾稽关系成立，未作改动。`,
      en: `${count} readings would let the sums hold; none was taken.`,
    });
    lines.push(...supportLines(table, verdict.explanations, names));
  }
  lines.push(...mendLines(table, verdict.mends, names));
  return lines;
}

type Explanation = ReportJson['verdicts'][number]['explanations'][number];

/** What outside the table speaks for one reading and against all others: its changes, and the evidence. */
function supportLines(table: string, explanations: readonly Explanation[], names: FormNames): BilingualText[] {
  return explanations.flatMap(({ changes, support = [] }): BilingualText[] => {
    if (support.length === 0) return [];
    const shown = changes.slice(0, MOST_CHANGES).map((change) => changeText(table, change, names));
    const more = changes.length - shown.length;
    return [
      {
        zh: `表外的证据只与其中一种读法相符（${shown.map(({ zh }) => zh).join('，')}${more > 0 ? `，另 ${more} 处` : ''}），只作参考，数字仍为存疑：`,
        en: `Evidence from outside the table fits one reading alone (${shown.map(({ en }) => en).join(', ')}${more > 0 ? `, and ${more} more` : ''}). It changes nothing; the figures stay suspect:`,
      },
      ...support.map(({ kind, rule, value, source }) =>
        kind === 'prose'
          ? {
              zh: `报告写道“${source}”，即 ${value}（${rule}）。`,
              en: `the report says “${source}”, that is ${value} (${rule}).`,
            }
          : {
              zh: `另一年度的报告 ${source} 给出 ${value}（${rule}）。`,
              en: `the report of another year, ${source}, gives ${value} (${rule}).`,
            },
      ),
    ];
  });
}

function changeText(
  table: string,
  { row, column, from, to }: Explanation['changes'][number],
  names: FormNames,
): BilingualText {
  const [rowName, columnName] = [names.row(table, row), names.column(table, column)];
  return {
    zh: `${rowName.zh} × ${columnName.zh} 由 ${from || '空'} 改为 ${to || '空'}`,
    en: `${rowName.en} × ${columnName.en} from ${from || 'none'} to ${to || 'none'}`,
  };
}

/** The smallest changes that would mend a table, all of one size: naming one alone would point at a cell by chance. */
function mendLines(table: string, mends: ReportJson['verdicts'][number]['mends'], names: FormNames): BilingualText[] {
  const sizes = mends.map(({ changes }) => changes.length).filter((size) => size > 0);
  const smallest = sizes.length === 0 ? 0 : Math.min(...sizes);
  const best = mends.filter(({ changes }) => changes.length === smallest);
  if (smallest === 0 || smallest > 3 || best.length > 4) return [];
  const texts = best.map(({ changes }) => changes.map((change) => changeText(table, change, names)));
  const join = (language: keyof BilingualText, and: string, or: string): string =>
    texts.map((changes) => changes.map((change) => change[language]).join(and)).join(or);
  return [
    {
      zh: `改动最少的解释（未采用）：${join('zh', '，', '；或 ')}。`,
      en: `The smallest change that would mend it (not made): ${join('en', ', ', '; or ')}.`,
    },
  ];
}
