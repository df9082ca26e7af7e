/** What a browser makes of a page: skipped by the tests where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the browser is; absent where there is none. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** Whether pages can be opened here; tests that need it say that they are skipped. */
export const HAS_CHROMIUM = CHROMIUM !== undefined;

/** The document as it stands after the page's script has run, without a network. */
export function openInChromium(path: string): string {
  if (CHROMIUM === undefined) throw new Error('there is no Chromium');
  const options = '--headless --no-sandbox --disable-gpu --disable-extensions --dump-dom'.split(' ');
  return execFileSync(CHROMIUM, [...options, `file://${path}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
}
