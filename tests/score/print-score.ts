/** Writes the score for people: one aligned table, then what went wrong, then the calibration. */
import { displayWidth } from '../../src/cli/display-width.js';
import type { Calibration } from './calibration.js';
import { addDocuments, groupDocuments, isPerfect, type GroupScore } from './group-scores.js';
import type { DocumentScore } from './score-document.js';

/** A scored corpus. */
export interface ScoredCorpus {
  readonly version: string;
  /** How the corpus came about: `seed 1`, or the folder it was read from. */
  readonly origin: string;
  readonly documents: readonly DocumentScore[];
  readonly calibration: Calibration;
  /** Seconds to make the corpus; 0 where it was read. */
  readonly makingSeconds: number;
}

/** What is printed. */
export interface PrintOptions {
  /** A line for every layout, perfect ones too. */
  readonly isEvery: boolean;
  /** Every figure that is not right. */
  readonly showsMistakes: boolean;
  /** How often each reason to doubt was right. */
  readonly showsDoubts: boolean;
}

const HEADER = [
  ...['', 'docs', 'unread', 'figures', 'right', 'right≠0', 'silent', 'marked', 'absent', 'alarms'],
  ...['planted', 'found', 'cause', 'accused', 'faults', 'seen', 'false', 's/doc'],
];

const LEGEND = `right: of all figures; right≠0: of those that are not 0; silent: wrong and not marked (must be 0); marked: wrong but marked;
absent: not given (all of an unread document); alarms: right but marked, where every sum holds; planted: sums that documents
break; found; cause: found and put down to the publisher; accused: errors put down to a publisher that made none (must be 0);
faults: those beside the figures (sections, dates, words, another year's form); seen; false: raised without reason.`;

/** The whole score as text. */
export function printScore(corpus: ScoredCorpus, options: PrintOptions): string {
  const { documents } = corpus;
  const all = addDocuments('all', documents);
  const rows: string[][] = [HEADER];
  const asides = new Map<number, string>();
  for (const { renderer, layouts } of groupDocuments(documents)) {
    rows.push(toRow(renderer.name, renderer));
    const shown = options.isEvery ? layouts : layouts.filter((layout) => !isPerfect(layout));
    for (const layout of shown) rows.push(toRow(`  ${layout.name}`, layout));
    const rest = layouts.length - shown.length;
    if (rest > 0) asides.set(rows.length, `  (${rest} ${shown.length > 0 ? 'other ' : ''}layouts: nothing wrong)`);
  }
  rows.push(toRow('all', all));
  const lines = alignColumns(rows);
  for (const [position, text] of [...asides].reverse()) lines.splice(position, 0, text);
  return [
    `Gouji ${corpus.version}, ${corpus.origin}: ${documents.length} documents, ${all.figures.total} figures`,
    `${(all.elapsedMs / 1000).toFixed(1)} s to read them, ${corpus.makingSeconds.toFixed(1)} s to make them`,
    '',
    ...lines,
    '',
    LEGEND,
    '',
    ...printProse(all, documents, options.showsMistakes),
    ...printTroubles(documents, options.showsMistakes),
    ...printCalibration(corpus.calibration, all.figures.total),
    ...(options.showsDoubts ? printDoubts(documents) : []),
  ].join('\n');
}

/** The figures in sentences, on a line of their own: they are few beside those of tables. */
function printProse({ prose }: GroupScore, documents: readonly DocumentScore[], showsMistakes: boolean): string[] {
  if (prose.total === 0) return [];
  const line =
    `prose: ${prose.total} figures stated, ${percent(prose.right, prose.total)} % right, ${prose.silentWrong} silently wrong, ` +
    `${prose.marked} marked, ${prose.absent} absent, ${prose.alarms} alarms; ` +
    `${prose.planted} contradictions planted, ${prose.found} found, ${prose.falseFindings} findings undeserved`;
  const troubles = documents.flatMap(({ name, proseTroubles }) =>
    proseTroubles.filter((text) => showsMistakes || !text.startsWith('absent')).map((text) => `  ${name}: ${text}`),
  );
  return [line, ...troubles, ''];
}

