/** What one input file gives to report.html, as it waits on disk until the run is done. */
import type { Family, FailedOutcome, BilingualText, PagePicture } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { reportSection, type AuditPicture } from './report-section.js';

/** What report.html says of one report. */
export interface AuditReport {
  readonly reportId: string;
  readonly agency: string;
  /** Empty where unknown. */
  readonly year: string;
  readonly sourcePath: string;
  /** Figures that are suspect or missing. */
  readonly suspect: number;
  readonly missing: number;
  /** How many errors and warnings of each kind: `severity cause rule`. */
  readonly tallies: Readonly<Record<string, number>>;
  /** Its section without pictures; absent without an error or a warning. */
  readonly section?: string;
  readonly pictures: readonly AuditPicture[];
}

/** What report.html says of one file. */
export interface AuditFile {
  readonly reports: readonly AuditReport[];
  /** Of a file that gave no report. */
  readonly unread?: { readonly sourcePath: string; readonly outcome: FailedOutcome; readonly reason: BilingualText };
}

/** What report.html says of a report. */
export function toAuditReport(
  json: ReportJson,
  families: readonly Family[],
  pictures: readonly AuditPicture[],
): AuditReport {
  const tallies: Record<string, number> = {};
  for (const { severity, cause, rule } of json.findings) {
    if (severity === 'info') continue;
    const key = `${severity} ${cause} ${rule}`;
    tallies[key] = (tallies[key] ?? 0) + 1;
  }
  const section = reportSection(json, families, pictures);
  const count = (status: string): number => json.facts.filter((fact) => fact.status === status).length;
  return {
    reportId: json.report_id,
    agency: json.agency,
    year: json.year === null ? '' : String(json.year),
    sourcePath: json.source_path,
    suspect: count('suspect'),
    missing: count('missing'),
    tallies,
    ...(section === undefined ? {} : { section }),
    pictures: section === undefined ? [] : pictures,
  };
}

/** A picture as it passes between threads. */
export function toAuditPicture({ pageNumber, box, width, height, png, lacksFonts }: PagePicture): AuditPicture {
  return { page: pageNumber, box, width, height, base64: Buffer.from(png).toString('base64'), lacksFonts };
}

/** The section with its pictures in it. Texts in it cannot be taken for the place of a picture: their quotes are escaped. */
export function sectionWithPictures({ section = '', pictures }: AuditReport): string {
  return section.replace(/src="picture:(\d+)"/g, (_, at: string) => {
    return `src="data:image/png;base64,${pictures[Number(at)]?.base64 ?? ''}"`;
  });
}
