// A web page as a source of the pipeline, from its text.
import type { Source } from '../../src/model/index.js';

export function htmlSource(text: string): Source {
  return {
    sourcePath: 'a.html',
    sha256: '0'.repeat(64),
    kind: 'html',
    contentType: 'text/html',
    bytes: Buffer.from(text),
  };
}
