import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import type { Fact } from '../../src/model/index.js';
import { KINDS } from '../corpus/kinds.js';
import { htmlSource } from './html-source.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const FONT = '<style>@font-face{font-family:look;src:url(look.woff2)}body{font-family:look,SimSun}</style></head>';

/** The facts of a made page in a font from elsewhere. */
async function factsOf(seed: number, change: (body: string) => string = (body) => body): Promise<readonly Fact[]> {
  const made = KINDS['web']?.make({ seed, style: 'clean-cms' }).files[0]?.bytes;
  const [head = '', body = ''] = new TextDecoder().decode(made).split('<body>');
  const text = `${head.replace('</head>', FONT)}<body>${change(body)}`;
  const [report] = await sourceToReports(htmlSource(text), { families, reader: 'auto' });
  return report?.facts ?? [];
}

/** Digits exchanged in the cells of tables, as a font may do it. */
function exchanged(body: string): string {
  return body.replace(/(?<=<td[^>]*>)[\d.]+(?=<)/gu, (figure) =>
    figure.replace(/[12]/gu, (digit) => (digit === '1' ? '2' : '1')),
  );
}

describe('digits that a font from elsewhere draws', () => {
  it('are read where the sums prove them, those of table two as well', async () => {
    const facts = await factsOf(3);
    expect(facts.filter(({ value }) => Number(value) > 9).length).toBeGreaterThan(40);
    expect(facts.filter(({ status }) => status === 'suspect')).toEqual([]);
  });

  it('are doubted where the sums do not hold as written', async () => {
    const facts = (await factsOf(3, exchanged)).filter(({ table }) => table !== 'prose');
    const printed = facts.filter(({ status, value }) => status === 'printed' && /[12]/u.test(value));
    expect(printed).toEqual([]);
  });
});
