// Cuttings for tests: pictures of fields below one another, all of one height, drawn at 200 dpi in open fonts (OFL).
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Cutting } from '../../../../src/extract/scan/recognise/recogniser.js';
import { readPgm } from '../../../corpus/scan/poppler.js';

/** What the fields of `cells-serif` and `cells-sans` print. */
export const CELLS = [
  ...['0', '17', '230', '4586', '', '97', '12.5', '1,302', '—', '/', '-', '无'],
  ...['3件', '60', '81', '11', '0', '5', '404', '7', '2998', '13', '0', '369'],
];

/** What the fields of `labels` print. */
export const LABELS = [
  '（一）予以公开',
  '2.其他法律行政法规禁止公开',
  '某市2023年政府信息公开工作年度报告',
  '22（其中修订16件）',
];

/** A cutting whose ink is what is darker than half. */
export function cuttingOf(id: string, widthPx: number, heightPx: number, data: Uint8Array): Cutting {
  return {
    id,
    image: { widthPx, heightPx, dpi: 200, data },
    ink: Uint8Array.from(data, (value) => (value < 150 ? 1 : 0)),
  };
}

/** The cuttings of a picture of so many fields. */
export function cuttingsOf(name: 'cells-serif' | 'cells-sans' | 'labels', count: number): readonly Cutting[] {
  const [picture] = readPgm(gunzipSync(readFileSync(new URL(`${name}.pgm.gz`, import.meta.url))));
  if (picture === undefined) throw new Error(`no picture in ${name}`);
  const heightPx = picture.heightPx / count;
  const size = heightPx * picture.widthPx;
  return Array.from({ length: count }, (_, k) =>
    cuttingOf(String(k), picture.widthPx, heightPx, picture.data.slice(k * size, (k + 1) * size)),
  );
}
