/** Writes a small output for tests, as a run does. */
import { join } from 'node:path';
import { openOutputFolder, type OutputFolder } from '../../src/compare/read-output.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderFileWithoutReport, renderReports } from '../../src/export/render-file.js';
import type { Report } from '../../src/model/index.js';

/** Writes an output of these reports and one file that failed. */
export async function madeOutput(folder: string, name: string, reports: readonly Report[]): Promise<OutputFolder> {
  const path = join(folder, name);
  const writer = await openOutput(path, { hasBom: true, version: '1.2.3' });
  for (const [at, report] of reports.entries()) await writer.add(at, await renderReports([report], 5));
  const reason = { zh: 'empty: 空', en: 'empty: empty' };
  const lost = { sourcePath: '年报/z.pdf', sha256: '', kind: '', outcome: 'failed', reason, elapsedMs: 0 } as const;
  await writer.add(reports.length, renderFileWithoutReport(lost));
  await writer.commit([]);
  return openOutputFolder(path);
}
