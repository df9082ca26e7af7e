import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** What is said of a page in which no form is found. */
async function refusal(html: string): Promise<unknown> {
  const bytes = new TextEncoder().encode(html);
  const source = { sourcePath: 'a', sha256: '0'.repeat(64), kind: 'html', contentType: '', bytes } as const;
  return sourceToReports(source, { families, reader: 'auto' }).catch((error: unknown) => error);
}

describe('a page without a form', () => {
  it.each([
    [
      '<div id=app></div><script src=app.js></script>',
      /scripts make the content .* print it to a PDF/u,
      /脚本.*打印成 PDF/u,
    ],
    [
      '<h1>年度报告</h1><iframe src="report.pdf"></iframe>',
      /in a frame .* save what the frame shows/u,
      /框架.*保存框架里/u,
    ],
    ['<h1>年度报告</h1><p>请查收。</p>', /not such a report/u, /可能不是/u],
  ])('is refused with what to do: %s', async (html, en, zh) => {
    expect(await refusal(html)).toMatchObject({
      code: 'no-form-found',
      text: { en: expect.stringMatching(en) as string, zh: expect.stringMatching(zh) as string },
    });
  });
});
