import { describe, expect, it } from 'vitest';
import { brokenIdentities } from '../identities.js';
import { renderText } from '../text.js';
import { makeSeries, SERIES_STYLES } from './make-series.js';

describe('makeSeries', () => {
  it.each(SERIES_STYLES)('keeps every sum of the form in a series of the style %s', (style) => {
    for (const seed of [1, 2, 3, 4]) {
      for (const { truth } of makeSeries(seed, style)) expect(brokenIdentities(truth)).toEqual([]);
    }
  });

  it.each([
    ['plain', []],
    ['neighbours', []],
    ['government-and-bureaus', []],
    ['carry-broken', ['X.carry error applications']],
    ['carry-moved', ['X.carry warning applications']],
    ['valid-broken', ['X.valid warning disclosure']],
    ['same-prose', ['X.same_text warning ']],
    ['copies-differ', ['X.copies_differ warning disclosure']],
    ['two-scopes', ['X.same_year info ']],
  ])('expects of the style %s what it is called after: %j', (style, expected) => {
    const words = makeSeries(5, style).flatMap(({ truth }) =>
      truth.expected_across.map(({ rule, severity, table }) => `${rule} ${severity} ${table}`),
    );
    expect(words).toEqual(expected);
  });

  it('makes the same reports of the same seed', () => {
    const [one, other] = [makeSeries(9, 'copies'), makeSeries(9, 'copies')];
    expect(other.map(({ truth }) => truth)).toEqual(one.map(({ truth }) => truth));
    expect(other.map(({ made }) => Buffer.from(renderText(made)).toString())).toEqual(
      one.map(({ made }) => Buffer.from(renderText(made)).toString()),
    );
  });
});
