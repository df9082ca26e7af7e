// What goes wrong in extraction, put into a row of figures on purpose.
import type { CodeRow, CodeSlot } from '../../src/repair/decode/index.js';
import type { Random } from '../corpus/random.js';
import { rowOf, slotOf } from './draw-table.js';

/** Spoils one row; `undefined` where the row has nothing to spoil in this way. */
export type RowFault = (values: readonly number[], random: Random) => CodeRow | undefined;

const printed = (values: readonly number[]): string[] => values.map(String);
const blank: CodeSlot = slotOf();
const toRow = (texts: readonly (string | undefined)[], width: number): CodeRow => {
  const slots = texts.slice(0, width).map((text) => (text === undefined ? blank : slotOf(text)));
  const after = texts.slice(width).filter((text) => text !== undefined);
  while (slots.length < width) slots.push(blank);
  return rowOf(slots, { surplusAfter: after });
};

/** The structural faults, by name. */
export const ROW_FAULTS: Readonly<Record<string, RowFault>> = {
  'shifted-right-last-lost': (values) => toRow([undefined, ...printed(values).slice(0, -1)], values.length),
  'shifted-right': (values) => toRow([undefined, ...printed(values)], values.length),
  'shifted-left-first-lost': (values) => toRow(printed(values).slice(1), values.length),
  'shifted-inside': (values, random) => {
    const at = random.int(1, values.length - 1);
    const texts: (string | undefined)[] = printed(values);
    texts.splice(at, 0, undefined);
    return toRow(texts.slice(0, values.length), values.length);
  },
  'run-together': (values, random) => {
    const at = random.int(0, values.length - 2);
    const texts = printed(values);
    texts.splice(at, 2, (texts[at] ?? '') + (texts[at + 1] ?? ''));
    return toRow(texts, values.length);
  },
  'run-together-in-place': (values, random) => {
    const at = random.int(0, values.length - 2);
    const texts: (string | undefined)[] = printed(values);
    const isLeft = random.chance(0.5);
    const both = (texts[at] ?? '') + (texts[at + 1] ?? '');
    texts.splice(at, 2, isLeft ? both : undefined, isLeft ? undefined : both);
    return toRow(texts, values.length);
  },
  'torn-apart': (values, random) => {
    const torn = values.flatMap((value, k) => (value >= 10 ? [k] : []));
    if (torn.length === 0) return undefined;
    const at = random.pick(torn);
    const texts = printed(values);
    const text = texts[at] ?? '';
    const cut = random.int(1, text.length - 1);
    texts.splice(at, 1, text.slice(0, cut), text.slice(cut));
    return toRow(texts, values.length);
  },
  'torn-in-place': (values, random) => {
    const torn = values.flatMap((value, k) => (value >= 10 ? [k] : []));
    if (torn.length === 0) return undefined;
    const at = random.pick(torn);
    const text = String(values[at]);
    const cut = random.int(1, text.length - 1);
    return rowOf(
      values.map((value, k) => (k === at ? slotOf(text.slice(0, cut), text.slice(cut)) : slotOf(String(value)))),
    );
  },
  residue: (values, random) => toRow([String(random.int(1, 9)), ...printed(values)], values.length),
  'residue-last-lost': (values, random) =>
    toRow([String(random.int(1, 9)), ...printed(values).slice(0, -1)], values.length),
  exchanged: (values, random) => {
    const at = random.int(0, values.length - 2);
    const swapped = [...values.slice(0, at), values[at + 1] ?? 0, values[at] ?? 0, ...values.slice(at + 2)];
    return toRow(printed(swapped), values.length);
  },
  'half-lost': (values, random) => {
    const from = random.int(1, values.length - 2);
    const texts = printed(values).map((text, k) => (k >= from ? undefined : text));
    return toRow(texts, values.length);
  },
  'half-beside': (values, random) => {
    const from = random.int(1, values.length - 2);
    const texts = printed(values);
    const first = texts.map((text, k) => (k >= from ? undefined : text));
    return toRow([...first, ...texts.slice(from)], values.length);
  },
};

const CONFUSED: Readonly<Record<string, string>> = {
  '0': '68',
  '1': '74',
  '2': '7',
  '3': '85',
  '4': '19',
  '5': '63',
  '6': '80',
  '7': '12',
  '8': '36',
  '9': '80',
};

/** A value misread: a digit taken for one that looks like it, any other digit, or a digit lost or doubled. */
export function misread(value: number, random: Random, kind: 'look-alike' | 'any'): number {
  const text = String(value);
  const at = random.int(0, text.length - 1);
  const digit = text[at] ?? '0';
  const choice = kind === 'look-alike' ? (CONFUSED[digit] ?? '0') : '0123456789'.replace(digit, '');
  const other = choice[random.int(0, choice.length - 1)] ?? '0';
  const result = Number(text.slice(0, at) + other + text.slice(at + 1));
  return result === value ? value + 1 : result;
}
