/** Values as people read them, the same in both languages. */
import type { IndicatorKind } from '../../model/index.js';

/** Shares and growths in per cent, ratios with three digits, counts in groups of three. Empty stays empty. */
export function formatValue(value: string, kind: IndicatorKind): string {
  if (value === '') return '';
  switch (kind) {
    case 'share':
      return `${(Number(value) * 100).toFixed(1)}%`;
    case 'growth':
      return signed(`${(Number(value) * 100).toFixed(1)}%`);
    case 'ratio':
      return Number(value).toFixed(3);
    case 'count':
    case 'amount':
      return minus(grouped(value));
  }
}

/** A value on an axis: as short as it may be. */
export function formatTick(value: number, kind: IndicatorKind): string {
  if (kind === 'share' || kind === 'growth') return `${minus(String(Number((value * 100).toFixed(2))))}%`;
  return minus(grouped(String(Number(value.toFixed(6)))));
}

function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function signed(text: string): string {
  if (text.startsWith('-')) return minus(text);
  return /^0(\.0*)?%$/.test(text) ? text : `+${text}`;
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
