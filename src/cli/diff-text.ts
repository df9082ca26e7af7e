/** Words what changed between two outputs, for the screen: how much of each kind, and the first of each. */
import type { OutputDiff } from '../compare/index.js';
import { withoutControls } from './display-width.js';
import type { Language } from './language.js';

/** More changes of a kind are counted only; `--out` writes all. */
const MOST_LINES = 20;

type Pair = OutputDiff['pairs'][number];
type FactChange = Pair['changes']['facts'][number];
type FindingChange = Pair['changes']['findings'][number];

const WORDS = {
  zh: {
    colon: '：',
    reports: '报告',
    facts: '数字',
    findings: '发现',
    none: '没有变化。',
    more: (count: number) => `  …另有 ${count} 处`,
    written: (path: string) => `全部变化在 ${path}：diff-reports.csv、diff-facts.csv、diff-findings.csv、diff.json`,
    ambiguous: '（同一机关有几份，未对应）',
    kinds: {
      ...{ same: '无变化', changed: '有变化', added: '新增', removed: '减少' },
      ...{ value: '数值', status: '状态', doubts: '疑点', printed: '原文', edition: '版式不同' },
      ...{ appeared: '出现', vanished: '消失' },
    },
  },
  en: {
    colon: ': ',
    reports: 'Reports',
    facts: 'Figures',
    findings: 'Findings',
    none: 'Nothing changed.',
    more: (count: number) => `  … and ${count} more`,
    written: (path: string) =>
      `All changes are in ${path}: diff-reports.csv, diff-facts.csv, diff-findings.csv, diff.json`,
    ambiguous: ' (several of one body, none matched)',
    kinds: {
      ...{ same: 'same', changed: 'changed', added: 'added', removed: 'removed' },
      ...{ value: 'value', status: 'status', doubts: 'doubts', printed: 'print', edition: 'other edition' },
      ...{ appeared: 'appeared', vanished: 'vanished' },
    },
  },
} as const;

type Kind = keyof (typeof WORDS)['zh']['kinds'];

/** Whether anything changed. */
export function hasChanges({ pairs, lone }: OutputDiff): boolean {
  return lone.length > 0 || pairs.some(({ changes: { facts, findings } }) => facts.length + findings.length > 0);
}

/** What is printed; `path` is where all changes were written. */
export function diffToText(diff: OutputDiff, language: Language, path: string | undefined): string {
  const { pairs, lone } = diff;
  const words = WORDS[language];
  const facts = pairs.flatMap((pair) => pair.changes.facts.map((change) => ({ pair, change })));
  const findings = pairs.flatMap((pair) => pair.changes.findings.map((change) => ({ pair, change })));
  const kinds: Kind[] = [
    ...pairs.map(({ changes }): Kind => (changes.facts.length + changes.findings.length > 0 ? 'changed' : 'same')),
    ...lone.map(({ side }): Kind => (side === 'old' ? 'removed' : 'added')),
  ];
  const lines = [
    `${diff.old.name} (gouji ${diff.old.version}) → ${diff.new.name} (gouji ${diff.new.version})`,
    ...(hasChanges(diff) ? [] : [words.none]),
    tally(words.reports, kinds, language),
    ...cut(
      lone.map((each) => loneLine(each, language)),
      language,
    ),
    tally(
      words.facts,
      facts.map(({ change }) => change.kind),
      language,
    ),
    ...cut(
      facts.map(({ pair, change }) => factLine(pair, change)),
      language,
    ),
    tally(
      words.findings,
      findings.map(({ change }) => change.kind),
      language,
    ),
    ...cut(
      findings.map(({ pair, change }) => findingLine(pair, change, language)),
      language,
    ),
    ...(path === undefined ? [] : [words.written(path)]),
  ];
  return `${lines.map(withoutControls).join('\n')}\n`;
}

function tally(heading: string, kinds: readonly Kind[], language: Language): string {
  const words = WORDS[language];
  const counts = new Map<Kind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = Object.keys(words.kinds) as Kind[];
  const parts = order.flatMap((kind) => (counts.has(kind) ? [`${words.kinds[kind]} ${counts.get(kind) ?? 0}`] : []));
  return `${heading}${words.colon}${parts.length === 0 ? '0' : parts.join(language === 'zh' ? '，' : ', ')}`;
}

function cut(lines: readonly string[], language: Language): string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), WORDS[language].more(rest)] : [...lines];
}

function loneLine({ side, report, isAmbiguous, elsewhere }: OutputDiff['lone'][number], language: Language): string {
  const words = WORDS[language];
  const became =
    elsewhere.outcome === '' ? '' : ` [${elsewhere.outcome}${elsewhere.reason === '' ? '' : ` ${elsewhere.reason}`}]`;
  const sign = side === 'old' ? '-' : '+';
  return `  ${sign} ${report.agency} ${report.year} ${report.sourcePath}${became}${isAmbiguous ? words.ambiguous : ''}`;
}

function ownerText({ old, new: report }: Pair): string {
  const years = old.year === report.year ? report.year : `${old.year}→${report.year}`;
  return `${report.agency === '' ? report.sourcePath : report.agency} ${years}`;
}

function factLine(pair: Pair, { kind, old, new: fact, difference }: FactChange): string {
  const { table, row, column } = fact ?? old ?? { table: '', row: '', column: '' };
  const side = (each: typeof old): string => {
    if (each === undefined) return '-';
    const doubts = kind === 'doubts' ? ` ${each.doubts.join(' ')}` : '';
    const edition = kind === 'edition' ? ` ${each.edition}` : '';
    const shown = kind === 'printed' ? `“${each.printed}”` : each.value === '' ? '“”' : each.value;
    return `${shown} ${each.status}${doubts}${edition}`;
  };
  const by = difference === '' || difference === '0' ? '' : ` (${difference.startsWith('-') ? '' : '+'}${difference})`;
  return `  ${ownerText(pair)} ${table}/${row}/${column}: ${side(old)} → ${side(fact)}${by}`;
}

function findingLine(pair: Pair, { kind, old, new: finding }: FindingChange, language: Language): string {
  const shown = finding ?? old;
  const sign = kind === 'appeared' ? '+' : kind === 'vanished' ? '-' : '~';
  const was = kind === 'changed' && old !== undefined ? `${old.severity}/${old.cause} → ` : '';
  const judged = shown === undefined ? '' : `${was}${shown.severity}/${shown.cause} ${shown.rule}`;
  return `  ${sign} ${ownerText(pair)} ${judged}: ${shown?.message[language] ?? ''}`;
}
