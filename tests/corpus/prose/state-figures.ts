// States figures in sentences, and remembers what was stated.
import type { Agency } from '../agencies.js';
import type { Random } from '../random.js';
import { HELD_BACK } from './held-back-wordings.js';
import { readingsOf, type Quantities } from './quantities.js';
import { WORDINGS, type Wording, type WordingGroup } from './wordings.js';

/** What the prose of a document states: `row/column` to value. */
export type StatedFigures = Readonly<Record<string, number>>;

/** A contradiction between prose and tables that must be reported. */
export interface ProseFinding {
  readonly rule: string;
  readonly table: 'prose';
  readonly row: string;
  readonly column: string;
}

/** The truth of a document's prose. */
export interface ProseTruth {
  readonly figures: StatedFigures;
  readonly findings: readonly ProseFinding[];
}

/** How to state them. */
export interface ProseOptions {
  /** Which wordings: those the patterns were written with, or those held back. */
  readonly wordings: 'known' | 'held-back';
  /** A group in which one figure is stated wrong. */
  readonly wrong?: WordingGroup;
}

/** Sentences for the places of a report, and what they state. */
export interface StatedProse {
  readonly requests: string;
  readonly management: string;
  readonly fee: string;
  readonly truth: ProseTruth;
}

/** What the sentences are about. */
export interface ProseSubject {
  readonly agency: Agency;
  readonly year: number;
  readonly quantities: Quantities;
}

/** Draws one wording of every group, and traps between them. */
export function stateFigures(subject: ProseSubject, options: ProseOptions, random: Random): StatedProse {
  const figures: Record<string, number> = {};
  const findings: ProseFinding[] = [];
  // Whose figures a sentence states holds for those after it in its paragraph.
  let carried: string = UNSTATED;
  const list = options.wordings === 'known' ? WORDINGS : HELD_BACK;
  const state = (group: WordingGroup): string => {
    const fitting = list.filter((wording) => wording.group === group && fits(wording, subject, figures));
    if (fitting.length === 0) return '';
    const wording = random.pick(fitting);
    const log = { figures, findings, isWrong: options.wrong === group, carried };
    const text = fill(wording, subject, random, log);
    carried = log.carried;
    return text;
  };
  const some = (group: WordingGroup, probability: number): string => (random.chance(probability) ? state(group) : '');
  const trap = (): string => (random.chance(0.6) ? state('trap') : '');
  const last = (): string => (random.chance(0.6) ? state('last-trap') : '');
  const requests = [
    state('requests'),
    trap(),
    some('results', 0.6),
    some('applicants', 0.5),
    some('cases', 0.8),
    last(),
  ];
  carried = UNSTATED;
  const management = [some('documents', 0.8), trap(), last()];
  carried = UNSTATED;
  const fee = state('fee');
  return {
    requests: requests.join(''),
    management: management.join(''),
    fee,
    truth: { figures, findings },
  };
}

/** Scopes that hold for their own clause only. */
const SUBSETS: readonly string[] = ['online', 'filed_for_record'];
const UNSTATED = 'unstated';
const PLACEHOLDER = /\{(\w+)\}/gu;

function rowsOf({ text }: Wording): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].flatMap(([, name]) =>
    name === undefined || ['self', 'place', 'year', 'last', 'next', 'n'].includes(name) ? [] : [name],
  );
}

/** Whether a wording is true of the report, and states nothing that another sentence stated. */
function fits(wording: Wording, { agency, quantities }: ProseSubject, stated: StatedFigures): boolean {
  const rows = [...rowsOf(wording), ...(wording.none ?? [])];
  const isNew = rows.every((row) => {
    const scopes = Object.keys(stated).flatMap((key) => (key.startsWith(`${row}/`) ? [key.slice(row.length + 1)] : []));
    return wording.scope === undefined
      ? !scopes.some((scope) => !SUBSETS.includes(scope))
      : !scopes.includes(wording.scope);
  });
  const isKnown = rowsOf(wording).every((row) => quantities[row] !== undefined);
  const isNone = (wording.none ?? []).every((row) => quantities[row] === 0);
  const isGovernment = agency.self.startsWith('全');
  return isNew && isKnown && isNone && (wording.scope !== 'office_for_government' || isGovernment);
}

interface Log {
  readonly figures: Record<string, number>;
  readonly findings: ProseFinding[];
  readonly isWrong: boolean;
  /** Scope of the sentences before; changed where this one says another. */
  carried: string;
}

function fill(wording: Wording, subject: ProseSubject, random: Random, log: Log): string {
  const { agency, year, quantities } = subject;
  const isGovernment = agency.self.startsWith('全');
  const own = wording.text.includes('{self}') ? (isGovernment ? 'government_wide' : 'own_agency') : log.carried;
  const scope = wording.scope ?? own;
  if (!SUBSETS.includes(scope)) log.carried = scope;
  const rows = rowsOf(wording).filter((row) => row !== 'processing_fee');
  const wrongRow = log.isWrong && wording.scope === undefined && rows.length > 0 ? random.pick(rows) : undefined;
  for (const row of wording.none ?? []) log.figures[`${row}/${scope}`] = 0;
  return wording.text.replace(PLACEHOLDER, (_, name: string) => {
    if (name === 'self') return agency.self;
    if (name === 'place') return agency.place;
    if (name === 'year') return String(year);
    if (name === 'last') return String(year - 1);
    if (name === 'next') return String(year + 1);
    if (name === 'n') return String(random.int(2, 480));
    const n = valueOf(name, wording, { quantities, random, isWrong: name === wrongRow });
    log.figures[`${name}/${scope}`] = n;
    // Of a government, what no word assigns may be its office's: that is not an error to report.
    if (name === wrongRow && !(isGovernment && scope === UNSTATED) && scope !== 'office_for_government') {
      log.findings.push({ rule: `prose.${name}`, table: 'prose', row: name, column: scope });
    }
    return writeNumber(n, random);
  });
}

function valueOf(
  row: string,
  { scope }: Wording,
  { quantities, random, isWrong }: { quantities: Quantities; random: Random; isWrong: boolean },
): number {
  if (scope !== undefined) return random.int(1, 40);
  const n = quantities[row] ?? 0;
  if (!isWrong) return n;
  const meant = readingsOf(row, quantities);
  for (let wrong = n + (quantities['carried_in'] ?? 0) + random.int(1, 9); ; wrong++)
    if (!meant.includes(wrong)) return wrong;
}

const CHINESE = '零一二三四五六七八九';

/** A number as reports write it in sentences. */
function writeNumber(n: number, random: Random): string {
  const digits = String(n);
  switch (random.int(0, 9)) {
    case 0:
      return ` ${digits} `;
    case 1:
      return Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 2:
      return digits.replace(/\B(?=(?:\d{3})+$)/gu, ',');
    case 3:
      return n > 0 && n < 20 ? toChinese(n) : digits;
    default:
      return digits;
  }
}

function toChinese(n: number): string {
  if (n < 10) return n === 2 ? '两' : (CHINESE[n] ?? '');
  return `十${n === 10 ? '' : (CHINESE[n - 10] ?? '')}`;
}
