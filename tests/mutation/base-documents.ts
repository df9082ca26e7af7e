/** Documents to spoil, read once by both readers, and dumps, each with its truth. */
import { readFile } from 'node:fs/promises';
import { LAYOUTS } from '../corpus/layouts.js';
import { makeDocument } from '../corpus/make.js';
import { renderText } from '../corpus/text.js';
import { decodeText } from '../../src/extract/text/decode-text.js';
import { PdfReadings } from '../../src/extract/pdf/pdf-readings.js';
import { DOCUMENTS } from '../frozen/brief-score.js';
import { listKnownDocuments } from '../score/known-documents.js';
import type { TruthFile } from '../score/truth-file.js';
import type { HeldPages } from './held-readings.js';

/** A document in memory. */
export interface BaseDocument {
  readonly name: string;
  readonly truth: TruthFile;
  readonly pages: HeldPages;
}

/** A dump in memory. */
export interface BaseDump {
  readonly name: string;
  readonly truth: TruthFile;
  readonly lines: readonly string[];
}

/** Embedded fonts throughout, so that both readers read them; rows cut by a page break, an older edition, upright headers. */
const BASES = [
  'raw-raw-embedded-545.pdf',
  'chromium-row-cut-504.pdf',
  'libreoffice-edition-2019-city-528.pdf',
  'libreoffice-vertical-stacked-523.pdf',
];

/** Reads the documents to spoil from the frozen corpus. */
export async function readBases(): Promise<readonly BaseDocument[]> {
  const known = (await listKnownDocuments(DOCUMENTS)).filter(({ name }) => BASES.includes(name));
  const bases: BaseDocument[] = [];
  for (const { name, path, truth } of known) {
    const readings = new PdfReadings(await readFile(path));
    try {
      const pages = { pdfium: await readings.read('pdfium'), pdfjs: await readings.read('pdfjs') };
      bases.push({ name, truth, pages });
    } finally {
      await readings.close();
    }
  }
  return bases;
}

/** Dumps with tabs, with bars, and with blanks between the figures. */
export function writeDumps(): readonly BaseDump[] {
  return (['dump-tabs', 'dump-pipes', 'dump-aligned'] as const).map((layoutName, k) => {
    const layout = { ...LAYOUTS[layoutName], document: { length: 1, title: 'plain' as const } };
    const made = makeDocument({ seed: 71 + k, layoutName, layout, renderer: 'text' });
    return { name: made.name, truth: made.truth, lines: decodeText(renderText(made)).split(/\r?\n/u) };
  });
}
