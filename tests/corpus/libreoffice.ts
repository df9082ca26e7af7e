// Turns Flat ODT into PDF with one headless LibreOffice.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One document to convert; the PDF is named after it. */
export interface ConvertJob {
  readonly name: string;
  readonly fodt: string;
}

/** Converts all documents in one start of the program. */
export async function printWithLibreOffice(jobs: readonly ConvertJob[], out: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-corpus-'));
  try {
    const files: string[] = [];
    for (const job of jobs) {
      const file = path.join(folder, `${job.name}.fodt`);
      await writeFile(file, job.fodt);
      files.push(file);
    }
    const office = spawn(
      process.env['GOUJI_SOFFICE'] ?? 'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', path.resolve(out), ...files],
      ],
      { stdio: 'ignore' },
    );
    await new Promise<void>((resolve, reject) => {
      office.on('error', reject);
      office.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`LibreOffice ended with ${code ?? 'a signal'}`));
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
