/**
 * Findings about a report's words, seen by two readers: what both miss, or both find, the publisher left out or wrote; a
 * section that one of them finds is there.
 */
import type { Analysis } from './analysis.js';
import type { Finding } from './model/index.js';
import { isOverprinted } from './overprinted-page.js';

/** Findings that two readings of all pages can confirm. */
const CONFIRMABLE = new Set([
  'form.missing_section',
  'form.empty_section',
  'text.template_residue',
  'meta.year_conflict',
  'meta.partial_period',
  'meta.published_early',
  'meta.published_late',
]);
/** Findings of what is absent: seen once, it is there. */
const OF_ABSENCE = new Set(['form.missing_section', 'form.empty_section']);

/** Whether a finding of this pass is worth reading every page once more. */
export function hasFindingsToConfirm({ findings }: Analysis): boolean {
  return findings.some(({ rule, severity }) => CONFIRMABLE.has(rule) && severity !== 'info');
}

/** A pass with its findings held against those of the other one, which has read every page by itself. */
export function confirmFindings(best: Analysis, rest: Analysis): Analysis {
  if (best === rest) return best;
  const others = new Set(rest.findings.map(keyOf));
  // A section, or the words that belong to it, may stand in a picture, or under another text.
  const isAllText =
    best.findings.some(({ rule }) => OF_ABSENCE.has(rule)) &&
    best.pages.every((page) => page.kind === 'positioned' && page.images.length === 0 && !isOverprinted(page));
  const findings = best.findings
    .filter((finding) => !OF_ABSENCE.has(finding.rule) || others.has(keyOf(finding)))
    .map((finding): Finding => {
      const isConfirmed = CONFIRMABLE.has(finding.rule) && finding.severity !== 'info' && others.has(keyOf(finding));
      if (!isConfirmed || (OF_ABSENCE.has(finding.rule) && !isAllText)) return finding;
      return { ...finding, cause: 'publisher' };
    });
  return { ...best, findings };
}

function keyOf({ rule, actual, message }: Finding): string {
  return `${rule}\n${actual}\n${message.zh}`;
}
