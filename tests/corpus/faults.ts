// Faults a publisher makes beside the figures: in the sections, the dates, the period, the words. Each names the rules that
// must be raised; every other error or warning of these rules is a false one.
import { cellKey, withFigures, type Figures } from './figures.js';
import type { Block } from './document.js';
import type { Random } from './random.js';

/** What a fault is planted into. */
export interface Faultless {
  readonly blocks: readonly Block[];
  readonly agency: string;
  readonly year: number;
}

/** Blocks with a fault in them. */
export interface Faulty {
  readonly blocks: readonly Block[];
  readonly rules: readonly string[];
}

type Fault = (document: Faultless, random: Random) => Faulty | undefined;

/** Bodies with a deadline of their own, told by name: towns have none, and 市人民政府 may be of two levels. */
const HAS_DEADLINE = /局$|[县区]人民政府$/;
/** Bodies below the level that makes regulations. */
const MAKES_NO_REGULATIONS = /县.*局$|[县区]人民政府$|[镇乡]人民政府$|街道办事处$/;

/** Changes the text of every paragraph and signature. */
function mapTexts(blocks: readonly Block[], change: (text: string) => string): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, text: change(block.text) };
    if (block.kind === 'columns') return { ...block, texts: block.texts.map(change) };
    if (block.kind === 'signature') return { ...block, lines: block.lines.map(change) };
    return block.kind === 'frame' ? { ...block, blocks: mapTexts(block.blocks, change) } : block;
  });
}

function replaced(document: Faultless, from: RegExp, to: string, rule: string): Faulty | undefined {
  const blocks = mapTexts(document.blocks, (text) => text.replace(from, to));
  return JSON.stringify(blocks) === JSON.stringify(document.blocks) ? undefined : { blocks, rules: [rule] };
}

/** Where a section's heading stands and what its text goes to. */
function sectionAt(blocks: readonly Block[], start: string): { from: number; to: number } | undefined {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(start));
  if (from < 0) return undefined;
  const after = blocks.findIndex(
    (block, k) => k > from && (block.kind === 'heading' || block.kind === 'signature' || block.kind === 'plain-table'),
  );
  return { from, to: after < 0 ? blocks.length : after };
}

function hasTitleYear({ blocks, year }: Faultless): boolean {
  return blocks.some((block) => block.kind === 'title' && block.lines.some((line) => line.includes(String(year))));
}

const faults = {
  /** Section five or six is not there at all, heading and all. */
  'missing-section': ({ blocks }, random) => {
    const start = random.pick(['五、', '六、']);
    const place = sectionAt(blocks, start);
    if (place === undefined) return undefined;
    const without = blocks
      .filter((_, k) => k < place.from || k >= place.to)
      .map((block): Block =>
        block.kind === 'contents'
          ? { ...block, entries: block.entries.filter((entry) => !entry.startsWith(start)) }
          : block,
      );
    return { blocks: without, rules: ['form.missing_section'] };
  },
  /** Section five is a heading and nothing else. */
  'empty-section': ({ blocks }) => {
    const place = sectionAt(blocks, '五、');
    if (place === undefined) return undefined;
    return { blocks: blocks.filter((_, k) => k <= place.from || k >= place.to), rules: ['form.empty_section'] };
  },
  /** The period was taken over from the year before. */
  'wrong-period': (document) => {
    const { year } = document;
    const period = new RegExp(`自${year}年1月1日起至${year}年12月31日`);
    if (!hasTitleYear(document)) return undefined;
    return replaced(document, period, `自${year - 1}年1月1日起至${year - 1}年12月31日`, 'meta.year_conflict');
  },
  /** The period ends in November. */
  'partial-period': (document) => {
    const { year } = document;
    const period = new RegExp(`至${year}年12月31日`);
    return replaced(document, period, `至${year}年11月30日`, 'meta.partial_period');
  },
  /** A note of the form's authors was left above a table. */
  residue: ({ blocks }, random) => {
    const note = random.pick(['该部分以表格形式报告。表格如下：', '编写说明：要注意数据间的逻辑关系。']);
    const k = blocks.findIndex((block) => block.kind === 'form');
    if (k < 0) return undefined;
    const paragraph: Block = { kind: 'paragraph', text: note };
    return { blocks: [...blocks.slice(0, k), paragraph, ...blocks.slice(k)], rules: ['text.template_residue'] };
  },
  /** Signed in June. */
  'published-late': (document) => {
    if (!HAS_DEADLINE.test(document.agency)) return undefined;
    const date = new RegExp(`^${document.year + 1}年1月\\d+日$`);
    return replaced(document, date, `${document.year + 1}年6月12日`, 'meta.published_late');
  },
  /** Signed in the January of the year reported on, as people write the old year in January. */
  'published-early': (document) => {
    const date = new RegExp(`^${document.year + 1}年1月(\\d+)日$`);
    return replaced(document, date, `${document.year}年1月$1日`, 'meta.published_early');
  },
} satisfies Record<string, Fault>;

/** The kinds of faults. */
export type FaultKind = keyof typeof faults;
/** All kinds, in a fixed order. */
export const FAULT_KINDS = Object.keys(faults) as readonly FaultKind[];

/** Plants a fault; undefined where the document offers no place for it. */
export function plantFault(kind: FaultKind, document: Faultless, random: Random): Faulty | undefined {
  const fault: Fault = faults[kind];
  return fault(document, random);
}

/** Regulations in a report of a body that can make none; undefined where it may. */
export function plantRegulations(figures: Figures, agency: string): Figures | undefined {
  if (!MAKES_NO_REGULATIONS.test(agency)) return undefined;
  const column = figures.editions.disclosure === '2021' ? 'valid' : 'public_total';
  return withFigures(figures, { [cellKey('disclosure', 'regulations', column)]: 6 });
}