function toRow(name: string, group: GroupScore): string[] {
  const { figures, findings } = group;
  return [
    name,
    String(group.documents),
    String(group.unread + group.crashed),
    String(figures.total),
    percent(figures.right, figures.total),
    percent(figures.nonZeroRight, figures.nonZero),
    String(figures.silentWrong),
    String(figures.flaggedWrong),
    String(figures.absent),
    String(figures.falseAlarms),
    String(findings.planted),
    String(findings.found),
    String(findings.foundAsPublisher),
    String(findings.falseAccusations),
    String(findings.remarks),
    String(findings.remarksFound),
    String(findings.remarksFalse),
    (group.elapsedMs / 1000 / Math.max(1, group.documents)).toFixed(2),
  ];
}

/** So many lines of one document are printed; a table misread as a whole has hundreds. */
const MOST_LINES = 12;

/** Rounded down, so that 100.00 % means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : (Math.floor((part / whole) * 10_000) / 100).toFixed(2);
}

/** Lines with their columns aligned: the first to the left, all others to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (found, row) => row.map((cell, k) => Math.max(found[k] ?? 0, displayWidth(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, k) => {
        const room = ' '.repeat(Math.max(0, (widths[k] ?? 0) - displayWidth(cell)));
        return k === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function printTroubles(documents: readonly DocumentScore[], showsMistakes: boolean): readonly string[] {
  const lines = documents.flatMap((document) => {
    const own = [
      ...(document.outcome === 'read' ? [] : [`${document.outcome}: ${document.reason}`]),
      ...document.wrongSubject,
      ...document.falselyAccused.map((name) => `falsely accused: ${name}`),
      ...document.falseRemarks.map((rule) => `raised without reason: ${rule}`),
      ...document.missed.map((name) => `planted and not found: ${name}`),
      ...document.mistakes
        .filter(({ kind }) => showsMistakes || (kind !== 'marked' && kind !== 'absent'))
        .map(({ kind, place, want, got }) => `${kind}: ${place}: want ${want}, got ${got}`),
    ];
    const left = own.length > MOST_LINES ? [`and ${own.length - MOST_LINES} more`] : [];
    return [...own.slice(0, MOST_LINES), ...left].map((line) => `  ${document.name}: ${line}`);
  });
  return lines.length === 0 ? [] : ['What went wrong:', ...lines, ''];
}

function printCalibration({ count, brier, bins }: Calibration, total: number): readonly string[] {
  if (brier === undefined) return [`Calibration: no confidence is given yet (0 of ${total} figures carry one).`];
  const rows = bins.map((bin) => [
    `${bin.from}–${bin.to}`,
    String(bin.count),
    bin.meanConfidence.toFixed(3),
    bin.shareRight.toFixed(3),
  ]);
  return [
    `Calibration: ${count} of ${total} figures carry a confidence, Brier score ${brier.toFixed(4)}`,
    ...alignColumns([['confidence', 'figures', 'mean', 'right'], ...rows]),
  ];
}

/** For each reason to doubt, how many figures were marked for it and how many of them are right; most first. */
function printDoubts(documents: readonly DocumentScore[]): readonly string[] {
  const counts = new Map<string, { figures: number; right: number }>();
  for (const { doubt, isRight } of documents.flatMap(({ doubted }) => doubted)) {
    const { figures, right } = counts.get(doubt) ?? { figures: 0, right: 0 };
    counts.set(doubt, { figures: figures + 1, right: right + (isRight ? 1 : 0) });
  }
  const rows = [...counts]
    .sort(([a, one], [b, other]) => other.figures - one.figures || (a < b ? -1 : 1))
    .map(([doubt, { figures, right }]) => [doubt, String(figures), String(right), percent(right, figures)]);
  return ['', ...alignColumns([['marked for', 'figures', 'right', '%'], ...rows])];
}
