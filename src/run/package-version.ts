/** The version of this package, as package.json has it. */
import { readFileSync } from 'node:fs';

/** Reads the version; the package's root is two folders up from src/run/ and from dist/run/ alike. */
export function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description) {
    return String(description.version);
  }
  throw new Error('package.json has no version');
}
