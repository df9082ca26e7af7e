/** Digests of made-up reports on the real form: every figure 0 but those that a test names. */
import { printSentences } from '../../../src/check/across/sentences.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Family, ReportDigest } from '../../../src/model/index.js';

/** The family that comes with the package. */
export async function loadFamily(): Promise<Family> {
  const [family] = await loadFamilies(PIPELINES_DIRECTORY);
  if (family === undefined) throw new Error('no family');
  return family;
}

/** What is unlike other reports. */
export interface SampleDigest extends Partial<Omit<ReportDigest, 'shape' | 'values' | 'trust'>> {
  readonly year: number;
  /** Figures that are not 0, by `table/row/column`; empty for none. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Figures that are not certain. */
  readonly trusts?: Readonly<Record<string, string>>;
  readonly prose?: string;
}

/** Makes digests of reports of the edition 2021. */
export function digestMaker(family: Family): (part: SampleDigest) => ReportDigest {
  const edition = family.editions.find(({ id }) => id === '2021');
  const keys = (edition?.blocks ?? []).flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => `${block.table}/${column.factRow ?? row.id}/${column.id}`),
    ),
  );
  return ({ figures = {}, trusts = {}, prose = '', ...part }) => {
    for (const key of [...Object.keys(figures), ...Object.keys(trusts)]) {
      if (!keys.includes(key)) throw new Error(`no such figure: ${key}`);
    }
    return {
      familyId: family.id,
      reportId: `${part.year}`,
      sourcePath: `in/${part.year}.pdf`,
      agency: '淮安市洪泽区教育局',
      regionCode: '320813',
      level: 'county',
      bureauName: '教育局',
      shape: keys.join(' '),
      values: keys.map((key) => figures[key] ?? '0').join(','),
      trust: keys.map((key) => trusts[key] ?? (figures[key] === '' ? '-' : 'c')).join(''),
      markCount: 0,
      hasPages: true,
      ...printSentences([prose]),
      ...part,
    };
  };
}
