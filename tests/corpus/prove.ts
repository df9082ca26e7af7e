// Holds printed PDFs against their truth by means of another program (pdftotext): a word processor that loses rows makes
// the truth a lie, and no score would show whose fault it was.
import { execFileSync } from 'node:child_process';
import type { Figures } from './figures.js';

/** How often each number occurs; 1,234 counts as 1234. */
function countNumbers(text: string): ReadonlyMap<number, number> {
  const plain = text.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1');
  const counts = new Map<number, number>();
  for (const [match] of plain.matchAll(/\d+(?:\.\d+)?/g))
    counts.set(Number(match), (counts.get(Number(match)) ?? 0) + 1);
  return counts;
}

/** Figures that a text lacks, however it orders them. */
export function figuresNotIn(
  text: string,
  truth: Pick<Figures, 'disclosure' | 'applications' | 'reviews'>,
): readonly number[] {
  const left = new Map(countNumbers(text));
  const wanted = [truth.disclosure, truth.applications, truth.reviews]
    .flatMap((rows) => Object.values(rows).flat())
    .flatMap((figure) => (figure === null ? [] : [Math.abs(figure)]));
  return wanted.filter((figure) => {
    const count = left.get(figure) ?? 0;
    left.set(figure, count - 1);
    return count <= 0;
  });
}

/** The text of a PDF, by pdftotext. */
export function textOfPdf(file: string): string {
  return execFileSync('pdftotext', ['-raw', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
