/** Names the body that reports, so that its reports of several years are found to be of one body. */
import type { BureauRules, ComparisonEvidence, Report } from '../../model/index.js';

/** Brings short and full forms of a name together; empty for a name that does not tell one body from another. */
export function nameBureau(
  { agency, regionCode, level }: Pick<Report, 'agency' | 'regionCode' | 'level'>,
  { nameInDivision, isAmbiguous }: Pick<ComparisonEvidence, 'nameInDivision' | 'isAmbiguous'>,
  rules: BureauRules,
): string {
  const isPlaced = regionCode !== '' || level === 'central';
  if (agency === '' || (!isPlaced && (isAmbiguous || !new RegExp(rules.placed, 'u').test(agency)))) return '';
  const bare = (nameInDivision ?? agency).normalize('NFKC').replace(/\s+/gu, '');
  const name = rules.forms.reduce(
    (form, { pattern, replacement }) => form.replace(new RegExp(pattern, 'u'), replacement),
    bare,
  );
  return new RegExp(rules.nameless, 'u').test(name) ? '' : name;
}
