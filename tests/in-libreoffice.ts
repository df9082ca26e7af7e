/** What LibreOffice makes of a file: skipped by the tests where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAM = [process.env['GOUJI_SOFFICE'], '/usr/bin/soffice', '/usr/bin/libreoffice'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Whether sheets can be opened here, which LibreOffice without its part Calc cannot; tests that need it say that they are skipped. */
export const HAS_LIBREOFFICE =
  PROGRAM !== undefined && readdirSync(dirname(realpathSync(PROGRAM))).some((name) => /^(?:lib)?sclo\./u.test(name));

/** Every sheet as a CSV file of its own in UTF-8 (`name-sheet.csv`), cells as they are and not as they are shown. */
export const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/**
 * How a CSV file with a byte-order mark is read: the import dialog takes it for UTF-8 by its mark; without a screen there is no
 * dialog, and version 7.4 takes Western European, whatever the mark says and under any locale (C.UTF-8 too).
 */
export const CSV_WITH_MARK = ['--infilter=Text - txt - csv (StarCalc):44,34,76'];

/** Opens files without a screen, and saves them in `folder` in another format. */
export function convertInLibreOffice(
  paths: readonly string[],
  format: string,
  folder: string,
  how: readonly string[] = [],
): void {
  if (PROGRAM === undefined) throw new Error('there is no LibreOffice');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync(PROGRAM, [profile, '--headless', ...how, '--convert-to', format, '--outdir', folder, ...paths], {
    stdio: 'ignore',
    timeout: 120_000,
  });
}
