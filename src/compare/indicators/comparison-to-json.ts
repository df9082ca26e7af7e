/** The text of comparison.json: both languages, one cell a line. */
import type { ComparedCell, BureauComparison } from './compare-bureaus.js';
import { roundQuotient } from './read-indicator.js';
import type { Reason } from './reason.js';

/** Keys are those of the CSV's columns where both have them; figures are texts, so that none loses digits. */
export function comparisonToJson(comparison: BureauComparison): string {
  const { minimumDenominator, groups, indicators, bureaus, years, cells, summaries, withoutYear } = comparison;
  const keys = new Map(bureaus.map((bureau, at) => [bureau, at]));
  const head = {
    format: 'gouji-comparison',
    format_version: 1,
    minimum_denominator: minimumDenominator,
    years,
    groups,
    indicators: indicators.map(({ id, group, name, note, edition, kind, unit }) => ({
      ...{ id, group, name, note, edition, kind, unit },
    })),
    bureaus: bureaus.map(({ name, regionCode, level }) => ({ name, region_code: regionCode, level })),
    summaries,
    without_year: withoutYear.map(({ reportId, sourcePath, agency }) => ({
      ...{ report_id: reportId, source_path: sourcePath, agency },
    })),
  };
  const reasons = new ReasonList();
  const lines = cells.map((cell) => JSON.stringify(cellToJson(cell, keys.get(cell.bureau) ?? -1, reasons)));
  const whole = { ...head, reasons: reasons.all };
  return `${JSON.stringify(whole, undefined, 1).slice(0, -2)},\n "cells": [\n${lines.join(',\n')}\n ]\n}\n`;
}

/** Reasons, each once: most cells share theirs with a thousand others. */
class ReasonList {
  readonly all: Reason[] = [];
  readonly #places = new Map<string, number>();
  readonly #seen = new Map<Reason, number>();

  placeOf(reason: Reason): number {
    const seen = this.#seen.get(reason);
    if (seen !== undefined) return seen;
    const key = `${reason.code} ${reason.text.zh}`;
    const place = this.#places.get(key) ?? this.all.push(reason) - 1;
    this.#places.set(key, place);
    this.#seen.set(reason, place);
    return place;
  }
}

/** `bureau` and `reasons` are places in the lists of those names, from 0; what is undefined is not written. */
function cellToJson(
  { indicator, year, report, reading, rank }: ComparedCell,
  bureau: number,
  reasons: ReasonList,
): object {
  const { interval, value, numerator, denominator, state, comparability, basis } = reading;
  return {
    indicator,
    year,
    bureau,
    value,
    numerator,
    denominator,
    state,
    comparability,
    basis,
    interval: interval && [roundQuotient(interval.low), roundQuotient(interval.high)],
    rank,
    reasons: reading.reasons.map((each) => reasons.placeOf(each)),
    report_id: report?.reportId ?? null,
  };
}
